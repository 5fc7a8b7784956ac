import { Future } from '@quorate/process';
import type { LogError } from '../errors.ts';

/**
 * A dispatch to a process that has ended is abandoned: it stays pending for good. For a caller
 * that is a hang, so it becomes a failure that says what has ended.
 */
export function failIfAbandoned<T>(future: Future<T>, error: () => LogError): Future<T> {
  return future.recover((source) => (source.isAbandoned ? Future.failed<T>(error()) : source));
}
