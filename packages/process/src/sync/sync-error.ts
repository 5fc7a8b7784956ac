/**
 * - `SYNC_CLOSED`: what was waited for has been closed.
 * - `SYNC_FULL`: a queue or a sequence holds as much as it may.
 * - `SYNC_OPTION_INVALID`: a limit, a rate or a count is none.
 * - `SYNC_STATE_INVALID`: a state machine is in another state than the transition begins with.
 * - `SYNC_OWNERSHIP_LOST`: a value was released, shared or owned elsewhere, and is not here any more.
 */
export type SyncErrorCode =
  | 'SYNC_CLOSED'
  | 'SYNC_FULL'
  | 'SYNC_OPTION_INVALID'
  | 'SYNC_OWNERSHIP_LOST'
  | 'SYNC_STATE_INVALID';

/** What this subpath refuses. Branch on `code`; messages may change. */
export class SyncError extends Error {
  override readonly name = 'SyncError';
  readonly code: SyncErrorCode;

  constructor(code: SyncErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** Throws `SYNC_OPTION_INVALID` unless it is an integer from 1, or `Infinity`. */
export function checkLimit(name: string, value: number): number {
  if (value === Infinity || (Number.isSafeInteger(value) && value >= 1)) return value;
  throw new SyncError(
    'SYNC_OPTION_INVALID',
    `expected ${name} to be an integer from 1, got ${value}`,
  );
}
