import { makeDirectories } from './directories.ts';
import { CheckpointError } from './errors.ts';
import type { FileHandle, FileSystem } from './file-system.ts';
import { errnoOf, syncError, writeError } from './io-error.ts';
import { joinPath, nameOf, parentOf } from './paths.ts';

/** How a file is replaced. */
export interface ReplaceFileOptions {
  /** Creates the directories that are missing, durably. Default false: their absence is an error. */
  readonly makeParents?: boolean;
}

/** `.resources.info.7.tmp`: hidden, so that who lists the directory for its own files passes by. */
const TEMPORARY_NAME = /^\..+\.\d+\.tmp$/;

/** Of the file's own name as much as leaves room for the rest in one name, in any alphabet. */
const TEMPORARY_STEM_LENGTH_MAX = 48;

/** What one file can be written with; 2 GiB - 1. */
export const REPLACE_SIZE_BYTES_MAX = 2 ** 31 - 1;

/** Counts the temporary files of this program; those of another one are met as `EEXIST`. */
let lastNumber = 0;

/**
 * Replaces a file by another of this content: whoever reads it, at any time and after any crash,
 * finds all of the old content or all of the new. Durable when it resolves.
 *
 * The new content is written to a temporary file in the same directory and synced; that file is
 * renamed over the old one, and the directory is synced. Calls for one path may overlap: the one
 * whose rename comes last wins. The content is not copied: it must not change meanwhile. That the
 * directory's own name is durable is the caller's care, or that of `makeParents`.
 *
 * Rejects with a `CheckpointError`. With outcome `definite` the old content is there as before:
 * `CHECKPOINT_TARGET_INVALID` (a directory or a symbolic link has that name; links are not
 * followed), `CHECKPOINT_PARENT_MISSING`, `CHECKPOINT_CROSS_DEVICE`, `CHECKPOINT_DISK_FULL`,
 * `CHECKPOINT_PATH_INVALID`, `CHECKPOINT_TOO_LARGE`, `CHECKPOINT_SYNC_FAILED`, `CHECKPOINT_FAILED`.
 * With outcome `unknown` (`CHECKPOINT_SYNC_FAILED`, when the sync of the directory failed) readers see the new content, and
 * after a loss of power they may see the old one again: taking it back would need a sync of the same
 * directory.
 *
 * Source: Mesos src/slave/state.hpp `checkpoint`, whose syncs are optional.
 */
export async function replaceFile(
  fileSystem: FileSystem,
  path: string,
  content: Uint8Array,
  options: ReplaceFileOptions = {},
): Promise<void> {
  const what = `cannot replace ${path}`;
  await attempt(what, async () => {
    if (content.length > REPLACE_SIZE_BYTES_MAX) throw tooLarge(path, content.length);
    if (options.makeParents === true) await makeDirectories(fileSystem, parentOf(path));
    await checkTarget(fileSystem, path);
  });
  const temporary = await writeTemporary(fileSystem, path, content);
  try {
    await fileSystem.rename(temporary, path);
  } catch (error) {
    await removeQuietly(fileSystem, temporary);
    throw writeError(what, error);
  }
  try {
    await fileSystem.syncDirectory(parentOf(path));
  } catch (error) {
    throw syncError(`the directory of ${path}`, error, 'unknown');
  }
}

/**
 * Removes the temporary files that a crash in `replaceFile` left in a directory. To be called before
 * anything of it is replaced: an orphan looks like a file in use.
 *
 * @param of only those that were to become one of these files of the directory; default all
 * @returns how many there were; 0 when there is no such directory
 */
export async function sweepTemporaryFiles(
  fileSystem: FileSystem,
  directory: string,
  of?: readonly string[],
): Promise<number> {
  const stems = of && new Set(of.map(temporaryStem));
  const isOrphan = (name: string): boolean =>
    TEMPORARY_NAME.test(name) && (!stems || stems.has(name.replace(/\d+\.tmp$/, '')));
  const orphans = (await entriesOf(fileSystem, directory)).filter(
    ({ name, kind }) => kind === 'file' && isOrphan(name),
  );
  for (const { name } of orphans) await fileSystem.unlink(joinPath(directory, name));
  return orphans.length;
}

async function entriesOf(fileSystem: FileSystem, directory: string) {
  try {
    return await fileSystem.readDirectory(directory);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  }
}

/** What the names of the temporary files of a file begin with. */
function temporaryStem(name: string): string {
  return `.${[...name].slice(0, TEMPORARY_STEM_LENGTH_MAX).join('')}.`;
}

function tooLarge(path: string, sizeBytes: number): CheckpointError {
  const message = `${sizeBytes} bytes for ${path}; at most ${REPLACE_SIZE_BYTES_MAX} are written`;
  return new CheckpointError('CHECKPOINT_TOO_LARGE', message, { outcome: 'definite' });
}

/** A rename would replace a link by a file, and where the link points to would never change. */
async function checkTarget(fileSystem: FileSystem, path: string): Promise<void> {
  const target = await fileSystem.stat(path);
  if (!target || target.kind === 'file') return;
  throw new CheckpointError(
    'CHECKPOINT_TARGET_INVALID',
    `cannot replace ${path}: it is a ${target.kind}; a plain file is needed`,
    { outcome: 'definite' },
  );
}

async function writeTemporary(
  fileSystem: FileSystem,
  path: string,
  content: Uint8Array,
): Promise<string> {
  const what = `cannot write a temporary file for ${path}`;
  const [temporary, file] = await attempt(what, () => createTemporary(fileSystem, path));
  try {
    await closing(file, async () => {
      await attempt(what, () => file.write(content, 0));
      await file.sync().catch((error: unknown) => {
        throw syncError(temporary, error, 'definite');
      });
    });
    return temporary;
  } catch (error) {
    await removeQuietly(fileSystem, temporary);
    throw writeError(what, error);
  }
}

async function createTemporary(fileSystem: FileSystem, path: string) {
  for (;;) {
    const temporary = joinPath(parentOf(path), `${temporaryStem(nameOf(path))}${++lastNumber}.tmp`);
    try {
      const file = await fileSystem.open(temporary, { access: 'read-write', create: 'exclusive' });
      return [temporary, file] as const;
    } catch (error) {
      if (errnoOf(error) !== 'EEXIST') throw error;
    }
  }
}

/** Closes the file whatever comes of the work; why the work failed matters more than why that did. */
async function closing(file: FileHandle, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    await file.close().catch(() => undefined);
    throw error;
  }
  await file.close();
}

async function attempt<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw writeError(what, error);
  }
}

/** The error that led here matters more than a temporary file, which the next start sweeps. */
async function removeQuietly(fileSystem: FileSystem, path: string): Promise<void> {
  await fileSystem.unlink(path).catch(() => undefined);
}
