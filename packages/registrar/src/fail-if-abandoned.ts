import { Future } from '@quorate/process';

/**
 * A request to a process that has ended is abandoned: it stays pending for good. To whoever waits
 * it has failed.
 */
export function failIfAbandoned<T>(future: Future<T>, error: () => Error): Future<T> {
  return future.recover((source) => (source.isAbandoned ? Future.failed<T>(error()) : source));
}
