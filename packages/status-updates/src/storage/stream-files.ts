import { makeDirectories, parentOf } from '@quorate/checkpoint';
import type { FileSystem } from '@quorate/checkpoint';
import { StatusUpdateError } from '../errors.ts';
import type { StreamFile } from './stream-storage.ts';

/** A larger file of updates is not read into memory. */
const STREAM_FILE_SIZE_BYTES_MAX = 256 * 1024 * 1024;
/** A larger one takes no more updates: the rest is for their acknowledgements. */
export const STREAM_FILE_UPDATES_BYTES_MAX = STREAM_FILE_SIZE_BYTES_MAX / 2;

/** The errno's name of an error of a file system. */
export function errnoOf(error: unknown): unknown {
  return (error as { code?: unknown } | undefined)?.code;
}

/** Reads a stream's file, and tells a file that is missing from a directory that is. */
export async function readStreamFile(fileSystem: FileSystem, path: string): Promise<StreamFile> {
  try {
    const bytes = await fileSystem.readFile(path, STREAM_FILE_SIZE_BYTES_MAX + 1);
    if (bytes.length <= STREAM_FILE_SIZE_BYTES_MAX) return { type: 'file', bytes };
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
    const directory = await fileSystem.stat(parentOf(path));
    return { type: directory?.kind === 'directory' ? 'missing' : 'missing-directory' };
  }
  const message = `${path} has more than ${STREAM_FILE_SIZE_BYTES_MAX} bytes; move it away`;
  throw new StatusUpdateError('STREAM_CORRUPT', message);
}

/** Makes an empty file and its directories, all of it durable. */
export async function createStreamFile(fileSystem: FileSystem, path: string): Promise<void> {
  const directory = parentOf(path);
  await makeDirectories(fileSystem, directory);
  const handle = await fileSystem.open(path, { access: 'read-write', create: 'exclusive' });
  try {
    await handle.close();
    await fileSystem.syncDirectory(directory);
  } catch (error) {
    // Left behind, it would be in the way of the next attempt.
    await fileSystem.unlink(path).catch(() => undefined);
    throw error;
  }
}

/** Removes a stream's file, and its directory unless it holds anything else; durable. */
export async function removeStreamFile(fileSystem: FileSystem, path: string): Promise<void> {
  const directory = parentOf(path);
  await tolerating(['ENOENT'], () => fileSystem.unlink(path));
  try {
    await fileSystem.rmdir(directory);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return fileSystemSync(fileSystem, parentOf(directory));
    if (errnoOf(error) !== 'ENOTEMPTY') throw error;
    return fileSystem.syncDirectory(directory);
  }
  await fileSystem.syncDirectory(parentOf(directory));
}

/** Cuts a file off at `sizeBytes`; durable. */
export async function truncateStreamFile(
  fileSystem: FileSystem,
  path: string,
  sizeBytes: number,
): Promise<void> {
  const handle = await fileSystem.open(path, { access: 'read-write' });
  try {
    await handle.truncate(sizeBytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export function fileExists(path: string): StatusUpdateError {
  return new StatusUpdateError(
    'STREAM_FILE_EXISTS',
    `${path} exists already, but its stream is not known; recover the stream first`,
    { outcome: 'definite' },
  );
}

function fileSystemSync(fileSystem: FileSystem, directory: string): Promise<void> {
  return tolerating(['ENOENT'], () => fileSystem.syncDirectory(directory));
}

async function tolerating(errnos: readonly string[], work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!errnos.includes(errnoOf(error) as string)) throw error;
  }
}
