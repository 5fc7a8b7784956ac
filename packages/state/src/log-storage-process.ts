import type { Position } from '@quorate/log';
import { Operation, type Entry } from '@quorate/messages';
import { Completer, Future, Process, type Pid, type Runtime } from '@quorate/process';
import { failIfAbandoned } from '@quorate/process/sync';
import { equalUuids } from './entry.ts';
import { StateError, stateClosed } from './errors.ts';
import { toLogFailure } from './log-failure.ts';
import type { LogStorageSettings } from './log-storage-options.ts';
import { Mutex } from './mutex.ts';
import { snapshotSizeBytes } from './operation-size.ts';
import type { LogWriter, ReplicatedLog } from './replicated-log.ts';
import { SnapshotTable, type Snapshot, type StoredEntry } from './snapshot-table.ts';
import { Starter } from './starter.ts';
import type { SplicedEntry } from './storage.ts';
import { encodeSvndiff } from './svndiff/encode.ts';
import { Rope } from './value/rope.ts';
import type { ChangeListeners } from './watch/change-listener.ts';
import { checkSplices, lengthAfter, spliceBetween, type Splice } from './value/splice.ts';

/** A store, whichever way its value was given. */
interface NewVersion {
  readonly name: string;
  readonly uuid: Uint8Array;
  readonly sizeBytes: number;
  /** What it changes of the value before. */
  readonly splicesOf: (before: Rope) => readonly Splice[];
  readonly value: () => Uint8Array;
}

/** An operation to append, and what it makes of the table. */
interface Change {
  readonly operation: Operation;
  readonly apply: (position: Position) => void;
}

/** The actor behind `LogStorage`. */
export class LogStorageProcess extends Process {
  declare readonly self: Pid<LogStorageProcess>;
  readonly #settings: LogStorageSettings;
  readonly #writer: LogWriter;
  readonly #starter: Starter;
  readonly #table: SnapshotTable;
  /** A log has one writer and a writer one order: what is checked must still hold when it lands. */
  readonly #mutex = new Mutex();
  readonly #listeners: ChangeListeners;
  #writing: Completer<boolean> | undefined;
  /** The fence that waits for its turn: who comes before it begins shares it. */
  #fence: Future<boolean> | undefined;
  #isTidying = false;
  #operations = 0;

  constructor(
    log: ReplicatedLog,
    settings: LogStorageSettings,
    { runtime, listeners }: { readonly runtime: Runtime; readonly listeners: ChangeListeners },
  ) {
    super({ idPrefix: 'log-storage' });
    const { clock, random, logger } = runtime;
    this.#settings = settings;
    this.#listeners = listeners;
    this.#writer = log.writer();
    this.#table = new SnapshotTable(settings.valueSizeMaxBytes);
    this.#starter = new Starter({
      reader: log.reader(),
      writer: this.#writer,
      table: this.#table,
      clock,
      random,
      logger,
      attemptsMax: settings.startAttemptsMax,
      inProcess: (callback) => this.#inProcess(callback),
      onApplied: (name) => listeners.changed(name),
    });
  }

  get(name: string): Future<StoredEntry | undefined> {
    const look = this.defer(() => this.#table.entry(name));
    return this.#bounded(() => this.#start().andThen(look));
  }

  names(): Future<ReadonlySet<string>> {
    const look = this.defer(() => this.#table.names());
    return this.#bounded(() => this.#start().andThen(look));
  }

  fence(): Future<void> {
    return this.#bounded(() => {
      this.#fence ??= this.#queueFence();
      // Of its own for each: that one of them leaves ends it for nobody else.
      return this.#fence.andThen(() => undefined).undiscardable();
    });
  }

  set({ name, uuid, value }: Entry, expected: Uint8Array): Future<boolean> {
    return this.#store(
      {
        ...{ name, uuid, sizeBytes: value.length },
        splicesOf: (before) => spliceBetween(before.bytes(), value),
        value: () => value,
      },
      expected,
    );
  }

  setSpliced(entry: SplicedEntry, expected: Uint8Array): Future<boolean> {
    return this.#store({ ...entry, splicesOf: (before) => splicesOf(entry, before) }, expected);
  }

  expunge(name: string, uuid: Uint8Array): Future<boolean> {
    return this.#exclusively(() => {
      const stored = this.#table.entry(name);
      if (!stored || !equalUuids(stored.uuid, uuid)) return Future.ready(false);
      return this.#append(`expunge ${JSON.stringify(name)}`, {
        operation: { type: 'expunge', expunge: { name } },
        apply: (position) => {
          this.#table.remove(position, name);
          this.#listeners.changed(name);
        },
      });
    });
  }

  protected override finalize(): void {
    const message = 'the storage was closed while the operation was under way';
    const error = new StateError('STATE_CLOSED', message, { outcome: 'unknown' });
    this.#starter.close(error);
    this.#writing?.fail(error);
    this.#listeners.end(error);
  }

  #start(): Future<void> {
    return this.#starter.start();
  }

  /** A callback of futures that runs as an event of this process. */
  #inProcess<A extends readonly unknown[]>(callback: (...args: A) => void): (...args: A) => void {
    return (...args) => this.runtime.tell(this.self, () => callback(...args));
  }

  #exclusively(work: () => Future<boolean>): Future<boolean> {
    return this.#bounded(() => this.#inTurn(work));
  }

  #inTurn(work: () => Future<boolean>): Future<boolean> {
    const turn = (): Future<boolean> => this.#start().andThen(this.defer(work));
    return this.#mutex.run(this.defer(turn));
  }

  /** What waits holds values in memory, and without a quorum it waits for as long as that lasts. */
  #bounded<T>(operation: () => Future<T>): Future<T> {
    const { operationsMax } = this.#settings;
    if (this.#operations >= operationsMax) {
      const message = `${operationsMax} operations are waiting: await some of them first`;
      const error = new StateError('STATE_QUEUE_FULL', message, { outcome: 'definite' });
      return Future.failed(error);
    }
    this.#operations++;
    return operation().onAny(() => {
      this.#operations--;
    });
  }

  #store(version: NewVersion, expected: Uint8Array): Future<boolean> {
    return this.#exclusively(() => {
      const { name } = version;
      if (!this.#table.accepts(name, expected)) return Future.ready(false);
      const what = `store ${JSON.stringify(name)}`;
      this.#checkSize(what, version);
      return this.#append(what, this.#changeOf(version, this.#table.snapshot(name)));
    });
  }

  /** Also of a difference: sooner or later its value has to be written whole. */
  #checkSize(what: string, { name, sizeBytes }: NewVersion): void {
    const { entrySizeMaxBytes } = this.#settings;
    const snapshotBytes = snapshotSizeBytes(name, sizeBytes);
    if (snapshotBytes <= entrySizeMaxBytes) return;
    const message = `cannot ${what}: its snapshot has ${snapshotBytes} bytes, more than entrySizeMaxBytes, which is ${entrySizeMaxBytes}; nothing was written`;
    throw new StateError('STATE_VALUE_TOO_LARGE', message, { outcome: 'definite' });
  }

  #changeOf(version: NewVersion, before: Snapshot | undefined): Change {
    const { name, uuid, sizeBytes, splicesOf, value } = version;
    if (before && before.diffs < this.#settings.diffsBetweenSnapshots) {
      const splices = splicesOf(before.entry.value);
      const diff = encodeSvndiff(splices, before.entry.value.length);
      if (diff.length < sizeBytes) {
        const changed = { name, uuid, value: before.entry.value.splice(splices) };
        return {
          operation: { type: 'diff', diff: { entry: { name, uuid, value: diff } } },
          apply: (position) => {
            this.#table.change(position, changed);
            this.#listeners.changed(name);
          },
        };
      }
    }
    return this.#snapshotOf({ name, uuid, value: Rope.of(value()) });
  }

  #snapshotOf(stored: StoredEntry): Change {
    const { name, uuid, value } = stored;
    return {
      operation: { type: 'snapshot', snapshot: { entry: { name, uuid, value: value.bytes() } } },
      apply: (position) => {
        this.#table.put(position, stored);
        this.#listeners.changed(name);
      },
    };
  }

  #append(what: string, { operation, apply }: Change): Future<boolean> {
    return this.#write(what, this.#writer.append(Operation.encode(operation)), apply);
  }

  /** @param apply runs if the write was made, before anything else of this process */
  #write(what: string, writing: Future<Position>, apply: (at: Position) => void): Future<boolean> {
    const result = new Completer<boolean>();
    this.#writing = result;
    result.future.onDiscard(() => writing.discard());
    const settled = this.#inProcess((done: Future<Position>) => {
      this.#writing = undefined;
      // Not `andThen`, which drops a value that arrives after a discard: an operation that made it
      // into the log must reach the table, or the version there would be a stale one.
      if (done.isReady) {
        apply(done.value());
        result.set(true);
        this.#tidySoon();
      } else {
        this.#onWriteFailed(what, done, result);
      }
    });
    failIfAbandoned(writing, stateClosed('the log was closed')).onAny(settled);
    return result.future;
  }

  #onWriteFailed(what: string, done: Future<Position>, result: Completer<boolean>): void {
    const error = toLogFailure(what, done.isFailed ? done.failure() : new Error('discarded'));
    // A value that is too large never reached the coordinator. After anything else the writer is
    // no longer elected, or nobody knows: elect again and read what became of the operation.
    if (error.code !== 'STATE_VALUE_TOO_LARGE') {
      this.#starter.reset();
      // Whoever discarded the operation knows; what became of it the next start reads.
      if (done.isDiscarded) this.#listeners.allChanged();
      else this.#listeners.end(error);
    }
    if (done.isDiscarded) result.discard();
    else result.fail(error);
  }

  #queueFence(): Future<boolean> {
    const fence = this.#inTurn(() => {
      this.#forget(fence);
      return this.#proveLeadership();
    });
    return fence.onAny(() => this.#forget(fence));
  }

  #forget(fence: Future<boolean>): void {
    if (this.#fence === fence) this.#fence = undefined;
  }

  /** A truncation to where the log begins anyway: an entry that no reader sees. */
  #proveLeadership(): Future<boolean> {
    const { beginning } = this.#starter;
    if (beginning === undefined) throw new Error('started without a beginning');
    const writing = this.#writer.truncate(beginning);
    return this.#write('prove leadership', writing, (at) => this.#table.advance(at));
  }

  /** Gives back what is no longer needed; nobody waits for it. */
  #tidySoon(): void {
    if (this.#isTidying) return;
    this.#isTidying = true;
    const tidy = (): Future<unknown> => {
      this.#isTidying = false;
      return this.#starter.started ? this.#tidy() : Future.ready(undefined);
    };
    // It fails only when the storage is closed first.
    this.#mutex.run(this.defer(tidy)).onFailed(() => undefined);
  }

  /**
   * A failure is left to the next store, which meets it as well and reports it: only space is lost
   * until then, and starting again here would take the log back from a rival unasked.
   */
  #tidy(): Future<unknown> {
    const oldest = this.#table.oldest();
    if (oldest && this.#holdsUp(oldest)) return this.#compact(oldest);
    const { beginning } = this.#starter;
    const newest = oldest ? oldest.position : this.#neededWithout();
    if (beginning === undefined || newest === undefined) return Future.ready(undefined);
    const needed = this.#table.truncatableTo(newest, beginning);
    if (needed <= beginning) return Future.ready(undefined);
    const settled = this.#inProcess((done: Future<Position>) => {
      if (!done.isReady) return;
      this.#starter.truncatedTo(needed);
      this.#table.advance(done.value());
    });
    return this.#quietly(this.#writer.truncate(needed), settled);
  }

  #holdsUp({ position, entry }: Snapshot): boolean {
    if (!this.#isFarBehind(position)) return false;
    // One that is over the cap, by another writer, stays where it is.
    const sizeBytes = snapshotSizeBytes(entry.name, entry.value.length);
    return sizeBytes <= this.#settings.entrySizeMaxBytes;
  }

  /** Nothing of a log without variables is needed, but it is not worth a truncation each time. */
  #neededWithout(): Position | undefined {
    const { beginning } = this.#starter;
    const isWorthIt = beginning !== undefined && this.#isFarBehind(beginning);
    return isWorthIt ? this.#table.index : undefined;
  }

  #isFarBehind(position: Position): boolean {
    return (this.#table.index ?? 0) - position >= this.#settings.compactAfterPositions;
  }

  /** The same version again, at the end of the log: whoever reads it sees no change. */
  #compact({ entry }: Snapshot): Future<unknown> {
    const { operation, apply } = this.#snapshotOf(entry);
    const settled = this.#inProcess((done: Future<Position>) => {
      if (!done.isReady) return;
      apply(done.value());
      this.#tidySoon();
    });
    return this.#quietly(this.#writer.append(Operation.encode(operation)), settled);
  }

  #quietly(writing: Future<Position>, settled: (done: Future<Position>) => void): Future<unknown> {
    return writing.onAny(settled).recover(() => undefined);
  }
}

/** Throws `STATE_SPLICE_INVALID` unless they make the value that was announced. */
function splicesOf({ splices, sizeBytes }: SplicedEntry, before: Rope): readonly Splice[] {
  checkSplices(splices, before.length);
  const made = lengthAfter(splices, before.length);
  if (made === sizeBytes) return splices;
  throw new StateError(
    'STATE_SPLICE_INVALID',
    `the splices make ${made} bytes of the ${before.length} stored, not ${sizeBytes}`,
  );
}
