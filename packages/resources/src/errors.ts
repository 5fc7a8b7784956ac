/** The stable codes of what this package refuses or reports. `docs/errors.md` explains each. */
export type ResourceErrorCode =
  | 'OPERATION_INVALID'
  | 'OPERATION_UNKNOWN'
  | 'OPERATION_UNSUPPORTED'
  | 'RESOURCE_INVALID'
  | 'RESOURCES_CLOSED'
  | 'RESOURCES_FAILED'
  | 'RESOURCES_INCOMPATIBLE'
  | 'RESOURCES_NOT_CONTAINED'
  | 'RESOURCES_NOT_RECOVERED'
  | 'RESOURCES_OPTION_INVALID'
  | 'RESOURCES_UNREADABLE'
  | 'VOLUME_CREATE_FAILED'
  | 'VOLUME_PATH_INVALID'
  | 'VOLUME_REMOVE_FAILED';

/** What an error knows besides its code and message. */
export interface ResourceErrorOptions extends ErrorOptions {
  readonly outcome?: 'definite' | 'unknown';
}

/** What this package refuses or reports. Branch on `code`; messages may change. */
export class ResourceError extends Error {
  override readonly name = 'ResourceError';
  readonly code: ResourceErrorCode;
  /**
   * Set on changes that were not made durable: `definite` means that nothing changed; `unknown`
   * that the next start may find the change made, and that it goes on with it.
   */
  declare readonly outcome?: 'definite' | 'unknown';

  constructor(code: ResourceErrorCode, message: string, options?: ResourceErrorOptions) {
    super(message, options);
    this.code = code;
    if (options?.outcome !== undefined) this.outcome = options.outcome;
  }
}
