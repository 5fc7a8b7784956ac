import { Future } from '../futures/future.ts';

/** A lock that is held. Released once, by `release` or the end of a `using`; again does nothing. */
export class LockGuard implements Disposable {
  #release: (() => void) | undefined;

  /** @internal */
  constructor(release: () => void) {
    this.#release = release;
  }

  get isReleased(): boolean {
    return this.#release === undefined;
  }

  /** Whoever waits next has the lock when it returns. */
  release(): void {
    const release = this.#release;
    this.#release = undefined;
    release?.();
  }

  [Symbol.dispose](): void {
    this.release();
  }
}

/** Runs `work` while a lock is held, and releases it however that ends. */
export function whileHeld<T>(
  locking: Future<LockGuard>,
  work: () => T | PromiseLike<T>,
): Future<T> {
  return locking.andThen((guard) => {
    const release = (): void => guard.release();
    const result = Future.try(work);
    // Beside the callers' future, which the failure is for.
    result.onAny(release).onAbandoned(release);
    return result;
  });
}
