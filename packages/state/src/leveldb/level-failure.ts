import { LogError } from '@quorate/log';
import { StateError, type StateErrorCode, type WriteOutcome } from '../errors.ts';

/** What the failures of LevelDB, which the log's package names, are called here. */
const CODES: Readonly<Partial<Record<LogError['code'], StateErrorCode>>> = {
  LOG_PATH_INVALID: 'STATE_PATH_INVALID',
  LOG_LOCKED: 'STATE_LOCKED',
  LOG_CORRUPT: 'STATE_CORRUPT',
};

const PROBLEMS: Readonly<Partial<Record<StateErrorCode, string>>> = {
  STATE_PATH_INVALID: 'cannot hold a state storage',
  STATE_LOCKED: 'is in use by another process, or by another storage of this one',
  STATE_CORRUPT: 'is damaged',
};

/** Why a directory could not be opened. */
export function openFailure(path: string, cause: unknown): StateError {
  if (cause instanceof StateError) return cause;
  const code = (cause instanceof LogError && CODES[cause.code]) || 'STATE_STORAGE_FAILED';
  const problem = PROBLEMS[code] ?? 'cannot be opened';
  return new StateError(code, `${path} ${problem}: ${messageOf(cause)}`, { cause });
}

/** Why a read or a write failed. */
export function accessFailure(what: string, cause: unknown, outcome?: WriteOutcome): StateError {
  if (cause instanceof StateError) return cause;
  return new StateError('STATE_STORAGE_FAILED', `cannot ${what}: ${messageOf(cause)}`, {
    cause,
    ...(outcome && { outcome }),
  });
}

/** Not `instanceof Error`: errors of Node's own modules are of another realm under a test runner. */
function messageOf(cause: unknown): string {
  const hasMessage = typeof cause === 'object' && cause !== null && 'message' in cause;
  return String(hasMessage ? cause.message : cause);
}
