import { Completer } from '../futures/completer.ts';
import type { Future } from '../futures/future.ts';
import { SyncError } from './sync-error.ts';

/** Ready when something has happened so many times. (libprocess count_down_latch.hpp) */
export class CountDownLatch {
  readonly #completer = new Completer<void>();
  #left: number;

  /** @param count an integer from 0. Throws `SYNC_OPTION_INVALID`. */
  constructor(count = 1) {
    if (!Number.isSafeInteger(count) || count < 0) {
      const message = `expected a count that is an integer from 0, got ${count}`;
      throw new SyncError('SYNC_OPTION_INVALID', message);
    }
    this.#left = count;
    if (count === 0) this.#completer.set(undefined);
  }

  /** How many times are left. */
  get count(): number {
    return this.#left;
  }

  /** Ready when none is left. */
  get triggered(): Future<void> {
    return this.#completer.future.undiscardable();
  }

  /** One time less; more than there were do nothing. */
  decrement(): void {
    if (this.#left === 0) return;
    this.#left--;
    if (this.#left === 0) this.#completer.set(undefined);
  }
}
