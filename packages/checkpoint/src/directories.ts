import type { FileSystem } from './file-system.ts';
import { errnoOf } from './io-error.ts';
import { joinPath, parentOf } from './paths.ts';

/**
 * Creates a directory and the parents it lacks; durable when it resolves, each of them. Nothing
 * happens when it is there. Rejects with the file system's error.
 */
export async function makeDirectories(fileSystem: FileSystem, path: string): Promise<void> {
  const found = await fileSystem.stat(path);
  if (found?.kind === 'directory') return;
  const parent = parentOf(path);
  if (parent !== path) await makeDirectories(fileSystem, parent);
  try {
    await fileSystem.mkdir(path);
  } catch (error) {
    // Somebody beside us made it. That it is a directory shows when it is used.
    if (errnoOf(error) !== 'EEXIST' || found !== undefined) throw error;
  }
  await fileSystem.syncDirectory(parent);
}

export interface RemoveTreeOptions {
  /** Empties the directory but leaves it, as a mount point has to be. Default false. */
  readonly keepRoot?: boolean;
}

/** How often a directory that somebody keeps filling is emptied again. */
const ATTEMPTS_MAX = 8;

/**
 * Removes a file, a link, or a directory with all that it holds; durable when it resolves. Links are
 * removed, never followed. Nothing happens when there is nothing. Rejects with the file system's
 * error, and with part of the tree gone.
 */
export async function removeTree(
  fileSystem: FileSystem,
  path: string,
  options: RemoveTreeOptions = {},
): Promise<void> {
  const found = await fileSystem.stat(path);
  const keepRoot = options.keepRoot ?? false;
  if (found?.kind === 'directory') {
    await removeDirectory(fileSystem, path, keepRoot);
    // What is gone with its directory needs no sync of its own.
    if (keepRoot) return fileSystem.syncDirectory(path);
  } else if (found) {
    await ignoring('ENOENT', fileSystem.unlink(path));
  }
  // Even if there is nothing: who removed it may have crashed before the sync.
  await ignoring('ENOENT', fileSystem.syncDirectory(parentOf(path)));
}

async function removeDirectory(
  fileSystem: FileSystem,
  path: string,
  keepRoot: boolean,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    for (const { name, kind } of await fileSystem.readDirectory(path)) {
      const child = joinPath(path, name);
      if (kind === 'directory') await removeDirectory(fileSystem, child, false);
      else await ignoring('ENOENT', fileSystem.unlink(child));
    }
    if (keepRoot) return;
    try {
      return await ignoring('ENOENT', fileSystem.rmdir(path));
    } catch (error) {
      if (errnoOf(error) !== 'ENOTEMPTY' || attempt === ATTEMPTS_MAX) throw error;
    }
  }
}

async function ignoring(errno: string, work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (errnoOf(error) !== errno) throw error;
  }
}
