import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  KEY_MAX,
  KEY_MIN,
  METADATA_KEY,
  keyOf,
  meaningOf,
  showKey,
} from '../../src/leveldb/keys.ts';

test.each([
  [0, '0000000001'],
  [9, '0000000010'],
  [9_999_999_998, '9999999999'],
  [9_999_999_999, 'A00000000010000000000'],
  [10_000_000_000, 'A00000000010000000001'],
  [Number.MAX_SAFE_INTEGER, 'A00009007199254740992'],
])('the key of position %i is %s', (position, key) => {
  expect(showKey(keyOf(position))).toBe(key);
  expect(meaningOf(keyOf(position))).toBe(position);
});

test('the metadata has the key before all positions', () => {
  expect(showKey(METADATA_KEY)).toBe('0000000000');
  expect(meaningOf(METADATA_KEY)).toBe('metadata');
  expect(Buffer.compare(METADATA_KEY, keyOf(0))).toBe(-1);
});

test('keys sort as their positions do', () => {
  const near = fc.constantFrom(0, 2 ** 31, 2 ** 32, 9_999_999_998, 2 ** 53 - 1_000);
  const position = fc.tuple(near, fc.nat({ max: 900 })).map(([base, more]) => base + more);
  fc.assert(
    fc.property(position, position, (a, b) => {
      expect(Math.sign(Buffer.compare(keyOf(a), keyOf(b)))).toBe(Math.sign(a - b));
      expect(Buffer.compare(KEY_MIN, keyOf(a))).toBe(-1);
      expect(Buffer.compare(KEY_MAX, keyOf(a))).toBe(1);
    }),
  );
});

test.each([
  ['A00009007199254740993', 'beyond'],
  ['A18446744073709551615', 'beyond'],
  ['A99999999999999999999', 'beyond'],
  ['A00000000000000000001', 'foreign'],
  ['A00000000009999999999', 'foreign'],
  ['000000001', 'foreign'],
  ['00000000001', 'foreign'],
  ['-2147483647', 'foreign'],
  ['00000000 1', 'foreign'],
  ['', 'foreign'],
  ['snapshot', 'foreign'],
  ['a00000000010000000000', 'foreign'],
])('the key %j is %s', (text, meaning) => {
  expect(meaningOf(Buffer.from(text, 'latin1'))).toBe(meaning);
});
