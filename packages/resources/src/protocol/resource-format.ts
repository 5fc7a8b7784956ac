import type { Resource } from '@quorate/messages';
import { ResourceError } from '../errors.ts';
import { formatResource } from './format-resource.ts';
import { hasRefinedReservations } from './resource.ts';
import { UNRESERVED_ROLE } from './role.ts';

// Reservations have two formats: before Mesos 1.4 a resource had a `role` and at most one
// `reservation`; since then it has a list of `reservations`, each refining the one before. This
// package works in the new one. (Mesos src/common/resources_utils.cpp)

/** The resource in the new format. Takes what `checkResource` accepts, in either format. */
export function upgradeResource(resource: Resource): Resource {
  const { role = UNRESERVED_ROLE, reservation, ...rest } = resource;
  // Reservations that are there already say it all, and better.
  if (rest.reservations.length > 0 || role === UNRESERVED_ROLE) return rest;
  if (!reservation) return { ...rest, reservations: [{ type: 'STATIC', role }] };
  return { ...rest, reservations: [{ ...reservation, type: 'DYNAMIC', role }] };
}

/**
 * The resource in the old format.
 *
 * Throws `RESOURCE_INVALID` for refined reservations, which the old format cannot express.
 *
 * @param resource in the new format
 */
export function downgradeResource(resource: Resource): Resource {
  if (hasRefinedReservations(resource)) {
    const message = `${formatResource(resource)}: the old format has no refined reservations`;
    throw new ResourceError('RESOURCE_INVALID', message);
  }
  const [reservation] = resource.reservations;
  if (!reservation) return { ...resource, role: UNRESERVED_ROLE };
  const { type, role = UNRESERVED_ROLE, principal, labels } = reservation;
  const old = { ...resource, role, reservations: [] };
  if (type !== 'DYNAMIC') return old;
  return {
    ...old,
    reservation: { ...(principal !== undefined && { principal }), ...(labels && { labels }) },
  };
}

/** The resource in the oldest format that can express it. */
export function downgradeIfPossible(resource: Resource): Resource {
  return hasRefinedReservations(resource) ? resource : downgradeResource(resource);
}
