/** The stable codes of what this package refuses. `docs/errors.md` explains each. */
export type ResourceErrorCode = 'RESOURCE_INVALID';

/** What this package refuses. Branch on `code`; messages may change. */
export class ResourceError extends Error {
  override readonly name = 'ResourceError';
  readonly code: ResourceErrorCode;

  constructor(code: ResourceErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
