/**
 * - `IO_CLOSED`: a stream was closed before what was asked of it.
 * - `IO_DESCRIPTOR_BLOCKING`: a descriptor of a pipe, a socket or a terminal: wrap it in a stream.
 * - `IO_FAILED`: a read or a write failed; see `cause`.
 * - `IO_OPTION_INVALID`: a size, a descriptor or a stream is none.
 * - `SUBPROCESS_FAILED`: a program was not started; see `cause`.
 * - `SUBPROCESS_OPTION_INVALID`: an option of a subprocess makes no sense.
 */
export type NodeErrorCode =
  | 'IO_CLOSED'
  | 'IO_DESCRIPTOR_BLOCKING'
  | 'IO_FAILED'
  | 'IO_OPTION_INVALID'
  | 'SUBPROCESS_FAILED'
  | 'SUBPROCESS_OPTION_INVALID';

/** What this subpath refuses or reports. Branch on `code`; messages may change. */
export class NodeError extends Error {
  override readonly name = 'NodeError';
  readonly code: NodeErrorCode;

  constructor(code: NodeErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

export function ioFailed(what: string, cause: Error): NodeError {
  return new NodeError('IO_FAILED', `cannot ${what}: ${cause.message}`, { cause });
}
