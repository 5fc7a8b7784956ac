/** The stable codes of what the registrar refuses or reports. `docs/errors.md` explains each. */
export type RegistrarErrorCode =
  | 'REGISTRAR_ABORTED'
  | 'REGISTRAR_CAPABILITY_MISSING'
  | 'REGISTRAR_CLOSED'
  | 'REGISTRAR_FETCH_FAILED'
  | 'REGISTRAR_FETCH_TIMEOUT'
  | 'REGISTRAR_MASTER_INFO_INVALID'
  | 'REGISTRAR_NOT_RECOVERED'
  | 'REGISTRAR_OPERATION_FAILED'
  | 'REGISTRAR_OPERATION_INVALID'
  | 'REGISTRAR_OPTION_INVALID'
  | 'REGISTRAR_QUEUE_FULL'
  | 'REGISTRAR_REGISTRY_INVALID'
  | 'REGISTRAR_REGISTRY_MALFORMED'
  | 'REGISTRAR_REGISTRY_TOO_LARGE'
  | 'REGISTRAR_REMOVAL_LIMIT_EXCEEDED'
  | 'REGISTRAR_STORE_FAILED'
  | 'REGISTRAR_STORE_TIMEOUT'
  | 'REGISTRAR_VERSION_MISMATCH';

/** Whether a failed operation can still show up: `definite` = it never will, `unknown` = it may. */
export type OperationOutcome = 'definite' | 'unknown';

/** What an error knows besides its code and message. */
export interface RegistrarErrorOptions extends ErrorOptions {
  readonly outcome?: OperationOutcome;
}

/** What the registrar refuses or reports. Branch on `code`; messages may change. */
export class RegistrarError extends Error {
  override readonly name = 'RegistrarError';
  readonly code: RegistrarErrorCode;
  /** Set on failures of `recover` and `apply` after which a master must know it. */
  declare readonly outcome?: OperationOutcome;

  constructor(code: RegistrarErrorCode, message: string, options?: RegistrarErrorOptions) {
    super(message, options);
    this.code = code;
    if (options?.outcome !== undefined) this.outcome = options.outcome;
  }
}
