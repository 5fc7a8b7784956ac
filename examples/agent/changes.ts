import type { OfferOperation, Resource } from '@quorate/messages';
import type { Random } from '@quorate/process';
import { Resources } from '@quorate/resources';

export const ROLE = 'web';
/** Few names, so that each volume is created and destroyed many times. */
const VOLUME_IDS = ['vol-1', 'vol-2', 'vol-3', 'vol-4', 'vol-5', 'vol-6'];
/** Megabytes: everything is a multiple of it. */
const BLOCK = 64;

/** An operation, and what it means for the resources of an agent. */
export interface Change {
  readonly type: ChangeType;
  readonly info: OfferOperation;
  readonly consumed: Resources;
  readonly converted: Resources;
  /** The persistence id of the volume that it is about. */
  readonly volume?: string;
}

const TYPES = [
  'RESERVE',
  'UNRESERVE',
  'CREATE',
  'DESTROY',
  'GROW_VOLUME',
  'SHRINK_VOLUME',
] as const;
export type ChangeType = (typeof TYPES)[number];

/** What the resources are after a change. */
export function applyChange(resources: Resources, { consumed, converted }: Change): Resources {
  return resources.minus(consumed).plus(converted);
}

/**
 * Some operation that is valid for these resources, or undefined if chance finds none.
 *
 * @param busy volumes that are not to be created or destroyed, because something is happening to them
 */
export function randomChange(
  resources: Resources,
  busy: ReadonlySet<string>,
  random: Random,
): Change | undefined {
  const type = pick(TYPES, random);
  if (!type) return undefined;
  const change = CHANGES[type]({ resources, busy, random });
  return change && resources.contains(change.consumed) ? change : undefined;
}

interface Situation {
  readonly resources: Resources;
  readonly busy: ReadonlySet<string>;
  readonly random: Random;
}

const CHANGES: Readonly<Record<ChangeType, (situation: Situation) => Change | undefined>> = {
  RESERVE: ({ random }) => {
    const amounts = { cpus: random.intBelow(2), disk: BLOCK * (1 + random.intBelow(8)) };
    const resources = reservedOf(amounts);
    const info = { type: 'RESERVE', reserve: { resources, source: [] } } as const;
    return change(info, unreservedOf(amounts), resources);
  },

  UNRESERVE: ({ random }) => {
    const amounts = { cpus: random.intBelow(2), disk: BLOCK * (1 + random.intBelow(4)) };
    const resources = reservedOf(amounts);
    const info = { type: 'UNRESERVE', unreserve: { resources } } as const;
    return change(info, resources, unreservedOf(amounts));
  },

  CREATE: ({ resources, busy, random }) => {
    const taken = new Set([...resources].map(volumeId));
    const id = pick(
      VOLUME_IDS.filter((id) => !taken.has(id) && !busy.has(id)),
      random,
    );
    if (id === undefined) return undefined;
    const size = BLOCK * (1 + random.intBelow(4));
    const volume = volumeOf(id, size);
    const info = { type: 'CREATE', create: { volumes: [volume] } } as const;
    return change(info, [reservedDisk(size)], [volume], id);
  },

  DESTROY: ({ resources, busy, random }) => {
    const { id, size } = pickVolume(resources, random);
    if (id === undefined || busy.has(id)) return undefined;
    const volume = volumeOf(id, size);
    const info = { type: 'DESTROY', destroy: { volumes: [volume] } } as const;
    return change(info, [volume], [reservedDisk(size)], id);
  },

  GROW_VOLUME: ({ resources, random }) => {
    const { id, size } = pickVolume(resources, random);
    if (id === undefined) return undefined;
    const [volume, addition] = [volumeOf(id, size), reservedDisk(BLOCK)];
    const info = { type: 'GROW_VOLUME', growVolume: { volume, addition } } as const;
    return change(info, [volume, addition], [volumeOf(id, size + BLOCK)], id);
  },

  SHRINK_VOLUME: ({ resources, random }) => {
    const { id, size } = pickVolume(resources, random);
    if (id === undefined || size <= BLOCK) return undefined;
    const volume = volumeOf(id, size);
    const shrinkVolume = { volume, subtract: { value: BLOCK } };
    const info = { type: 'SHRINK_VOLUME', shrinkVolume } as const;
    return change(info, [volume], [volumeOf(id, size - BLOCK), reservedDisk(BLOCK)], id);
  },
};

function change(
  info: OfferOperation & { readonly type: ChangeType },
  consumed: readonly Resource[],
  converted: readonly Resource[],
  volume?: string,
): Change {
  return {
    type: info.type,
    info,
    consumed: Resources.from(consumed),
    converted: Resources.from(converted),
    ...(volume !== undefined && { volume }),
  };
}

/** The persistence id of a volume; undefined for what is none. */
export function volumeId({ disk }: Resource): string | undefined {
  return disk?.persistence?.id;
}

function pickVolume(
  resources: Resources,
  random: Random,
): { readonly id: string | undefined; readonly size: number } {
  const volume = pick(resources.persistentVolumes().toArray(), random);
  return { id: volume && volumeId(volume), size: volume?.scalar?.value ?? 0 };
}

type Amounts = Readonly<Record<string, number>>;

function unreservedOf(amounts: Amounts): readonly Resource[] {
  return Object.entries(amounts)
    .filter(([, value]) => value > 0)
    .map(([name, value]) => ({ name, type: 'SCALAR', scalar: { value }, reservations: [] }));
}

function reservedOf(amounts: Amounts): readonly Resource[] {
  const reservations = [{ type: 'DYNAMIC', role: ROLE, principal: 'framework' }] as const;
  return unreservedOf(amounts).map((resource) => ({ ...resource, reservations }));
}

function reservedDisk(size: number): Resource {
  const [disk] = reservedOf({ disk: size });
  if (!disk) throw new RangeError(`a disk of ${size} MB`);
  return disk;
}

function volumeOf(id: string, size: number): Resource {
  const volume = { mode: 'RW', containerPath: 'data' } as const;
  const disk = { persistence: { id, principal: 'framework' }, volume };
  return { ...reservedDisk(size), disk };
}

function pick<T>(all: readonly T[], random: Random): T | undefined {
  return all.length === 0 ? undefined : all[random.intBelow(all.length)];
}
