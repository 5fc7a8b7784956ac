import { CheckpointError, checkPathSegment, joinPath } from '@quorate/checkpoint';
import type { Resource } from '@quorate/messages';
import { ResourceError } from './errors.ts';
import { formatResource } from './protocol/format-resource.ts';
import { reservationRole } from './protocol/resource.ts';

/** Where a persistent volume is. */
export interface VolumePlace {
  readonly id: string;
  /** Its directory. */
  readonly path: string;
  /** The disk it is on, if that is not the one of the work directory: it has to be there already. */
  readonly diskRoot?: string;
  /** The directory is the disk's own, which outlives the volume. */
  readonly isWholeDisk: boolean;
}

/**
 * Where an agent has a persistent volume: `<work>/volumes/roles/<role>/<id>`, with spaces for the
 * slashes of the role; below the root of its disk; or the root itself, of a MOUNT disk. Roots that are
 * relative begin at the work directory. (Mesos src/slave/paths.cpp)
 *
 * Throws `VOLUME_PATH_INVALID` for what cannot be a path, would leave its directory, or would take
 * the agent's own work directory along when it is destroyed; and for a disk without a file system.
 */
export function volumePlace(workDirectory: string, volume: Resource): VolumePlace {
  const id = volume.disk?.persistence?.id ?? '';
  const role = reservationRole(volume);
  if (role === undefined) throw invalidPath(volume, 'it is not reserved');
  const { source } = volume.disk ?? {};
  const isWholeDisk = source?.type === 'MOUNT';
  const root = source ? rootOf(volume, workDirectory) : workDirectory;
  const isOwn = root === workDirectory || root.startsWith(`${workDirectory}/`);
  return {
    id,
    path: isWholeDisk
      ? root
      : joinPath(root, 'volumes', 'roles', roleName(volume, role), idName(volume, id)),
    ...(!isOwn && { diskRoot: root }),
    isWholeDisk,
  };
}

function rootOf(volume: Resource, workDirectory: string): string {
  const { type, path, mount, id } = volume.disk?.source ?? {};
  const given = type === 'PATH' ? path?.root : type === 'MOUNT' ? mount?.root : undefined;
  if (given === undefined || id !== undefined) {
    throw invalidPath(
      volume,
      'only PATH and MOUNT disks with a root, and of no provider, can hold it',
    );
  }
  const names = given.split('/').filter((name) => name !== '');
  if (
    names.length === 0 ||
    names.some((name) => name === '.' || name === '..' || name.includes('\0'))
  ) {
    throw invalidPath(volume, `${JSON.stringify(given)} is not the plain path of a directory`);
  }
  const isAbsolute = given.startsWith('/');
  const root = isAbsolute ? `/${names.join('/')}` : joinPath(workDirectory, ...names);
  const isAround = `${workDirectory}/`.startsWith(`${root}/`);
  const isMeta = `${root}/`.startsWith(joinPath(workDirectory, 'meta/'));
  if (type === 'MOUNT' && (isAround || isMeta)) {
    throw invalidPath(volume, `${root} holds what the agent itself needs`);
  }
  return root;
}

/** A role holds no spaces, so that no two become the same name. */
function roleName(volume: Resource, role: string): string {
  return segment(volume, 'role', role.replaceAll('/', ' '));
}

function idName(volume: Resource, id: string): string {
  return segment(volume, 'persistence id', id);
}

function segment(volume: Resource, what: string, value: string): string {
  try {
    return checkPathSegment(what, value);
  } catch (error) {
    if (!(error instanceof CheckpointError)) throw error;
    throw invalidPath(volume, error.message);
  }
}

function invalidPath(volume: Resource, problem: string): ResourceError {
  return new ResourceError('VOLUME_PATH_INVALID', `${formatResource(volume)}: ${problem}`);
}
