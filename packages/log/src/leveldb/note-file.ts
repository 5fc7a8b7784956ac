import { open, readFile, rename } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { reasonOf, LogError } from '../errors.ts';

/** The file beside the directory of a log that outlives it. */
function noteFile(path: string): string {
  return `${resolve(path)}.group`;
}

/** Rejects with `LOG_PATH_INVALID` when there is something that cannot be read. */
export async function readNote(path: string): Promise<string | undefined> {
  try {
    return await readFile(noteFile(path), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    const message = `${noteFile(path)} cannot be read: ${reasonOf(error)}`;
    throw new LogError('LOG_PATH_INVALID', message, { cause: error });
  }
}

/** Replaces it as a whole: a crash leaves the old one or the new one. */
export async function writeNote(
  path: string,
  note: string,
  syncDirectory: (path: string) => Promise<void>,
): Promise<void> {
  const file = noteFile(path);
  const temporary = `${file}.tmp`;
  const handle = await open(temporary, 'w');
  try {
    await handle.writeFile(note);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, file);
  await syncDirectory(dirname(file));
}
