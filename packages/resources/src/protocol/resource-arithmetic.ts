import type { Resource } from '@quorate/messages';
import { addRanges, subtractRanges } from './ranges.ts';
import { scalarOf, withScalar } from './resource.ts';
import { addScalars, subtractScalars } from './scalar.ts';

// Sums and differences of two resources that `isAddable` and `isSubtractable` accept. The result is
// the left one with another amount.

export function addResource(left: Resource, right: Resource): Resource {
  switch (left.type) {
    case 'SCALAR':
      return withScalar(left, addScalars(scalarOf(left), scalarOf(right)));
    case 'RANGES':
      return withRanges(left, addRanges(rangesOf(left), rangesOf(right)));
    case 'SET':
      return withItems(left, [...new Set([...itemsOf(left), ...itemsOf(right)])]);
    case 'TEXT':
      return left;
  }
}

/** A scalar may come out below zero: whoever takes more than there is must look. */
export function subtractResource(left: Resource, right: Resource): Resource {
  switch (left.type) {
    case 'SCALAR':
      return withScalar(left, subtractScalars(scalarOf(left), scalarOf(right)));
    case 'RANGES':
      return withRanges(left, subtractRanges(rangesOf(left), rangesOf(right)));
    case 'SET': {
      const taken = new Set(itemsOf(right));
      return withItems(
        left,
        itemsOf(left).filter((item) => !taken.has(item)),
      );
    }
    case 'TEXT':
      return left;
  }
}

function withRanges(resource: Resource, range: ReturnType<typeof rangesOf>): Resource {
  return { ...resource, ranges: { ...resource.ranges, range } };
}

function withItems(resource: Resource, item: readonly string[]): Resource {
  return { ...resource, set: { ...resource.set, item } };
}

function rangesOf(resource: Resource) {
  return resource.ranges?.range ?? [];
}

function itemsOf(resource: Resource): readonly string[] {
  return resource.set?.item ?? [];
}
