import { crc32c } from '@quorate/checkpoint';
import { StatusUpdateError } from '../../errors.ts';

/** One change of one stream's file. */
export type JournalRecord =
  | {
      readonly type: 'append';
      /** The file, relative to the directory that holds the journal's. */
      readonly path: string;
      /** The size of the file before: where the bytes go, whatever is there. */
      readonly offset: number;
      readonly bytes: Uint8Array;
    }
  | { readonly type: 'remove'; readonly path: string };

/** What was written, and synced, at once: all of it is in the journal, or none. */
export interface JournalBatch {
  /** Counts the batches of a cycle, from 0. */
  readonly number: number;
  readonly records: readonly JournalRecord[];
}

/** crc, length of what follows these 16 bytes, epoch, number of the batch: 32 bits each. */
const BATCH_HEADER_BYTES = 16;
/** type: 8 bits; length of the path: 16; offset and length of the bytes: 32 each. */
const RECORD_HEADER_BYTES = 11;
const TYPES = ['append', 'remove'] as const;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

/** A record to be encoded, whose path was encoded before: it is the same in every record. */
export interface EncodableRecord {
  readonly type: JournalRecord['type'];
  readonly pathBytes: Uint8Array;
  readonly offset: number;
  readonly bytes: Uint8Array;
}

export function encodePath(path: string): Uint8Array {
  const bytes = encoder.encode(path);
  if (bytes.length <= 0xffff) return bytes;
  const message = `${path} is too long for the journal: ${bytes.length} bytes of at most 65535`;
  throw new StatusUpdateError('JOURNAL_PATH_INVALID', message, { outcome: 'definite' });
}

/** The bytes that `encodeBatch` needs for a record. */
export function recordBytes({ pathBytes, bytes }: EncodableRecord): number {
  return RECORD_HEADER_BYTES + pathBytes.length + bytes.length;
}

/** A batch as it is written. Layout: docs/internals/update-journal.md. */
export function encodeBatch(
  epoch: number,
  number: number,
  records: readonly EncodableRecord[],
): Uint8Array {
  let size = BATCH_HEADER_BYTES;
  for (const record of records) size += recordBytes(record);
  const batch = new Uint8Array(size);
  const view = new DataView(batch.buffer);
  view.setUint32(4, size - BATCH_HEADER_BYTES, true);
  view.setUint32(8, epoch, true);
  view.setUint32(12, number, true);
  let at = BATCH_HEADER_BYTES;
  for (const { type, pathBytes, offset, bytes } of records) {
    view.setUint8(at, TYPES.indexOf(type));
    view.setUint16(at + 1, pathBytes.length, true);
    view.setUint32(at + 3, offset, true);
    view.setUint32(at + 7, bytes.length, true);
    batch.set(pathBytes, at + RECORD_HEADER_BYTES);
    batch.set(bytes, at + RECORD_HEADER_BYTES + pathBytes.length);
    at += RECORD_HEADER_BYTES + pathBytes.length + bytes.length;
  }
  view.setUint32(0, crc32c(batch, 4), true);
  return batch;
}

export interface BatchScan {
  readonly batches: readonly JournalBatch[];
  /** Whether a batch that was synced is damaged: a later one follows it. */
  readonly isDamaged: boolean;
}

/**
 * The batches of one epoch, from `start` on. They end where the bytes are none: those of an earlier
 * epoch, or a batch whose write was interrupted. Each was synced before the next was written, so that
 * a later one behind such bytes proves damage.
 */
export function scanBatches(file: Uint8Array, start: number, epoch: number): BatchScan {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const batches: JournalBatch[] = [];
  let at = start;
  for (;;) {
    const size = batchSize(file, view, at, epoch, batches.length);
    if (size === undefined) break;
    const records = decodeRecords(file, view, at + BATCH_HEADER_BYTES, at + size);
    batches.push({ number: batches.length, records });
    at += size;
  }
  return { batches, isDamaged: hasLaterBatch(file, view, at, epoch, batches.length) };
}

/** The size of the batch at `at` if it is one, whole, of this epoch and number. */
function batchSize(
  file: Uint8Array,
  view: DataView,
  at: number,
  epoch: number,
  number: number | 'later',
  least = 0,
): number | undefined {
  if (at + BATCH_HEADER_BYTES > file.length) return undefined;
  if (view.getUint32(at + 8, true) !== epoch) return undefined;
  const found = view.getUint32(at + 12, true);
  if (number === 'later' ? found <= least : found !== number) return undefined;
  const end = at + BATCH_HEADER_BYTES + view.getUint32(at + 4, true);
  if (end > file.length) return undefined;
  return crc32c(file, at + 4, end) === view.getUint32(at, true) ? end - at : undefined;
}

function hasLaterBatch(
  file: Uint8Array,
  view: DataView,
  from: number,
  epoch: number,
  missing: number,
): boolean {
  for (let at = from + 1; at + BATCH_HEADER_BYTES <= file.length; at++) {
    if (batchSize(file, view, at, epoch, 'later', missing) !== undefined) return true;
  }
  return false;
}

/** The checksum has been verified: what is wrong here was written like that. */
function decodeRecords(
  file: Uint8Array,
  view: DataView,
  start: number,
  end: number,
): readonly JournalRecord[] {
  const records: JournalRecord[] = [];
  for (let at = start; at < end;) {
    const type = TYPES[view.getUint8(at)];
    const pathEnd = at + RECORD_HEADER_BYTES + view.getUint16(at + 1, true);
    const offset = view.getUint32(at + 3, true);
    const next = pathEnd + view.getUint32(at + 7, true);
    if (type === undefined || next > end) {
      throw new StatusUpdateError('JOURNAL_CORRUPT', `no record at byte ${at} of the journal`);
    }
    const path = decoder.decode(file.subarray(at + RECORD_HEADER_BYTES, pathEnd));
    if (type === 'remove') records.push({ type, path });
    else records.push({ type, path, offset, bytes: file.slice(pathEnd, next) });
    at = next;
  }
  return records;
}
