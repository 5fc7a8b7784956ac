import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { crc32c } from '@quorate/checkpoint';
import { bytes } from './support/bytes.ts';

// RFC 3720, appendix B.4, and the check value of the catalogue of CRCs.
test.each([
  ['nothing', new Uint8Array(), 0],
  ['the digits from 1 to 9', bytes('123456789'), 0xe3069283],
  ['32 zeros', new Uint8Array(32), 0x8a9136aa],
  ['32 bytes of ones', new Uint8Array(32).fill(0xff), 0x62a8ab43],
  ['32 rising bytes', Uint8Array.from({ length: 32 }, (_, index) => index), 0x46dd794e],
  ['32 falling bytes', Uint8Array.from({ length: 32 }, (_, index) => 31 - index), 0x113fdb5c],
])('the CRC-32C of %s is the published one', (_, content, expected) => {
  expect(crc32c(content)).toBe(expected);
});

test('eight bytes a step give what one bit a step gives, in parts or as a whole', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(100), (content, cut) => {
      const middle = Math.min(cut, content.length);
      expect(crc32c(content)).toBe(bitwise(content));
      const first = crc32c(content, 0, middle);
      expect(crc32c(content, middle, content.length, first)).toBe(bitwise(content));
    }),
  );
});

function bitwise(content: Uint8Array): number {
  let crc = ~0;
  for (const byte of content) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0x82f63b78 : 0);
  }
  return ~crc >>> 0;
}
