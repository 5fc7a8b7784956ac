import { CheckpointError } from './errors.ts';
import type { CheckpointErrorCode } from './errors.ts';
import type { FileHandle, FileSystem } from './file-system.ts';
import { errnoOf, reasonOf, syncError, writeError } from './io-error.ts';
import { parentOf } from './paths.ts';
import {
  continuesAppend,
  frameHeaderBytes,
  frameRecords,
  RECORD_SIZE_BYTES_MAX,
} from './record-frame.ts';
import type { RecordChecksum } from './record-frame.ts';
import { scanRecords } from './scan-records.ts';
import type { RecordScan, ScannedRecord } from './scan-records.ts';

/** A larger file is neither written nor read into memory. */
export const RECORD_FILE_SIZE_BYTES_MAX = 1024 * 1024 * 1024;

/** Which file holds the records, and in which form. */
export interface RecordFileOptions {
  readonly fileSystem: FileSystem;
  readonly path: string;
  /** Default `if-missing`. The directory has to be there. */
  readonly create?: 'never' | 'if-missing' | 'exclusive';
  /**
   * Default `none`, the format of Mesos. It cannot tell what a loss of power may leave of an append
   * (later parts without earlier ones, zeros) from damage or from records: use `crc32c` for files of
   * your own.
   */
  readonly checksum?: RecordChecksum;
  /** From 1 to 2^31-1 bytes. Default 64 MiB. */
  readonly recordSizeBytesMax?: number;
  /** Whether bytes are a record. Default: all are, but without checksums none that is empty. */
  readonly accept?: (record: Uint8Array) => boolean;
  /**
   * What becomes of a file that is damaged and not merely torn: `reject` (the default) leaves it
   * alone, `truncate` goes on with the records in front of the damage.
   */
  readonly onCorrupt?: 'reject' | 'truncate';
}

interface Waiting {
  readonly records: readonly Uint8Array[];
  readonly resolve: (offset: number) => void;
  readonly reject: (error: CheckpointError) => void;
}

/**
 * A file of records that only grows. What a crash left of the last append is cut off when it is
 * opened, so that every acknowledged record is there, in order, and at most the last, unacknowledged
 * append beside them, whole records of it. One program at a time may have it open.
 *
 * Appends that come while one is being written share the next write and sync. After a write or a
 * sync that failed nothing is appended any more (`CHECKPOINT_FAILED`): what is on disk is not known.
 */
export class RecordFile implements AsyncDisposable {
  readonly path: string;
  /** The records that were there when it was opened. */
  readonly records: readonly ScannedRecord[];
  /** How many bytes behind them were cut off then; more than 0 after a crash, or damage. */
  readonly cutBytes: number;
  readonly #handle: FileHandle;
  readonly #checksum: RecordChecksum;
  readonly #recordSizeBytesMax: number;
  #sizeBytes: number;
  /** The size with the appends under way. */
  #claimedBytes: number;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | undefined;
  #failure: CheckpointError | undefined;
  #closing: Promise<void> | undefined;

  private constructor(
    handle: FileHandle,
    options: RecordFileOptions,
    { records, validBytes, fileBytes }: RecordScan,
  ) {
    this.path = options.path;
    this.records = records;
    this.cutBytes = fileBytes - validBytes;
    this.#handle = handle;
    this.#checksum = options.checksum ?? 'none';
    this.#recordSizeBytesMax = options.recordSizeBytesMax ?? RECORD_SIZE_BYTES_MAX;
    this.#sizeBytes = validBytes;
    this.#claimedBytes = validBytes;
  }

  /**
   * Opens or creates a file and reads its records. They are durable when it resolves, and so is its
   * name: what the last program wrote may still have been on its way to the disk. With checksums the last
   * append is written once more, as its sync may have failed; without, nobody knows where it begins.
   *
   * Rejects with `CHECKPOINT_CORRUPT` (naming the offset; nothing was changed),
   * `CHECKPOINT_OPTION_INVALID` (also if the file was written with another `checksum`),
   * `CHECKPOINT_EXISTS`, `CHECKPOINT_PARENT_MISSING` (also of a file that is missing),
   * `CHECKPOINT_TARGET_INVALID`, `CHECKPOINT_TOO_LARGE`, `CHECKPOINT_DISK_FULL`,
   * `CHECKPOINT_SYNC_FAILED` or `CHECKPOINT_FAILED`.
   */
  static async open(options: RecordFileOptions): Promise<RecordFile> {
    const { fileSystem, path, create = 'if-missing' } = options;
    checkRecordSizeMax(options.recordSizeBytesMax);
    const handle = await fileSystem
      .open(path, { access: 'read-write', create })
      .catch((error: unknown) => {
        throw openError(path, error);
      });
    try {
      const content = await readAll(handle, path);
      const scan = scanFile(content, options);
      if (scan.tail !== 'clean') await handle.truncate(scan.validBytes);
      // If the last run ended because its sync failed, the last append can be read, and no sync writes it
      // any more; a record behind it would be lost with it.
      const start = options.checksum === 'crc32c' ? lastAppendAt(content, scan) : undefined;
      if (start !== undefined) await handle.write(content.subarray(start, scan.validBytes), start);
      await handle.sync().catch((error: unknown) => {
        throw syncError(path, error, 'unknown');
      });
      await fileSystem.syncDirectory(parentOf(path)).catch((error: unknown) => {
        throw syncError(`the directory of ${path}`, error, 'unknown');
      });
      return new RecordFile(handle, options, scan);
    } catch (error) {
      const isEmpty = (await handle.size().catch(() => undefined)) === 0;
      await handle.close().catch(() => undefined);
      // A name whose sync failed is not written by the next one: who tries again makes it anew.
      if (create !== 'never' && isEmpty) await fileSystem.unlink(path).catch(() => undefined);
      throw openError(path, error);
    }
  }

  /** The size of the file, appends under way not counted. */
  get sizeBytes(): number {
    return this.#sizeBytes;
  }

  /**
   * Appends records, all or none of which are acknowledged. Durable when it resolves. They are not
   * copied at once: they must not change until then.
   *
   * @returns where the first of them begins
   *
   * Rejects with `CHECKPOINT_TOO_LARGE` (a record, or the file), `CHECKPOINT_OPTION_INVALID` (an
   * empty record without checksums), `CHECKPOINT_CLOSED` or, on a file out of use,
   * `CHECKPOINT_FAILED`: nothing was written then. With outcome `unknown`: `CHECKPOINT_DISK_FULL`,
   * `CHECKPOINT_SYNC_FAILED`, `CHECKPOINT_FAILED`.
   */
  append(records: readonly Uint8Array[]): Promise<number> {
    const refusal = this.#refusal(records);
    if (refusal) return Promise.reject(refusal);
    this.#claimedBytes += this.#framedBytes(records);
    const appended = new Promise<number>((resolve, reject) => {
      this.#waiting.push({ records, resolve, reject });
    });
    this.#writing ??= this.#writeAll();
    return appended;
  }

  /** Waits for the appends that were made, and lets go of the file. Every call gives the first's. */
  close(): Promise<void> {
    this.#closing ??= Promise.resolve(this.#writing).then(() => this.#handle.close());
    return this.#closing;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  #refusal(records: readonly Uint8Array[]): CheckpointError | undefined {
    if (this.#closing) {
      return refused('CHECKPOINT_CLOSED', `${this.path} is closed; open it again`);
    }
    if (this.#failure) return outOfUse(this.path, this.#failure);
    const tooLarge = records.find(({ length }) => length > this.#recordSizeBytesMax);
    if (tooLarge) {
      const what = `a record of ${tooLarge.length} bytes for ${this.path}`;
      return refused('CHECKPOINT_TOO_LARGE', `${what}; at most ${this.#recordSizeBytesMax} go`);
    }
    if (this.#claimedBytes + this.#framedBytes(records) > RECORD_FILE_SIZE_BYTES_MAX) {
      const message = `${this.path} would be larger than ${RECORD_FILE_SIZE_BYTES_MAX} bytes`;
      return refused('CHECKPOINT_TOO_LARGE', `${message}; begin another file`);
    }
    if (this.#checksum === 'none' && records.some(({ length }) => length === 0)) {
      const message = `an empty record for ${this.path} would look like damage`;
      return refused('CHECKPOINT_OPTION_INVALID', `${message}; open it with checksum: 'crc32c'`);
    }
    return undefined;
  }

  #framedBytes(records: readonly Uint8Array[]): number {
    let sizeBytes = frameHeaderBytes(this.#checksum) * records.length;
    for (const { length } of records) sizeBytes += length;
    return sizeBytes;
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      if (this.#failure) {
        for (const { reject } of batch) reject(outOfUse(this.path, this.#failure));
        continue;
      }
      let offset = this.#sizeBytes;
      const records = batch.flatMap((append) => append.records);
      try {
        await this.#write(frameRecords(records, this.#checksum));
      } catch (error) {
        this.#failure = writeError(`cannot append to ${this.path}`, error, 'unknown');
        for (const { reject } of batch) reject(this.#failure);
        continue;
      }
      for (const { records, resolve } of batch) {
        resolve(offset);
        offset += this.#framedBytes(records);
      }
    }
    this.#writing = undefined;
  }

  async #write(frames: Uint8Array): Promise<void> {
    await this.#handle.write(frames, this.#sizeBytes);
    await this.#handle.sync().catch((error: unknown) => {
      throw syncError(this.path, error, 'unknown');
    });
    this.#sizeBytes += frames.length;
  }
}

/** The records of the file; throws unless it may be used, cut off behind them. */
function scanFile(file: Uint8Array, options: RecordFileOptions): RecordScan {
  const { path, checksum = 'none', onCorrupt = 'reject' } = options;
  const { accept = checksum === 'none' ? isNotEmpty : undefined, recordSizeBytesMax } = options;
  const limits = { ...(recordSizeBytesMax !== undefined && { recordSizeBytesMax }) };
  const scan = scanRecords(file, { checksum, ...(accept && { accept }), ...limits });
  if (scan.tail === 'clean') return scan;
  // Read in the wrong way nearly all of a file looks torn; it must not be cut off for that.
  const other = checksum === 'none' ? 'crc32c' : 'none';
  const otherScan = scanRecords(file, { checksum: other, accept: isNotEmpty, ...limits });
  if (otherScan.tail === 'clean') {
    const message = `${path} looks written with checksum '${other}'; open it with that`;
    throw refused('CHECKPOINT_OPTION_INVALID', message);
  }
  if (scan.tail === 'torn' || onCorrupt === 'truncate') return scan;
  const message = `${path} is damaged at byte ${scan.validBytes}: ${scan.reason ?? ''}`;
  const advice = `restore it, or pass onCorrupt: 'truncate'`;
  throw new CheckpointError('CHECKPOINT_CORRUPT', `${message}; ${advice}`);
}

/** Where the last append of records with checksums begins; undefined if there is none. */
function lastAppendAt(file: Uint8Array, { records }: RecordScan): number | undefined {
  return records.findLast(({ offset }) => !continuesAppend(file, offset))?.offset;
}

const isNotEmpty = (record: Uint8Array): boolean => record.length > 0;

function checkRecordSizeMax(sizeBytes = RECORD_SIZE_BYTES_MAX): void {
  if (Number.isInteger(sizeBytes) && sizeBytes >= 1 && sizeBytes < 2 ** 31) return;
  const message = `recordSizeBytesMax is ${sizeBytes}; pass an integer from 1 to 2^31-1`;
  throw refused('CHECKPOINT_OPTION_INVALID', message);
}

function refused(code: CheckpointErrorCode, message: string): CheckpointError {
  return new CheckpointError(code, message, { outcome: 'definite' });
}

function outOfUse(path: string, failure: CheckpointError): CheckpointError {
  return new CheckpointError(
    'CHECKPOINT_FAILED',
    `${path} is out of use: ${failure.message}; open it again`,
    { cause: failure, outcome: 'definite' },
  );
}

async function readAll(handle: FileHandle, path: string): Promise<Uint8Array> {
  const size = await handle.size();
  if (size > RECORD_FILE_SIZE_BYTES_MAX) {
    throw new CheckpointError(
      'CHECKPOINT_TOO_LARGE',
      `${path} has ${size} bytes; at most ${RECORD_FILE_SIZE_BYTES_MAX} are read`,
    );
  }
  return handle.read(0, size);
}

function openError(path: string, error: unknown): CheckpointError {
  if (error instanceof CheckpointError) return error;
  if (errnoOf(error) !== 'EEXIST') return writeError(`cannot open ${path}`, error);
  const message = `cannot create ${path}: ${reasonOf(error)}; open it with create: 'if-missing'`;
  return new CheckpointError('CHECKPOINT_EXISTS', message, { cause: error, outcome: 'definite' });
}
