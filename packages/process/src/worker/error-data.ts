import { messageOf } from './worker-error.ts';

/** An error in the form in which it travels. Structured clones lose `code`, and names of classes. */
export interface ErrorData {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  readonly code: string | number | undefined;
  readonly cause: ErrorData | undefined;
}

/** Causes of causes that travel along: a chain may be a ring. */
const CAUSES_MAX = 8;

export function errorData(thrown: unknown, causesMax = CAUSES_MAX): ErrorData {
  const { name, stack, code, cause } = (thrown ?? {}) as Readonly<Record<string, unknown>>;
  const hasCause = cause !== undefined && cause !== null && causesMax > 0;
  return {
    name: typeof name === 'string' ? name : 'Error',
    message: messageOf(thrown),
    stack: typeof stack === 'string' ? stack : undefined,
    code: typeof code === 'string' || typeof code === 'number' ? code : undefined,
    cause: hasCause ? errorData(cause, causesMax - 1) : undefined,
  };
}

/** An `Error` with the name, code, cause and stack of the one that was thrown elsewhere. */
export function errorOf({ name, message, stack, code, cause }: ErrorData): Error {
  const error = new Error(message, cause && { cause: errorOf(cause) });
  if (name !== 'Error') define(error, 'name', name);
  if (stack !== undefined) define(error, 'stack', stack);
  if (code !== undefined) Object.assign(error, { code });
  return error;
}

/** As errors have them: not to be enumerated. */
function define(error: Error, key: 'name' | 'stack', value: string): void {
  Object.defineProperty(error, key, { value, writable: true, configurable: true });
}
