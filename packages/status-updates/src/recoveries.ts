import { Completer } from '@quorate/process';
import type { Future, Logger } from '@quorate/process';
import type { Forwarder } from './forwarder.ts';
import type { MutableMetrics } from './metrics.ts';
import type { FoundStreams, RecoverOptions } from './recover-streams.ts';
import type { RecoveredStream } from './recovered-stream.ts';
import { closed, openError, streamActive } from './refusals.ts';
import type { StreamTable } from './stream-table.ts';

/** What a recovery found. */
export interface RecoveredStreams<Update> {
  /**
   * By stream key, in the order in which they were asked for: undefined for a stream that never
   * began. One that could not be recovered is not in here, and counts as an error.
   */
  readonly streams: ReadonlyMap<string, RecoveredStream<Update> | undefined>;
  /** How many errors were passed over; 0 in a strict recovery. */
  readonly errors: number;
}

/** A recovery that is running. */
export interface Recovery<StreamId, Update> {
  /** By stream key. */
  readonly wanted: ReadonlyMap<string, StreamId>;
  /** Whether the first error is its end. */
  readonly strict: boolean;
  /** Frameworks that were cleaned up meanwhile. */
  readonly cleanedUp: Set<string>;
  readonly result: Completer<RecoveredStreams<Update>>;
}

export interface RecoveriesParts<StreamId, Update> {
  readonly table: StreamTable<StreamId, Update>;
  readonly forwarder: Forwarder<StreamId, Update>;
  readonly metrics: MutableMetrics;
  readonly logger: () => Logger;
}

/** The recoveries that are running, and what becomes of the streams they find. */
export class Recoveries<StreamId, Update> {
  readonly #table: StreamTable<StreamId, Update>;
  readonly #forwarder: Forwarder<StreamId, Update>;
  readonly #metrics: MutableMetrics;
  readonly #logger: () => Logger;
  readonly #running = new Set<Recovery<StreamId, Update>>();

  constructor(parts: RecoveriesParts<StreamId, Update>) {
    this.#table = parts.table;
    this.#forwarder = parts.forwarder;
    this.#metrics = parts.metrics;
    this.#logger = parts.logger;
  }

  /** Throws if one of the wanted is not there to be recovered. */
  begin(
    wanted: ReadonlyMap<string, StreamId>,
    { strict }: RecoverOptions,
  ): Recovery<StreamId, Update> {
    for (const key of wanted.keys()) this.#check(key);
    const result = new Completer<RecoveredStreams<Update>>();
    const recovery = { wanted, strict, cleanedUp: new Set<string>(), result };
    this.#running.add(recovery);
    return recovery;
  }

  /** Streams of the framework that come up now are not to go on. */
  cleanup(frameworkId: string): void {
    for (const { cleanedUp } of this.#running) cleanedUp.add(frameworkId);
  }

  /** Lets those go on that were found, and completes the recovery's result. */
  end(recovery: Recovery<StreamId, Update>, done: Future<FoundStreams<StreamId, Update>>): void {
    this.#running.delete(recovery);
    const { strict, cleanedUp, result } = recovery;
    if (!done.isReady) {
      result.fail(done.isFailed ? openError(done.failure()) : closed());
      return;
    }
    const { streams, errors } = done.value();
    const [first] = errors;
    if (strict && first) {
      result.fail(first);
      return;
    }
    this.#metrics.recoveryErrors += errors.length;
    for (const error of errors) this.#logger().warn({ err: error }, error.message);
    const recovered = new Map<string, RecoveredStream<Update> | undefined>();
    for (const { id, key, recovered: one } of streams) {
      recovered.set(key, one);
      if (!one || one.terminated) continue;
      if (one.frameworkId !== undefined && cleanedUp.has(one.frameworkId)) continue;
      // An acknowledgement may wait for it already.
      const stream = this.#table.get(key) ?? this.#table.add(id, key);
      stream.continue(one);
      this.#table.recount(stream);
      if (one.pending > 0) this.#forwarder.restart(stream);
    }
    result.set({ streams: recovered, errors: errors.length });
  }

  #check(key: string): void {
    const stream = this.#table.get(key);
    if (stream?.failure) throw stream.failure;
    const isRecovering = [...this.#running].some(({ wanted }) => wanted.has(key));
    if (isRecovering || stream?.isAlive === true || stream?.isBusy === true) {
      throw streamActive(key, 'it cannot be recovered');
    }
  }
}
