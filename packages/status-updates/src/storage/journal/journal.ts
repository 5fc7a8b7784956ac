import { makeDirectories, parentOf } from '@quorate/checkpoint';
import type { FileSystem } from '@quorate/checkpoint';
import { reasonOf, StatusUpdateError } from '../../errors.ts';
import { encodeBatch, recordBytes } from './journal-batch.ts';
import type { EncodableRecord, JournalRecord } from './journal-batch.ts';
import { JOURNAL_FILE_NAMES, JournalFile, readJournalFile } from './journal-file.ts';
import { StreamChanges } from './stream-changes.ts';
import type { StreamChange } from './stream-changes.ts';
import { updateStreamFiles } from './stream-file-updater.ts';
import { checkReplayedPath } from './stream-path.ts';

export interface JournalOptions {
  readonly fileSystem: FileSystem;
  /** The directory of its two files, in the directory that holds the streams' files. */
  readonly path: string;
  /** A file that has grown to this is brought up to date, and the other one used. */
  readonly sizeBytesMax: number;
}

/** What waits to be written: a record, or the wish that nothing be left in the journal. */
type Waiting =
  | {
      readonly type: 'record';
      readonly record: JournalRecord;
      readonly encodable: EncodableRecord;
      readonly resolve: () => void;
      readonly reject: (error: StatusUpdateError) => void;
    }
  | {
      readonly type: 'flush';
      readonly resolve: () => void;
      readonly reject: (error: StatusUpdateError) => void;
    };
type WaitingRecord = Waiting & { readonly type: 'record' };

/**
 * A write-ahead journal for many files. What waits is written, and synced, at once; the files are
 * brought up to date behind it, a cycle at a time: while one of its two files is being filled, what
 * is in the other one is written to the streams' files.
 *
 * Two rules keep a crash harmless. A file is filled anew only after all that it held is durable in
 * the streams' files. And the streams' files are touched by nothing else unless both are empty.
 *
 * docs/internals/update-journal.md argues why, step by step.
 */
export class Journal {
  readonly #options: JournalOptions;
  #active: JournalFile | undefined;
  #other: JournalFile | undefined;
  /** What is in the active file, and what was in the other one until that is in the files. */
  #changes = new StreamChanges();
  #updatingChanges = new StreamChanges();
  #updating: Promise<void> = Promise.resolve();
  #epoch = 0;
  #waiting: Waiting[] = [];
  #isWriting = false;
  #failure: StatusUpdateError | undefined;
  #cycles = 0;
  #closing: Promise<void> | undefined;

  constructor(options: JournalOptions) {
    this.#options = options;
  }

  /** The directory that the paths of its records are relative to. */
  get root(): string {
    return parentOf(this.#options.path);
  }

  /** How often the streams' files were brought up to date. */
  get cycles(): number {
    return this.#cycles;
  }

  /** Replays what the last run left, and empties it. Comes first, once. */
  async open(): Promise<void> {
    const { fileSystem, path } = this.#options;
    await makeDirectories(fileSystem, path);
    const [first, second] = JOURNAL_FILE_NAMES;
    const found = [
      await readJournalFile(fileSystem, path, first),
      await readJournalFile(fileSystem, path, second),
    ] as const;
    const files = [
      await JournalFile.open(fileSystem, path, first, found[0].header),
      await JournalFile.open(fileSystem, path, second, found[1].header),
    ] as const;
    await fileSystem.syncDirectory(path);
    for (const file of files) await file.confirm();
    const isInOrder = found[0].header.epoch < found[1].header.epoch;
    const [older, newer] = isInOrder ? ([0, 1] as const) : ([1, 0] as const);
    // Both at once: the older one may have been brought up to date already, and a file that it
    // speaks of may have been removed by the newer one since.
    const changes = new StreamChanges();
    for (const { records } of [...found[older].batches, ...found[newer].batches]) {
      for (const record of records) {
        checkReplayedPath(record.path);
        changes.add(record);
      }
    }
    await updateStreamFiles(fileSystem, this.root, changes);
    this.#epoch = found[newer].header.epoch;
    // The older one first: alone, it would cut off what the newer one has added since.
    await files[older].markEmpty();
    await files[newer].markEmpty();
    this.#other = files[newer];
    this.#active = files[older];
  }

  /** What the journal holds of a file and the file itself may not; undefined if nothing. */
  pending(path: string): StreamChange | undefined {
    return this.#changes.find(path) ?? this.#updatingChanges.find(path);
  }

  /** Writes a record. Durable when it resolves. */
  write(record: JournalRecord, pathBytes: Uint8Array): Promise<void> {
    const encodable = {
      type: record.type,
      pathBytes,
      offset: record.type === 'append' ? record.offset : 0,
      bytes: record.type === 'append' ? record.bytes : NO_BYTES,
    };
    return this.#enqueue((resolve, reject) => ({
      type: 'record',
      record,
      encodable,
      resolve,
      reject,
    }));
  }

  /** Resolves when all that was written before is in the streams' files, and nothing is in here. */
  flush(): Promise<void> {
    return this.#enqueue((resolve, reject) => ({ type: 'flush', resolve, reject }));
  }

  /**
   * Flushes, and lets go of its files. Rejects if that is not possible: what is in the journal then
   * stays there for the next run. Every call gives the first's.
   */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    try {
      if (this.#active) await this.flush();
    } finally {
      await this.#updating.catch(() => undefined);
      await this.#active?.close();
      await this.#other?.close();
      this.#active = undefined;
      this.#failure ??= failed('it is closed', undefined, 'definite');
    }
  }

  #enqueue(
    make: (resolve: () => void, reject: (error: StatusUpdateError) => void) => Waiting,
  ): Promise<void> {
    if (this.#failure) return Promise.reject(outOfUse(this.#failure));
    return new Promise((resolve, reject) => {
      this.#waiting.push(make(resolve, reject));
      if (!this.#isWriting) void this.#work();
    });
  }

  /** Never rejects. */
  async #work(): Promise<void> {
    this.#isWriting = true;
    // What is asked for in the same turn shares the first write.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const batch = this.#take();
      if (this.#failure) {
        const error = outOfUse(this.#failure);
        for (const { reject } of batch) reject(error);
        continue;
      }
      try {
        await (isRecords(batch) ? this.#writeBatch(batch) : this.#empty());
        for (const { resolve } of batch) resolve();
      } catch (error) {
        this.#failure = failed(reasonOf(error), error, 'unknown');
        for (const { reject } of batch) reject(this.#failure);
      }
    }
    this.#isWriting = false;
  }

  /** The records up to the next flush, or the flushes up to the next record. */
  #take(): readonly Waiting[] {
    const type = this.#waiting[0]?.type;
    const end = this.#waiting.findIndex((one) => one.type !== type);
    if (end < 0) {
      const all = this.#waiting;
      this.#waiting = [];
      return all;
    }
    return this.#waiting.splice(0, end);
  }

  async #writeBatch(batch: readonly WaitingRecord[]): Promise<void> {
    const encodables = batch.map(({ encodable }) => encodable);
    const file = await this.#fileFor(encodables.reduce((size, one) => size + recordBytes(one), 0));
    await file.append(encodeBatch(file.epoch, file.nextBatch, encodables));
    for (const { record } of batch) this.#changes.add(record);
  }

  /** The active file, or, if the bytes do not fit it any more, the other one as soon as it is free. */
  async #fileFor(bytes: number): Promise<JournalFile> {
    const active = this.#active;
    const other = this.#other;
    if (!active || !other) throw new Error('the journal is not open');
    if (!active.isActive) {
      await active.begin(++this.#epoch);
      return active;
    }
    if (active.sizeBytes + bytes <= this.#options.sizeBytesMax) return active;
    // Nothing is taken in while the files cannot keep up: this bounds what is held in memory.
    await this.#updating;
    await other.begin(++this.#epoch);
    [this.#active, this.#other] = [other, active];
    this.#startUpdating();
    return other;
  }

  #startUpdating(): void {
    const { fileSystem } = this.#options;
    const changes = this.#changes;
    this.#changes = new StreamChanges();
    this.#updatingChanges = changes;
    this.#updating = updateStreamFiles(fileSystem, this.root, changes).then(() => {
      this.#cycles++;
      this.#updatingChanges = new StreamChanges();
    });
    // Whoever needs the space hears of it. The journal keeps what could not be written.
    this.#updating.catch((error: unknown) => {
      this.#failure ??= failed(`a file cannot be brought up to date: ${reasonOf(error)}`, error);
    });
  }

  async #empty(): Promise<void> {
    await this.#updating;
    if (!this.#changes.isEmpty) {
      this.#startUpdating();
      await this.#updating;
    }
    // In this order: the older one alone would cut off what the active one has added since.
    await this.#other?.markEmpty();
    await this.#active?.markEmpty();
  }
}

const NO_BYTES = new Uint8Array();

function isRecords(batch: readonly Waiting[]): batch is readonly WaitingRecord[] {
  return batch[0]?.type === 'record';
}

function failed(
  reason: string,
  cause?: unknown,
  outcome: 'definite' | 'unknown' = 'unknown',
): StatusUpdateError {
  if (cause instanceof StatusUpdateError) return cause;
  const message = `the journal of status updates cannot go on: ${reason}`;
  return new StatusUpdateError('JOURNAL_FAILED', message, { cause, outcome });
}

function outOfUse(failure: StatusUpdateError): StatusUpdateError {
  const message = `${failure.message}; start again once that is mended`;
  return new StatusUpdateError('JOURNAL_FAILED', message, { cause: failure, outcome: 'definite' });
}
