import { SystemClock } from '../adapters/system-clock.ts';
import { macrotask } from '../adapters/turn.ts';
import type { Clock, ClockParticipant } from './clock.ts';
import { ProcessError } from '../process-error.ts';
import { checkDelay, TimerQueue } from './timer-queue.ts';
import type { Timer } from './timer-source.ts';

/** Where virtual time begins. */
export interface VirtualClockOptions {
  /** What `now()` says at first, in milliseconds. Default 0. */
  readonly startMs?: number;
}

/**
 * Time that moves only when told to: for tests and simulations.
 *
 * It starts paused. While paused, `advance` moves it and fires what falls due; `settle` waits until
 * all that was set in motion has come to rest. After `resume` it follows the real clock from where
 * it stands, and `pause` freezes it again: what was advanced is kept, time never jumps back.
 */
export class VirtualClock implements Clock {
  readonly #timers = new TimerQueue();
  readonly #participants = new Set<ClockParticipant>();
  readonly #real = new SystemClock();
  #now: number;
  #resumedAt: number | undefined; // the real time of resume(), undefined while paused
  #wakeUp: Timer | undefined; // the real timer that fires our earliest one after resume()
  #moving: Promise<void> | undefined; // the last advance() that has not ended yet

  constructor(options: VirtualClockOptions = {}) {
    this.#now = options.startMs ?? 0;
  }

  get paused(): boolean {
    return this.#resumedAt === undefined;
  }

  now(): number {
    return this.#resumedAt === undefined
      ? this.#now
      : this.#now + this.#real.now() - this.#resumedAt;
  }

  after(delayMs: number, thunk: () => void): Timer {
    const timer = this.#timers.add(this.now() + checkDelay(delayMs), thunk);
    if (!this.paused) this.#followReal();
    return timer;
  }

  attach(participant: ClockParticipant): () => void {
    this.#participants.add(participant);
    return () => {
      this.#participants.delete(participant);
    };
  }

  /** Freezes time where it stands. Does nothing when already paused. */
  pause(): void {
    this.#now = this.now();
    this.#resumedAt = undefined;
    this.#wakeUp?.cancel();
  }

  /** Lets time run with the real clock. Does nothing when it runs already. */
  resume(): void {
    if (!this.paused) return;
    this.#resumedAt = this.#real.now();
    this.#followReal();
  }

  /**
   * Moves time forward by `ms`. Timers due on the way fire in order of their deadlines, `now()`
   * showing the deadline, and what each deadline sets in motion settles before the next one: a
   * timer that a handler re-arms on the way fires too.
   *
   * Nothing fires inside the call itself. Throws `CLOCK_NOT_PAUSED` when time is running, and
   * `DELAY_INVALID` when `ms` is not a finite number from 0.
   */
  advance(ms: number): Promise<void> {
    this.#checkPaused('advance');
    if (!Number.isFinite(ms) || ms < 0) {
      throw new ProcessError('DELAY_INVALID', `cannot advance by ${String(ms)} ms, only from 0`);
    }
    const before = this.#moving ?? Promise.resolve();
    const moving = before.then(() => this.#moveTo(this.#now + ms));
    this.#moving = moving;
    const clear = (): void => {
      if (this.#moving === moving) this.#moving = undefined;
    };
    moving.then(clear, clear);
    return moving;
  }

  /**
   * Waits until every attached runtime has an empty run queue and no I/O under way, and no timer
   * due at the present instant is left. Time does not move. Throws `CLOCK_NOT_PAUSED` when time is
   * running, because then there may be no such moment.
   */
  async settle(): Promise<void> {
    this.#checkPaused('settle');
    await this.#moving;
    await this.#settleNow();
  }

  async #moveTo(target: number): Promise<void> {
    await this.#settleNow();
    for (;;) {
      const deadline = this.#timers.nextDeadline();
      if (deadline === undefined || deadline > target) break;
      this.#now = Math.max(this.#now, deadline);
      await this.#settleNow();
    }
    this.#now = target;
    await this.#settleNow();
  }

  /** Two quiet turns in a row: one could fall between a promise's settling and its reaction. */
  async #settleNow(): Promise<void> {
    for (let quietTurns = 0; quietTurns < 2;) {
      await new Promise<void>((resolve) => macrotask(resolve));
      const due = this.#timers.takeDue(this.#now);
      for (const thunk of due) thunk();
      const quiet = due.length === 0 && [...this.#participants].every((each) => each.isIdle());
      quietTurns = quiet ? quietTurns + 1 : 0;
    }
  }

  #followReal(): void {
    this.#wakeUp?.cancel();
    const deadline = this.#timers.nextDeadline();
    if (deadline === undefined || this.paused) return;
    this.#wakeUp = this.#real.after(deadline - this.now(), () => {
      for (const thunk of this.#timers.takeDue(this.now())) thunk();
      this.#followReal();
    });
  }

  #checkPaused(verb: string): void {
    if (this.paused) return;
    throw new ProcessError(
      'CLOCK_NOT_PAUSED',
      `cannot ${verb} while time runs; call pause() first`,
    );
  }
}
