import { Completer, Future } from '@quorate/process';
import type { Coordinator } from './proposer/coordinator.ts';
import { copyEntryBytes } from './entry.ts';
import { LogError } from './errors.ts';
import type { LogErrorCode } from './errors.ts';
import type { LogScope } from './log-scope.ts';
import type { CoordinatorWriteOutcome, ElectOutcome } from './protocol/coordinator.ts';
import { toPosition } from './protocol/types.ts';
import type { Position } from './protocol/types.ts';

/**
 * How `start` ended. `rejected`: another writer has promised itself a higher number; `ignored`:
 * too few replicas are voting yet. After either, wait a random time and start again.
 */
export type StartResult = ElectOutcome;

export interface WriterSettings {
  readonly entrySizeMaxBytes: number;
  readonly queueLengthMax: number;
}

type Write =
  | { readonly type: 'append'; readonly bytes: Uint8Array }
  | { readonly type: 'truncate'; readonly to: Position };

interface QueuedWrite {
  readonly write: Write;
  readonly completer: Completer<Position>;
}

/**
 * Writes to the end of the log, as the only one who can: at most one writer of a whole group is
 * started at a time, and one that is overtaken by another finds out with its next write.
 *
 * Writes are served in the order of the calls, one in flight, the others queued. A failed one
 * says what is known in its `outcome`: `definite`, it was never sent; `unknown`, it may be in the
 * log, and only the next `start` settles whether it is.
 */
export class Writer {
  readonly #scope: LogScope;
  readonly #coordinator: Coordinator;
  readonly #settings: WriterSettings;
  #started = false;
  #starting: Future<StartResult> | undefined;
  #sent:
    { readonly job: QueuedWrite; readonly writing: Future<CoordinatorWriteOutcome> } | undefined;
  /** In the order of the calls; a set, because a discarded write leaves from anywhere. */
  readonly #queue = new Set<QueuedWrite>();

  /** @internal Use `log.writer()`. */
  constructor(scope: LogScope, coordinator: Coordinator, settings: WriterSettings) {
    this.#scope = scope;
    this.#coordinator = coordinator;
    this.#settings = settings;
  }

  /**
   * Gets this writer elected and catches the local replica up with the whole log, once the log
   * has recovered. Ready with `elected` and the last position of the log, or with the reason why
   * not. Started already, it is elected anew. Called twice at once, both wait for one election.
   *
   * Pending for as long as too few replicas answer: discard it to give up. Fails with
   * `WRITER_BUSY` while writes are in flight, `LOG_CLOSED`, `STORAGE_FAILED` or what else stops
   * the local replica.
   */
  start(): Future<StartResult> {
    if (this.#starting) return this.#starting;
    if (this.#sent) {
      const error = new LogError('WRITER_BUSY', 'cannot start: writes are in flight; await them');
      return Future.failed(error);
    }
    const again = this.#started;
    this.#started = false;
    const electing = this.#scope.run(() => {
      if (!again) return this.#coordinator.elect();
      return this.#coordinator.demote().andThen(() => this.#coordinator.elect());
    });
    const ended = (isElected: boolean): void => {
      this.#starting = undefined;
      this.#started = isElected;
    };
    electing.onReady(({ type }) => ended(type === 'elected'));
    electing.onFailed(() => ended(false));
    electing.onDiscarded(() => ended(false));
    // Another future for the caller: a failure of its own that nobody looks at is reported.
    const starting = electing.andThen((result) => result);
    if (electing.isPending) this.#starting = starting;
    return starting;
  }

  /**
   * Appends an entry at the end of the log. Ready with its position when a quorum of replicas has
   * it on disk and the local one can be read from.
   *
   * The bytes are copied at the call. Discarding it before it was sent takes it back; later it
   * only ends the waiting, with unknown outcome, and stops the writer. Fails with
   *
   * - `WRITER_NOT_STARTED`: `start` first; outcome `definite`
   * - `WRITER_DEMOTED`: another writer took over, or too few replicas vote; `start` again. The
   *   one in flight has outcome `unknown`, those queued behind it `definite`
   * - `WRITER_BUSY`: too many are queued; outcome `definite`
   * - `ENTRY_INVALID`, `ENTRY_TOO_LARGE`; outcome `definite`
   * - `LOG_CLOSED`, `STORAGE_FAILED` or what else stops the local replica
   */
  append(bytes: Uint8Array): Future<Position> {
    try {
      const copy = copyEntryBytes(bytes, this.#settings.entrySizeMaxBytes);
      return this.#enqueue({ type: 'append', bytes: copy });
    } catch (error) {
      return Future.failed(error as Error);
    }
  }

  /**
   * Removes all entries below `to`, by writing that to the end of the log. Ready with the position
   * of the truncation itself. A `to` at or below the beginning changes nothing. Fails as `append`
   * does, and with `POSITION_INVALID` when `to` is not a position or lies beyond the end.
   */
  truncate(to: Position): Future<Position> {
    try {
      return this.#enqueue({ type: 'truncate', to: toPosition(to) });
    } catch (error) {
      return Future.failed(withOutcome(error as LogError, 'definite'));
    }
  }

  #enqueue(write: Write): Future<Position> {
    const refusal = this.#refusal();
    if (refusal) return Future.failed(refusal);
    const completer = new Completer<Position>();
    const job: QueuedWrite = { write, completer };
    this.#queue.add(job);
    completer.future.onDiscard(() => this.#onDiscard(job));
    this.#serve();
    return completer.future;
  }

  #refusal(): LogError | undefined {
    const { ended } = this.#scope;
    if (ended) return withOutcome(ended, 'definite');
    if (!this.#started) {
      const what = this.#starting ? 'is being started; await start()' : 'is not started';
      return new LogError('WRITER_NOT_STARTED', `the writer ${what}`, { outcome: 'definite' });
    }
    const { queueLengthMax } = this.#settings;
    if (this.#queue.size < queueLengthMax) return undefined;
    return new LogError(
      'WRITER_BUSY',
      `${queueLengthMax} writes are queued; await some, or raise writerQueueLengthMax`,
      { outcome: 'definite' },
    );
  }

  /** Sends the next write, unless one is in flight. */
  #serve(): void {
    if (this.#sent) return;
    const [job] = this.#queue;
    if (!job) return;
    this.#queue.delete(job);
    this.#send(job);
  }

  #send(job: QueuedWrite): void {
    const { write } = job;
    const writing = this.#scope.run(() =>
      write.type === 'append'
        ? this.#coordinator.append(write.bytes)
        : this.#coordinator.truncate(write.to),
    );
    this.#sent = { job, writing };
    writing.onReady((outcome) => this.#onOutcome(job, outcome));
    writing.onFailed((error) => this.#onFailure(job, error));
    writing.onDiscarded(() => this.#onSentDiscarded(job));
  }

  #onOutcome(job: QueuedWrite, outcome: CoordinatorWriteOutcome): void {
    this.#sent = undefined;
    switch (outcome.type) {
      case 'written':
        job.completer.set(outcome.position);
        this.#serve();
        return;
      case 'not-elected':
        this.#stop(job, demoted('definite', 'the coordinator is not elected any more'));
        return;
      case 'demoted':
        this.#stop(job, demoted('unknown', REASON[outcome.by]));
    }
  }

  #onFailure(job: QueuedWrite, error: Error): void {
    this.#sent = undefined;
    // A refusal of this one write, before anything was sent.
    if (error instanceof LogError && error.outcome === 'definite') {
      job.completer.fail(error);
      this.#serve();
      return;
    }
    this.#stop(job, error instanceof LogError ? withOutcome(error, 'unknown') : error);
  }

  #onDiscard(job: QueuedWrite): void {
    // Sent: the coordinator must know first, or a write after this one could overtake the abort.
    if (this.#sent?.job === job) this.#sent.writing.discard();
    else if (this.#queue.delete(job)) job.completer.discard();
  }

  #onSentDiscarded(job: QueuedWrite): void {
    this.#sent = undefined;
    this.#stop(job, undefined);
  }

  /** The writer cannot go on: nothing queued will be sent, and that is certain. */
  #stop(job: QueuedWrite, error: Error | undefined): void {
    this.#started = false;
    const queued = [...this.#queue];
    this.#queue.clear();
    if (error) job.completer.fail(error);
    else job.completer.discard();
    const reason = definiteReason(error);
    for (const { completer } of queued) completer.fail(reason);
  }
}

const REASON = {
  rejected: 'another writer was elected',
  ignored: 'too few replicas are voting',
} as const;

function demoted(outcome: 'definite' | 'unknown', why: string): LogError {
  const what =
    outcome === 'unknown' ? 'this write may or may not be in the log' : 'nothing was sent';
  return new LogError('WRITER_DEMOTED', `${why}; ${what}; start the writer again`, { outcome });
}

/** What the writes behind the one that failed fail with: not sent, for the same reason. */
function definiteReason(error: Error | undefined): LogError {
  if (!error) return demoted('definite', 'a write before this one was discarded');
  if (error instanceof LogError && PERMANENT.has(error.code)) return withOutcome(error, 'definite');
  return new LogError(
    'WRITER_DEMOTED',
    `a write before this one failed: ${error.message}; nothing was sent; start the writer again`,
    { outcome: 'definite', cause: error },
  );
}

/** Starting the writer again does not help. */
const PERMANENT: ReadonlySet<LogErrorCode> = new Set(['LOG_CLOSED', 'STORAGE_FAILED']);

function withOutcome(error: LogError, outcome: 'definite' | 'unknown'): LogError {
  if (error.outcome === outcome) return error;
  return new LogError(error.code, error.message, { cause: error, outcome });
}
