import fc from 'fast-check';
import type { Splice } from '../src/value/splice.ts';

/** Values of few different bytes, so that two of them have something in common. */
export const value: fc.Arbitrary<Uint8Array> = fc.uint8Array({ max: 2, maxLength: 80 });

/** Valid splices of a value of that length. */
export function splicesOf(length: number, insertedMax = 40): fc.Arbitrary<readonly Splice[]> {
  const cuts = fc.array(fc.integer({ min: 0, max: length }), { maxLength: 8 });
  const sizes = fc.array(fc.integer({ min: 0, max: insertedMax }), { minLength: 4, maxLength: 4 });
  return fc.tuple(cuts, sizes).map(([places, inserted]) => {
    const sorted = places.sort((a, b) => a - b);
    return inserted.flatMap((size, index) => {
      const [from, to] = [sorted[2 * index], sorted[2 * index + 1]];
      if (from === undefined || to === undefined) return [];
      return [{ offset: from, removed: to - from, inserted: new Uint8Array(size).fill(index + 9) }];
    });
  });
}
