import type {
  AllocationInfo,
  DiskInfo,
  DiskSource,
  Labels,
  ReservationInfo,
  Resource,
} from '@quorate/messages';
import { coalesce, containsRanges, equalRanges } from './ranges.ts';
import { toThousandths } from './scalar.ts';

// When two resources are the same, and when one may be added to or taken from the other: the rules
// are those of Mesos src/common/resources.cpp. Fields that this version does not know never count.

/** Whether the two are the same: same metadata, same amount. */
export function sameResource(left: Resource, right: Resource): boolean {
  return sameMetadata(left, right) && sameValue(left, right);
}

/** Everything but the amount. */
function sameMetadata(left: Resource, right: Resource): boolean {
  return (
    left.name === right.name &&
    left.type === right.type &&
    sameOptional(left.allocationInfo, right.allocationInfo, sameAllocation) &&
    sameReservations(left.reservations, right.reservations) &&
    sameOptional(left.disk, right.disk, sameDisk) &&
    (left.revocable === undefined) === (right.revocable === undefined) &&
    left.providerId?.value === right.providerId?.value &&
    (left.shared === undefined) === (right.shared === undefined)
  );
}

/**
 * Whether the two can be one resource. Shared ones are counted, and only if they are the same;
 * volumes and whole disks stay what they are.
 */
export function isAddable(left: Resource, right: Resource): boolean {
  if (!sameMetadata(left, right)) return false;
  if (left.shared) return sameValue(left, right);
  return !isIndivisible(left);
}

/** Whether the right one can be taken from the left one, or a part of it if it is divisible. */
export function isSubtractable(left: Resource, right: Resource): boolean {
  if (!sameMetadata(left, right)) return false;
  return left.shared || isIndivisible(left) ? sameValue(left, right) : true;
}

/** Whether all of the right one is in the left one. */
export function containsResource(left: Resource, right: Resource): boolean {
  if (!isSubtractable(left, right)) return false;
  switch (left.type) {
    case 'SCALAR':
      return toThousandths(right.scalar?.value ?? 0) <= toThousandths(left.scalar?.value ?? 0);
    case 'RANGES':
      return containsRanges(left.ranges?.range ?? [], right.ranges?.range ?? []);
    case 'SET': {
      const items = new Set(left.set?.item);
      return (right.set?.item ?? []).every((item) => items.has(item));
    }
    case 'TEXT':
      return false;
  }
}

export function sameReservations(
  left: readonly ReservationInfo[],
  right: readonly ReservationInfo[],
): boolean {
  return sameList(left, right, sameReservation);
}

/** A persistent volume, a disk of its own, or a raw disk that has an identity. */
function isIndivisible({ disk }: Resource): boolean {
  if (disk?.persistence) return true;
  switch (disk?.source?.type) {
    case 'MOUNT':
    case 'BLOCK':
      return true;
    case 'RAW':
      return disk.source.id !== undefined;
    default:
      return false;
  }
}

function sameValue(left: Resource, right: Resource): boolean {
  switch (left.type) {
    case 'SCALAR':
      return toThousandths(left.scalar?.value ?? 0) === toThousandths(right.scalar?.value ?? 0);
    case 'RANGES':
      return equalRanges(coalesce(left.ranges?.range ?? []), right.ranges?.range ?? []);
    case 'SET':
      return sameTexts(left.set?.item ?? [], right.set?.item ?? []);
    case 'TEXT':
      return false;
  }
}

function sameAllocation(left: AllocationInfo, right: AllocationInfo): boolean {
  return left.role === right.role;
}

function sameReservation(left: ReservationInfo, right: ReservationInfo): boolean {
  return (
    left.type === right.type &&
    left.role === right.role &&
    left.principal === right.principal &&
    sameOptional(left.labels, right.labels, sameLabels)
  );
}

/** What `volume` says of the use in a container, and who created it, are not the disk's identity. */
function sameDisk(left: DiskInfo, right: DiskInfo): boolean {
  return (
    left.persistence?.id === right.persistence?.id &&
    sameOptional(left.source, right.source, sameSource)
  );
}

function sameSource(left: DiskSource, right: DiskSource): boolean {
  return (
    left.type === right.type &&
    sameOptional(left.path, right.path, (a, b) => a.root === b.root) &&
    sameOptional(left.mount, right.mount, (a, b) => a.root === b.root) &&
    left.vendor === right.vendor &&
    left.id === right.id &&
    sameOptional(left.metadata, right.metadata, sameLabels) &&
    left.profile === right.profile
  );
}

/** The order of labels does not matter. */
function sameLabels(left: Labels, right: Labels): boolean {
  const texts = ({ labels }: Labels): readonly string[] =>
    labels.map(({ key, value }) => JSON.stringify([key, value ?? null]));
  return sameTexts(texts(left), texts(right));
}

function sameTexts(left: readonly string[], right: readonly string[]): boolean {
  return sameList([...left].sort(), [...right].sort(), (a, b) => a === b);
}

function sameList<T>(
  left: readonly T[],
  right: readonly T[],
  same: (left: T, right: T) => boolean,
): boolean {
  if (left.length !== right.length) return false;
  return left.every((element, index) => {
    const other = right[index];
    return other !== undefined && same(element, other);
  });
}

function sameOptional<T>(
  left: T | undefined,
  right: T | undefined,
  same: (left: T, right: T) => boolean,
): boolean {
  if (left === undefined || right === undefined) return left === right;
  return same(left, right);
}
