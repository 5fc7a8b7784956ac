import type { TimerSource } from '../clocks/timer-source.ts';
import { FutureError } from './future-error.ts';
import { Future } from './future.ts';

/**
 * Follows a future for so long; then asks it to discard, and fails with `FUTURE_TIMEOUT`. For any
 * number of futures a clock needs one timer of the operating system.
 *
 * @param timeoutMs milliseconds; `Infinity` is no limit
 */
export function withDeadline<T>(
  future: Future<T>,
  clock: TimerSource,
  timeoutMs: number,
): Future<T> {
  return future.after(clock, timeoutMs, (late): Future<T> => {
    late.discard();
    const message = `not complete after ${timeoutMs} ms; a discard was requested`;
    return Future.failed(new FutureError('FUTURE_TIMEOUT', message));
  });
}
