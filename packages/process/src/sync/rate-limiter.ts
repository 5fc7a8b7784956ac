import type { Clock } from '../clocks/clock.ts';
import type { Timer } from '../clocks/timer-source.ts';
import { defaultRuntime } from '../default-runtime.ts';
import { Completer } from '../futures/completer.ts';
import { Future } from '../futures/future.ts';
import { SyncError } from './sync-error.ts';

/** How many permits there are in how much time. */
export interface RateLimiterOptions {
  /** How many permits are given … */
  readonly permits: number;
  /** … in this many milliseconds. Default 1,000. */
  readonly perMs?: number;
  /** Whose time counts. Default: that of the default runtime. */
  readonly clock?: Clock;
}

/**
 * Gives permits at an even rate, first come, first served: one every `perMs / permits`, and no burst
 * after a pause. One timer serves all who wait. (libprocess limiter.hpp)
 */
export class RateLimiter implements Disposable {
  readonly #clock: Clock;
  readonly #intervalMs: number;
  readonly #waiting = new Set<Completer<void>>();
  #nextAtMs = -Infinity;
  #timer: Timer | undefined;
  #isClosed = false;

  /** Throws `SYNC_OPTION_INVALID`. */
  constructor({ permits, perMs = 1000, clock = defaultRuntime().clock }: RateLimiterOptions) {
    if (!(permits > 0) || !(perMs > 0) || !Number.isFinite(permits) || !Number.isFinite(perMs)) {
      const message = `expected permits and perMs to be numbers above 0, got ${permits} and ${perMs}`;
      throw new SyncError('SYNC_OPTION_INVALID', message);
    }
    this.#clock = clock;
    this.#intervalMs = perMs / permits;
  }

  /**
   * Ready when it may go on. Discarding it takes it out of the line, and costs no permit. It is
   * discarded when the limiter is disposed of, and fails with `SYNC_CLOSED` after that.
   */
  acquire(): Future<void> {
    if (this.#isClosed)
      return Future.failed(new SyncError('SYNC_CLOSED', 'the limiter was closed'));
    const completer = new Completer<void>();
    this.#waiting.add(completer);
    completer.future.onDiscard(() => {
      if (this.#waiting.delete(completer)) completer.discard();
    });
    if (!this.#timer) this.#serve();
    return completer.future;
  }

  /** Discards all who wait. */
  [Symbol.dispose](): void {
    this.#isClosed = true;
    this.#timer?.cancel();
    this.#timer = undefined;
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const completer of waiting) completer.discard();
  }

  #serve(): void {
    this.#timer = undefined;
    const [first] = this.#waiting;
    if (!first) return;
    const nowMs = this.#clock.now();
    if (nowMs < this.#nextAtMs) {
      this.#timer = this.#clock.after(this.#nextAtMs - nowMs, () => this.#serve());
      return;
    }
    this.#nextAtMs = nowMs + this.#intervalMs;
    this.#waiting.delete(first);
    // Armed before anybody hears of it, who may come again at once.
    if (this.#waiting.size > 0) {
      this.#timer = this.#clock.after(this.#intervalMs, () => this.#serve());
    }
    first.set(undefined);
  }
}
