/** A callback waiting for its time. */
export interface Timer {
  /**
   * Makes sure the callback does not run.
   *
   * @returns true iff it had neither run nor been cancelled before
   */
  cancel(): boolean;
}

/** What a future needs from a clock; every `Clock` is one. */
export interface TimerSource {
  /**
   * Runs `thunk` once, `delayMs` from now, never before this call has returned.
   *
   * @param delayMs milliseconds, fractions allowed
   */
  after(delayMs: number, thunk: () => void): Timer;
}
