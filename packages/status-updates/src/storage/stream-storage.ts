/**
 * Where a manager keeps the records of its checkpointed streams: a file for each, in upstream's
 * format.
 *
 * Calls for different files run side by side; those for one file come one after the other. A failed
 * write poisons its file: the manager never writes to it again.
 */
export interface StreamStorage {
  /** Comes first, once: brings the files to where the last run left off. */
  open(): Promise<void>;
  /**
   * Prepares the file of a new stream: its directories, and the file itself or the memory of it.
   *
   * @param existing what to do if the file is there: `refuse` rejects with `STREAM_FILE_EXISTS`
   * @returns the size of the file, where the first record goes
   */
  create(path: string, existing: 'refuse' | 'append'): Promise<number>;
  /**
   * Writes bytes at the end of a file, or from an `offset` before it what is there already and more.
   * Durable when it resolves, all of it.
   */
  append(path: string, offset: number, bytes: Uint8Array): Promise<void>;
  /** What is on disk of a stream; a directory without the file is a stream that never began. */
  read(path: string): Promise<StreamFile>;
  /**
   * Makes sure that the last `bytes` of a file, which were read, from `offset` on, are durable. What can
   * be read is not yet: the run that wrote it may have ended before its sync, or because that failed.
   */
  confirm(path: string, offset: number, bytes: Uint8Array): Promise<void>;
  /** Cuts a damaged tail off. Durable when it resolves. */
  truncate(path: string, sizeBytes: number): Promise<void>;
  /** Removes a file, and its directory once that is empty. Durable when it resolves. */
  remove(path: string): Promise<void>;
  /** Resolves when every file holds all that was appended to it, durably, for other readers. */
  flush(): Promise<void>;
  /** Flushes and lets go of all files. */
  close(): Promise<void>;
}

/** What there is of a stream. */
export type StreamFile =
  | { readonly type: 'file'; readonly bytes: Uint8Array }
  | { readonly type: 'missing' }
  | { readonly type: 'missing-directory' };
