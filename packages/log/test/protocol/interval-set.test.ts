// Upstream's interval tests by meaning, and a model test against a Set of integers.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { IntervalSet, formatInterval } from '../../src/protocol/interval-set.ts';
import type { Interval } from '../../src/protocol/interval-set.ts';

describe('IntervalTest', () => {
  test('Interval: bounds that touch make one interval', () => {
    const set = IntervalSet.of([2, 4]);
    expect(set.contains(1)).toBe(false);
    expect(set.contains(2)).toBe(true);
    expect(set.contains(3)).toBe(true);
    expect([set.intervalCount, set.size]).toEqual([1, 2]);

    set.add([4, 5]);
    expect(set.contains(4)).toBe(true);
    expect(set.contains(5)).toBe(false);
    expect([set.intervalCount, set.size]).toEqual([1, 3]);

    set.add([5, 6]);
    expect(set.contains(5)).toBe(true);
    expect(set.contains(6)).toBe(false);
    expect([set.intervalCount, set.size]).toEqual([1, 4]);

    set.add(IntervalSet.closed(6, 7));
    expect(set.contains(6)).toBe(true);
    expect(set.contains(7)).toBe(true);
    expect([set.intervalCount, set.size]).toEqual([1, 6]);
  });

  test('EmptyInterval: adding nothing changes nothing', () => {
    const set = new IntervalSet();
    for (const empty of [
      [1, 0],
      [2, 1],
      [1, 0],
      [3, 3],
    ] as const) {
      set.add(empty);
      expect(set.isEmpty).toBe(true);
      expect(set.intervalCount).toBe(0);
    }
    set.add(IntervalSet.closed(2, 2));
    expect(set.contains(2)).toBe(true);
    expect([set.size, set.intervalCount]).toEqual([1, 1]);

    set.add([0, 1]);
    expect(set.contains(0)).toBe(true);
    expect(set.contains(2)).toBe(true);
    expect([set.size, set.intervalCount]).toEqual([2, 2]);
  });

  test('IntervalEqual: sets are equal when they hold the same integers', () => {
    expect(IntervalSet.of([1, 3]).equals(IntervalSet.closed(1, 2))).toBe(true);
    expect(IntervalSet.of([2, 1]).equals(IntervalSet.of([2, 2]))).toBe(true);
    expect(IntervalSet.of([1, 3]).equals(IntervalSet.of([2, 1]))).toBe(false);
    expect(IntervalSet.of([1, 3]).equals(IntervalSet.of([3, 4]))).toBe(false);
    expect(IntervalSet.of([1, 3]).equals(IntervalSet.of([1, 4]))).toBe(false);
    expect(IntervalSet.of().equals(IntervalSet.of([3, 4]))).toBe(false);
  });

  test('Constructor: from one integer, and from bounds', () => {
    const one = IntervalSet.of(0);
    expect(one.contains(0)).toBe(true);
    expect([one.intervalCount, one.size]).toEqual([1, 1]);

    const two = IntervalSet.closed(1, 2);
    expect(two.contains(1)).toBe(true);
    expect(two.contains(2)).toBe(true);
    expect([two.intervalCount, two.size]).toEqual([1, 2]);
  });

  test('Contains: integers, intervals and sets', () => {
    const set = IntervalSet.closed(1, 10);
    expect(set.contains(1)).toBe(true);
    expect(set.contains(10)).toBe(true);
    expect(set.contains(11)).toBe(false);
    expect(set.contains(0)).toBe(false);

    expect(set.contains([2, 11])).toBe(true);
    expect(set.contains([3, 4])).toBe(true);
    expect(set.contains([5, 12])).toBe(false);
    expect(set.contains([1, 21])).toBe(false);

    const inner = IntervalSet.of([5, 10]);
    expect(set.contains(inner)).toBe(true);
    expect(inner.contains(set)).toBe(false);

    const empty = new IntervalSet();
    expect(set.contains(empty)).toBe(true);
    expect(empty.contains(inner)).toBe(false);
  });

  test('Addition: what touches is merged', () => {
    const set = IntervalSet.of(1, 2, 3);
    expect([set.intervalCount, set.size]).toEqual([1, 3]);

    set.add(IntervalSet.closed(5, 6));
    expect(set.contains(4)).toBe(false);
    expect([set.intervalCount, set.size]).toEqual([2, 5]);

    set.add([3, 5]);
    expect(set.contains(4)).toBe(true);
    expect([set.intervalCount, set.size]).toEqual([1, 6]);

    set.add(IntervalSet.closed(8, 9));
    expect([set.intervalCount, set.size]).toEqual([2, 8]);
  });

  test('Subtraction: what is taken from the middle splits an interval', () => {
    const set = IntervalSet.closed(1, 10);
    set.subtract(5);
    expect(set.contains(5)).toBe(false);
    expect([set.intervalCount, set.size]).toEqual([2, 9]);

    set.subtract([2, 9]);
    expect(set.contains(2)).toBe(false);
    expect(set.contains(8)).toBe(false);
    expect([set.intervalCount, set.size]).toEqual([2, 3]);

    set.subtract([1, 2]);
    expect(set.contains(1)).toBe(false);
    expect([set.intervalCount, set.size]).toEqual([1, 2]);

    set.subtract(IntervalSet.of([6, 11]));
    expect(set.isEmpty).toBe(true);
    expect(set.intervalCount).toBe(0);
  });

  test('Intersection: with an interval and with a set', () => {
    const set = IntervalSet.closed(1, 3);
    set.intersect([2, 5]);
    expect(set.contains(1)).toBe(false);
    expect([set.intervalCount, set.size]).toEqual([1, 2]);

    set.intersect(IntervalSet.of(6));
    expect(set.isEmpty).toBe(true);
    expect(set.intervalCount).toBe(0);
  });

  test('IntersectionTest: whether anything is in common', () => {
    const set = IntervalSet.closed(1, 3);
    const three = IntervalSet.of([3, 4]);
    const seven = IntervalSet.of([7, 8]);

    expect(set.intersects([5, 7])).toBe(false);
    expect(three.intersects([1, 6])).toBe(true);
    expect(seven.intersects([7, 9])).toBe(true);
    expect(three.intersects([5, 7])).toBe(false);
    expect(three.intersects([7, 9])).toBe(false);
    expect(three.intersects([3, 3])).toBe(false);
    expect(set.intersects(three)).toBe(true);
    expect(three.intersects(set)).toBe(true);
    expect(seven.intersects(three)).toBe(false);
    expect(set.intersects(3)).toBe(true);
    expect(set.intersects(4)).toBe(false);
  });

  test('LargeInterval: a billion integers take one interval', () => {
    const set = IntervalSet.of([2, 100], [100, 1_000_000_001]);
    expect(set.contains(1)).toBe(false);
    for (const inside of [5, 100, 100_000, 1_000_000_000]) expect(set.contains(inside)).toBe(true);
    expect([set.intervalCount, set.size]).toEqual([1, 999_999_999]);
  });

  test('IntervalIteration: intervals come in ascending order', () => {
    const set = IntervalSet.of([0, 2], [3, 4], [5, 7], [8, 10]);
    expect(set.intervalCount).toBe(4);
    expect(set.intervals()).toEqual([
      [0, 2],
      [3, 4],
      [5, 7],
      [8, 10],
    ]);
    expect([...set]).toEqual([0, 1, 3, 5, 6, 8, 9]);
  });

  test('Stream: the text form', () => {
    expect(formatInterval([1, 3])).toBe('[1,3)');
    expect(formatInterval([0, 5])).toBe('[0,5)');
    expect(formatInterval([1, 1])).toBe('[)');
    const set = IntervalSet.of([8, 10]);
    expect(`${set}`).toBe('{[8,10)}');
    expect(`${set.add(5)}`).toBe('{[5,6)[8,10)}');
    expect(`${set.add([7, 10])}`).toBe('{[5,6)[7,10)}');
  });

  test('InfixOperator: sum and difference of copies', () => {
    const low = IntervalSet.closed(0, 1);
    const two = IntervalSet.of([2, 3]);
    const all = IntervalSet.closed(0, 2);
    for (const value of [two, [2, 3] as const, 2]) {
      expect(low.clone().add(value).equals(all)).toBe(true);
      expect(all.clone().subtract(value).equals(low)).toBe(true);
    }
    expect(all.clone().subtract([0, 2]).equals(two)).toBe(true);
    expect(`${low} ${two} ${all}`).toBe('{[0,2)} {[2,3)} {[0,3)}');
  });
});

test('the largest position and its upper bound are exact', () => {
  const max = Number.MAX_SAFE_INTEGER;
  const set = IntervalSet.of(max);
  expect(set.intervals()).toEqual([[max, 2 ** 53]]);
  expect(set.add(max - 1).intervalCount).toBe(1);
  expect(set.subtract(max).contains(max)).toBe(false);
  expect(set.contains(max - 1)).toBe(true);
});

const LIMIT = 40;
const interval = fc
  .tuple(fc.nat({ max: LIMIT }), fc.nat({ max: LIMIT }))
  .map(([lower, upper]): Interval => [lower, upper]);
const operation = fc.record({
  name: fc.constantFrom('add', 'subtract', 'intersect'),
  intervals: fc.array(interval, { maxLength: 3 }),
});

function integersOf(intervals: readonly Interval[]): Set<number> {
  const integers = new Set<number>();
  for (const [lower, upper] of intervals) {
    for (let value = lower; value < upper; value++) integers.add(value);
  }
  return integers;
}

test('any sequence of operations agrees with a Set of integers', () => {
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 20 }), (operations) => {
      const set = new IntervalSet();
      let model = new Set<number>();
      for (const { name, intervals } of operations) {
        const others = integersOf(intervals);
        const argument = IntervalSet.of(...intervals);
        if (name === 'add') {
          set.add(argument);
          for (const value of others) model.add(value);
        } else if (name === 'subtract') {
          set.subtract(argument);
          for (const value of others) model.delete(value);
        } else {
          set.intersect(argument);
          model = new Set([...model].filter((value) => others.has(value)));
        }
        const sorted = [...model].sort((a, b) => a - b);
        const found = Array.from({ length: LIMIT + 1 }, (_, value) => value);
        const ranges = intervals.map((range) => [set.contains(range), set.intersects(range)]);
        const expected = intervals
          .map((range) => [...integersOf([range])])
          .map((range) => [
            range.every((value) => model.has(value)),
            range.some((value) => model.has(value)),
          ]);
        expect({
          all: [...set],
          found: found.filter((value) => set.contains(value)),
          ranges,
          facts: [set.size, set.isEmpty],
        }).toEqual({
          all: sorted,
          found: sorted,
          ranges: expected,
          facts: [model.size, model.size === 0],
        });
        // Sorted, not empty, and with a gap between each two.
        const bounds = set.intervals().flat();
        const ascending = [...new Set(bounds)].sort((a, b) => a - b);
        expect(bounds).toEqual(ascending);
      }
    }),
    { numRuns: 200 },
  );
});

test('a hundred thousand holes are searched in logarithmic time', () => {
  const set = new IntervalSet();
  for (let value = 0; value < 200_000; value += 2) set.add(value);
  expect(set.intervalCount).toBe(100_000);
  let found = 0;
  for (let value = 0; value < 200_000; value++) if (set.contains(value)) found++;
  expect(found).toBe(100_000);
});
