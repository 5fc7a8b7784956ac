import type { Position } from '@quorate/log';
import { Operation, type Entry } from '@quorate/messages';
import { Completer, Future, Process, type Pid, type Runtime } from '@quorate/process';
import { failIfAbandoned } from '@quorate/process/sync';
import { equalUuids } from './entry.ts';
import { StateError, stateClosed } from './errors.ts';
import { toLogFailure } from './log-failure.ts';
import { Mutex } from './mutex.ts';
import type { LogWriter, ReplicatedLog } from './replicated-log.ts';
import { SnapshotTable } from './snapshot-table.ts';
import { Starter } from './starter.ts';

/** The actor behind `LogStorage`. */
export class LogStorageProcess extends Process {
  declare readonly self: Pid<LogStorageProcess>;
  readonly #operationsMax: number;
  readonly #writer: LogWriter;
  readonly #starter: Starter;
  readonly #table = new SnapshotTable();
  /** A log has one writer and a writer one order: what is checked must still hold when it lands. */
  readonly #mutex = new Mutex();
  #appending: Completer<boolean> | undefined;
  #truncating = false;
  #operations = 0;

  constructor(log: ReplicatedLog, operationsMax: number, { clock, random, logger }: Runtime) {
    super({ idPrefix: 'log-storage' });
    this.#operationsMax = operationsMax;
    this.#writer = log.writer();
    this.#starter = new Starter({
      reader: log.reader(),
      writer: this.#writer,
      table: this.#table,
      clock,
      random,
      logger,
      inProcess: (callback) => this.#inProcess(callback),
    });
  }

  get(name: string): Future<Entry | undefined> {
    const look = this.defer(() => this.#table.entry(name));
    return this.#bounded(() => this.#start().andThen(look));
  }

  names(): Future<ReadonlySet<string>> {
    const look = this.defer(() => this.#table.names());
    return this.#bounded(() => this.#start().andThen(look));
  }

  set(entry: Entry, uuid: Uint8Array): Future<boolean> {
    return this.#exclusively(() => {
      if (!this.#table.accepts(entry.name, uuid)) return Future.ready(false);
      return this.#append(
        `store ${JSON.stringify(entry.name)}`,
        { type: 'snapshot', snapshot: { entry } },
        (position) => this.#table.put(position, entry),
      );
    });
  }

  expunge(name: string, uuid: Uint8Array): Future<boolean> {
    return this.#exclusively(() => {
      const stored = this.#table.entry(name);
      if (!stored || !equalUuids(stored.uuid, uuid)) return Future.ready(false);
      return this.#append(
        `expunge ${JSON.stringify(name)}`,
        { type: 'expunge', expunge: { name } },
        (position) => this.#table.remove(position, name),
      );
    });
  }

  protected override finalize(): void {
    const message = 'the storage was closed while the operation was under way';
    const error = new StateError('STATE_CLOSED', message, { outcome: 'unknown' });
    this.#starter.close(error);
    this.#appending?.fail(error);
  }

  #start(): Future<void> {
    return this.#starter.start();
  }

  /** A callback of futures that runs as an event of this process. */
  #inProcess<A extends readonly unknown[]>(callback: (...args: A) => void): (...args: A) => void {
    return (...args) => this.runtime.tell(this.self, () => callback(...args));
  }

  #exclusively(work: () => Future<boolean>): Future<boolean> {
    const turn = (): Future<boolean> => this.#start().andThen(this.defer(work));
    return this.#bounded(() => this.#mutex.run(this.defer(turn)));
  }

  /** What waits holds values in memory, and without a quorum it waits for as long as that lasts. */
  #bounded<T>(operation: () => Future<T>): Future<T> {
    if (this.#operations >= this.#operationsMax) {
      const message = `${this.#operationsMax} operations are waiting: await some of them first`;
      const error = new StateError('STATE_QUEUE_FULL', message, { outcome: 'definite' });
      return Future.failed(error);
    }
    this.#operations++;
    return operation().onAny(() => {
      this.#operations--;
    });
  }

  #append(what: string, operation: Operation, apply: (at: Position) => void): Future<boolean> {
    const result = new Completer<boolean>();
    this.#appending = result;
    const appending = this.#writer.append(Operation.encode(operation));
    result.future.onDiscard(() => appending.discard());
    const settled = this.#inProcess((done: Future<Position>) => {
      this.#appending = undefined;
      // Not `andThen`, which drops a value that arrives after a discard: an operation that made it
      // into the log must reach the table, or the version there would be a stale one.
      if (done.isReady) {
        apply(done.value());
        result.set(true);
        this.#truncateSoon();
      } else {
        this.#onAppendFailed(what, done, result);
      }
    });
    failIfAbandoned(appending, stateClosed('the log was closed')).onAny(settled);
    return result.future;
  }

  #onAppendFailed(what: string, done: Future<Position>, result: Completer<boolean>): void {
    const error = toLogFailure(what, done.isFailed ? done.failure() : new Error('discarded'));
    // A value that is too large never reached the coordinator. After anything else the writer is
    // no longer elected, or nobody knows: elect again and read what became of the operation.
    if (error.code !== 'STATE_VALUE_TOO_LARGE') this.#starter.reset();
    if (done.isDiscarded) result.discard();
    else result.fail(error);
  }

  /** Drops what every snapshot has left behind; nobody waits for it. */
  #truncateSoon(): void {
    if (this.#truncating) return;
    this.#truncating = true;
    const truncate = (): Future<unknown> => {
      this.#truncating = false;
      return this.#truncate();
    };
    // It fails only when the storage is closed first.
    this.#mutex.run(this.defer(truncate)).onFailed(() => undefined);
  }

  #truncate(): Future<unknown> {
    const lowest = this.#table.lowestPosition();
    const { started, beginning } = this.#starter;
    const isNeeded = lowest !== undefined && (beginning === undefined || lowest > beginning);
    if (!started || !isNeeded) return Future.ready(undefined);
    const settled = this.#inProcess((done: Future<Position>) => {
      if (!done.isReady) return;
      this.#starter.truncatedTo(lowest);
      this.#table.advance(done.value());
    });
    // A failure is left to the next store, which meets it as well and reports it: only space is
    // lost until then, and starting again here would take the log back from a rival unasked.
    return this.#writer
      .truncate(lowest)
      .onAny(settled)
      .recover(() => undefined);
  }
}
