import { CheckpointError } from './errors.ts';
import type { CheckpointErrorCode } from './errors.ts';

/** The errno's name of an error of a file system, such as `ENOENT`. */
export function errnoOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : undefined;
}

/** An error that looks like one of a file system. */
export function errnoError(code: string, message: string): Error {
  return Object.assign(new Error(`${code}: ${message}`), { code });
}

/**
 * The message of whatever was thrown. Not by `instanceof Error`: errors of Node's own modules are
 * of another realm in workers, in `vm` contexts and under jest.
 */
export function reasonOf(error: unknown): string {
  const hasMessage = typeof error === 'object' && error !== null && 'message' in error;
  return String(hasMessage ? error.message : error);
}

/**
 * What a failed write of a file comes to, as one of our errors.
 *
 * @param what such as `cannot replace /a/b`
 */
export function writeError(
  what: string,
  error: unknown,
  outcome: 'definite' | 'unknown' = 'definite',
): CheckpointError {
  if (error instanceof CheckpointError) return error;
  const [code, advice] = explain(errnoOf(error));
  const message = `${what}: ${reasonOf(error)}${advice}`;
  return new CheckpointError(code, message, { cause: error, outcome });
}

function explain(errno: string | undefined): readonly [CheckpointErrorCode, string] {
  switch (errno) {
    case 'ENOSPC':
    case 'EDQUOT':
      return ['CHECKPOINT_DISK_FULL', '; free some space'];
    case 'ENOENT':
      return ['CHECKPOINT_PARENT_MISSING', '; create the directory, or pass makeParents'];
    case 'EXDEV':
      return ['CHECKPOINT_CROSS_DEVICE', '; keep both names on one device'];
    case 'ELOOP':
    case 'EISDIR':
    case 'ENOTDIR':
      return ['CHECKPOINT_TARGET_INVALID', '; a plain file in plain directories is needed'];
    case 'ENAMETOOLONG':
      return ['CHECKPOINT_PATH_INVALID', '; choose a shorter one'];
    case 'ERR_INVALID_ARG_VALUE': // Node says so of a path with a NUL.
      return ['CHECKPOINT_PATH_INVALID', '; choose another one'];
    default:
      return ['CHECKPOINT_FAILED', ''];
  }
}

/**
 * An fsync that failed: what of the file is on disk is not known, and no retry will tell. Some file
 * systems find out only then that the disk is full.
 */
export function syncError(
  what: string,
  error: unknown,
  outcome: 'definite' | 'unknown',
): CheckpointError {
  const [code, advice] = explain(errnoOf(error));
  const isFull = code === 'CHECKPOINT_DISK_FULL';
  const message = `${what} could not be synced: ${reasonOf(error)}${isFull ? advice : ''}`;
  return new CheckpointError(isFull ? code : 'CHECKPOINT_SYNC_FAILED', message, {
    cause: error,
    outcome,
  });
}
