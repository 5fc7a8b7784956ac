/** The stable codes of what the runtime refuses or reports. `docs/errors.md` explains each. */
export type ProcessErrorCode =
  | 'CLOCK_NOT_PAUSED'
  | 'DELAY_INVALID'
  | 'DISPATCH_METHOD_UNKNOWN'
  | 'DISPATCH_REMOTE'
  | 'LINK_SELF'
  | 'MAILBOX_FULL'
  | 'OPTION_INVALID'
  | 'PID_MALFORMED'
  | 'PROCESS_ID_INVALID'
  | 'PROCESS_ID_TAKEN'
  | 'PROCESS_NOT_SPAWNED'
  | 'PROCESS_SPAWNED_ALREADY'
  | 'REPLY_OUTSIDE_HANDLER'
  | 'RUNTIME_CLOSED'
  | 'RUNTIME_CLOSE_TIMEOUT'
  | 'TRANSPORT_ADDRESS_TAKEN';

/** What the runtime refuses. Branch on `code`; messages may change. */
export class ProcessError extends Error {
  override readonly name = 'ProcessError';
  readonly code: ProcessErrorCode;

  constructor(code: ProcessErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
