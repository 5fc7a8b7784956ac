import { takeTransferables } from './transfer.ts';
import { messageOf, notCloneable } from './worker-error.ts';
import type { WorkerError } from './worker-error.ts';

/** Values, and what is to move along with them. */
export interface Cargo {
  readonly values: readonly unknown[];
  readonly transfer: readonly object[];
}

/**
 * Copies values as a message to another thread would, and moves what is to move: what becomes of the
 * originals after that does not matter. Throws `DISPATCH_NOT_CLONEABLE`.
 *
 * @param of what they are arguments of
 */
export function loadCargo(values: readonly unknown[], of: string): Cargo {
  const transfer = takeTransferables(values);
  try {
    // Both in one go: so the list holds what the copies hold.
    return structuredClone({ values, transfer }, { transfer: transfer as never[] });
  } catch (error) {
    throw whichArgument(values, of, error);
  }
}

/** Names the argument that `error` is about: the one that by itself gives the same. */
export function whichArgument(args: readonly unknown[], of: string, error: unknown): WorkerError {
  const wanted = messageOf(error);
  const index = args.findIndex((arg) => refusalOf(arg) === wanted);
  return notCloneable(index >= 0 ? `argument ${index + 1} of ${of}` : `a call of ${of}`, error);
}

function refusalOf(value: unknown): string | undefined {
  try {
    structuredClone(value);
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}
