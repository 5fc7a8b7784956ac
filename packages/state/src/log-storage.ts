import type { Entry } from '@quorate/messages';
import { defaultRuntime, Future, type Pid, type Runtime } from '@quorate/process';
import { failIfAbandoned } from '@quorate/process/sync';
import { checkName, copyEntry, copyUuid } from './entry.ts';
import { StateError, stateClosed } from './errors.ts';
import { LogStorageProcess } from './log-storage-process.ts';
import type { ReplicatedLog } from './replicated-log.ts';
import type { Storage } from './storage.ts';

/** How many operations may wait at once when nothing else is asked for. */
export const LOG_STORAGE_OPERATIONS_MAX = 10_000;

/** How variables are kept on a replicated log. */
export interface LogStorageOptions {
  /**
   * Where the storage's process runs: the runtime the log lives in. Default: what the log says it
   * is, else the default runtime.
   */
  readonly runtime?: Runtime;
  /** How many operations may wait at once, from 1. Default `LOG_STORAGE_OPERATIONS_MAX`. */
  readonly operationsMax?: number;
  /**
   * How many stores in a row may be written as a difference to the value before. Only 0 exists so
   * far: every store writes the whole value.
   */
  readonly diffsBetweenSnapshots?: 0;
}

/**
 * Entries in a replicated log: each store and each expunge appends one operation, and the latest
 * value of each variable is kept in memory. (Mesos src/state/log.cpp)
 *
 * The first operation gets this log's writer elected, which demotes any other, and reads the log.
 * While the election is lost or not possible yet it is tried again after 100 to 200 ms, doubling up
 * to 2 s, until the operation is discarded. Stores and expunges run one at a time, in order. After
 * a store the log is truncated, in the background, to the oldest snapshot that is still current.
 *
 * `get` and `names` answer from memory once started: **a storage that was demoted does not know it
 * until its next store or expunge and may answer with stale entries**. What it stores is never
 * based on them: the store of a demoted storage fails.
 *
 * Failures, besides those of bad arguments: `STATE_DEMOTED` (another writer took over; `outcome`
 * says whether the operation can still show up; the next operation takes over again and reads
 * what the other wrote), `STATE_VALUE_TOO_LARGE` (over the log's entry cap, nothing written),
 * `STATE_LOG_FAILED` (anything else the log reports, as `cause`), `STATE_OPERATION_MALFORMED` and
 * `STATE_DIFF_UNSUPPORTED` (an entry of the log that cannot be applied, named by its position),
 * `STATE_QUEUE_FULL` (too many operations wait; this one was not begun), `STATE_CLOSED`.
 *
 * Discarding an operation stops the wait; one whose append was under way may still take effect.
 */
export class LogStorage implements Storage {
  readonly #runtime: Runtime;
  readonly #pid: Pid<LogStorageProcess>;
  #closing: Future<void> | undefined;

  /** @param log stays open when the storage is closed; throws `STATE_OPTION_INVALID` */
  constructor(log: ReplicatedLog, options: LogStorageOptions = {}) {
    const operationsMax = checkOptions(options);
    this.#runtime = options.runtime ?? log.runtime ?? defaultRuntime();
    this.#pid = this.#runtime.spawn(new LogStorageProcess(log, operationsMax, this.#runtime));
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

  expunge(entry: Entry): Future<boolean> {
    return this.#ask(() => {
      checkName(entry.name);
      return this.#runtime.dispatch(this.#pid, 'expunge', entry.name, copyUuid(entry.uuid));
    });
  }

  names(): Future<ReadonlySet<string>> {
    return this.#ask(() => this.#runtime.dispatch(this.#pid, 'names'));
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
function copyStored(entry: Entry): Entry {
  return { ...entry, uuid: new Uint8Array(entry.uuid), value: new Uint8Array(entry.value) };
}

function checkOptions(options: LogStorageOptions): number {
  const operationsMax = options.operationsMax ?? LOG_STORAGE_OPERATIONS_MAX;
  if (!Number.isSafeInteger(operationsMax) || operationsMax < 1) {
    throw invalidOption(`operationsMax to be an integer from 1, got ${String(operationsMax)}`);
  }
  const diffs: unknown = options.diffsBetweenSnapshots ?? 0;
  if (diffs === 0) return operationsMax;
  throw invalidOption(`diffsBetweenSnapshots to be 0, got ${String(diffs)}: diffs come later`);
}

function invalidOption(expectation: string): StateError {
  return new StateError('STATE_OPTION_INVALID', `expected ${expectation}`);
}
