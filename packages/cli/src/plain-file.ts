import type { FileSystem } from '@quorate/checkpoint';
import { CliError, isSystemError, messageOf } from './cli-error.ts';

/**
 * Reads a file and nothing else: a link is not followed, and a pipe is not waited for.
 *
 * Throws `CLI_FILE_MISSING`, `CLI_FILE_INVALID` (no plain file), `CLI_FILE_TOO_LARGE` or
 * `CLI_FILE_UNREADABLE`.
 */
export async function readPlainFile(
  fileSystem: FileSystem,
  path: string,
  sizeBytesMax: number,
): Promise<Uint8Array> {
  try {
    const found = await fileSystem.stat(path);
    if (!found) throw missing(path);
    if (found.kind !== 'file') throw noFile(path, found.kind.replace('-', ' '));
    if (found.sizeBytes > sizeBytesMax) throw tooLarge(path, found.sizeBytes, sizeBytesMax);
    const bytes = await fileSystem.readFile(path, sizeBytesMax + 1);
    // It may have grown since.
    if (bytes.length > sizeBytesMax) throw tooLarge(path, bytes.length, sizeBytesMax);
    return bytes;
  } catch (error) {
    throw readError(path, error);
  }
}

function readError(path: string, error: unknown): CliError {
  if (error instanceof CliError) return error;
  if (isSystemError(error, 'ENOENT')) return missing(path, error);
  // Something else was put there since, or stands where a directory should be.
  if (isSystemError(error, 'ELOOP')) return noFile(path, 'symbolic link', error);
  if (isSystemError(error, 'EISDIR')) return noFile(path, 'directory', error);
  if (isSystemError(error, 'ENOTDIR')) return missing(path, error);
  const message = `${path} cannot be read: ${messageOf(error)}`;
  return new CliError('CLI_FILE_UNREADABLE', message, { cause: error });
}

function missing(path: string, cause?: unknown): CliError {
  return new CliError('CLI_FILE_MISSING', `${path} does not exist`, { cause });
}

function noFile(path: string, kind: string, cause?: unknown): CliError {
  const what = kind === 'other' ? 'no plain file' : `a ${kind}`;
  return new CliError('CLI_FILE_INVALID', `${path} is ${what}; name the file itself`, { cause });
}

function tooLarge(path: string, sizeBytes: number, sizeBytesMax: number): CliError {
  const message = `${path} has ${sizeBytes} bytes; at most ${sizeBytesMax} are read`;
  return new CliError('CLI_FILE_TOO_LARGE', message);
}
