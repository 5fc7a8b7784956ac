import type { Future } from './future.ts';

/** Requests a discard of each future, in order. */
export function discardAll(futures: Iterable<Future<unknown>>): void {
  // A copy, since a callback may change the collection.
  for (const future of [...futures]) future.discard();
}
