import { Future } from '@quorate/process';
import { StateError } from './errors.ts';

/**
 * A request to a process that has ended is abandoned: it stays pending for good. To whoever waits
 * it has failed.
 */
export function failIfAbandoned<T>(future: Future<T>, ended: string): Future<T> {
  return future.recover((source) => {
    if (!source.isAbandoned) return source;
    return Future.failed<T>(new StateError('STATE_CLOSED', ended, { outcome: 'unknown' }));
  });
}
