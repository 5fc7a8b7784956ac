import type { Clock } from './clocks/clock.ts';
import type { Timer } from './clocks/timer-source.ts';
import type { Completer } from './futures/completer.ts';
import type { Future } from './futures/future.ts';

/** Those that wait for a time, until the runtime leaves its clock. */
export class Sleepers {
  readonly #timers = new Map<Completer<void>, Timer>();

  /** Completes `sleeper` in time. Throws `DELAY_INVALID`. */
  add(sleeper: Completer<void>, clock: Clock, delayMs: number): Future<void> {
    const timer = clock.after(delayMs, () => sleeper.set(undefined));
    this.#timers.set(sleeper, timer);
    sleeper.future.onDiscard(() => {
      if (timer.cancel()) sleeper.discard();
    });
    return sleeper.future.onAny(() => this.#timers.delete(sleeper));
  }

  /** What still waits will not see its time. */
  abandonAll(): void {
    for (const [sleeper, timer] of [...this.#timers]) {
      timer.cancel();
      sleeper.abandon();
    }
    this.#timers.clear();
  }
}
