import { crc32c } from './crc32c.ts';

/**
 * What stands in front of a record: its length (`none`, as Mesos writes it), or its length and its
 * CRC-32C. Both as 32-bit little-endian numbers.
 */
export type RecordChecksum = 'none' | 'crc32c';

/** Records larger than this are neither written nor believed. */
export const RECORD_SIZE_BYTES_MAX = 64 * 1024 * 1024;

/** The bytes in front of a record. */
export function frameHeaderBytes(checksum: RecordChecksum): number {
  return checksum === 'crc32c' ? 8 : 4;
}

/** Records one behind the other, each behind its header; no records are no bytes. */
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
    view.setUint32(offset, record.length, true);
    if (checksum === 'crc32c') view.setUint32(offset + 4, crc32c(record), true);
    frames.set(record, offset + headerBytes);
    offset += headerBytes + record.length;
  }
  return frames;
}

/** `frameRecords` of one. */
export function frameRecord(record: Uint8Array, checksum: RecordChecksum = 'none'): Uint8Array {
  return frameRecords([record], checksum);
}
