import type { Clock } from '../clocks/clock.ts';

/** A point in time by which something is to be done. (libprocess timeout.hpp) */
export class Timeout {
  readonly #clock: Clock;
  /** When it has passed, on its clock. */
  readonly deadlineMs: number;

  private constructor(clock: Clock, deadlineMs: number) {
    this.#clock = clock;
    this.deadlineMs = deadlineMs;
  }

  /** So many milliseconds from now; `Infinity` never passes, and what is not above 0 has passed. */
  static in(clock: Clock, delayMs: number): Timeout {
    return new Timeout(clock, clock.now() + delayMs);
  }

  get isExpired(): boolean {
    return this.remainingMs === 0;
  }

  /** Milliseconds that are left; 0 once it has passed. */
  get remainingMs(): number {
    return Math.max(0, this.deadlineMs - this.#clock.now());
  }
}
