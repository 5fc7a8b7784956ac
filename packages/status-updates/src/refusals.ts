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
