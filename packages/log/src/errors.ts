/** The stable codes of what the log refuses or reports. `docs/errors.md` explains each. */
export type LogErrorCode =
  | 'CATCH_UP_FAILED'
  | 'ENTRY_INVALID'
  | 'ENTRY_TOO_LARGE'
  | 'LOG_CLOSED'
  | 'LOG_CORRUPT'
  | 'LOG_LOCKED'
  | 'LOG_MEMBERSHIP_FAILED'
  | 'LOG_MEMBERS_INVALID'
  | 'LOG_OPTION_INVALID'
  | 'LOG_PATH_INVALID'
  | 'LOG_REQUEST_FAILED'
  | 'LOG_UNREACHABLE'
  | 'NETWORK_CLOSED'
  | 'POSITION_INVALID'
  | 'PROPOSAL_INVALID'
  | 'READ_MISSING'
  | 'READ_PAST_END'
  | 'READ_PENDING'
  | 'READ_RANGE_INVALID'
  | 'READ_TRUNCATED'
  | 'RECOVERY_FAILED'
  | 'REPLICA_ACTION_INVALID'
  | 'REPLICA_CLUSTER_MISMATCH'
  | 'REPLICA_IDENTITY_MISMATCH'
  | 'REPLICA_NOT_VOTING'
  | 'REPLICA_OUTDATED'
  | 'REPLICA_QUEUE_FULL'
  | 'REPLICA_STATUS_INVALID'
  | 'STORAGE_FAILED'
  | 'WRITER_BUSY'
  | 'WRITER_DEMOTED'
  | 'WRITER_NOT_STARTED'
  | 'WRITE_TIMEOUT';

/**
 * What is known of a write that failed: `definite` means that it has not happened and never will;
 * `unknown` that it may have been chosen, or may yet be.
 */
export type WriteOutcomeKnown = 'definite' | 'unknown';

/** What an error knows besides its code and message. */
export interface LogErrorOptions extends ErrorOptions {
  readonly outcome?: WriteOutcomeKnown;
}

/** What the log refuses or reports. Branch on `code`; messages may change. */
export class LogError extends Error {
  override readonly name = 'LogError';
  readonly code: LogErrorCode;
  /** Set on writes that failed, absent elsewhere. */
  declare readonly outcome?: WriteOutcomeKnown;

  constructor(code: LogErrorCode, message: string, options?: LogErrorOptions) {
    super(message, options);
    this.code = code;
    if (options?.outcome !== undefined) this.outcome = options.outcome;
  }
}

/** Keeps a `LogError`; anything else becomes one of `code`, with what was caught as its cause. */
export function toLogError(code: LogErrorCode, what: string, caught: unknown): LogError {
  if (caught instanceof LogError) return caught;
  return new LogError(code, `${what}: ${reasonOf(caught)}`, { cause: caught });
}

/**
 * The message of whatever was thrown. Not by `instanceof Error`: errors of Node's own modules are
 * of another realm in workers, in `vm` contexts and under jest.
 */
export function reasonOf(caught: unknown): string {
  const hasMessage = typeof caught === 'object' && caught !== null && 'message' in caught;
  return String(hasMessage ? caught.message : caught);
}
