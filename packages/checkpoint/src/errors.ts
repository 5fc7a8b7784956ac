/** The stable codes of what this package refuses or reports. `docs/errors.md` explains each. */
export type CheckpointErrorCode =
  | 'CHECKPOINT_CLOSED'
  | 'CHECKPOINT_CORRUPT'
  | 'CHECKPOINT_CROSS_DEVICE'
  | 'CHECKPOINT_DISK_FULL'
  | 'CHECKPOINT_EXISTS'
  | 'CHECKPOINT_FAILED'
  | 'CHECKPOINT_OPTION_INVALID'
  | 'CHECKPOINT_PARENT_MISSING'
  | 'CHECKPOINT_PATH_INVALID'
  | 'CHECKPOINT_SYNC_FAILED'
  | 'CHECKPOINT_TARGET_INVALID'
  | 'CHECKPOINT_TOO_LARGE';

/** What an error knows besides its code and message. */
export interface CheckpointErrorOptions extends ErrorOptions {
  readonly outcome?: 'definite' | 'unknown';
}

/** What this package refuses or reports. Branch on `code`; messages may change. */
export class CheckpointError extends Error {
  override readonly name = 'CheckpointError';
  readonly code: CheckpointErrorCode;
  /**
   * Set on writes that failed: `definite` means that what was there before is there unchanged;
   * `unknown` that the new content may be there now, or after the next loss of power.
   */
  declare readonly outcome?: 'definite' | 'unknown';

  constructor(code: CheckpointErrorCode, message: string, options?: CheckpointErrorOptions) {
    super(message, options);
    this.code = code;
    if (options?.outcome !== undefined) this.outcome = options.outcome;
  }
}
