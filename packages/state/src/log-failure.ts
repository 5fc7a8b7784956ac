import { LogError } from '@quorate/log';
import { StateError } from './errors.ts';

/**
 * What a failure of the log means for the operation that met it.
 *
 * @param what what was being done, for the message: `store "slaves"`
 */
export function toLogFailure(what: string, cause: Error): StateError {
  if (!(cause instanceof LogError)) {
    const message = `cannot ${what}: ${cause.message}`;
    return new StateError('STATE_LOG_FAILED', message, { cause, outcome: 'unknown' });
  }
  const outcome = cause.outcome ?? 'unknown';
  switch (cause.code) {
    // "Not started" is how a writer answers once it was demoted by something other than this
    // operation, such as the truncation after the last store: nothing was sent.
    case 'WRITER_NOT_STARTED':
      return new StateError('STATE_DEMOTED', demoted(what), { cause, outcome: 'definite' });
    case 'WRITER_DEMOTED':
      return new StateError('STATE_DEMOTED', demoted(what), { cause, outcome });
    case 'ENTRY_TOO_LARGE':
      return new StateError('STATE_VALUE_TOO_LARGE', `cannot ${what}: ${cause.message}`, {
        cause,
        outcome: 'definite',
      });
    default:
      return new StateError('STATE_LOG_FAILED', `cannot ${what}: ${cause.message}`, {
        cause,
        outcome,
      });
  }
}

function demoted(what: string): string {
  return `cannot ${what}: another writer of the log has taken over; fetch again before a retry`;
}
