import { expect, test } from '@jest/globals';
import { PlacedSet } from '../../src/linearizability/placed-set.ts';
import { SeenConfigurations } from '../../src/linearizability/seen-configurations.ts';

/** Of 200 calls, of which the first 100 have a return; all sets have one hash. */
function setOf(...calls: readonly number[]): PlacedSet {
  const set = new PlacedSet(100, 200);
  for (const call of calls) set.add(call);
  set.hashLow = 7;
  set.hashHigh = 7;
  return set;
}

const range = (from: number, until: number): readonly number[] =>
  Array.from({ length: until - from }, (_, index) => from + index);

test('configurations with one hash are told apart by calls and state', () => {
  const seen = new SeenConfigurations<string>(Object.is);
  const sets = [setOf(), setOf(0), setOf(1), setOf(40), setOf(0, 40), setOf(...range(0, 33))];
  for (const set of sets) {
    expect(seen.add(set, 'a', 1)).toBe(true);
    expect(seen.add(set, 'b', 1)).toBe(true);
  }
  for (const set of sets) {
    expect(seen.add(set, 'a', 1)).toBe(false);
    expect(seen.add(set, 'b', 1)).toBe(false);
  }
});

test('a configuration that has placed more open calls than another is not new, one with others is', () => {
  const seen = new SeenConfigurations<string>(Object.is);
  expect(seen.add(setOf(0, 100, 150), 'a', 1)).toBe(true);
  expect(seen.add(setOf(0, 100, 150, 199), 'a', 1)).toBe(false);
  expect(seen.add(setOf(0, 100, 199), 'a', 1)).toBe(true);
  expect(seen.add(setOf(0, 100), 'a', 1)).toBe(true);
});

test('more than there is room for at first are remembered', () => {
  const seen = new SeenConfigurations<number>(Object.is);
  for (const state of range(0, 1000)) expect(seen.add(setOf(state % 100), state, state)).toBe(true);
  for (const state of range(0, 1000))
    expect(seen.add(setOf(state % 100), state, state)).toBe(false);
});

test('a set knows which words are full in front, and which are empty behind', () => {
  const set = new PlacedSet(100, 100);
  const bounds = (): readonly number[] => [set.low, set.high];
  expect(bounds()).toEqual([0, -1]);
  for (const call of range(0, 70)) set.add(call);
  expect(bounds()).toEqual([2, 2]);
  for (const call of range(64, 70)) set.delete(call);
  expect(bounds()).toEqual([2, 1]);
  set.delete(31);
  expect(bounds()).toEqual([0, 1]);
  set.add(31);
  set.add(99);
  expect(bounds()).toEqual([2, 3]);
  for (const call of [99, ...range(0, 64)]) set.delete(call);
  expect([...bounds(), set.hashLow, set.hashHigh]).toEqual([0, -1, 0, 0]);
});
