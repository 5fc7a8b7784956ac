import { unhandledFailure } from './diagnostics.ts';
import { toError } from './futures/future-error.ts';
import { throwOutside } from './futures/future-failures.ts';
import type { RuntimeSettings } from './runtime-options.ts';

/** What a runtime does with a failure that nobody looked at. It never throws. */
export function failureReport({
  address,
  logger,
  onUnhandledFailure,
}: RuntimeSettings): (error: Error) => void {
  return (error) => {
    logger.error({ err: error }, 'a failure nobody looked at');
    if (unhandledFailure.hasSubscribers) unhandledFailure.publish({ address, error });
    try {
      onUnhandledFailure(error);
    } catch (thrown) {
      // Of whoever reports: a process within its turn, a timer, a transport. None can do anything about it.
      throwOutside(error);
      throwOutside(toError(thrown));
    }
  };
}
