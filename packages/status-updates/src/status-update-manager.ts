import { defaultRuntime, Future } from '@quorate/process';
import type { Pid, Runtime } from '@quorate/process';
import { failIfAbandoned } from '@quorate/process/sync';
import { StatusUpdateError } from './errors.ts';
import { checkOptions } from './manager-options.ts';
import type { StatusUpdateManagerOptions } from './manager-options.ts';
import type { StatusUpdateMetrics } from './metrics.ts';
import { StatusUpdateManagerProcess } from './status-update-manager-process.ts';
import type { RecoveredStreams } from './recoveries.ts';
import type { RecoverOptions } from './recover-streams.ts';
import type { StreamStorage } from './storage/stream-storage.ts';

/** How an update is kept. */
export interface UpdateOptions {
  /** Whether the update survives the end of this program. Default true. */
  readonly checkpoint?: boolean;
}

/**
 * Delivers status updates at least once, and those of one stream in order: an update is forwarded,
 * again and again, until it is acknowledged; only then the next one of its stream is.
 *
 * A checkpointed update survives a crash from the moment that `update` is ready, and is never
 * forwarded before. A stream ends with the acknowledgement of a terminal update.
 *
 * Source: Mesos src/status_update_manager/status_update_manager_process.hpp and
 * src/slave/task_status_update_manager.cpp, of which this is both, by its format.
 *
 * @typeParam StreamId names a stream
 * @typeParam Update a status update
 */
export class StatusUpdateManager<StreamId, Update> implements AsyncDisposable {
  readonly #runtime: Runtime;
  readonly #process: StatusUpdateManagerProcess<StreamId, Update>;
  readonly #storage: StreamStorage | undefined;
  #closing: Future<void> | undefined;

  /** Throws `MANAGER_OPTION_INVALID`. */
  constructor(options: StatusUpdateManagerOptions<StreamId, Update>) {
    const settings = checkOptions(options);
    this.#runtime = options.runtime ?? defaultRuntime();
    this.#storage = settings.storage;
    this.#process = new StatusUpdateManagerProcess(settings);
    this.#runtime.spawn(this.#process);
  }

  /** The process behind it. */
  get pid(): Pid<StatusUpdateManagerProcess<StreamId, Update>> {
    return this.#process.self;
  }

  /**
   * Takes an update. Ready once it is durable, or, without a checkpoint, in memory; also for one
   * whose uuid was received before, which changes nothing. If none of its stream was pending it is
   * forwarded then.
   *
   * Fails with `UPDATE_UUID_MISSING`, `UPDATE_UUID_INVALID`, `UPDATE_CARRIES_LATEST`,
   * `UPDATE_CHECKPOINT_MISMATCH`, `UPDATE_FRAMEWORK_MISMATCH`, `UPDATE_INVALID`,
   * `STREAM_ID_INVALID`, `STREAM_FILE_EXISTS`, `STREAM_CORRUPT` (of a file that was to be gone on
   * with), `STREAM_FULL`, `STREAM_FAILED`, `JOURNAL_FAILED`, `MANAGER_OPTION_INVALID` (no storage for
   * a checkpoint), `STREAM_UNKNOWN` (cleaned up meanwhile) or `MANAGER_CLOSED`. Its `outcome` says
   * whether the update may be on disk all the same.
   */
  update(streamId: StreamId, update: Update, options: UpdateOptions = {}): Future<void> {
    const { checkpoint = true } = options;
    return this.#ask(this.#runtime.dispatch(this.pid, 'update', streamId, update, checkpoint));
  }

  /**
   * Takes the acknowledgement of the update that was forwarded last. Ready once that is durable:
   * with true if the stream goes on, with its next update if there is one, and with false if it is
   * over.
   *
   * @param uuid as the format's `uuidOf` gives it: for upstream's formats that of `formatUuid`
   *
   * Fails with `STREAM_ID_INVALID`, `STREAM_UNKNOWN`, `ACKNOWLEDGEMENT_UNEXPECTED` (nothing is pending),
   * `ACKNOWLEDGEMENT_DUPLICATE` (another update is; both are harmless, and common after a retry),
   * `STREAM_FAILED`, `JOURNAL_FAILED` or `MANAGER_CLOSED`.
   */
  acknowledge(streamId: StreamId, uuid: string): Future<boolean> {
    return this.#ask(this.#runtime.dispatch(this.pid, 'acknowledge', streamId, uuid));
  }

  /**
   * Reads streams from disk, after a restart and before anything else. What a crash left of an
   * update's writing is cut off. Pending updates are forwarded at once, as upstream's manager of
   * operations does; after a `pause` they wait for `resume`, as upstream's manager of tasks has it.
   * Updates and acknowledgements that arrive meanwhile wait.
   *
   * Whoever finds the streams by walking directories calls `flush` first: with a journal a directory
   * may not be there before the storage has been opened.
   *
   * A file that is damaged makes a strict recovery fail, which changes neither that file nor what
   * the manager holds; otherwise the damage is counted and cut off, and what is in front of it is
   * recovered.
   *
   * Fails with `STREAM_CORRUPT`, `STREAM_MISSING` (the directory is not there) or `STREAM_FAILED`
   * if strict, and with `STREAM_ID_INVALID`, `STREAM_ACTIVE`, `JOURNAL_CORRUPT`, `JOURNAL_FAILED` or `MANAGER_CLOSED`.
   */
  recover(
    streamIds: Iterable<StreamId>,
    options: RecoverOptions,
  ): Future<RecoveredStreams<Update>> {
    return this.#ask(this.#runtime.dispatch(this.pid, 'recover', [...streamIds], options));
  }

  /** Forwards nothing until `resume`. Updates and acknowledgements are taken as before. */
  pause(): void {
    this.#runtime.tell(this.pid, 'pause');
  }

  /** Forwards the front of every stream, though its acknowledgement may be on its way. */
  resume(): void {
    this.#runtime.tell(this.pid, 'resume');
  }

  /**
   * Drops all streams of a framework, also those that are being recovered. Their files stay; what
   * waits to be written is refused with `STREAM_UNKNOWN`. One that has failed stays failed.
   */
  cleanup(frameworkId: string): void {
    this.#runtime.tell(this.pid, 'cleanup', frameworkId);
  }

  /**
   * Forwards the fronts of these streams, or of all, at once, and counts their retries anew: for a
   * receiver that has lost track. Of a stream in which nothing waits for an acknowledgement the newest
   * update is forwarded, once; an acknowledgement of that is refused, and harmless.
   *
   * Ready when a running recovery is over. Fails with `STREAM_ID_INVALID` or `MANAGER_CLOSED`.
   *
   * @returns those for which there is no stream: it is over, or never began
   */
  reconcile(streamIds?: Iterable<StreamId>): Future<readonly StreamId[]> {
    const ids = streamIds && [...streamIds];
    return this.#ask(this.#runtime.dispatch(this.pid, 'reconcile', ids));
  }

  /**
   * Removes the file of a stream that is over, and its directory once that is empty. Durable when
   * ready; nothing happens if there is none.
   *
   * Fails with `STREAM_ID_INVALID`, `STREAM_ACTIVE`, `STREAM_FAILED`, `JOURNAL_FAILED` or
   * `MANAGER_CLOSED`.
   */
  remove(streamId: StreamId): Future<void> {
    return this.#ask(this.#runtime.dispatch(this.pid, 'remove', streamId));
  }

  /**
   * Ready when what was asked for so far has been answered, and is in the streams' own files for other
   * readers. Fails with `JOURNAL_FAILED` or `MANAGER_CLOSED`.
   */
  flush(): Future<void> {
    return this.#ask(this.#runtime.dispatch(this.pid, 'flush'));
  }

  /** What it has done, and what it holds. */
  metrics(): StatusUpdateMetrics {
    return this.#process.metrics();
  }

  /**
   * Refuses what waits with `MANAGER_CLOSED`, lets what is being written end, and closes the
   * storage: afterwards the files hold everything, and others may write to them.
   *
   * Fails with `JOURNAL_FAILED` or `STREAM_FAILED` if the storage cannot be closed cleanly; the
   * manager is closed all the same.
   */
  close(): Future<void> {
    this.#closing ??= this.#shutdown();
    return this.#closing;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  #shutdown(): Future<void> {
    const closed = this.#runtime.dispatch(this.pid, 'shutdown');
    const terminate = (): Future<boolean> => {
      this.#runtime.terminate(this.pid);
      return this.#runtime.wait(this.pid);
    };
    return closed
      .recover((failed) => {
        // The runtime was closed first. What the storage holds is to be in the files all the same.
        if (failed.isAbandoned) return this.#closeStorage();
        return terminate().andThen(() => failed);
      })
      .andThen(() => terminate())
      .andThen(() => undefined);
  }

  #closeStorage(): Future<void> {
    const closing = this.#storage?.close();
    return closing ? this.#runtime.track('close status updates', closing) : Future.ready();
  }

  #ask<T>(asking: Future<T>): Future<T> {
    return failIfAbandoned(asking, () => {
      const message = 'the status update manager is closed';
      return new StatusUpdateError('MANAGER_CLOSED', message, { outcome: 'unknown' });
    });
  }
}
