import { Completer } from '../futures/completer.ts';
import type { Future } from '../futures/future.ts';
import { SyncError } from './sync-error.ts';

/** Those who wait for their turn, first come, first served. One that is discarded leaves at once. */
export class WaitQueue<T, Kind = undefined> {
  readonly #waiting = new Map<Completer<T>, Kind>();

  get length(): number {
    return this.#waiting.size;
  }

  join(kind: Kind): Future<T> {
    const completer = new Completer<T>();
    this.#waiting.set(completer, kind);
    completer.future.onDiscard(() => {
      if (this.#waiting.delete(completer)) completer.discard();
    });
    return completer.future;
  }

  /** What kind the one is whose turn it is; undefined if nobody waits. */
  front(): Kind | undefined {
    for (const kind of this.#waiting.values()) return kind;
    return undefined;
  }

  /** Gives the one whose turn it is what it waits for. */
  serve(make: () => T): boolean {
    for (const completer of this.#waiting.keys()) {
      this.#waiting.delete(completer);
      completer.set(make());
      return true;
    }
    return false;
  }

  /** Nobody will be served any more: they fail with `SYNC_CLOSED`. */
  close(what: string): void {
    const waiting = [...this.#waiting.keys()];
    this.#waiting.clear();
    for (const completer of waiting)
      completer.fail(new SyncError('SYNC_CLOSED', `${what} was closed`));
  }
}
