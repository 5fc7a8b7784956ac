import { DISCARDED, FAILED, type FailureReporter } from './future-core.ts';
import { abandon, complete, completeWith } from './future-operations.ts';
import { coreOf, failureOf, type Future, pendingFuture } from './future.ts';
import { watchForLeak } from './leak-detector.ts';

/** Who hears of failures that nobody looked at. */
export interface CompleterOptions {
  /**
   * Hears of the future's failure if nobody looked at it by the end of the turn, and of errors
   * that its callbacks throw; futures derived from it inherit it. Default: see
   * `setUnhandledFailureReporter`.
   */
  readonly reporter?: FailureReporter;
}

/**
 * The write side of a future; libprocess calls it Promise.
 *
 * Each method returns true iff this very call decided the future; all do nothing once the future
 * is complete or associated with another one. The callbacks of the future have run when a method
 * returns. A requested discard stops none of them.
 *
 * Whoever drops a completer without completing its future must call `abandon()`, or the future
 * stays pending and nobody learns of it.
 */
export class Completer<T> {
  readonly future: Future<T>;

  constructor(options?: CompleterOptions) {
    this.future = pendingFuture<T>(options?.reporter);
    watchForLeak(this, this.future);
  }

  /** Makes the future ready; given a future or a thenable, associates it with that one. */
  set(value: T | PromiseLike<T>): boolean {
    return completeWith(coreOf(this.future), value);
  }

  /** Makes the future fail; a string becomes the message of an `Error`. */
  fail(error: Error | string): boolean {
    return complete(coreOf(this.future), FAILED, failureOf(error));
  }

  /** Makes the future discarded. */
  discard(): boolean {
    return complete(coreOf(this.future), DISCARDED, undefined);
  }

  /**
   * Makes the future follow `other` in whatever happens to it. Discard requests, an earlier one
   * included, go on to `other`; nothing else does.
   *
   * A future that would wait for itself, directly or through others, fails with the `FutureError`
   * `FUTURE_CYCLE`.
   */
  associate(other: Future<T>): boolean {
    return completeWith(coreOf(this.future), other);
  }

  /** Tells that nobody will complete the future. It stays pending, and could still be completed. */
  abandon(): boolean {
    return abandon(coreOf(this.future));
  }
}
