import type { Entry } from '@quorate/messages';
import { defaultRuntime, Future, type Pid, type Runtime } from '@quorate/process';
import { failIfAbandoned } from '@quorate/process/sync';
import { checkName, copyEntry, copyUuid } from './entry.ts';
import { stateClosed } from './errors.ts';
import { checkLogStorageOptions, type LogStorageOptions } from './log-storage-options.ts';
import { LogStorageProcess } from './log-storage-process.ts';
import type { ReplicatedLog } from './replicated-log.ts';
import type { StoredEntry } from './snapshot-table.ts';
import type { SplicedEntry, Storage } from './storage.ts';
import { ChangeListeners, type ChangeListener } from './watch/change-listener.ts';

/**
 * Entries in a replicated log: each store and each expunge appends one operation, and the latest
 * value of each variable is kept in memory. (Mesos src/state/log.cpp)
 *
 * The first operation gets this log's writer elected, which demotes any other, and reads the log.
 * While the election is lost or not possible yet it is tried again after 100 to 200 ms, doubling up
 * to 2 s, until the operation is discarded or `startAttemptsMax` elections were lost. Stores and
 * expunges run one at a time, in order.
 *
 * A store writes the whole value (a _snapshot_) or, if `diffsBetweenSnapshots` allows and it is
 * smaller, how it differs from the one before, as svndiff. In the background the log is truncated to
 * the oldest snapshot that is still needed, and a snapshot that holds up much is appended anew.
 *
 * `get` and `names` answer from memory once started: **a storage that was demoted does not know it
 * until its next store or expunge and may answer with stale entries**, unless `fence` comes first.
 * What it stores is never based on them: the store of a demoted storage fails.
 *
 * Failures, besides those of bad arguments: `STATE_DEMOTED` (another writer took over; `outcome`
 * says whether the operation can still show up; the next operation takes over again and reads
 * what the other wrote), `STATE_NOT_ELECTED` (too many elections were lost, nothing written),
 * `STATE_VALUE_TOO_LARGE` (a snapshot of the value would be over the cap of an entry, nothing
 * written), `STATE_LOG_FAILED` (anything else the log reports, as `cause`),
 * `STATE_OPERATION_MALFORMED`, `STATE_DIFF_MALFORMED` and `STATE_DIFF_UNSUPPORTED` (an entry of the
 * log that cannot be applied, named by its position), `STATE_QUEUE_FULL` (too many operations wait;
 * this one was not begun), `STATE_CLOSED`.
 *
 * Discarding an operation stops the wait; one whose append was under way may still take effect.
 */
export class LogStorage implements Storage {
  readonly #runtime: Runtime;
  readonly #pid: Pid<LogStorageProcess>;
  readonly #listeners = new ChangeListeners();
  #closing: Future<void> | undefined;

  /** @param log stays open when the storage is closed; throws `STATE_OPTION_INVALID` */
  constructor(log: ReplicatedLog, options: LogStorageOptions = {}) {
    const settings = checkLogStorageOptions(options, log);
    this.#runtime = options.runtime ?? log.runtime ?? defaultRuntime();
    const process = new LogStorageProcess(log, settings, {
      runtime: this.#runtime,
      listeners: this.#listeners,
    });
    this.#pid = this.#runtime.spawn(process);
  }

  get(name: string): Future<Entry | undefined> {
    return this.#ask(() => {
      checkName(name);
      return this.#runtime
        .dispatch(this.#pid, 'get', name)
        .andThen((entry) => entry && copyStored(entry));
    });
  }

  set(entry: Entry, uuid: Uint8Array): Future<boolean> {
    return this.#ask(() =>
      this.#runtime.dispatch(this.#pid, 'set', copyEntry(entry), copyUuid(uuid)),
    );
  }

  setSpliced(entry: SplicedEntry, uuid: Uint8Array): Future<boolean> {
    return this.#ask(() => {
      checkName(entry.name);
      const copy = { ...entry, uuid: copyUuid(entry.uuid) };
      return this.#runtime.dispatch(this.#pid, 'setSpliced', copy, copyUuid(uuid));
    });
  }

  /**
   * Proves that this storage still leads, by a write to the log that changes nothing. What waits for
   * its turn shares one. Fails as a store does; ready, everything that was stored before the call is
   * in what `get` and `names` answer.
   */
  fence(): Future<void> {
    return this.#ask(() => this.#runtime.dispatch(this.#pid, 'fence'));
  }

  expunge(entry: Entry): Future<boolean> {
    return this.#ask(() => {
      checkName(entry.name);
      return this.#runtime.dispatch(this.#pid, 'expunge', entry.name, copyUuid(entry.uuid));
    });
  }

  names(): Future<ReadonlySet<string>> {
    return this.#ask(() => this.#runtime.dispatch(this.#pid, 'names'));
  }

  /**
   * Tells of what this storage stores and reads from the log, and ends with `STATE_DEMOTED` when it finds
   * out that another has taken over. To see what others store, use a `LogFollower`.
   */
  subscribe(name: string, listener: ChangeListener): () => void {
    checkName(name);
    const remove = this.#listeners.add(name, listener);
    if (this.#closing) listener.ended(stateClosed('the storage is closed')());
    return remove;
  }

  /** Fails what is under way with `STATE_CLOSED` and ends the process; the log stays open. */
  close(): Future<void> {
    this.#closing ??= this.#terminate();
    return this.#closing;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  #terminate(): Future<void> {
    this.#runtime.terminate(this.#pid);
    return this.#runtime.wait(this.#pid).andThen(() => undefined);
  }

  #ask<T>(request: () => Future<T>): Future<T> {
    return failIfAbandoned(Future.try(request), stateClosed('the storage is closed'));
  }
}

/** Names in a log written by others may break our rules: what is stored is returned as it is. */
function copyStored({ name, uuid, value }: StoredEntry): Entry {
  return { name, uuid: new Uint8Array(uuid), value: value.bytes() };
}
