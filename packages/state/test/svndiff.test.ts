import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { StateError } from '../src/errors.ts';
import { applySvndiff } from '../src/svndiff/apply.ts';
import { encodeSvndiff } from '../src/svndiff/encode.ts';
import { decodeWindows } from '../src/svndiff/window.ts';
import { Rope } from '../src/value/rope.ts';
import { spliceBetween, type Splice } from '../src/value/splice.ts';
import { splicesOf, value } from './arbitraries.ts';
import { bytes, text } from './helpers.ts';

const WINDOW = 102_400;

describe('SVNTest: what is encoded', () => {
  test('DiffPatch: gives the other value, whatever the two are', () => {
    const property = fc.property(value, value, (from, to) => {
      const diff = encodeSvndiff(spliceBetween(from, to), from.length);
      expect(apply(from, diff)).toEqual(to);
    });
    fc.assert(property, { numRuns: 500, seed: 20_240_823 });
  });

  test('gives what the splices give, also over many windows', () => {
    const property = fc.property(
      fc.integer({ min: 0, max: 500_000 }).chain(largeWithSplices),
      (given) => {
        const { from, splices } = given;
        const diff = encodeSvndiff(splices, from.length);
        expect(Buffer.from(apply(from, diff)).equals(naively(from, splices))).toBe(true);
      },
    );
    fc.assert(property, { numRuns: 60, seed: 20_240_823 });
  });

  test('keeps to what Subversion reads: small windows, whose views follow each other', () => {
    const from = new Uint8Array(1_000_000).fill(7);
    const splices = [
      { offset: 10, removed: 150_000, inserted: new Uint8Array(3) },
      { offset: 400_000, removed: 0, inserted: new Uint8Array(250_000) },
      { offset: 999_999, removed: 1, inserted: Uint8Array.of(1) },
    ];
    const windows = [...decodeWindows(encodeSvndiff(splices, from.length))];
    let end = 0;
    for (const { viewOffset, viewLength, targetLength } of windows) {
      expect(Math.max(viewLength, targetLength)).toBeLessThanOrEqual(WINDOW);
      // Without a gap: Subversion reads the value before as a stream.
      expect(viewOffset).toBe(end);
      end = viewOffset + viewLength;
    }
    expect(end).toBe(999_999);
    expect(windows.length).toBeLessThan(1_350_000 / WINDOW + 6);
  });

  test('costs a few bytes for each window of what stays', () => {
    const splices = [{ offset: 5_000_000, removed: 100, inserted: new Uint8Array(80) }];
    const diff = encodeSvndiff(splices, 10_000_000);
    expect(diff.length).toBeLessThan(80 + 98 * 25);
  });

  test('EmptyDiffPatch: no change at all, and no value at all, are differences too', () => {
    expect(apply(bytes('same'), encodeSvndiff([], 4))).toEqual(bytes('same'));
    expect([...encodeSvndiff([], 0)]).toEqual([0x53, 0x56, 0x4e, 0]);
    expect(apply(bytes(''), encodeSvndiff([], 0))).toEqual(bytes(''));
    expect(apply(bytes('gone'), encodeSvndiff(spliceBetween(bytes('gone'), bytes('')), 4))).toEqual(
      bytes(''),
    );
  });
});

describe("differences by Subversion's own library, which Mesos uses", () => {
  // Written by svn_txdelta_to_svndiff3 of Subversion 1.14, version 0, as Mesos calls it.
  const cases = JSON.parse(
    readFileSync(join(__dirname, 'fixtures', 'svndiff', 'by-subversion.json'), 'utf8'),
  ) as readonly Record<'name' | 'from' | 'to' | 'diff', string>[];

  test.each(cases)('$name', ({ from, to, diff }) => {
    expect(Buffer.from(apply(base64(from), base64(diff))).equals(base64(to))).toBe(true);
  });
});

describe('a copy from the target', () => {
  test('may run into what it makes, and repeats it', () => {
    // "ab" as new bytes, then 6 from offset 0 of what was made.
    const diff = svndiff([0, 0, 8, 3, 2, 0x82, 0x46, 0], 'ab');
    expect(text(apply(bytes(''), diff))).toBe('abababab');
  });
});

describe('what is no difference is refused', () => {
  test.each<[string, Uint8Array]>([
    ['nothing', bytes('')],
    ['another magic', bytes('GIF\0')],
    ['half a header', bytes('SV')],
    ['half a window', svndiff([0, 0, 8])],
    ['a number without an end', svndiff([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff])],
    ['a number beyond 2^53', svndiff([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f, 0, 1, 2, 1])],
    ['instructions that are cut off', svndiff([0, 0, 2, 5, 2, 0x82])],
    ['new bytes that are cut off', svndiff([0, 0, 2, 1, 2, 0x82], 'a')],
    ['new bytes left over', svndiff([0, 0, 1, 1, 2, 0x81], 'ab')],
    ['new bytes that are missing', svndiff([0, 0, 3, 1, 2, 0x83], 'ab')],
    ['too few bytes made', svndiff([0, 0, 3, 1, 2, 0x82], 'ab')],
    ['too many bytes made', svndiff([0, 0, 1, 1, 2, 0x82], 'ab')],
    ['an instruction of length 0', svndiff([0, 0, 2, 3, 2, 0x80, 0, 0x82], 'ab')],
    ['an instruction of kind 3', svndiff([0, 0, 1, 1, 0, 0xc1])],
    ['a copy beyond the view', svndiff([0, 3, 3, 2, 0, 0x03, 1])],
    ['a copy from a target not made yet', svndiff([0, 0, 2, 2, 0, 0x42, 0])],
    ['a view beyond the source', svndiff([0, 5, 5, 2, 0, 0x05, 0])],
    ['a view far beyond', svndiff([0, 4, 4, 2, 0, 0x04, 0, 4, 1, 1, 2, 0, 0x01, 0])],
    ['a window of 102,401 bytes', svndiff([0, 0, 0x86, 0xa0, 0x01, 0, 0])],
    ['a view of 102,401 bytes', svndiff([0, 0x86, 0xa0, 0x01, 1, 2, 0, 0x01, 0])],
    ['a view that leaves out a part', svndiff([1, 2, 2, 2, 0, 0x02, 0])],
    ['a view that goes back', svndiff([0, 3, 3, 2, 0, 0x03, 0, 0, 2, 2, 2, 0, 0x02, 0])],
  ])('%s: STATE_DIFF_MALFORMED', (_what, diff) => {
    expect(codeOf(() => apply(bytes('four'), diff))).toBe('STATE_DIFF_MALFORMED');
  });

  test.each([1, 2, 255])('version %i: STATE_DIFF_UNSUPPORTED', (version) => {
    const diff = Uint8Array.of(0x53, 0x56, 0x4e, version);
    expect(codeOf(() => apply(bytes(''), diff))).toBe('STATE_DIFF_UNSUPPORTED');
  });

  test('one that asks for more than is allowed, before it is made', () => {
    const large = svndiff([0, 4, 4, 2, 0, 0x04, 0, 0, 4, 4, 2, 0, 0x04, 0]);
    expect(text(apply(bytes('four'), large))).toBe('fourfour');
    expect(codeOf(() => applySvndiff(Rope.of(bytes('four')), large, 7))).toBe(
      'STATE_DIFF_MALFORMED',
    );
  });

  test('any bytes at all give a value or a typed error, and so does any damage', () => {
    const from = bytes('the quick brown fox jumps over the lazy dog');
    const good = encodeSvndiff(
      [
        { offset: 4, removed: 5, inserted: bytes('slow') },
        { offset: 16, removed: 3, inserted: bytes('cat') },
      ],
      from.length,
    );
    const damaged = fc
      .tuple(fc.nat(good.length - 1), fc.integer({ min: 0, max: 255 }), fc.nat(good.length))
      .map(([at, byte, end]) => good.with(at, byte).slice(0, end));
    const any = fc.uint8Array({ maxLength: 60 }).map((rest) => svndiff([...rest]));
    const property = fc.property(fc.oneof(damaged, any), (diff) => {
      try {
        expect(apply(from, diff)).toBeInstanceOf(Uint8Array);
      } catch (error) {
        expect(error).toBeInstanceOf(StateError);
      }
    });
    fc.assert(property, { numRuns: 3_000, seed: 20_240_823 });
  });
});

function apply(from: Uint8Array, diff: Uint8Array): Uint8Array {
  return applySvndiff(Rope.of(from), diff).bytes();
}

function svndiff(numbers: readonly number[], fresh = ''): Uint8Array {
  return Uint8Array.of(0x53, 0x56, 0x4e, 0, ...numbers, ...bytes(fresh));
}

function base64(value: string): Buffer {
  return Buffer.from(value, 'base64');
}

function codeOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
  throw new Error('expected it to throw');
}

function largeWithSplices(length: number) {
  const from = Uint8Array.from({ length }, (_, index) => (index * 2_654_435_761) >>> 24);
  return splicesOf(length, 200_000).map((splices) => ({ from, splices }));
}

function naively(from: Uint8Array, splices: readonly Splice[]): Uint8Array {
  const parts: Uint8Array[] = [];
  let kept = 0;
  for (const { offset, removed, inserted } of splices) {
    parts.push(from.subarray(kept, offset), inserted);
    kept = offset + removed;
  }
  return Buffer.concat([...parts, from.subarray(kept)]);
}
