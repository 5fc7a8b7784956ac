import type { FileSystem } from './file-system.ts';
import { errnoError, errnoOf } from './io-error.ts';
import { joinPath, parentOf } from './paths.ts';

/**
 * Creates a directory and the parents it lacks; durable when it resolves, with all that leads to
 * it: a directory that is there already may have been made a moment ago, by a call that has not
 * synced it yet or by a program that crashed before it could. Parents may be symbolic links.
 *
 * Rejects with the file system's error; `ENOTDIR` if something else has that name.
 */
export async function makeDirectories(fileSystem: FileSystem, path: string): Promise<void> {
  const found = await fileSystem.stat(path);
  if (found && found.kind !== 'directory') {
    throw errnoError('ENOTDIR', `there is a ${found.kind} at ${path}`);
  }
  await makeDurable(fileSystem, path, found !== undefined);
}

/** How many directories are remembered as durable before it is found out anew. */
const DURABLE_MAX = 1024;

/** What need not be synced again. Of one file system object: it ends with the program it serves. */
const durableOf = new WeakMap<FileSystem, Set<string>>();

async function makeDurable(fileSystem: FileSystem, path: string, exists: boolean): Promise<void> {
  const durable = durableOf.get(fileSystem) ?? new Set();
  durableOf.set(fileSystem, durable);
  const parent = parentOf(path);
  if (parent === path || (exists && durable.has(path))) return;
  await makeDurable(fileSystem, parent, (await fileSystem.stat(parent)) !== undefined);
  if (exists) await ignoring(SYNC_REFUSALS, fileSystem.syncDirectory(parent));
  else await makeOne(fileSystem, path);
  if (durable.size >= DURABLE_MAX) durable.clear();
  durable.add(path);
}

async function makeOne(fileSystem: FileSystem, path: string): Promise<void> {
  // Somebody beside us may have made it. That it is a directory shows when it is used.
  await ignoring(['EEXIST'], fileSystem.mkdir(path));
  try {
    await fileSystem.syncDirectory(parentOf(path));
  } catch (error) {
    // The name counts as written now, and no sync would write it any more. Who tries again has to
    // make it anew.
    await fileSystem.rmdir(path).catch(() => undefined);
    throw error;
  }
}

/** Of a directory that we may not read, or that cannot be synced, we have not made the entries. */
const SYNC_REFUSALS = ['EACCES', 'EPERM', 'EINVAL', 'ENOTSUP'];

/** How much of a tree is removed. */
export interface RemoveTreeOptions {
  /** Empties the directory but leaves it, as a mount point has to be. Default false. */
  readonly keepRoot?: boolean;
}

/** How often a directory that somebody keeps filling is emptied again. */
const ATTEMPTS_MAX = 8;

/**
 * Removes a file, a link, or a directory with all that it holds; durable when it resolves. Links are
 * removed, never followed. Nothing happens when there is nothing.
 *
 * What appears meanwhile is removed too, up to 8 times per directory. No protection against somebody
 * who swaps a directory for a link in between: whoever may write there must have been stopped.
 *
 * Rejects with the file system's error, and with part of the tree gone; `ENOTEMPTY` if somebody
 * keeps adding to it.
 */
export async function removeTree(
  fileSystem: FileSystem,
  path: string,
  options: RemoveTreeOptions = {},
): Promise<void> {
  forget(fileSystem, path);
  const found = await fileSystem.stat(path);
  const keepRoot = options.keepRoot ?? false;
  if (found?.kind === 'directory') {
    await removeDirectory(fileSystem, path, keepRoot);
    // What is gone with its directory needs no sync of its own.
    if (keepRoot) return fileSystem.syncDirectory(path);
  } else if (found) {
    await ignoring(['ENOENT'], fileSystem.unlink(path));
  }
  // Even if there is nothing: who removed it may have crashed before the sync.
  await ignoring(['ENOENT'], fileSystem.syncDirectory(parentOf(path)));
}

/** What is made anew under a name is not durable because its predecessor was. */
function forget(fileSystem: FileSystem, path: string): void {
  const durable = durableOf.get(fileSystem);
  for (const known of durable ?? []) {
    if (known === path || known.startsWith(`${path}/`)) durable?.delete(known);
  }
}

async function removeDirectory(
  fileSystem: FileSystem,
  path: string,
  keepRoot: boolean,
): Promise<void> {
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
    const entries = await fileSystem.readDirectory(path);
    for (const { name, kind } of entries) {
      const child = joinPath(path, name);
      const removing =
        kind === 'directory' ? removeDirectory(fileSystem, child, false) : fileSystem.unlink(child);
      await ignoring(['ENOENT'], removing);
    }
    if (keepRoot ? entries.length === 0 : await isRemoved(fileSystem, path)) return;
  }
  throw errnoError('ENOTEMPTY', `somebody keeps adding to ${path}`);
}

async function isRemoved(fileSystem: FileSystem, path: string): Promise<boolean> {
  try {
    await fileSystem.rmdir(path);
  } catch (error) {
    // Some systems say EEXIST of a directory that is not empty.
    if (errnoOf(error) === 'ENOTEMPTY' || errnoOf(error) === 'EEXIST') return false;
    throw error;
  }
  return true;
}

async function ignoring(errnos: readonly string[], work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!errnos.includes(errnoOf(error) ?? '')) throw error;
  }
}
