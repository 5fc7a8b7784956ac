import { Completer } from '../futures/completer.ts';
import type { Future } from '../futures/future.ts';

/** Those who wait for one and the same thing. A discard leaves the wait. */
export class Waiters<T> {
  #completers: Set<Completer<T>> | undefined; // most children have nobody waiting

  add(): Future<T> {
    const completer = new Completer<T>();
    (this.#completers ??= new Set()).add(completer);
    completer.future.onDiscard(() => {
      this.#completers?.delete(completer);
      completer.discard();
    });
    return completer.future;
  }

  set(value: T): void {
    for (const completer of this.#take()) completer.set(value);
  }

  fail(error: Error): void {
    for (const completer of this.#take()) completer.fail(error);
  }

  /** Completing runs code of users, which may wait anew. */
  #take(): Iterable<Completer<T>> {
    const taken = this.#completers ?? [];
    this.#completers = undefined;
    return taken;
  }
}
