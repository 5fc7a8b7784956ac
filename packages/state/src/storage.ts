import type { Entry } from '@quorate/messages';
import type { Future } from '@quorate/process';

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
  /** Removes the entry if the stored version is that of `entry`; false if absent or different. */
  expunge(entry: Entry): Future<boolean>;
  /** The names of all entries. */
  names(): Future<ReadonlySet<string>>;
}
