import { levelEngine, type Database, type DatabaseEngine } from '@quorate/log/leveldb';
import { Entry } from '@quorate/messages';
import { defaultRuntime, Future, type Runtime } from '@quorate/process';
import { checkName, copyEntry, copyUuid, equalUuids } from '../entry.ts';
import { StateError } from '../errors.ts';
import { Mutex } from '../mutex.ts';
import type { Storage } from '../storage.ts';
import { ChangeListeners, type ChangeListener } from '../watch/change-listener.ts';
import { accessFailure, openFailure } from './level-failure.ts';

/** The size of a stored entry when nothing else is asked for: 64 MiB. */
export const LEVEL_ENTRY_SIZE_BYTES_MAX = 64 * 1024 * 1024;

/** Before and behind every key: UTF-8 has no byte 0xff, and names are not empty. */
const KEY_MIN = Uint8Array.of();
const KEY_MAX = Uint8Array.of(0xff);
const NAMES_PER_READ = 1_000;
const READ_SIZE_BYTES_MAX = 1_048_576;

const utf8 = new TextEncoder();

/** How a state storage on LevelDB is opened. */
export interface LevelStorageOptions {
  /** The directory, of one storage alone. Its parents are created, too. */
  readonly path: string;
  /** Whose work it is: closing it waits for what is under way. Default: the default runtime. */
  readonly runtime?: Runtime;
  /** Whether a directory that holds no database gets an empty one. Default true. */
  readonly createIfMissing?: boolean;
  /**
   * The most bytes an entry may have (name, version and value), from 1. Default
   * `LEVEL_ENTRY_SIZE_BYTES_MAX`.
   */
  readonly entrySizeMaxBytes?: number;
  /** What opens the directory: for simulations of a disk. Default: LevelDB. */
  readonly engine?: DatabaseEngine;
}

type Settings = Required<LevelStorageOptions>;

/**
 * Entries in a LevelDB directory, in the format of Mesos: either can open what the other has
 * written, once that has closed it. (Mesos src/state/leveldb.cpp)
 *
 * A set or an expunge is ready once it would survive a loss of power: each is one synced write.
 * Operations take effect one at a time, in the order of the calls; discarding one that has not
 * begun withdraws it.
 *
 * Failures, besides those of bad arguments: `STATE_VALUE_TOO_LARGE` (over `entrySizeMaxBytes`,
 * nothing written), `STATE_ENTRY_MALFORMED` (what is stored under the name is no entry),
 * `STATE_STORAGE_FAILED` (LevelDB failed; after a failed write, whose `outcome` is unknown, for
 * good: what the disk holds now nobody knows, so open it anew), `STATE_CLOSED`.
 */
export class LevelStorage implements Storage {
  readonly #settings: Settings;
  readonly #database: Database;
  readonly #mutex = new Mutex();
  readonly #listeners = new ChangeListeners();
  /** Why nothing works any more. */
  #ended: StateError | undefined;
  #closing: Future<void> | undefined;

  private constructor(settings: Settings, database: Database) {
    this.#settings = settings;
    this.#database = database;
  }

  /**
   * Opens the directory and compacts it, as Mesos does.
   *
   * Fails with `STATE_OPTION_INVALID`, `STATE_PATH_INVALID`, `STATE_LOCKED` (another process or
   * storage has it), `STATE_CORRUPT` or `STATE_STORAGE_FAILED`.
   */
  static open(options: LevelStorageOptions): Future<LevelStorage> {
    return Future.try(() => {
      const settings = checkOptions(options);
      const { runtime, path } = settings;
      return runtime
        .track(`open the state at ${path}`, openDatabase(settings))
        .andThen((database) => new LevelStorage(settings, database));
    });
  }

  get(name: string): Future<Entry | undefined> {
    return this.#run(`read ${quoted(name)}`, () => {
      checkName(name);
      return () => this.#read(name);
    });
  }

  set(entry: Entry, uuid: Uint8Array): Future<boolean> {
    return this.#run(`store ${quoted(entry.name)}`, () => {
      const copy = copyEntry(entry);
      const expected = copyUuid(uuid);
      const bytes = this.#encode(copy);
      return async () => {
        const stored = await this.#read(copy.name);
        if (stored && !equalUuids(stored.uuid, expected)) return false;
        await this.#write(copy.name, bytes);
        return true;
      };
    });
  }

  expunge(entry: Entry): Future<boolean> {
    return this.#run(`expunge ${quoted(entry.name)}`, () => {
      checkName(entry.name);
      const { name } = entry;
      const expected = copyUuid(entry.uuid);
      return async () => {
        const stored = await this.#read(name);
        if (!stored || !equalUuids(stored.uuid, expected)) return false;
        await this.#write(name, undefined);
        return true;
      };
    });
  }

  names(): Future<ReadonlySet<string>> {
    return this.#run('list the names', () => () => this.#readNames());
  }

  subscribe(name: string, listener: ChangeListener): () => void {
    checkName(name);
    const remove = this.#listeners.add(name, listener);
    const ended = this.#closing ? closed() : this.#ended;
    if (ended) listener.ended(ended);
    return remove;
  }

  /** Ready when what is under way has ended and another storage may open the directory. */
  close(): Future<void> {
    this.#closing ??= this.#mutex.run(() => {
      this.#ended ??= closed();
      this.#listeners.end(closed());
      return this.#track('close', this.#database.close());
    });
    return this.#closing.undiscardable();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  /** Checks the arguments at once and does the work in its turn. */
  #run<T>(what: string, prepare: () => () => Promise<T>): Future<T> {
    return Future.try(() => {
      if (this.#closing) throw closed();
      const work = prepare();
      return this.#mutex.run(() => {
        if (this.#ended) throw this.#ended;
        return this.#track(what, this.#attempt(what, work));
      });
    });
  }

  async #attempt<T>(what: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw accessFailure(what, error);
    }
  }

  #track<T>(what: string, work: Promise<T>): Future<T> {
    // Not discardable once it has begun: the next in line must not overtake it.
    return this.#settings.runtime.track(`${what} at ${this.#settings.path}`, work).undiscardable();
  }

  #encode(entry: Entry): Uint8Array {
    const bytes = Entry.encode(entry);
    const { entrySizeMaxBytes } = this.#settings;
    if (bytes.length <= entrySizeMaxBytes) return bytes;
    throw new StateError(
      'STATE_VALUE_TOO_LARGE',
      `the entry of ${quoted(entry.name)} has ${bytes.length} bytes, more than entrySizeMaxBytes, which is ${entrySizeMaxBytes}; nothing was written`,
      { outcome: 'definite' },
    );
  }

  async #read(name: string): Promise<Entry | undefined> {
    const bytes = await this.#database.get(utf8.encode(name));
    return bytes === undefined ? undefined : decodeEntry(name, bytes);
  }

  async #write(name: string, bytes: Uint8Array | undefined): Promise<void> {
    const key = utf8.encode(name);
    const batch = this.#database.batch();
    try {
      if (bytes) batch.put(key, bytes);
      else batch.del(key);
      await batch.write({ sync: true });
      this.#listeners.changed(name);
    } catch (error) {
      const failure = accessFailure(`write ${quoted(name)}`, error, 'unknown');
      this.#ended = new StateError(
        'STATE_STORAGE_FAILED',
        `the storage is out of use, open it anew: ${failure.message}`,
        { cause: failure, outcome: 'definite' },
      );
      this.#listeners.end(this.#ended);
      throw failure;
    }
  }

  async #readNames(): Promise<ReadonlySet<string>> {
    const names = new Set<string>();
    const cursor = this.#database.keys({
      gte: KEY_MIN,
      fillCache: false,
      highWaterMarkBytes: READ_SIZE_BYTES_MAX,
    });
    try {
      for (;;) {
        const keys = await cursor.nextv(NAMES_PER_READ);
        if (keys.length === 0) return names;
        for (const key of keys) names.add(nameOf(key));
      }
    } finally {
      await cursor.close();
    }
  }
}

async function openDatabase({ engine, path, createIfMissing }: Settings): Promise<Database> {
  try {
    const database = await engine.open(path, createIfMissing);
    try {
      await database.compactRange(KEY_MIN, KEY_MAX);
      await engine.syncDirectory(path);
      return database;
    } catch (error) {
      await database.close();
      throw error;
    }
  } catch (error) {
    throw openFailure(path, error);
  }
}

function decodeEntry(name: string, bytes: Uint8Array): Entry {
  let entry: Entry;
  try {
    entry = Entry.decode(bytes);
  } catch (error) {
    throw malformed(`what is stored under ${quoted(name)} is no entry`, error);
  }
  if (entry.name === name) return entry;
  throw malformed(`under ${quoted(name)} the entry of ${quoted(entry.name)} is stored`);
}

function nameOf(key: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(key);
  } catch (error) {
    const hex = Array.from(key, (byte) => byte.toString(16).padStart(2, '0')).join('');
    throw malformed(`the key ${hex} is not the UTF-8 of a name`, error);
  }
}

function malformed(what: string, cause?: unknown): StateError {
  const message = `${what}: is this database written by something else?`;
  return new StateError('STATE_ENTRY_MALFORMED', message, cause === undefined ? {} : { cause });
}

function closed(): StateError {
  return new StateError('STATE_CLOSED', 'the storage is closed', { outcome: 'definite' });
}

function quoted(name: unknown): string {
  const text = String(name);
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}

function checkOptions(options: LevelStorageOptions): Settings {
  const { path, entrySizeMaxBytes = LEVEL_ENTRY_SIZE_BYTES_MAX } = options;
  if (typeof path !== 'string' || path === '' || path.includes('\0')) {
    const given = typeof path === 'string' ? JSON.stringify(path) : `a ${typeof path}`;
    const message = `path is ${given}; expected a directory's name`;
    throw new StateError('STATE_PATH_INVALID', message);
  }
  if (!Number.isSafeInteger(entrySizeMaxBytes) || entrySizeMaxBytes < 1) {
    const message = `expected entrySizeMaxBytes to be an integer from 1, got ${String(entrySizeMaxBytes)}`;
    throw new StateError('STATE_OPTION_INVALID', message);
  }
  return {
    path,
    entrySizeMaxBytes,
    runtime: options.runtime ?? defaultRuntime(),
    createIfMissing: options.createIfMissing ?? true,
    engine: options.engine ?? levelEngine,
  };
}
