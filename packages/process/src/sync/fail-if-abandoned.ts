import { Future } from '../futures/future.ts';

/**
 * A request to a process that has ended is abandoned, and pending for good: for whoever waits through
 * callbacks, a hang. This gives one that fails then, with what `error` makes; whatever else becomes of
 * `future`, discards included, it has in common with it.
 */
export function failIfAbandoned<T>(future: Future<T>, error: () => Error): Future<T> {
  return future.recover((source) => (source.isAbandoned ? Future.failed<T>(error()) : source));
}
