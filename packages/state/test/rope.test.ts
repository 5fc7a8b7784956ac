import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Rope } from '../src/value/rope.ts';
import { checkSplices, lengthAfter, spliceBetween, type Splice } from '../src/value/splice.ts';
import { value } from './arbitraries.ts';
import { bytes, text } from './helpers.ts';

describe('a rope', () => {
  test('that is spliced again and again has the bytes of an array that is', () => {
    const step = fc.record({ at: fc.nat(), removed: fc.nat(40), inserted: value });
    const property = fc.property(value, fc.array(step, { maxLength: 12 }), (start, steps) => {
      let rope = Rope.of(start);
      const model = [...start];
      for (const { at: anywhere, removed: many, inserted } of steps) {
        const offset = anywhere % (model.length + 1);
        const removed = Math.min(many, model.length - offset);
        const splices = [{ offset, removed, inserted }];
        expect(lengthAfter(splices, rope.length)).toBe(model.length - removed + inserted.length);
        rope = rope.splice(splices);
        model.splice(offset, removed, ...inserted);
        expect([...rope.bytes()]).toEqual(model);
        const [from, to] = [model.length >> 2, model.length >> 1];
        expect([...rope.bytes(from, to)]).toEqual(model.slice(from, to));
      }
    });
    fc.assert(property, { numRuns: 300, seed: 20_240_823 });
  });

  test('does not change when another is made of it', () => {
    const rope = Rope.of(bytes('abc'));
    const changed = rope.splice([{ offset: 1, removed: 1, inserted: bytes('X') }]);
    expect([text(rope.bytes()), text(changed.bytes())]).toEqual(['abc', 'aXc']);
  });

  test('stays in few pieces, however often it changes', () => {
    let rope = Rope.of(new Uint8Array(1_000_000));
    for (let n = 0; n < 3_000; n++) {
      rope = rope.splice([{ offset: n * 100, removed: 40, inserted: new Uint8Array(40) }]);
    }
    expect(rope.length).toBe(1_000_000);
    expect(rope.pieceCount).toBeLessThanOrEqual(1_025);
  });
});

describe('splices', () => {
  test('between two values are none if they are equal, and one if not', () => {
    expect(spliceBetween(bytes('same'), bytes('same'))).toEqual([]);
    const expected = [{ offset: 2, removed: 1, inserted: bytes('XY') }];
    expect(spliceBetween(bytes('abcde'), bytes('abXYde'))).toEqual(expected);
    expect(spliceBetween(bytes('aa'), bytes('aaa'))).toEqual([
      { offset: 2, removed: 0, inserted: bytes('a') },
    ]);
  });

  test.each([
    ['out of order', [at(2, 1), at(1, 1)]],
    ['overlapping', [at(0, 3), at(2, 1)]],
    ['beyond the end', [at(3, 3)]],
    ['negative', [at(-1, 1)]],
    ['of a negative length', [at(1, -1)]],
    ['fractions', [at(0.5, 1)]],
    ['without bytes', [{ offset: 0, removed: 0, inserted: 'x' as never }]],
  ])('%s are refused', (_what, splices) => {
    expect(() => checkSplices(splices, 5)).toThrow(
      expect.objectContaining({ code: 'STATE_SPLICE_INVALID' }),
    );
  });
});

function at(offset: number, removed: number): Splice {
  return { offset, removed, inserted: new Uint8Array() };
}
