import { crc32c } from './crc32c.ts';
import { frameHeaderBytes, RECORD_SIZE_BYTES_MAX } from './record-frame.ts';
import type { RecordChecksum } from './record-frame.ts';

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
 * - `corrupt`: with what was never written like that, or with a torn record in front of whole ones.
 *   Something acknowledged may have been lost.
 */
export type RecordTail = 'clean' | 'torn' | 'corrupt';

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
    if (found.type === 'torn' && scanner.hasWholeRecordsBehind(offset)) {
      const reason = 'the length of a record is wrong: whole records follow it';
      return { ...scan, tail: 'corrupt', reason };
    }
    return { ...scan, tail: found.type, reason: found.reason };
  }
}

type Found =
  | { readonly type: 'end' }
  | { readonly type: 'record'; readonly record: ScannedRecord }
  | { readonly type: 'torn' | 'corrupt'; readonly reason: string };

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
    const length = this.#view.getUint32(offset, true);
    if (length > left - headerBytes) {
      const reason = `${left - headerBytes} of the ${length} bytes that a record claims to have`;
      return { type: 'torn', reason };
    }
    if (length > this.#sizeBytesMax) {
      return { type: 'corrupt', reason: `a record of ${length} bytes, more than allowed` };
    }
    const start = offset + headerBytes;
    if (this.#hasChecksum) {
      const expected = this.#view.getUint32(offset + 4, true);
      if (crc32c(this.#file, start, start + length) !== expected) {
        return { type: 'corrupt', reason: `a record of ${length} bytes with a wrong checksum` };
      }
    }
    const bytes = this.#file.subarray(start, start + length);
    if (!this.#accepts(bytes)) {
      return { type: 'corrupt', reason: `a record of ${length} bytes that cannot be read` };
    }
    return { type: 'record', record: { offset, sizeBytes: headerBytes + length, bytes } };
  }

  /**
   * A crash tears the last record only. If whole records up to the very end of the file come
   * somewhere behind, it is the length that is damaged, and to cut here would lose those records.
   */
  hasWholeRecordsBehind(torn: number): boolean {
    const { length } = this.#file;
    for (let offset = torn + 1; offset + this.#headerBytes < length; offset++) {
      // Cheap before dear: nearly every offset claims more than there is.
      const claimed = this.#view.getUint32(offset, true);
      if (claimed === 0 || claimed > length - offset - this.#headerBytes) continue;
      if (this.#isChain(offset)) return true;
    }
    return false;
  }

  #isChain(start: number): boolean {
    for (let offset = start; ;) {
      const found = this.at(offset);
      if (found.type !== 'record') return found.type === 'end';
      offset += found.record.sizeBytes;
    }
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
