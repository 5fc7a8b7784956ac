import { LogError } from './errors.ts';
import type { Position } from './protocol/types.ts';

/** One entry that was appended to the log. */
export interface Entry {
  readonly position: Position;
  readonly data: Uint8Array;
}

/**
 * Copies the bytes of an entry: what is appended is what was there at the call, even if the
 * caller fills its buffer anew, or another thread a shared one. Throws `ENTRY_INVALID` or
 * `ENTRY_TOO_LARGE`.
 */
export function copyEntryBytes(bytes: unknown, sizeMaxBytes: number): Uint8Array {
  if (!isUint8Array(bytes)) {
    throw invalid(`an entry is a Uint8Array, got ${describe(bytes)}; encode it first`);
  }
  if (isDetached(bytes)) throw invalid('the buffer of the entry was transferred away');
  if (bytes.byteLength > sizeMaxBytes) {
    throw new LogError(
      'ENTRY_TOO_LARGE',
      `an entry of ${bytes.byteLength} bytes exceeds entrySizeMaxBytes, which is ${sizeMaxBytes}`,
      { outcome: 'definite' },
    );
  }
  // Not slice(): that of Node's Buffer shares the memory.
  return new Uint8Array(bytes);
}

/** Not instanceof: typed arrays of another realm (a vm context, a test runner) are as good. */
function isUint8Array(value: unknown): value is Uint8Array {
  return (
    ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === '[object Uint8Array]'
  );
}

function isDetached({ buffer }: Uint8Array): boolean {
  try {
    new Uint8Array(buffer);
    return false;
  } catch {
    return true;
  }
}

function invalid(problem: string): LogError {
  return new LogError('ENTRY_INVALID', problem, { outcome: 'definite' });
}

function describe(value: unknown): string {
  return ArrayBuffer.isView(value) || value instanceof ArrayBuffer
    ? Object.prototype.toString.call(value)
    : `a ${value === null ? 'null' : typeof value}`;
}
