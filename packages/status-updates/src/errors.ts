/** The stable codes of what this package refuses or reports. `docs/errors.md` explains each. */
export type StatusUpdateErrorCode =
  | 'ACKNOWLEDGEMENT_DUPLICATE'
  | 'ACKNOWLEDGEMENT_UNEXPECTED'
  | 'JOURNAL_CORRUPT'
  | 'JOURNAL_FAILED'
  | 'JOURNAL_PATH_INVALID'
  | 'MANAGER_CLOSED'
  | 'MANAGER_OPTION_INVALID'
  | 'STREAM_ACTIVE'
  | 'STREAM_CORRUPT'
  | 'STREAM_FAILED'
  | 'STREAM_FILE_EXISTS'
  | 'STREAM_FULL'
  | 'STREAM_ID_INVALID'
  | 'STREAM_MISSING'
  | 'STREAM_UNKNOWN'
  | 'UPDATE_CARRIES_LATEST'
  | 'UPDATE_CHECKPOINT_MISMATCH'
  | 'UPDATE_FRAMEWORK_MISMATCH'
  | 'UPDATE_INVALID'
  | 'UPDATE_UUID_INVALID'
  | 'UPDATE_UUID_MISSING';

/** What an error knows besides its code and message. */
export interface StatusUpdateErrorOptions extends ErrorOptions {
  readonly outcome?: 'definite' | 'unknown';
}

/** What this package refuses or reports. Branch on `code`; messages may change. */
export class StatusUpdateError extends Error {
  override readonly name = 'StatusUpdateError';
  readonly code: StatusUpdateErrorCode;
  /**
   * Set on updates and acknowledgements that failed: `definite` means that nothing was recorded,
   * `unknown` that the record may be on disk, and that a recovery may find it.
   */
  declare readonly outcome?: 'definite' | 'unknown';

  constructor(code: StatusUpdateErrorCode, message: string, options?: StatusUpdateErrorOptions) {
    super(message, options);
    this.code = code;
    if (options?.outcome !== undefined) this.outcome = options.outcome;
  }
}

/** The message of whatever was thrown; not by `instanceof`, because realms differ. */
export function reasonOf(error: unknown): string {
  const hasMessage = typeof error === 'object' && error !== null && 'message' in error;
  return String(hasMessage ? error.message : error);
}
