import type { Action, Metadata } from '@quorate/messages';
import type { RestoredState } from './protocol/restore.ts';
import type { Position } from './protocol/types.ts';

/**
 * Where one replica keeps its records. A storage belongs to one replica at a time, which calls
 * `restore` first, has one `persist` in flight at most, and never reads while one is.
 *
 * Every promise rejects with a `LogError`: `LOG_CLOSED` after `close`, `STORAGE_FAILED` once a
 * write has failed. `storageSuite` of `@quorate/log/testing` checks an implementation.
 */
export interface Storage {
  /**
   * Opens the storage and reads all of it. To be called once, before anything else.
   *
   * Rejects with `LOG_LOCKED` when another replica has it open, `LOG_PATH_INVALID` when it cannot
   * be there, `LOG_CORRUPT` when a record is not what was written, `STORAGE_FAILED` otherwise.
   */
  restore(): Promise<RestoredState>;

  /**
   * Makes a batch durable, all of it or nothing: when this resolves, it survives a loss of power.
   *
   * After a rejection nobody can know what reached the disk (the page cache drops what it failed
   * to write), so every later call rejects with `STORAGE_FAILED` until the storage is opened anew.
   */
  persist(batch: StorageBatch): Promise<void>;

  /** The record at a position; undefined when there is none. */
  read(position: Position): Promise<Action | undefined>;

  /** The records from `from` up to and including `to`, ascending; positions without one are left out. */
  readRange(from: Position, to: Position): Promise<readonly Action[]>;

  /** Gives back the space of truncated positions. Called after a truncation, writes go on meanwhile. */
  compact?(): Promise<void>;

  /** Waits for what is in flight, then lets go of the storage. Idempotent. */
  close(): Promise<void>;
}

/** What one durable write changes. */
export interface StorageBatch {
  readonly metadata?: Metadata;
  /** Replace whatever was at their positions. Not to be changed once handed over. */
  readonly actions: readonly Action[];
  /** Positions below are deleted, those of `actions` included. */
  readonly truncateTo?: Position;
  /**
   * The named group that the replica becomes a voting member of: durable before the rest of the batch,
   * and kept apart from it, so that it outlives the records. `restore` gives it back.
   */
  readonly memberOf?: string;
}
