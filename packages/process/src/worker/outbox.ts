import { microtask } from '../adapters/turn.ts';
import type { Post } from './messages.ts';

const NOTHING: readonly object[] = [];

/**
 * Collects what is to be sent to another thread: all that is added in one turn goes in one message of
 * the port, because that costs far more than what it holds.
 */
export class Outbox<M extends object> {
  readonly #post: Post;
  readonly #onRefused: (message: M, error: unknown) => void;
  /** By message: few have any. */
  readonly #transfers = new Map<M, readonly object[]>();
  #waiting: M[] = [];

  /** @param onRefused hears of each message that cannot be cloned. The others are sent. */
  constructor(post: Post, onRefused: (message: M, error: unknown) => void) {
    this.#post = post;
    this.#onRefused = onRefused;
  }

  add(message: M, transfer: readonly object[] = NOTHING): void {
    if (transfer.length > 0) this.#transfers.set(message, transfer);
    if (this.#waiting.push(message) === 1) microtask(() => this.#flush());
  }

  #flush(): void {
    const messages = this.#waiting;
    this.#waiting = [];
    const transfers = new Map(this.#transfers);
    this.#transfers.clear();
    try {
      this.#post(messages, [...new Set([...transfers.values()].flat())]);
    } catch {
      // Nothing was sent, and nothing transferred. Which of them it was is found out one by one.
      for (const message of messages) this.#postAlone(message, transfers.get(message) ?? NOTHING);
    }
  }

  #postAlone(message: M, transfer: readonly object[]): void {
    try {
      this.#post([message], transfer);
    } catch (error) {
      this.#onRefused(message, error);
    }
  }
}
