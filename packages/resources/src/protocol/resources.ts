import type { ReservationInfo, Resource } from '@quorate/messages';
import { checkResource } from './check-resource.ts';
import { containsResource, isAddable, isSubtractable, sameResource } from './compare-resource.ts';
import { formatResource } from './format-resource.ts';
import { addScalars } from './scalar.ts';
import { addResource, subtractResource } from './resource-arithmetic.ts';
import { upgradeResource } from './resource-format.ts';
import {
  isEmptyResource,
  isPersistentVolume,
  isReserved,
  isShared,
  needsCheckpointing,
  scalarOf,
  withoutAllocation,
  withReservations,
} from './resource.ts';

/** A resource, and how many times it is held: more than once only if it is shared. */
interface Held {
  readonly resource: Resource;
  readonly count: number;
}

/**
 * An amount of resources of any kind. Immutable. (Mesos include/mesos/resources.hpp)
 *
 * Invariants: each resource is valid, not empty, and in the format of refined reservations; two
 * that can be one are one. Shared volumes are held as often as they were added.
 *
 * What is added is checked: `RESOURCE_INVALID` is thrown for what is no resource.
 */
export class Resources implements Iterable<Resource> {
  static readonly EMPTY: Resources = new this([]);
  readonly #held: readonly Held[];

  private constructor(held: readonly Held[]) {
    this.#held = held;
  }

  /** All of these together. Throws `RESOURCE_INVALID`. */
  static of(...resources: readonly Resource[]): Resources {
    return Resources.from(resources);
  }

  /** All of these together. Throws `RESOURCE_INVALID`. */
  static from(resources: Iterable<Resource>): Resources {
    const held: Held[] = [];
    for (const resource of resources) {
      checkResource(resource);
      add(held, { resource: upgradeResource(resource), count: 1 });
    }
    return new Resources(held);
  }

  /** Each resource once, shared ones too. */
  [Symbol.iterator](): Iterator<Resource> {
    return this.toArray()[Symbol.iterator]();
  }

  /** Each resource once, shared ones too. */
  toArray(): readonly Resource[] {
    return this.#held.map(({ resource }) => resource);
  }

  /** How many different resources there are. */
  get size(): number {
    return this.#held.length;
  }

  get isEmpty(): boolean {
    return this.#held.length === 0;
  }

  /** Both together. */
  plus(other: Resources): Resources {
    const held = [...this.#held];
    for (const one of other.#held) add(held, one);
    return new Resources(held);
  }

  /**
   * These without the others. What the others have more of is not there afterwards, and no error:
   * ask `contains` first.
   */
  minus(other: Resources): Resources {
    const held = [...this.#held];
    for (const one of other.#held) subtract(held, one);
    return new Resources(held);
  }

  /** Whether all of the others are in here. */
  contains(other: Resources): boolean {
    const remaining = [...this.#held];
    return other.#held.every((one) => {
      const found = remaining.some((held) => contains(held, one));
      if (found) subtract(remaining, one);
      return found;
    });
  }

  equals(other: Resources): boolean {
    return this.contains(other) && other.contains(this);
  }

  /** How often a resource is held, exactly this amount of it: more than once only if shared. */
  count(resource: Resource): number {
    return this.#held.find((held) => sameResource(held.resource, resource))?.count ?? 0;
  }

  filter(predicate: (resource: Resource) => boolean): Resources {
    return new Resources(this.#held.filter(({ resource }) => predicate(resource)));
  }

  /** What is reserved, to any role or to this one. */
  reserved(role?: string): Resources {
    return this.filter((resource) => isReserved(resource, role));
  }

  unreserved(): Resources {
    return this.filter((resource) => !isReserved(resource));
  }

  persistentVolumes(): Resources {
    return this.filter(isPersistentVolume);
  }

  shared(): Resources {
    return this.filter(isShared);
  }

  /** What an agent has to remember: dynamic reservations and persistent volumes of its own. */
  checkpointed(): Resources {
    return this.filter(needsCheckpointing);
  }

  /** The sum of the scalars of this name; undefined if there is none. */
  scalar(name: string): number | undefined {
    const values = this.toArray()
      .filter((resource) => resource.name === name && resource.type === 'SCALAR')
      .map(scalarOf);
    return values.length === 0 ? undefined : values.reduce(addScalars, 0);
  }

  /** The same resources, allocated to nobody. */
  unallocated(): Resources {
    return this.#map(withoutAllocation);
  }

  /** The same resources, reserved to nobody. */
  toUnreserved(): Resources {
    return this.#map((resource) => withReservations(resource, []));
  }

  /** With one more reservation on each. Throws `RESOURCE_INVALID` if it does not refine the last. */
  pushReservation(reservation: ReservationInfo): Resources {
    return this.#map((resource) => {
      const refined = withReservations(resource, [...resource.reservations, reservation]);
      checkResource(refined);
      return refined;
    });
  }

  /** Without the last reservation of each. */
  popReservation(): Resources {
    return this.#map((resource) => withReservations(resource, resource.reservations.slice(0, -1)));
  }

  toString(): string {
    return this.#held
      .map(({ resource, count }) => formatResource(resource) + (count > 1 ? ` x ${count}` : ''))
      .join('; ');
  }

  #map(change: (resource: Resource) => Resource): Resources {
    const held: Held[] = [];
    for (const { resource, count } of this.#held) add(held, { resource: change(resource), count });
    return new Resources(held);
  }
}

function add(held: Held[], one: Held): void {
  if (isEmptyResource(one.resource)) return;
  const index = held.findIndex(({ resource }) => isAddable(resource, one.resource));
  const same = held[index];
  if (!same) held.push(one);
  else if (isShared(one.resource)) held[index] = { ...same, count: same.count + one.count };
  else held[index] = { resource: addResource(same.resource, one.resource), count: 1 };
}

function subtract(held: Held[], one: Held): void {
  if (isEmptyResource(one.resource)) return;
  const index = held.findIndex(({ resource }) => isSubtractable(resource, one.resource));
  const from = held[index];
  if (!from) return;
  const rest: Held = isShared(one.resource)
    ? { ...from, count: from.count - one.count }
    : { resource: subtractResource(from.resource, one.resource), count: 1 };
  const isGone = rest.count <= 0 || scalarOf(rest.resource) < 0 || isEmptyResource(rest.resource);
  if (!isGone) {
    held[index] = rest;
    return;
  }
  // As upstream does, whose order of the resources is what its files show.
  const last = held.pop();
  if (last && index < held.length) held[index] = last;
}

function contains(left: Held, right: Held): boolean {
  if (isShared(left.resource)) {
    return left.count >= right.count && sameResource(left.resource, right.resource);
  }
  return containsResource(left.resource, right.resource);
}
