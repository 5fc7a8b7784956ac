import { Completer } from '../futures/completer.ts';
import { Future } from '../futures/future.ts';
import { checkLimit, SyncError } from './sync-error.ts';

interface Entry {
  readonly start: () => Future<unknown>;
  readonly completer: Completer<unknown>;
}

/** How much may wait in a sequence. */
export interface SequenceOptions {
  /** How many may wait. Default: no limit. */
  readonly limit?: number;
}

/**
 * Does one thing after the other: each begins when the one before is complete, however that ended.
 * (libprocess sequence.hpp)
 */
export class Sequence implements Disposable {
  readonly #waiting = new Set<Entry>();
  readonly #limit: number;
  #running: Future<unknown> | undefined;
  #isClosed = false;

  /** Throws `SYNC_OPTION_INVALID`. */
  constructor({ limit = Infinity }: SequenceOptions = {}) {
    this.#limit = checkLimit('limit', limit);
  }

  /** How many wait for their turn. */
  get length(): number {
    return this.#waiting.size;
  }

  /**
   * Runs `work` in its turn, and gives its result. Discarding it before its turn takes it out; later it
   * asks what `work` returned to discard, and the next one still waits until that is complete.
   *
   * Fails with `SYNC_FULL` or `SYNC_CLOSED`.
   */
  add<T>(work: () => T | PromiseLike<T>): Future<T> {
    if (this.#isClosed)
      return Future.failed(new SyncError('SYNC_CLOSED', 'the sequence was closed'));
    if (this.#waiting.size >= this.#limit) {
      return Future.failed(
        new SyncError('SYNC_FULL', `${this.#limit} wait in the sequence already`),
      );
    }
    const completer = new Completer<T>();
    const entry = { start: () => Future.try(work), completer: completer as Completer<unknown> };
    this.#waiting.add(entry);
    completer.future.onDiscard(() => {
      if (this.#waiting.delete(entry)) completer.discard();
    });
    this.#next();
    return completer.future;
  }

  /** Asks what runs to discard; what waits is discarded, and nothing begins any more. */
  [Symbol.dispose](): void {
    this.#isClosed = true;
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    this.#running?.discard();
    for (const { completer } of waiting) completer.discard();
  }

  #next(): void {
    if (this.#running) return;
    for (const entry of this.#waiting) {
      this.#waiting.delete(entry);
      const running = entry.start();
      this.#running = running;
      entry.completer.set(running);
      const done = (): void => {
        if (this.#running !== running) return;
        this.#running = undefined;
        this.#next();
      };
      running.onAny(done).onAbandoned(done);
      return;
    }
  }
}
