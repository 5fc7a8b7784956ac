import type { Timer, TimerSource } from './timer-source.ts';

/**
 * Time, injected. All times are numbers of milliseconds; fractions are allowed.
 *
 * A thunk runs outside any process; `delay` dispatches from it to one.
 */
export interface Clock extends TimerSource {
  /** Milliseconds since the Unix epoch (or since the start of a virtual world). Never goes back. */
  now(): number;
  /**
   * Runs `thunk` once, `delayMs` from now or later, never inside this call. Timers with equal
   * deadlines fire in the order they were made. A negative delay counts as 0, `Infinity` never
   * fires; `NaN` throws `DELAY_INVALID`.
   */
  after(delayMs: number, thunk: () => void): Timer;
  /**
   * Tells a clock that can settle of work it must wait for. A runtime attaches itself.
   *
   * @returns detaches the participant again
   */
  attach?(participant: ClockParticipant): () => void;
  /**
   * Hears of each event on its way from a process to another, of a process' birth and of its end: for
   * clocks that keep a time per process. `from` is undefined outside any process.
   */
  order?(from: object | undefined, to: object): void;
  /** Ready when nothing that is attached has work left and no due timer is left. */
  settle?(): Promise<void>;
}

/** Something whose work a settling clock waits for. */
export interface ClockParticipant {
  isIdle(): boolean;
  /** The process that is having its turn, if any. */
  currentProcess(): object | undefined;
}
