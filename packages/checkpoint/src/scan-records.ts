import {
  CONTINUES,
  frameChecksum,
  frameHeaderBytes,
  RECORD_SIZE_BYTES_MAX,
} from './record-frame.ts';
import type { RecordChecksum } from './record-frame.ts';

/** What counts as a record. */
export interface ScanOptions {
  /** Default `none`. */
  readonly checksum?: RecordChecksum;
  /** A longer record is corrupt, however whole. Default `RECORD_SIZE_BYTES_MAX`. */
  readonly recordSizeBytesMax?: number;
  /** Whether the bytes are a record of the file; what throws is not accepted either. Default: all. */
  readonly accept?: (record: Uint8Array) => boolean;
}

/** One whole record of a file. */
export interface ScannedRecord {
  /** Where its header begins. */
  readonly offset: number;
  /** Bytes it takes with its header. */
  readonly sizeBytes: number;
  /** The record itself: a view of the file's bytes. */
  readonly bytes: Uint8Array;
}

/**
 * How a file ends behind its last whole record:
 *
 * - `clean`: there.
 * - `torn`: with part of a record. An append that a crash interrupted looks like that; it was never
 *   acknowledged, and can be cut off.
 * - `corrupt`: with what no crash leaves. Something acknowledged may have been lost.
 */
export type RecordTail = 'clean' | 'torn' | 'corrupt';

/** What a file of records holds. */
export interface RecordScan {
  readonly records: readonly ScannedRecord[];
  /** Where the last whole record ends. */
  readonly validBytes: number;
  readonly fileBytes: number;
  readonly tail: RecordTail;
  /** What is wrong at `validBytes`; undefined for a clean file. */
  readonly reason: string | undefined;
}

/**
 * Finds the records of a file of frames. Never throws, and allocates nothing by what a length says:
 * a length beyond the end of the file is a torn record, as upstream sees it, however large.
 *
 * Without checksums a record that is there in full and cannot be read is `corrupt`, as upstream sees
 * it, and what looks torn is `corrupt` if a whole record ends where the file does. With checksums
 * what cannot be read is `torn` unless another append begins behind it: a crash may leave any part
 * of the last append, and nothing of a later one.
 *
 * Source: stout/protobuf.hpp, `read` with `ignorePartial`.
 */
export function scanRecords(file: Uint8Array, options: ScanOptions = {}): RecordScan {
  const scanner = new Scanner(file, options);
  const records: ScannedRecord[] = [];
  let offset = 0;
  for (;;) {
    const found = scanner.at(offset);
    if (found.type === 'record') {
      records.push(found.record);
      offset += found.record.sizeBytes;
      continue;
    }
    const scan = { records, validBytes: offset, fileBytes: file.length };
    if (found.type === 'end') return { ...scan, tail: 'clean', reason: undefined };
    if (found.type === 'torn' && scanner.hasAppendBehind(offset)) {
      return { ...scan, tail: 'corrupt', reason: `${found.reason}, with whole records behind it` };
    }
    return { ...scan, tail: found.type, reason: found.reason };
  }
}

type Found =
  | { readonly type: 'end' }
  | { readonly type: 'record'; readonly record: ScannedRecord }
  | { readonly type: 'torn' | 'corrupt'; readonly reason: string };

/** How many bytes are summed in search of records behind a damage, in sizes of the file. */
const SEARCH_FILE_SIZES_MAX = 16;

class Scanner {
  readonly #file: Uint8Array;
  readonly #view: DataView;
  readonly #headerBytes: number;
  readonly #hasChecksum: boolean;
  readonly #sizeBytesMax: number;
  readonly #accept: ((record: Uint8Array) => boolean) | undefined;

  constructor(file: Uint8Array, options: ScanOptions) {
    this.#file = file;
    this.#view = new DataView(file.buffer, file.byteOffset, file.byteLength);
    this.#headerBytes = frameHeaderBytes(options.checksum ?? 'none');
    this.#hasChecksum = options.checksum === 'crc32c';
    this.#sizeBytesMax = options.recordSizeBytesMax ?? RECORD_SIZE_BYTES_MAX;
    this.#accept = options.accept;
  }

  at(offset: number): Found {
    const left = this.#file.length - offset;
    if (left === 0) return { type: 'end' };
    const headerBytes = this.#headerBytes;
    if (left < headerBytes) {
      return { type: 'torn', reason: `${left} of the ${headerBytes} bytes in front of a record` };
    }
    const { length } = this.#lengthAt(offset);
    if (length > left - headerBytes) {
      const reason = `${left - headerBytes} of the ${length} bytes that a record claims to have`;
      return { type: 'torn', reason };
    }
    if (this.#hasChecksum && !this.#isSumRight(offset, length)) {
      return { type: 'torn', reason: `a record of ${length} bytes with a wrong checksum` };
    }
    if (length > this.#sizeBytesMax) {
      return { type: 'corrupt', reason: `a record of ${length} bytes, more than allowed` };
    }
    const start = offset + headerBytes;
    const bytes = this.#file.subarray(start, start + length);
    if (!this.#accepts(bytes)) {
      return { type: 'corrupt', reason: `a record of ${length} bytes that cannot be read` };
    }
    const record = { offset, sizeBytes: headerBytes + length, bytes };
    return { type: 'record', record };
  }

  /**
   * Whether a whole record behind the torn one says that it is not the end of the file which is
   * damaged: to cut there would lose what was acknowledged.
   */
  hasAppendBehind(torn: number): boolean {
    // Texts can be written in which every byte begins a large record. To sum them all would take
    // hours; such a file had better be looked at.
    let budget = SEARCH_FILE_SIZES_MAX * this.#file.length;
    for (let offset = torn + 1; offset + this.#headerBytes < this.#file.length; offset++) {
      const { length, continues } = this.#lengthAt(offset);
      const spare = this.#file.length - offset - this.#headerBytes - length;
      // Cheap before dear: nearly every offset claims more than there is.
      if (length === 0 || spare < 0 || continues) continue;
      if (!this.#hasChecksum && spare > 0) continue;
      budget -= length;
      if (budget < 0 || this.at(offset).type === 'record') return true;
    }
    return false;
  }

  #lengthAt(offset: number): { readonly length: number; readonly continues: boolean } {
    const length = this.#view.getUint32(offset, true);
    const continues = this.#hasChecksum && length >= CONTINUES;
    return { length: continues ? length - CONTINUES : length, continues };
  }

  #isSumRight(offset: number, length: number): boolean {
    return frameChecksum(this.#file, offset, length) === this.#view.getUint32(offset + 4, true);
  }

  #accepts(record: Uint8Array): boolean {
    if (!this.#accept) return true;
    try {
      return this.#accept(record);
    } catch {
      return false;
    }
  }
}
