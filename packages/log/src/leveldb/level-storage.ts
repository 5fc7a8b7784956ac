import type { Action } from '@quorate/messages';
import { LogError } from '../errors.ts';
import { RestoreScan } from '../protocol/restore.ts';
import type { RestoredState } from '../protocol/restore.ts';
import type { Position } from '../protocol/types.ts';
import { StorageGate } from '../storage-gate.ts';
import type { Storage, StorageBatch } from '../storage.ts';
import { KEY_MAX, KEY_MIN, METADATA_KEY, keyOf } from './keys.ts';
import type { Database, DatabaseEngine } from './database.ts';
import { levelEngine, openError, readError } from './open-directory.ts';
import { decodeAction, decodeRecord, encodeAction, encodeMetadata } from './record-codec.ts';

/** How many keys or records are taken out of LevelDB at a time. */
const CHUNK_LENGTH_MAX = 1_000;
/** How many bytes of them: LevelDB stops a chunk early. */
const CHUNK_SIZE_BYTES_MAX = 1_048_576;

/**
 * How much truncated data stays on disk until it is compacted. Mesos compacts at every truncation,
 * which costs several syncs, and a state library truncates with every store.
 */
const GARBAGE_SIZE_BYTES_MAX = 4 * 1_048_576;

/** How a storage on LevelDB is opened. */
export interface LevelStorageOptions {
  /** The directory, of one replica alone. Its parents are created, too. */
  readonly path: string;
  /** Whether a directory that holds no log gets an empty one. Default true. */
  readonly createIfMissing?: boolean;
  /**
   * Whether the space of truncated positions is given back in the background, once it is worth it
   * (4 MiB). LevelDB alone never gets round to it with keys that only grow (MESOS-184).
   * Default true.
   */
  readonly compactAfterTruncate?: boolean;
  /** What opens the directory: for simulations of a disk. Default: LevelDB. */
  readonly engine?: DatabaseEngine;
}

/**
 * A replica's records in a LevelDB directory, in the format of Mesos: either can open what the
 * other has written, once that has closed it.
 *
 * Every batch is one synced write (fdatasync). The name of the group, where it has one, is in a file
 * `<path>.group` beside the directory. Opening compacts and reads the whole database, so
 * it takes as long as the log is large. Throws `LOG_PATH_INVALID`; for the rest see `Storage`.
 */
export function levelStorage(options: LevelStorageOptions): Storage {
  const { path } = options;
  if (typeof path !== 'string' || path === '' || path.includes('\0')) {
    const given = typeof path === 'string' ? JSON.stringify(path) : `a ${typeof path}`;
    throw new LogError('LOG_PATH_INVALID', `path is ${given}; expected a directory's name`);
  }
  return new LevelStorage(options);
}

class LevelStorage implements Storage {
  readonly #path: string;
  readonly #createIfMissing: boolean;
  readonly #compactAfterTruncate: boolean;
  readonly #engine: DatabaseEngine;
  readonly #gate: StorageGate;
  #database: Database | undefined;
  /** No record exists below. Spares a search through what earlier truncations left behind. */
  #first = Infinity;
  /** The truncated keys whose space was not given back yet. */
  #garbage: { readonly from: number; readonly to: number } | undefined;

  constructor(options: LevelStorageOptions) {
    this.#path = options.path;
    this.#createIfMissing = options.createIfMissing ?? true;
    this.#compactAfterTruncate = options.compactAfterTruncate ?? true;
    this.#engine = options.engine ?? levelEngine;
    this.#gate = new StorageGate(`the log at ${options.path}`);
  }

  restore(): Promise<RestoredState> {
    return this.#gate.restore(() => this.#restore());
  }

  persist(batch: StorageBatch): Promise<void> {
    return this.#gate.write(() => this.#persist(this.#open, batch));
  }

  read(position: Position): Promise<Action | undefined> {
    return this.#read(async (database) => {
      const key = keyOf(position);
      const value = await database.get(key);
      return value === undefined ? undefined : decodeAction(key, value, this.#path);
    });
  }

  readRange(from: Position, to: Position): Promise<readonly Action[]> {
    return this.#read(async (database) => {
      const actions: Action[] = [];
      const range = { gte: keyOf(from), lte: keyOf(to) };
      await this.#scan(database, range, (key, value) => {
        actions.push(decodeAction(key, value, this.#path));
      });
      return actions;
    });
  }

  compact(): Promise<void> {
    return this.#read(async (database) => {
      const garbage = this.#garbage;
      if (!garbage || !this.#compactAfterTruncate) return;
      const [from, to] = [keyOf(garbage.from), keyOf(garbage.to)];
      const sizeBytes = await database.approximateSize(from, to);
      if (sizeBytes < GARBAGE_SIZE_BYTES_MAX) return;
      this.#garbage = undefined;
      await database.compactRange(from, to);
    });
  }

  close(): Promise<void> {
    return this.#gate.close(async () => this.#database?.close());
  }

  #read<T>(work: (database: Database) => Promise<T>): Promise<T> {
    return this.#gate.read(async () => {
      const database = this.#open;
      try {
        return await work(database);
      } catch (error) {
        throw readError(this.#path, error);
      }
    });
  }

  get #open(): Database {
    if (this.#database) return this.#database;
    throw new LogError('STORAGE_FAILED', `the log at ${this.#path} is not open`);
  }

  async #restore(): Promise<RestoredState> {
    const database = await this.#engine.open(this.#path, this.#createIfMissing);
    try {
      // As Mesos does: what a crash left in the write-ahead log moves to tables.
      await database.compactRange(KEY_MIN, KEY_MAX);
      await this.#engine.syncDirectory(this.#path);
      const restored = await this.#readAll(database);
      const note = await this.#engine.readNote(this.#path);
      this.#database = database;
      return note === undefined ? restored : { ...restored, memberOf: memberOf(note, this.#path) };
    } catch (error) {
      await database.close();
      throw openError(this.#path, error);
    }
  }

  async #readAll(database: Database): Promise<RestoredState> {
    const scan = new RestoreScan();
    await this.#scan(database, { gte: KEY_MIN }, (key, value) => {
      const { metadata, promise, action } = decodeRecord(key, value, this.#path);
      if (metadata) scan.metadata(metadata);
      if (promise) scan.promise(promise.proposal);
      if (!action) return;
      scan.action(action);
      this.#first = Math.min(this.#first, action.position);
    });
    return scan.finish();
  }

  async #scan(
    database: Database,
    range: KeyRange,
    visit: (key: Uint8Array, value: Uint8Array) => void,
  ): Promise<void> {
    const iterator = database.iterator({ ...range, fillCache: false, ...CHUNK_LIMITS });
    try {
      for (;;) {
        const entries = await iterator.nextv(CHUNK_LENGTH_MAX);
        if (entries.length === 0) return;
        for (const [key, value] of entries) visit(key, value);
      }
    } finally {
      await iterator.close();
    }
  }

  async #persist(database: Database, batch: StorageBatch): Promise<void> {
    const { metadata, actions } = batch;
    if (batch.memberOf !== undefined) {
      await this.#engine.writeNote(this.#path, JSON.stringify({ memberOf: batch.memberOf }));
    }
    const truncateTo: number = batch.truncateTo ?? -Infinity;
    const writes = database.batch();
    try {
      if (metadata) writes.put(METADATA_KEY, encodeMetadata(metadata));
      let first = this.#first;
      for (const action of actions) {
        if (action.position < truncateTo) continue;
        writes.put(keyOf(action.position), encodeAction(action));
        first = Math.min(first, action.position);
      }
      await this.#deleteBelow(database, truncateTo, (key) => writes.del(key));
      await writes.write({ sync: true });
      if (this.#first < truncateTo) this.#addGarbage(truncateTo);
      this.#first = Math.max(first, truncateTo);
    } catch (error) {
      await writes.close();
      throw error;
    }
  }

  /**
   * Deletes the keys that exist, not those that might: a truncation of 600,000,000 positions that
   * never had a record costs nothing (MESOS-1014).
   */
  async #deleteBelow(
    database: Database,
    truncateTo: number,
    remove: (key: Uint8Array) => void,
  ): Promise<void> {
    if (this.#first >= truncateTo) return;
    const range = { gte: keyOf(this.#first), lt: keyOf(truncateTo) };
    const keys = database.keys({ ...range, fillCache: false, ...CHUNK_LIMITS });
    try {
      for (;;) {
        const chunk = await keys.nextv(CHUNK_LENGTH_MAX);
        if (chunk.length === 0) break;
        for (const key of chunk) remove(key);
      }
    } finally {
      await keys.close();
    }
  }

  #addGarbage(to: number): void {
    this.#garbage = { from: Math.min(this.#first, this.#garbage?.from ?? Infinity), to };
  }
}

function memberOf(note: string, path: string): string {
  try {
    const { memberOf } = JSON.parse(note) as { readonly memberOf?: unknown };
    if (typeof memberOf === 'string') return memberOf;
  } catch {
    // Said below.
  }
  throw new LogError(
    'LOG_CORRUPT',
    `the file of the group beside ${path} does not name one; remove it to go on without`,
  );
}

interface KeyRange {
  readonly gte: Uint8Array;
  readonly lt?: Uint8Array;
  readonly lte?: Uint8Array;
}

const CHUNK_LIMITS = { highWaterMarkBytes: CHUNK_SIZE_BYTES_MAX };
