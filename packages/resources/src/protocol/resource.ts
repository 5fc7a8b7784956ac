import type { ReservationInfo, Resource } from '@quorate/messages';
import { toThousandths } from './scalar.ts';

// What one resource is. All of this takes resources in the format of refined reservations, in
// which `role` and `reservation` are not set: see `upgradeResource`.

/** Whether it was reserved, to any role or to this one. */
export function isReserved(resource: Resource, role?: string): boolean {
  const reserved = reservationRole(resource);
  return reserved !== undefined && (role === undefined || role === reserved);
}

/** Reserved by someone while the agent ran, and not by its operator. */
export function isDynamicallyReserved(resource: Resource): boolean {
  return resource.reservations.at(-1)?.type === 'DYNAMIC';
}

/** For whom it is reserved: the last refinement counts. Undefined if it is not. */
export function reservationRole(resource: Resource): string | undefined {
  return resource.reservations.at(-1)?.role;
}

export function hasRefinedReservations(resource: Resource): boolean {
  return resource.reservations.length > 1;
}

export function isPersistentVolume(resource: Resource): boolean {
  return resource.disk?.persistence !== undefined;
}

export function isShared(resource: Resource): boolean {
  return resource.shared !== undefined;
}

/** Belongs to a resource provider and not to the agent itself. */
export function hasResourceProvider(resource: Resource): boolean {
  return resource.providerId !== undefined;
}

/** Whether an agent has to remember it: what it cannot know from its own configuration. */
export function needsCheckpointing(resource: Resource): boolean {
  if (hasResourceProvider(resource)) return false;
  return isDynamicallyReserved(resource) || isPersistentVolume(resource);
}

/** Whether there is nothing of it. */
export function isEmptyResource(resource: Resource): boolean {
  switch (resource.type) {
    case 'SCALAR':
      return toThousandths(resource.scalar?.value ?? 0) === 0;
    case 'RANGES':
      return (resource.ranges?.range.length ?? 0) === 0;
    case 'SET':
      return (resource.set?.item.length ?? 0) === 0;
    case 'TEXT':
      return false;
  }
}

/** The disk that a persistent volume is made of: nobody's data, and not shared. */
export function withoutVolume(resource: Resource): Resource {
  const { disk, shared: _, ...rest } = resource;
  return disk?.source ? { ...rest, disk: { source: disk.source } } : rest;
}

export function withoutAllocation(resource: Resource): Resource {
  const { allocationInfo: _, ...rest } = resource;
  return rest;
}

export function withReservations(
  resource: Resource,
  reservations: readonly ReservationInfo[],
): Resource {
  return { ...resource, reservations };
}

/** The amount of a resource that is a scalar. */
export function scalarOf(resource: Resource): number {
  return resource.scalar?.value ?? 0;
}

export function withScalar(resource: Resource, value: number): Resource {
  return { ...resource, scalar: { ...resource.scalar, value } };
}
