/** The reversed Castagnoli polynomial. */
const POLYNOMIAL = 0x82f63b78;

/** Eight tables, so that eight bytes take one step ("slicing by 8", Intel 2006). */
const TABLES: readonly Int32Array[] = makeTables();

function makeTables(): readonly Int32Array[] {
  const first = new Int32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
    first[byte] = crc;
  }
  const tables = [first];
  for (let slice = 1; slice < 8; slice++) {
    const before = tables[slice - 1] as Int32Array;
    tables.push(before.map((crc) => (crc >>> 8) ^ (first[crc & 0xff] as number)));
  }
  return tables;
}

const [T0, T1, T2, T3, T4, T5, T6, T7] = TABLES as readonly [
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
];
const at = (table: Int32Array, index: number): number => table[index] as number;
const byteAt = (bytes: Uint8Array, index: number): number => bytes[index] as number;

/**
 * The CRC-32C of `bytes`, from 0 to 2^32-1. It finds every burst of up to 32 flipped bits, which a
 * torn or rotten record shows; it is no protection against forgery.
 *
 * @param before the CRC of what comes in front of the bytes, to go on from there
 *
 * Source: RFC 3720, appendix B.4.
 */
export function crc32c(bytes: Uint8Array, start = 0, end = bytes.length, before = 0): number {
  let crc = ~before;
  let index = start;
  for (const last = end - 8; index <= last; index += 8) {
    const low =
      crc ^
      (byteAt(bytes, index) |
        (byteAt(bytes, index + 1) << 8) |
        (byteAt(bytes, index + 2) << 16) |
        (byteAt(bytes, index + 3) << 24));
    crc =
      at(T7, low & 0xff) ^
      at(T6, (low >>> 8) & 0xff) ^
      at(T5, (low >>> 16) & 0xff) ^
      at(T4, low >>> 24) ^
      at(T3, byteAt(bytes, index + 4)) ^
      at(T2, byteAt(bytes, index + 5)) ^
      at(T1, byteAt(bytes, index + 6)) ^
      at(T0, byteAt(bytes, index + 7));
  }
  for (; index < end; index++) crc = at(T0, (crc ^ byteAt(bytes, index)) & 0xff) ^ (crc >>> 8);
  return ~crc >>> 0;
}
