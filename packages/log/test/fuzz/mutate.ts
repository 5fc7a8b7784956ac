import type { Random } from '@quorate/process';

/** Bytes that decoders stumble over: ends of varints, lengths, wire types, line ends. */
const TELLING = [0, 1, 7, 10, 13, 0x7f, 0x80, 0xff];

/** Changes bytes in one to four ways, as a broken peer or a hostile one might. */
export function mutate(random: Random, original: Uint8Array, other: Uint8Array): Uint8Array {
  let bytes = Buffer.from(original);
  for (let left = 1 + random.intBelow(4); left > 0; left--) bytes = changed(random, bytes, other);
  return bytes;
}

function changed(random: Random, bytes: Buffer, other: Uint8Array): Buffer<ArrayBuffer> {
  const at = random.intBelow(bytes.length + 1);
  const length = random.intBelow(Math.min(64, bytes.length - at) + 1);
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
  const copy = Buffer.from(bytes);
  switch (random.intBelow(8)) {
    case 0:
      copy[at] = (copy[at] ?? 0) ^ (1 << random.intBelow(8));
      return copy;
    case 1:
      copy[at] = TELLING[random.intBelow(TELLING.length)] ?? 0;
      return copy;
    case 2:
      return Buffer.concat([before, random.bytes(1 + random.intBelow(16)), after]);
    case 3:
      return Buffer.concat([before, after.subarray(length)]);
    case 4:
      return Buffer.concat([before, after.subarray(0, length), after]);
    case 5:
      return Buffer.from(before);
    case 6:
      return Buffer.concat([before, other.subarray(random.intBelow(other.length + 1))]);
    default:
      // A varint that says a great deal follows, or that has no end.
      return Buffer.concat([before, Buffer.alloc(1 + random.intBelow(11), 0xff), after]);
  }
}
