/**
 * - `FUTURE_DISCARDED`: awaited (`then`) or collected, and it ended discarded.
 * - `FUTURE_ABANDONED`: awaited (`then`), and nobody is left who could complete it.
 * - `FUTURE_NOT_READY`: `value()` was read from a future that is not ready.
 * - `FUTURE_NOT_FAILED`: `failure()` was read from a future that is not failed.
 * - `FUTURE_CYCLE`: a future was told to follow itself, directly or through others.
 * - `FUTURE_REJECTED`: something that is no `Error` was thrown or given as the reason; see `cause`.
 * - `FUTURE_COLLECT_FAILED`: an input of `collect` failed or was discarded; see `cause`.
 * - `FUTURE_TIMEOUT`: it was not complete in the time that `withDeadline` gives it.
 * - `FUTURE_CONTROL_FLOW_INVALID`: a loop's body gave neither `proceed()` nor `breakWith(value)`.
 */
export type FutureErrorCode =
  | 'FUTURE_DISCARDED'
  | 'FUTURE_ABANDONED'
  | 'FUTURE_NOT_READY'
  | 'FUTURE_NOT_FAILED'
  | 'FUTURE_CYCLE'
  | 'FUTURE_REJECTED'
  | 'FUTURE_COLLECT_FAILED'
  | 'FUTURE_TIMEOUT'
  | 'FUTURE_CONTROL_FLOW_INVALID';

const ERROR_BRAND: unique symbol = Symbol.for('quorate.future-error/1');

/**
 * What futures themselves can fail with or throw; tell them apart by `code`.
 *
 * `instanceof FutureError` also holds for errors of another loaded copy of this package, and for
 * the `FUTURE_CYCLE` error, which Promise/A+ demands to be a `TypeError`.
 */
export class FutureError extends Error {
  override readonly name = 'FutureError';
  readonly code: FutureErrorCode;

  constructor(code: FutureErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }

  protected get [ERROR_BRAND](): true {
    return true;
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && ERROR_BRAND in value;
  }
}

class FutureCycleError extends TypeError {
  override readonly name = 'FutureError';
  readonly code: FutureErrorCode = 'FUTURE_CYCLE';

  protected get [ERROR_BRAND](): true {
    return true;
  }
}

/** The error of a future that would have to wait for itself. */
export function cycleError(): Error {
  return new FutureCycleError(
    'a future cannot follow itself; complete it, or associate it with another',
  );
}

/** Wraps a thrown or rejected value that is no `Error`; `reasonOf` gives it back unchanged. */
export function toError(reason: unknown): Error {
  if (isError(reason)) return reason;
  const text = describe(reason);
  return new FutureError('FUTURE_REJECTED', `rejected with a value that is no Error: ${text}`, {
    cause: reason,
  });
}

/** What `then` hands to `onRejected`: the very value that was thrown or rejected with. */
export function reasonOf(error: Error): unknown {
  return error instanceof FutureError && error.code === 'FUTURE_REJECTED' ? error.cause : error;
}

function isError(value: unknown): value is Error {
  if (value instanceof Error) return true;
  try {
    // Recognises errors of another realm, such as a vm context or an iframe.
    return Object.prototype.toString.call(value) === '[object Error]';
  } catch {
    return false; // a revoked proxy, or a throwing Symbol.toStringTag
  }
}

function describe(value: unknown): string {
  try {
    return String(value);
  } catch {
    return typeof value;
  }
}
