/** The stable codes of what only the command refuses; those of the libraries come on top. */
export type CliErrorCode =
  | 'CLI_BACKEND_OPTION_MISSING'
  | 'CLI_BACKEND_UNKNOWN'
  | 'CLI_BACKEND_UNREACHABLE'
  | 'CLI_BACKEND_UNSUITABLE'
  | 'CLI_CAPTURE_INVALID'
  | 'CLI_CONFIG_INVALID'
  | 'CLI_COPY_FAILED'
  | 'CLI_FILE_INVALID'
  | 'CLI_FILE_MISSING'
  | 'CLI_FILE_TOO_LARGE'
  | 'CLI_FILE_UNREADABLE'
  | 'CLI_FILE_UNWRITABLE'
  | 'CLI_INTERNAL'
  | 'CLI_REGISTRY_CHANGED'
  | 'CLI_REGISTRY_EXISTS'
  | 'CLI_REGISTRY_MISSING'
  | 'CLI_REGISTRY_UNREADABLE'
  | 'CLI_UPDATES_DAMAGED'
  | 'CLI_USAGE'
  | 'LOG_NOT_EMPTY';

/** What a command refuses or reports. Branch on `code`; messages may change. */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly code: CliErrorCode;

  constructor(code: CliErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Whoever reads our output went away, as `head` does: there is nobody to tell anything. */
export class OutputClosedError extends Error {
  override readonly name = 'OutputClosedError';
}

/** Whether a system call failed with one of these codes, such as `ENOENT`. */
export function isSystemError(error: unknown, ...codes: readonly string[]): boolean {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' && codes.includes(code);
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
