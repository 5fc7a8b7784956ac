/** The stable codes of what the checkers refuse. `docs/errors.md` explains each. */
export type LinearizabilityErrorCode = 'HISTORY_INVALID' | 'LINEARIZABILITY_OPTION_INVALID';

/** Where in a text the mistake is. */
export interface LinearizabilityErrorOptions extends ErrorOptions {
  readonly line?: number;
}

/** What the checkers and the readers of histories refuse. Branch on `code`; messages may change. */
export class LinearizabilityError extends Error {
  override readonly name = 'LinearizabilityError';
  readonly code: LinearizabilityErrorCode;
  /** Where in a text, from 1 on. */
  declare readonly line?: number;

  constructor(
    code: LinearizabilityErrorCode,
    message: string,
    options?: LinearizabilityErrorOptions,
  ) {
    super(message, options);
    this.code = code;
    if (options?.line !== undefined) this.line = options.line;
  }
}
