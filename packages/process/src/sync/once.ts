import { Future } from '../futures/future.ts';

/** Something that is done once, at the first call, for all who ask. (libprocess once.hpp) */
export class Once<T> {
  readonly #work: () => T | PromiseLike<T>;
  #result: Future<T> | undefined;

  constructor(work: () => T | PromiseLike<T>) {
    this.#work = work;
  }

  /** Whether it has begun. */
  get isBegun(): boolean {
    return this.#result !== undefined;
  }

  /** The one result, failure included. That one who asks gives up ends it for nobody. */
  get(): Future<T> {
    this.#result ??= Future.try(this.#work);
    return this.#result.undiscardable();
  }
}
