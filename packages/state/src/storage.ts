import type { Entry } from '@quorate/messages';
import type { Future } from '@quorate/process';
import type { Splice } from './value/splice.ts';
import type { ChangeListener } from './watch/change-listener.ts';

/** A new version of an entry, given by what it changes of the version before. */
export interface SplicedEntry {
  readonly name: string;
  /** The new version: 16 bytes. */
  readonly uuid: Uint8Array;
  /** What is replaced of the value before; in ascending order, not overlapping. */
  readonly splices: readonly Splice[];
  /** How many bytes the new value has. */
  readonly sizeBytes: number;
  /** The whole new value; made when it is asked for. */
  value(): Uint8Array;
}

/**
 * Where `State` keeps its entries: a map from name to entry with test-and-set on the version.
 *
 * Every implementation passes `stateStorageSuite` of `@quorate/state/testing`. Entries given and
 * returned are copies: the caller may change them. (Mesos include/mesos/state/storage.hpp)
 */
export interface Storage {
  /** The entry stored under `name`, or undefined. */
  get(name: string): Future<Entry | undefined>;
  /**
   * Stores `entry` if the stored version is `uuid`, or if nothing is stored under its name whatever
   * `uuid` is: creations race, and the first wins.
   *
   * Ready with true once the entry is as durable as the storage makes it, with false if another
   * version is stored. A failure or a discard after the write has begun leaves open whether it
   * happened.
   */
  set(entry: Entry, uuid: Uint8Array): Future<boolean>;
  /**
   * Optional: like `set`, for a storage that can store a change of a large value for less than the
   * value. A storage without it is given the whole value.
   */
  setSpliced?(entry: SplicedEntry, uuid: Uint8Array): Future<boolean>;
  /**
   * Optional: ready when what `get` and `names` answer from then on includes every write that was
   * ready before the call, whoever made it. A storage without it never answers with less.
   */
  fence?(): Future<void>;
  /** Removes the entry if the stored version is that of `entry`; false if absent or different. */
  expunge(entry: Entry): Future<boolean>;
  /** The names of all entries. */
  names(): Future<ReadonlySet<string>>;
  /**
   * Optional: calls the listener whenever the entry of that name may have changed, until what it
   * returns is called. After a change that this storage can see, `get` answers with it, or with a later
   * one, and a call follows: whoever looks after each call never misses the last value. `ended` is
   * called when no more calls would come, as the storage is closed or has failed.
   *
   * Throws `STATE_NAME_INVALID`.
   */
  subscribe?(name: string, listener: ChangeListener): () => void;
}
