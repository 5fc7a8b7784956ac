import { Resource, type ReservationInfo } from '@quorate/messages';
import { ResourceError } from '../errors.ts';
import { checkMessage } from './check-message.ts';
import { formatResource } from './format-resource.ts';
import { sameReservations } from './compare-resource.ts';
import { isStrictSubroleOf, roleProblem, UNRESERVED_ROLE } from './role.ts';
import { toThousandths } from './scalar.ts';

/**
 * Throws `RESOURCE_INVALID`, naming the resource, unless it is one. Both formats of reservations
 * are accepted. (Mesos src/common/resources.cpp, `Resources::validate`)
 */
export function checkResource(resource: Resource): void {
  checkMessage(Resource, resource, 'a resource', 'RESOURCE_INVALID');
  const problem =
    valueProblem(resource) ??
    diskProblem(resource) ??
    reservationProblem(resource) ??
    sharedProblem(resource);
  if (problem === undefined) return;
  throw new ResourceError('RESOURCE_INVALID', `${formatResource(resource)}: ${problem}`);
}

function valueProblem(resource: Resource): string | undefined {
  const { name, type, scalar, ranges, set } = resource;
  if (name === '') return 'the name must not be empty';
  const held = [scalar && 'SCALAR', ranges && 'RANGES', set && 'SET'].filter((kind) => kind);
  if (type === 'TEXT') return 'a resource cannot be a text';
  if (held.length !== 1 || held[0] !== type) {
    return `expected a value of type ${type} and no other, got ${held.join(' and ') || 'none'}`;
  }
  if (scalar) return scalarProblem(scalar.value);
  if (ranges) return rangesProblem(ranges.range);
  return set && new Set(set.item).size < set.item.length ? 'the set has an item twice' : undefined;
}

function scalarProblem(value: number): string | undefined {
  // Not just below zero: what is rounded to zero would vanish without a word.
  if (value === 0 || toThousandths(value) > 0) return undefined;
  return `the scalar must be 0 or at least 0.001, rounded, got ${value}`;
}

function rangesProblem(
  ranges: readonly { readonly begin: number; readonly end: number }[],
): string | undefined {
  const sorted = [...ranges].sort((a, b) => a.begin - b.begin);
  let previousEnd = -1;
  for (const { begin, end } of sorted) {
    if (begin > end) return `the range ${begin}-${end} ends before it begins`;
    if (begin <= previousEnd) return `the ranges overlap at ${begin}`;
    previousEnd = end;
  }
  return undefined;
}

function diskProblem({ name, disk }: Resource): string | undefined {
  if (!disk) return undefined;
  if (name !== 'disk') return 'only a disk can have disk information';
  const { source } = disk;
  switch (source?.type) {
    case undefined:
    case 'PATH':
    case 'MOUNT':
      return undefined;
    case 'BLOCK':
    case 'RAW':
      if (!source.mount && !source.path) return undefined;
      return `a ${source.type} disk has neither a path nor a mount`;
    case 'UNKNOWN':
      return 'the type of the disk source is not known';
  }
}

function reservationProblem(resource: Resource): string | undefined {
  return resource.reservations.length === 0
    ? oldReservationProblem(resource)
    : (reservationsProblem(resource.reservations) ?? formatsProblem(resource));
}

/** The format before refined reservations: a role, and one reservation of it. */
function oldReservationProblem({
  role = UNRESERVED_ROLE,
  reservation,
}: Resource): string | undefined {
  const problem = roleProblem(role);
  if (problem !== undefined || !reservation) return problem;
  if (reservation.type !== undefined || reservation.role !== undefined) {
    return '`reservation` must have neither a type nor a role';
  }
  return role === UNRESERVED_ROLE ? 'role "*" cannot be reserved' : undefined;
}

function reservationsProblem(reservations: readonly ReservationInfo[]): string | undefined {
  let ancestor: string | undefined;
  for (const { type, role } of reservations) {
    if (type === undefined || type === 'UNKNOWN') return 'a reservation must have a known type';
    if (role === undefined) return 'a reservation must have a role';
    if (role === UNRESERVED_ROLE) return 'role "*" cannot be reserved';
    const problem = roleProblem(role);
    if (problem !== undefined) return problem;
    if (ancestor !== undefined) {
      if (type === 'STATIC') return 'a refined reservation cannot be static';
      if (!isStrictSubroleOf(role, ancestor)) return `role "${role}" does not refine "${ancestor}"`;
    }
    ancestor = role;
  }
  return undefined;
}

/** The old fields may be there too, if there is one reservation and they say the same. */
function formatsProblem({ role, reservation, reservations }: Resource): string | undefined {
  if (role === undefined && reservation === undefined) return undefined;
  const [only, refined] = reservations;
  if (!only || refined) return '`role` and `reservation` cannot express refined reservations';
  if (role !== undefined && role !== only.role) return '`role` differs from the reservation';
  const isDynamic = only.type === 'DYNAMIC';
  if (isDynamic !== (reservation !== undefined)) {
    return '`reservation` must be there exactly if the reservation is dynamic';
  }
  if (!reservation) return undefined;
  if (role === undefined) return '`reservation` needs a `role`';
  const sameReservation = sameReservations([{ ...reservation, type: 'DYNAMIC', role }], [only]);
  return sameReservation ? undefined : '`reservation` differs from the reservation';
}

function sharedProblem({ name, shared, disk }: Resource): string | undefined {
  if (!shared) return undefined;
  return name === 'disk' && disk?.persistence ? undefined : 'only persistent volumes can be shared';
}
