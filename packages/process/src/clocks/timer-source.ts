/** A callback that waits to be called. */
export interface Cancellable {
  /**
   * Makes sure the callback does not run.
   *
   * @returns true iff it had neither run nor been cancelled before
   */
  cancel(): boolean;
}

/** A callback waiting for its time; the end of a `using` cancels it. */
export interface Timer extends Cancellable, Disposable {}

/** What a future needs from a clock; every `Clock` is one. */
export interface TimerSource {
  /**
   * Runs `thunk` once, `delayMs` from now, never before this call has returned.
   *
   * @param delayMs milliseconds, fractions allowed
   */
  after(delayMs: number, thunk: () => void): Cancellable;
}
