/**
 * - `DISPATCH_NOT_CLONEABLE`: a closure, an argument or a result cannot go to another thread.
 * - `WORKER_BUSY`: as many calls as `inFlightMax` have no result yet.
 * - `WORKER_EXITED`: the thread came to its end by itself, for example by `process.exit`.
 * - `WORKER_EXPORT_INVALID`: what the module exports under the name is not a class of processes.
 * - `WORKER_EXPORT_MISSING`: the module exports nothing under the name.
 * - `WORKER_MODULE_FAILED`: the module was not found, or failed while it was loaded.
 * - `WORKER_OPTION_INVALID`: an option has a value that makes no sense.
 * - `WORKER_REQUEST_OUTSIDE`: in a thread, a `request` to a process outside of it.
 * - `WORKER_STUCK`: told to end, it did not within `shutdownMs`, and the thread was killed.
 */
export type WorkerErrorCode =
  | 'DISPATCH_NOT_CLONEABLE'
  | 'WORKER_BUSY'
  | 'WORKER_EXITED'
  | 'WORKER_EXPORT_INVALID'
  | 'WORKER_EXPORT_MISSING'
  | 'WORKER_MODULE_FAILED'
  | 'WORKER_OPTION_INVALID'
  | 'WORKER_REQUEST_OUTSIDE'
  | 'WORKER_STUCK';

/** What this subpath refuses or reports. Branch on `code`; messages may change. */
export class WorkerError extends Error {
  override readonly name = 'WorkerError';
  readonly code: WorkerErrorCode;

  constructor(code: WorkerErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

export function notCloneable(what: string, cause?: unknown): WorkerError {
  const why = cause === undefined ? '' : `: ${messageOf(cause)}`;
  const message = `${what} cannot go to another thread${why}`;
  return new WorkerError('DISPATCH_NOT_CLONEABLE', message, cause === undefined ? {} : { cause });
}

/** Of what was thrown; an error of another realm (jest's tests run in one) has a message, too. */
export function messageOf(thrown: unknown): string {
  const { message } = (thrown ?? {}) as { readonly message?: unknown };
  return typeof message === 'string' ? message : String(thrown);
}
