import { Completer, Future } from '@quorate/process';
import { failIfAbandoned } from '@quorate/process/sync';
import { stateClosed } from './errors.ts';

/**
 * Runs pieces of work one after the other, in the order they were given: each begins when the
 * future of the one before is complete. Work that is abandoned fails with `STATE_CLOSED`.
 *
 * Discarding the future of work that has not begun removes it from the queue.
 */
export class Mutex {
  /** Waiting turns; a Set, so that a discarded one leaves without a search. */
  readonly #queue = new Set<() => void>();
  #held = false;

  run<T>(work: () => Future<T>): Future<T> {
    const result = new Completer<T>();
    const turn = (): void => {
      const working = failIfAbandoned(Future.try(work), stateClosed('the work was abandoned'));
      result.associate(working);
      working.onAny(() => this.#release());
    };
    if (!this.#held) {
      this.#held = true;
      turn();
      return result.future;
    }
    this.#queue.add(turn);
    result.future.onDiscard(() => {
      if (this.#queue.delete(turn)) result.discard();
    });
    return result.future;
  }

  #release(): void {
    const [next] = this.#queue;
    if (!next) {
      this.#held = false;
      return;
    }
    this.#queue.delete(next);
    next();
  }
}
