import type { Completer } from './futures/completer.ts';
import { toError } from './futures/future-error.ts';
import type { Future } from './futures/future.ts';

/** The work of adapters (disk, socket) that is under way, by name. */
export class Tracker {
  readonly #pending = new Map<number, string>();
  #last = 0;
  #onIdle: (() => void)[] = [];

  get isIdle(): boolean {
    return this.#pending.size === 0;
  }

  /** What is under way, oldest first. */
  get names(): readonly string[] {
    return [...this.#pending.values()];
  }

  /** Completes `completer` with what comes of `work`. */
  follow<T>(what: string, work: PromiseLike<T>, completer: Completer<T>): Future<T> {
    const number = ++this.#last;
    this.#pending.set(number, what);
    const end = (): void => {
      this.#pending.delete(number);
      if (!this.isIdle) return;
      const waiting = this.#onIdle;
      this.#onIdle = [];
      for (const resolve of waiting) resolve();
    };
    work.then(
      (value) => {
        end();
        completer.set(value);
      },
      (error: unknown) => {
        end();
        completer.fail(toError(error));
      },
    );
    return completer.future;
  }

  /** Resolved when nothing is under way. */
  idle(): Promise<void> {
    if (this.isIdle) return Promise.resolve();
    return new Promise((resolve) => this.#onIdle.push(resolve));
  }
}
