import { crc32c } from '@quorate/checkpoint';

/** LevelDB's log format: records in fragments, none of which crosses the end of a block. */
const BLOCK_SIZE_BYTES = 32_768;
/** Checksum (4), length (2), type (1). */
const HEADER_SIZE_BYTES = 7;
const TYPE_FULL = 1;
const TYPE_FIRST = 2;
const TYPE_LAST = 4;
/** Sequence number (8) and count (4) in front of the changes of a batch. */
const BATCH_SIZE_BYTES_MIN = 12;
const CRC_MASK_DELTA = 0xa282ead8;

/**
 * Where a write-ahead log is damaged in front of a batch that is whole; undefined if it is not.
 *
 * A crash leaves nothing but a torn end behind: each batch is synced before the next is written. LevelDB
 * takes any damage for such an end, and drops what follows in its block without a word. A replica would
 * then have forgotten what it promised. Damage within the last batch cannot be told from a torn end.
 */
export function findDamage(log: Uint8Array): number | undefined {
  for (let offset = 0; ;) {
    const left = BLOCK_SIZE_BYTES - (offset % BLOCK_SIZE_BYTES);
    if (left < HEADER_SIZE_BYTES) {
      offset += left;
      continue;
    }
    if (offset + HEADER_SIZE_BYTES > log.length) return undefined;
    const length = fragmentLength(log, offset);
    if (length === undefined) return hasBatchBehind(log, offset) ? offset : undefined;
    offset += HEADER_SIZE_BYTES + length;
  }
}

/** Looks everywhere: a length that is damaged leads nowhere. */
function hasBatchBehind(log: Uint8Array, damage: number): boolean {
  for (let offset = damage + 1; offset + HEADER_SIZE_BYTES <= log.length; offset++) {
    const type = log[offset + 6];
    if (type !== TYPE_FULL && type !== TYPE_FIRST) continue;
    if ((fragmentLength(log, offset) ?? 0) >= BATCH_SIZE_BYTES_MIN) return true;
  }
  return false;
}

/** How many bytes of content the fragment at an offset has; undefined if there is none that is whole. */
function fragmentLength(log: Uint8Array, offset: number): number | undefined {
  const view = new DataView(log.buffer, log.byteOffset + offset, HEADER_SIZE_BYTES);
  const length = view.getUint16(4, true);
  const type = view.getUint8(6);
  const end = offset + HEADER_SIZE_BYTES + length;
  if (type < TYPE_FULL || type > TYPE_LAST) return undefined;
  if (
    end > log.length ||
    (offset % BLOCK_SIZE_BYTES) + HEADER_SIZE_BYTES + length > BLOCK_SIZE_BYTES
  ) {
    return undefined;
  }
  const crc = crc32c(log.subarray(offset + 6, end));
  return view.getUint32(0, true) === masked(crc) ? length : undefined;
}

/** LevelDB stores no plain checksums: one of bytes that hold a checksum would be weak. */
function masked(crc: number): number {
  return (((crc >>> 15) | (crc << 17)) + CRC_MASK_DELTA) >>> 0;
}
