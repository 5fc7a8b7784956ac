/** A database of bytes under bytes, ordered by key: what a log needs of LevelDB. */
export interface Database {
  /** The value at a key, undefined when there is none. */
  get(key: Uint8Array): Promise<Uint8Array | undefined>;
  /** A new set of changes that take place together. */
  batch(): DatabaseBatch;
  /** The entries of a range, ascending. */
  iterator(options: DatabaseRange): DatabaseCursor<[Uint8Array, Uint8Array]>;
  /** The keys of a range, ascending. */
  keys(options: DatabaseRange): DatabaseCursor<Uint8Array>;
  /** Gives back the space of what was overwritten or deleted in a range. */
  compactRange(from: Uint8Array, to: Uint8Array): Promise<void>;
  /** About how many bytes of disk a range takes. */
  approximateSize(from: Uint8Array, to: Uint8Array): Promise<number>;
  close(): Promise<void>;
}

/** Changes that are made all or none, also through a crash. */
export interface DatabaseBatch {
  put(key: Uint8Array, value: Uint8Array): unknown;
  del(key: Uint8Array): unknown;
  /** With `sync` it survives a loss of power, and so does every earlier write, once this resolves. */
  write(options: { readonly sync: boolean }): Promise<void>;
  /** Gives up what was not written. */
  close(): Promise<void>;
}

/** Goes through a range piece by piece. */
export interface DatabaseCursor<T> {
  /** The next ones, at most `length`; none at the end. */
  nextv(length: number): Promise<T[]>;
  close(): Promise<void>;
}

/** Which keys, and how they are read. */
export interface DatabaseRange {
  readonly gte: Uint8Array;
  readonly lt?: Uint8Array;
  readonly lte?: Uint8Array;
  readonly fillCache: boolean;
  /** Ends a piece early. */
  readonly highWaterMarkBytes: number;
}

/** Where databases are: LevelDB on the disk of this machine, or a simulation of both. */
export interface DatabaseEngine {
  /** Rejects with `LOG_PATH_INVALID`, `LOG_LOCKED`, `LOG_CORRUPT` or `STORAGE_FAILED`. */
  open(path: string, createIfMissing: boolean): Promise<Database>;
  /** Makes the names of the files in a database's directory durable. */
  syncDirectory(path: string): Promise<void>;
  /** What `writeNote` has written beside the database at `path`, if anything. */
  readNote(path: string): Promise<string | undefined>;
  /**
   * Replaces the note beside the database, as a whole; durable when it resolves. It is no part of the
   * database's directory, and outlives it.
   */
  writeNote(path: string, note: string): Promise<void>;
}
