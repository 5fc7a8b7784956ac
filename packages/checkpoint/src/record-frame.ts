import { crc32c } from './crc32c.ts';

/**
 * What stands in front of a record, as 32-bit little-endian numbers:
 *
 * - `none`: its length. The framing of Mesos.
 * - `crc32c`: its length, with the top bit set unless the record is the first of its append, and the
 *   CRC-32C of those four bytes and of the record.
 *
 * The checksum takes in the length, so that zeros are never a record. The bit tells damage from a
 * crash: appends are synced one after the other, so behind what a crash left of the last one no
 * other begins.
 */
export type RecordChecksum = 'none' | 'crc32c';

/** Records larger than this are neither written nor believed. */
export const RECORD_SIZE_BYTES_MAX = 64 * 1024 * 1024;

/** The bit of the length that says: of the same append as the record in front. */
export const CONTINUES = 0x8000_0000;

/** The bytes in front of a record. */
export function frameHeaderBytes(checksum: RecordChecksum): number {
  return checksum === 'crc32c' ? 8 : 4;
}

/** Whether the record of a `crc32c` frame at `offset` is of the same append as the one in front of it. */
export function continuesAppend(frames: Uint8Array, offset: number): boolean {
  return (frames[offset + 3] ?? 0) >= 0x80;
}

/** The checksum of the record of a `crc32c` frame at `offset`, as it ought to be. */
export function frameChecksum(frames: Uint8Array, offset: number, length: number): number {
  const start = offset + 8;
  return crc32c(frames, start, start + length, crc32c(frames, offset, offset + 4));
}

/** The records of one append, each behind its header; no records are no bytes. */
export function frameRecords(
  records: readonly Uint8Array[],
  checksum: RecordChecksum = 'none',
): Uint8Array {
  const headerBytes = frameHeaderBytes(checksum);
  let size = 0;
  for (const record of records) size += headerBytes + record.length;
  const frames = new Uint8Array(size);
  const view = new DataView(frames.buffer);
  let offset = 0;
  for (const record of records) {
    const { length } = record;
    frames.set(record, offset + headerBytes);
    const continues = checksum === 'crc32c' && offset > 0;
    view.setUint32(offset, continues ? length + CONTINUES : length, true);
    if (checksum === 'crc32c') {
      view.setUint32(offset + 4, frameChecksum(frames, offset, length), true);
    }
    offset += headerBytes + length;
  }
  return frames;
}

/** `frameRecords` of one. */
export function frameRecord(record: Uint8Array, checksum: RecordChecksum = 'none'): Uint8Array {
  return frameRecords([record], checksum);
}
