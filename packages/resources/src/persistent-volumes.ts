import { makeDirectories, removeTree } from '@quorate/checkpoint';
import type { FileSystem } from '@quorate/checkpoint';
import { ResourceError } from './errors.ts';
import type { Resources } from './protocol/resources.ts';
import { volumePlace } from './volume-path.ts';
import type { VolumePlace } from './volume-path.ts';

/** Where the volumes of an agent are. */
export interface PersistentVolumesOptions {
  readonly fileSystem: FileSystem;
  /** Of the agent: an absolute path. */
  readonly workDirectory: string;
}

/**
 * The directories of an agent's persistent volumes. (Mesos src/slave/slave.cpp,
 * `syncCheckpointedResources`)
 */
export class PersistentVolumes {
  readonly #fileSystem: FileSystem;
  readonly #workDirectory: string;

  constructor({ fileSystem, workDirectory }: PersistentVolumesOptions) {
    this.#fileSystem = fileSystem;
    this.#workDirectory = workDirectory;
  }

  /** Throws `VOLUME_PATH_INVALID` if a volume of these has no directory it could be in. */
  check(resources: Resources): void {
    this.#places(resources);
  }

  /**
   * Makes the directories of volumes that are new, and then removes those of volumes that are gone,
   * with all that they hold. Durable when it resolves. One whose path stays is not touched, whatever
   * its size. Can be repeated from any point at which it was interrupted.
   *
   * A directory that is there already is taken as it is; one that is missing when it is to be removed
   * is removed. The directory of a MOUNT disk is emptied and stays. Links are never followed.
   *
   * Rejects with `VOLUME_CREATE_FAILED`, `VOLUME_REMOVE_FAILED` (part of it may be gone) or
   * `VOLUME_PATH_INVALID`; the rest has not been done then.
   */
  async sync(before: Resources, after: Resources): Promise<void> {
    const [old, next] = [this.#places(before), this.#places(after)];
    for (const [path, place] of next) if (!old.has(path)) await this.#create(place);
    for (const [path, place] of old) if (!next.has(path)) await this.#remove(place);
  }

  #places(resources: Resources): ReadonlyMap<string, VolumePlace> {
    const places = new Map<string, VolumePlace>();
    for (const volume of resources.persistentVolumes()) {
      const place = volumePlace(this.#workDirectory, volume);
      const other = places.get(place.path);
      if (other) {
        const message = `the volumes ${other.id} and ${place.id} would both be in ${place.path}`;
        throw new ResourceError('VOLUME_PATH_INVALID', message);
      }
      places.set(place.path, place);
    }
    return places;
  }

  async #create(place: VolumePlace): Promise<void> {
    try {
      await this.#checkDisk(place);
      await makeDirectories(this.#fileSystem, place.path);
    } catch (error) {
      throw failure('VOLUME_CREATE_FAILED', 'create', place, error);
    }
  }

  async #remove(place: VolumePlace): Promise<void> {
    try {
      await this.#checkDisk(place);
      await removeTree(this.#fileSystem, place.path, { keepRoot: place.isWholeDisk });
    } catch (error) {
      throw failure('VOLUME_REMOVE_FAILED', 'remove', place, error);
    }
  }

  /** What is done in place of a disk that is not mounted would be lost, or undone, when it is. */
  async #checkDisk({ diskRoot, isWholeDisk }: VolumePlace): Promise<void> {
    if (diskRoot === undefined) return;
    const found = await this.#fileSystem.stat(diskRoot);
    // To follow a link would be to trust what it points to at every restart.
    const isThere =
      found?.kind === 'directory' || (found?.kind === 'symbolic-link' && !isWholeDisk);
    if (!isThere) throw new Error(`there is no directory ${diskRoot}; mount the disk`);
  }
}

function failure(
  code: 'VOLUME_CREATE_FAILED' | 'VOLUME_REMOVE_FAILED',
  what: string,
  { id, path }: VolumePlace,
  error: unknown,
): ResourceError {
  const reason = error instanceof Error ? error.message : String(error);
  const message = `cannot ${what} the persistent volume ${JSON.stringify(id)} at ${path}: ${reason}`;
  return new ResourceError(code, message, { cause: error, outcome: 'unknown' });
}
