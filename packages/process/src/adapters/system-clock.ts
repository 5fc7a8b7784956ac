import type { Clock } from '../clocks/clock.ts';
import { checkDelay, TimerQueue } from '../clocks/timer-queue.ts';
import type { Timer } from '../clocks/timer-source.ts';

/** Node turns a longer setTimeout into one of 1 ms, with a warning. */
const SLEEP_MS_MAX = 2 ** 31 - 1;
/** Timers that fire before sockets and others get their turn, however many are due. */
const TIMERS_PER_TURN = 4096;

/**
 * Real time. All timers share one timer of the host, armed for the earliest deadline.
 *
 * `now()` starts from the wall clock and then follows the monotonic one: an operator who sets the
 * clock back neither fires timers late nor makes time run backwards.
 */
export class SystemClock implements Clock, Disposable {
  readonly #timers = new TimerQueue();
  #sleep: ReturnType<typeof setTimeout> | undefined;
  #sleepUntil = Infinity;

  now(): number {
    return performance.timeOrigin + performance.now();
  }

  after(delayMs: number, thunk: () => void): Timer {
    const deadline = this.now() + checkDelay(delayMs);
    const timer = this.#timers.add(deadline, thunk);
    if (deadline < this.#sleepUntil) this.#rearm();
    else this.#keepAlive(true);
    const cancel = (): boolean => {
      const isCancelled = timer.cancel();
      // It stays armed: to disarm it would cost each call with a time limit a timer of the host. But for
      // nothing it must not keep the program alive.
      if (isCancelled && this.#timers.nextDeadline() === undefined) this.#keepAlive(false);
      return isCancelled;
    };
    return { cancel, [Symbol.dispose]: () => void cancel() };
  }

  /** Drops all timers: none of them will fire, and none keeps the program alive. */
  [Symbol.dispose](): void {
    this.#timers.clear();
    this.#rearm();
  }

  #keepAlive(isNeeded: boolean): void {
    const sleep: { ref?(): void; unref?(): void } | undefined = this.#sleep;
    if (isNeeded) sleep?.ref?.();
    else sleep?.unref?.();
  }

  #rearm(): void {
    clearTimeout(this.#sleep);
    this.#sleep = undefined;
    this.#sleepUntil = this.#timers.nextDeadline() ?? Infinity;
    if (this.#sleepUntil === Infinity) return;
    const sleepMs = Math.min(SLEEP_MS_MAX, Math.max(0, Math.ceil(this.#sleepUntil - this.now())));
    this.#sleep = setTimeout(() => this.#fire(), sleepMs);
  }

  #fire(): void {
    this.#sleep = undefined;
    this.#sleepUntil = Infinity;
    const now = this.now();
    try {
      for (let left = TIMERS_PER_TURN; left > 0; left--) {
        // One by one: what is thrown is uncaught, and costs the others nothing but a turn.
        const [thunk] = this.#timers.takeDue(now, 1);
        if (!thunk) break;
        thunk();
      }
    } finally {
      this.#rearm();
    }
  }
}
