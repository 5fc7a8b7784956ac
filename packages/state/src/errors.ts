/** The stable codes of what the state library refuses or reports. `docs/errors.md` explains each. */
export type StateErrorCode =
  | 'STATE_CLOSED'
  | 'STATE_CORRUPT'
  | 'STATE_DEMOTED'
  | 'STATE_DIFF_MALFORMED'
  | 'STATE_DIFF_UNSUPPORTED'
  | 'STATE_ENTRY_INVALID'
  | 'STATE_ENTRY_MALFORMED'
  | 'STATE_LOCKED'
  | 'STATE_LOG_FAILED'
  | 'STATE_NAME_INVALID'
  | 'STATE_NOT_ELECTED'
  | 'STATE_OPERATION_MALFORMED'
  | 'STATE_OPTION_INVALID'
  | 'STATE_PATH_INVALID'
  | 'STATE_QUEUE_FULL'
  | 'STATE_SPLICE_INVALID'
  | 'STATE_STORAGE_FAILED'
  | 'STATE_VALUE_INVALID'
  | 'STATE_VALUE_MALFORMED'
  | 'STATE_VALUE_TOO_LARGE'
  | 'STATE_VARIABLE_INVALID'
  | 'STATE_READ_ONLY'
  | 'STATE_WATCH_UNSUPPORTED';

/** Whether a failed write can still show up: `definite` = it never will, `unknown` = it may. */
export type WriteOutcome = 'definite' | 'unknown';

/** What an error knows besides its code and message. */
export interface StateErrorOptions extends ErrorOptions {
  readonly outcome?: WriteOutcome;
}

/** What the state library refuses or reports. Branch on `code`; messages may change. */
export class StateError extends Error {
  override readonly name = 'StateError';
  readonly code: StateErrorCode;
  /** Set on failures after which a caller that wrote must know it. */
  declare readonly outcome?: WriteOutcome;

  constructor(code: StateErrorCode, message: string, options?: StateErrorOptions) {
    super(message, options);
    this.code = code;
    if (options?.outcome !== undefined) this.outcome = options.outcome;
  }
}

/** Of a request whose answer will never come: it may have been served all the same. */
export function stateClosed(what: string): () => StateError {
  return () => new StateError('STATE_CLOSED', what, { outcome: 'unknown' });
}
