import { toPosition, type Position } from '@quorate/log';
import { Completer, Future, type Clock, type Logger, type Random } from '@quorate/process';
import { failIfAbandoned } from '@quorate/process/sync';
import { startRetryDelayMs } from './back-off.ts';
import { StateError, stateClosed } from './errors.ts';
import { toLogFailure } from './log-failure.ts';
import type { LogReader, LogWriter } from './replicated-log.ts';
import type { SnapshotTable } from './snapshot-table.ts';

/** Positions asked for at once, so that replaying a long log holds only a part of it in memory. */
const READ_POSITIONS_MAX = 128;

export interface StarterOptions {
  readonly reader: LogReader;
  readonly writer: LogWriter;
  readonly table: SnapshotTable;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  /** How many elections may be lost in a row. */
  readonly attemptsMax: number;
  /** Hears which variables the operations that are read concern. */
  readonly onApplied: (name: string) => void;
  /** Runs the callback as an event of the process that owns this starter. */
  readonly inProcess: <A extends readonly unknown[]>(
    callback: (...args: A) => void,
  ) => (...args: A) => void;
}

/** One way from the election to a table that is up to date; replaced, never reused. */
interface Attempt {
  /** Elections lost so far. */
  rejections: number;
  /** Gives up what the attempt is waiting for. */
  cancel: () => void;
}

/**
 * Gets the writer elected and the log read, once for all who ask meanwhile.
 *
 * Everyone who asks waits on a future of their own: discarding it stops only that wait. When the
 * last one leaves, the attempt is given up. A failed attempt fails those who wait for it, and
 * whoever asks next begins a new one, so that no failure outlives its cause.
 */
export class Starter {
  readonly #options: StarterOptions;
  readonly #waiters = new Set<Completer<void>>();
  #attempt: Attempt | undefined;
  #started = false;
  /** Where the log begins, as far as we know. */
  #beginning: Position | undefined;

  constructor(options: StarterOptions) {
    this.#options = options;
  }

  get started(): boolean {
    return this.#started;
  }

  get beginning(): Position | undefined {
    return this.#beginning;
  }

  /** Ready when this writer is elected and the table holds everything the log did by then. */
  start(): Future<void> {
    if (this.#started) return Future.ready(undefined);
    const waiter = new Completer<void>();
    this.#waiters.add(waiter);
    waiter.future.onDiscard(this.#options.inProcess(() => this.#leave(waiter)));
    if (!this.#attempt) this.#begin();
    return waiter.future;
  }

  /** The writer was demoted, or may have been: the next operation starts again. */
  reset(): void {
    this.#started = false;
  }

  /** The log was truncated up to `position`. */
  truncatedTo(position: Position): void {
    if (this.#beginning === undefined || position > this.#beginning) this.#beginning = position;
  }

  /** Fails everyone who waits, and gives up. */
  close(error: StateError): void {
    this.#attempt?.cancel();
    this.#finish((waiter) => waiter.fail(error));
  }

  #leave(waiter: Completer<void>): void {
    if (!this.#waiters.delete(waiter)) return;
    waiter.discard();
    if (this.#waiters.size > 0) return;
    this.#attempt?.cancel();
    this.#attempt = undefined;
  }

  #finish(complete: (waiter: Completer<void>) => void): void {
    this.#attempt = undefined;
    // A completed waiter may ask again at once: it must join the next attempt, not this loop.
    const waiters = [...this.#waiters];
    this.#waiters.clear();
    waiters.forEach(complete);
  }

  #begin(): void {
    const attempt: Attempt = { rejections: 0, cancel: () => undefined };
    this.#attempt = attempt;
    this.#elect(attempt);
  }

  #elect(attempt: Attempt): void {
    this.#await(attempt, this.#options.writer.start(), (result) => {
      if (result.type !== 'elected') return this.#retry(attempt, result.type);
      this.#options.logger.debug({ position: result.position }, 'log writer elected');
      this.#readBeginning(attempt, result.position);
    });
  }

  #retry(attempt: Attempt, reason: string): void {
    const { clock, random, logger, inProcess } = this.#options;
    attempt.rejections++;
    if (attempt.rejections >= this.#options.attemptsMax) {
      return this.#fail(attempt, notElected(attempt.rejections, reason));
    }
    const delayMs = startRetryDelayMs(attempt.rejections, random);
    logger.debug({ reason, rejections: attempt.rejections, delayMs }, 'log writer not elected');
    const resume = inProcess(() => {
      if (attempt === this.#attempt) this.#elect(attempt);
    });
    const timer = clock.after(delayMs, resume);
    attempt.cancel = () => timer.cancel();
  }

  #readBeginning(attempt: Attempt, elected: Position): void {
    this.#await(attempt, this.#options.reader.beginning(), (beginning) => {
      const { table } = this.#options;
      this.truncatedTo(beginning);
      // Another writer truncated past what we had read. It kept every live variable at or after
      // the beginning, so the table is rebuilt from there; what we knew before may be dead.
      if (table.index !== undefined && table.index < beginning) table.clear();
      const from = table.index === undefined ? beginning : toPosition(table.index + 1);
      this.#read(attempt, from, elected);
    });
  }

  #read(attempt: Attempt, from: Position, elected: Position): void {
    const { reader, table, onApplied } = this.#options;
    if (from > elected) {
      table.checkComplete();
      this.#started = true;
      return this.#finish((waiter) => waiter.set(undefined));
    }
    const to = toPosition(Math.min(from + READ_POSITIONS_MAX - 1, elected));
    this.#await(attempt, reader.read(from, to), (entries) => {
      for (const { position, data } of entries) {
        const name = table.apply(position, data);
        if (name !== undefined) onApplied(name);
      }
      table.advance(to);
      this.#read(attempt, toPosition(to + 1), elected);
    });
  }

  /** Goes on with the value of `step` while the attempt is current; else ends the attempt. */
  #await<T>(attempt: Attempt, step: Future<T>, proceed: (value: T) => void): void {
    attempt.cancel = () => step.discard();
    const settled = this.#options.inProcess((done: Future<T>) => {
      if (attempt !== this.#attempt) return;
      if (done.isFailed) return this.#fail(attempt, done.failure());
      // Not by this attempt, which would not be current then: an attempt that was given up took
      // the election it shared with this one down with it.
      if (done.isDiscarded) return this.#retry(attempt, 'discarded');
      try {
        proceed(done.value());
      } catch (error) {
        this.#fail(attempt, error instanceof Error ? error : new Error(String(error)));
      }
    });
    failIfAbandoned(step, stateClosed('the log was closed')).onAny(settled);
  }

  #fail(attempt: Attempt, cause: Error): void {
    // A rival truncated what we were about to read: it has demoted us, so the election is void.
    if (codeOf(cause) === 'READ_TRUNCATED') return this.#retry(attempt, 'truncated while reading');
    const error = cause instanceof StateError ? cause : toLogFailure('start', cause);
    this.#options.logger.warn({ err: error }, 'log state cannot be read');
    this.#finish((waiter) => waiter.fail(error));
  }
}

function notElected(attempts: number, reason: string): StateError {
  const message = `the log's writer was not elected in ${attempts} attempts, the last was ${reason}: is another one trying, or a quorum missing? Try again later, or raise startAttemptsMax`;
  return new StateError('STATE_NOT_ELECTED', message, { outcome: 'definite' });
}

function codeOf(error: Error): unknown {
  return 'code' in error ? error.code : undefined;
}
