import { Future } from '../futures/future.ts';
import { Ring } from '../ring.ts';
import { checkLimit, SyncError } from './sync-error.ts';
import { WaitQueue } from './wait-queue.ts';

/** How much a queue holds. */
export interface QueueOptions {
  /** How many values it holds that nobody has taken. Default: no limit. */
  readonly limit?: number;
}

/**
 * Values on their way from whoever has them to whoever wants them; both wait for nothing but each
 * other. A `for await` takes them until the queue is closed. (libprocess queue.hpp)
 */
export class Queue<T> implements AsyncIterable<T>, Disposable {
  readonly #values = new Ring<T>();
  readonly #waiting = new WaitQueue<T>();
  readonly #limit: number;
  #isClosed = false;

  /** Throws `SYNC_OPTION_INVALID`. */
  constructor({ limit = Infinity }: QueueOptions = {}) {
    this.#limit = checkLimit('limit', limit);
  }

  /** How many values nobody has taken. */
  get size(): number {
    return this.#values.length;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Gives a value to whoever has waited longest, or keeps it. Throws `SYNC_FULL` or `SYNC_CLOSED`. */
  put(value: T): void {
    if (this.#isClosed) throw new SyncError('SYNC_CLOSED', 'the queue was closed');
    if (this.#waiting.serve(() => value)) return;
    if (this.size >= this.#limit) {
      throw new SyncError(
        'SYNC_FULL',
        `the queue holds ${this.#limit} values; take some, or raise limit`,
      );
    }
    this.#values.push(value);
  }

  /** The oldest value, when there is one. Fails with `SYNC_CLOSED` when there will be none. */
  get(): Future<T> {
    if (this.size > 0) return Future.ready(this.#values.shift() as T);
    if (this.#isClosed) return Future.failed(new SyncError('SYNC_CLOSED', 'the queue was closed'));
    return this.#waiting.join(undefined);
  }

  /** Takes no more values. Those it holds can still be taken; who waits fails with `SYNC_CLOSED`. */
  close(): void {
    this.#isClosed = true;
    this.#waiting.close('the queue');
  }

  [Symbol.dispose](): void {
    this.close();
  }

  /** Takes values, also beside other takers; ends when the queue is closed and empty. */
  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, void> {
    for (;;) {
      const next = this.get();
      try {
        yield await next;
      } catch (error) {
        if (error instanceof SyncError && error.code === 'SYNC_CLOSED') return;
        throw error;
      }
    }
  }
}
