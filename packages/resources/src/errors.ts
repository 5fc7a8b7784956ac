/** The stable codes of what this package refuses or reports. `docs/errors.md` explains each. */
export type ResourceErrorCode =
  | 'OPERATION_INVALID'
  | 'OPERATION_UNKNOWN'
  | 'OPERATION_UNSUPPORTED'
  | 'RESOURCES_CLOSED'
  | 'RESOURCES_FAILED'
  | 'RESOURCES_INCOMPATIBLE'
  | 'RESOURCES_NOT_CONTAINED'
  | 'RESOURCES_NOT_RECOVERED'
  | 'RESOURCES_OPTION_INVALID'
  | 'RESOURCES_UNREADABLE'
  | 'RESOURCE_INVALID'
  | 'VOLUME_CREATE_FAILED'
  | 'VOLUME_PATH_INVALID'
  | 'VOLUME_REMOVE_FAILED';

/** What this package refuses or reports. Branch on `code`; messages may change. */
export class ResourceError extends Error {
  override readonly name = 'ResourceError';
  readonly code: ResourceErrorCode;

  constructor(code: ResourceErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
