import { CheckpointError } from './errors.ts';
import type { FileHandle, FileSystem } from './file-system.ts';
import { errnoOf, reasonOf, syncError, writeError } from './io-error.ts';
import { parentOf } from './paths.ts';
import { frameHeaderBytes, frameRecords, RECORD_SIZE_BYTES_MAX } from './record-frame.ts';
import type { RecordChecksum } from './record-frame.ts';
import { scanRecords } from './scan-records.ts';
import type { ScannedRecord } from './scan-records.ts';

/** A larger file is not read into memory. */
export const RECORD_FILE_SIZE_BYTES_MAX = 1024 * 1024 * 1024;

export interface RecordFileOptions {
  readonly fileSystem: FileSystem;
  readonly path: string;
  /** Default `if-missing`. The directory has to be there. */
  readonly create?: 'never' | 'if-missing' | 'exclusive';
  /** Default `none`: the format of Mesos, which cannot tell damage from a torn end. */
  readonly checksum?: RecordChecksum;
  /** In bytes. Default 64 MiB. */
  readonly recordSizeBytesMax?: number;
  /** Whether bytes are a record. Default: all are. */
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
 * append beside them, whole records of it.
 *
 * Appends that come while one is being written share the next write and sync. After a write or a
 * sync that failed nothing is appended any more (`CHECKPOINT_FAILED`): what is on disk is not known.
 */
export class RecordFile implements AsyncDisposable {
  readonly path: string;
  /** The records that were there when it was opened. */
  readonly records: readonly ScannedRecord[];
  readonly #handle: FileHandle;
  readonly #checksum: RecordChecksum;
  readonly #recordSizeBytesMax: number;
  #sizeBytes: number;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | undefined;
  #failure: CheckpointError | undefined;
  #closing: Promise<void> | undefined;

  private constructor(
    handle: FileHandle,
    options: RecordFileOptions,
    records: readonly ScannedRecord[],
    sizeBytes: number,
  ) {
    this.path = options.path;
    this.records = records;
    this.#handle = handle;
    this.#checksum = options.checksum ?? 'none';
    this.#recordSizeBytesMax = options.recordSizeBytesMax ?? RECORD_SIZE_BYTES_MAX;
    this.#sizeBytes = sizeBytes;
  }

  /**
   * Opens or creates a file and reads its records. Its name is durable when it resolves.
   *
   * Rejects with `CHECKPOINT_CORRUPT` (naming the offset; nothing was changed),
   * `CHECKPOINT_EXISTS`, `CHECKPOINT_PARENT_MISSING` (also of a file that is missing),
   * `CHECKPOINT_TARGET_INVALID`, `CHECKPOINT_TOO_LARGE`, `CHECKPOINT_DISK_FULL`,
   * `CHECKPOINT_SYNC_FAILED` or `CHECKPOINT_FAILED`.
   */
  static async open(options: RecordFileOptions): Promise<RecordFile> {
    const { fileSystem, path, create = 'if-missing' } = options;
    const handle = await fileSystem
      .open(path, { access: 'read-write', create })
      .catch((error: unknown) => {
        throw openError(path, error);
      });
    try {
      const scan = scanRecords(await readAll(handle, path), options);
      if (scan.tail === 'corrupt' && options.onCorrupt !== 'truncate') {
        const message = `${path} is damaged at byte ${scan.validBytes}: ${scan.reason ?? ''}`;
        throw new CheckpointError('CHECKPOINT_CORRUPT', message);
      }
      if (scan.tail !== 'clean') {
        await handle.truncate(scan.validBytes);
        await handle.sync();
      }
      // Whoever created it may have crashed before its name was durable.
      if (create !== 'never') await fileSystem.syncDirectory(parentOf(path));
      return new RecordFile(handle, options, scan.records, scan.validBytes);
    } catch (error) {
      await handle.close();
      throw openError(path, error);
    }
  }

  /** The size of the file, appends under way not counted. */
  get sizeBytes(): number {
    return this.#sizeBytes;
  }

  /**
   * Appends records, all or none of which are acknowledged. Durable when it resolves.
   *
   * @returns where the first of them begins
   *
   * Rejects with `CHECKPOINT_TOO_LARGE` (nothing was written), `CHECKPOINT_DISK_FULL`,
   * `CHECKPOINT_SYNC_FAILED`, `CHECKPOINT_FAILED` or `CHECKPOINT_CLOSED`.
   */
  append(records: readonly Uint8Array[]): Promise<number> {
    const refusal = this.#refusal(records);
    if (refusal) return Promise.reject(refusal);
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
      return new CheckpointError('CHECKPOINT_CLOSED', `${this.path} is closed; open it again`, {
        outcome: 'definite',
      });
    }
    if (this.#failure) return outOfUse(this.path, this.#failure);
    const tooLarge = records.find(({ length }) => length > this.#recordSizeBytesMax);
    if (!tooLarge) return undefined;
    return new CheckpointError(
      'CHECKPOINT_TOO_LARGE',
      `a record of ${tooLarge.length} bytes for ${this.path}; at most ${this.#recordSizeBytesMax} are allowed`,
      { outcome: 'definite' },
    );
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      if (this.#failure) {
        for (const { reject } of batch) reject(outOfUse(this.path, this.#failure));
        continue;
      }
      const start = this.#sizeBytes;
      try {
        await this.#write(
          frameRecords(
            batch.flatMap(({ records }) => records),
            this.#checksum,
          ),
        );
      } catch (error) {
        this.#failure = writeError(`cannot append to ${this.path}`, error, 'unknown');
        for (const { reject } of batch) reject(this.#failure);
        continue;
      }
      let offset = start;
      for (const { records, resolve } of batch) {
        resolve(offset);
        for (const { length } of records) offset += frameHeaderBytes(this.#checksum) + length;
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
