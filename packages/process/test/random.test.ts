import { describe, expect, test } from '@jest/globals';
import { seededRandom, sequentialIds, systemRandom } from '@quorate/process';

test('the same seed gives the same draws, close seeds give others', () => {
  const draw = (seed: number): readonly number[] => {
    const random = seededRandom(seed);
    return Array.from({ length: 8 }, () => random.intBelow(2 ** 32));
  };
  expect(draw(1)).toEqual(draw(1));
  expect(new Set([0, 1, 2, 3, 2 ** 32, 2 ** 53 - 1].map((seed) => `${draw(seed)}`)).size).toBe(6);
  // Fixed for good: a seed written into a bug report must replay on every engine and version.
  expect(draw(7)).toEqual(DRAWS_OF_SEED_7);
});

const DRAWS_OF_SEED_7 = [
  2427842431, 2917685297, 1525832735, 3836590155, 2590827526, 84346879, 2717724727, 1188099829,
];

describe.each([
  ['seeded', seededRandom(42)],
  ['system', systemRandom],
])('the Random interface: %s', (_name, random) => {
  test('next is in [0, 1) and spreads', () => {
    const draws = Array.from({ length: 10_000 }, () => random.next());
    expect(draws.every((draw) => draw >= 0 && draw < 1)).toBe(true);
    const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.03);
  });

  test('intBelow reaches every value below its limit and no other', () => {
    const seen = new Set(Array.from({ length: 1_000 }, () => random.intBelow(6)));
    expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5]);
    expect(random.intBelow(1)).toBe(0);
  });

  test('bytes gives as many as asked for', () => {
    expect(random.bytes(0)).toHaveLength(0);
    expect(new Set(random.bytes(1_000)).size).toBeGreaterThan(200);
  });
});

test('sequential ids count up', () => {
  const ids = sequentialIds('n-');
  expect([ids.unique(), ids.unique()]).toEqual(['n-1', 'n-2']);
});
