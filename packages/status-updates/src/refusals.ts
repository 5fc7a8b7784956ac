import { reasonOf, StatusUpdateError } from './errors.ts';

// What the manager refuses for other reasons than what the stream's logic finds.

export function closed(): StatusUpdateError {
  const message = 'the status update manager is closed';
  return new StatusUpdateError('MANAGER_CLOSED', message, { outcome: 'definite' });
}

export function full(reason: string): StatusUpdateError {
  const message = `${reason}: slow down, or raise the limit`;
  return new StatusUpdateError('STREAM_FULL', message, { outcome: 'definite' });
}

export function noStorage(): StatusUpdateError {
  const message = 'a status update to be checkpointed, but the manager was given no storage';
  return new StatusUpdateError('MANAGER_OPTION_INVALID', message, { outcome: 'definite' });
}

export function openError(error: Error): StatusUpdateError {
  if (error instanceof StatusUpdateError) return error;
  const message = `the storage of status updates cannot be opened: ${reasonOf(error)}`;
  const options = { cause: error, outcome: 'definite' } as const;
  return new StatusUpdateError('STREAM_FAILED', message, options);
}

export function streamActive(key: string, consequence: string): StatusUpdateError {
  const message = `stream ${key} is in use, so ${consequence}; wait for its end, or clean it up`;
  return new StatusUpdateError('STREAM_ACTIVE', message, { outcome: 'definite' });
}

export function streamUnknown(formatName: string, key: string): StatusUpdateError {
  const message = `there is no ${formatName} stream ${key}; it is over, or was never recovered`;
  return new StatusUpdateError('STREAM_UNKNOWN', message, { outcome: 'definite' });
}

/** @param error what the storage, or what reads its files, has failed with */
export function streamFailed(
  formatName: string,
  key: string,
  error: Error,
  outcome: 'definite' | 'unknown',
): StatusUpdateError {
  if (error instanceof StatusUpdateError) return error;
  const message = `the ${formatName} stream ${key} has failed: ${reasonOf(error)}`;
  return new StatusUpdateError('STREAM_FAILED', message, { cause: error, outcome });
}
