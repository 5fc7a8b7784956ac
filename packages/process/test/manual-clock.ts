import type { Cancellable, TimerSource } from '../src/clocks/timer-source.ts';

/** A clock without a runtime: time passes in `advance` alone, and timers run inside it. */
export class ManualClock implements TimerSource {
  #nowMs = 0;
  readonly #timers = new Map<Cancellable, { readonly atMs: number; readonly thunk: () => void }>();

  /** Timers that have neither run nor been cancelled. */
  get waiting(): number {
    return this.#timers.size;
  }

  after(delayMs: number, thunk: () => void): Cancellable {
    if (Number.isNaN(delayMs)) throw new RangeError(`delayMs is ${delayMs}`);
    const timer: Cancellable = { cancel: () => this.#timers.delete(timer) };
    this.#timers.set(timer, { atMs: this.#nowMs + delayMs, thunk });
    return timer;
  }

  advance(ms: number): void {
    this.#nowMs += ms;
    const due = [...this.#timers].filter(([, { atMs }]) => atMs <= this.#nowMs);
    for (const [timer, { thunk }] of due.sort(([, a], [, b]) => a.atMs - b.atMs)) {
      if (timer.cancel()) thunk();
    }
  }
}
