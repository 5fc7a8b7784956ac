import { Future } from '../futures/future.ts';
import { LockGuard, whileHeld } from './lock-guard.ts';
import { SyncError } from './sync-error.ts';
import { WaitQueue } from './wait-queue.ts';

/**
 * Lets one at a time into a section of code that waits in between. First come, first served; not
 * re-entrant. Whoever is discarded while waiting is passed over. (libprocess mutex.hpp)
 */
export class Mutex implements Disposable {
  readonly #waiting = new WaitQueue<LockGuard>();
  #isLocked = false;
  #isClosed = false;

  get isLocked(): boolean {
    return this.#isLocked;
  }

  /** Ready with the lock, at once if it is free. Fails with `SYNC_CLOSED`. */
  lock(): Future<LockGuard> {
    if (this.#isClosed) return Future.failed(new SyncError('SYNC_CLOSED', 'the mutex was closed'));
    if (this.#isLocked) return this.#waiting.join(undefined);
    this.#isLocked = true;
    return Future.ready(this.#guard());
  }

  /** Runs `work` under the lock, and gives its result. Fails with `SYNC_CLOSED`. */
  withLock<T>(work: () => T | PromiseLike<T>): Future<T> {
    return whileHeld(this.lock(), work);
  }

  /** Fails those who wait, and whoever comes later, with `SYNC_CLOSED`. */
  [Symbol.dispose](): void {
    this.#isClosed = true;
    this.#waiting.close('the mutex');
  }

  #guard(): LockGuard {
    return new LockGuard(() => {
      // Handed over while it stays locked: nobody can come in between.
      if (!this.#waiting.serve(() => this.#guard())) this.#isLocked = false;
    });
  }
}
