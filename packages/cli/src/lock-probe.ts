import { mkdir, readFile, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';

/** Who has a LevelDB directory open. */
export type LockState =
  | { readonly type: 'free' }
  | { readonly type: 'held'; readonly pid: number | undefined }
  /** The lock could not be tried: no permission to open it, or no symbolic links here. */
  | { readonly type: 'unknown' };

/**
 * Finds out whether a process has a LevelDB directory open, without changing anything in it.
 *
 * LevelDB keeps others out by a lock on the file `LOCK`, which ends with the process however that
 * ends; the file itself says nothing. Node cannot ask for such locks, LevelDB can: it is made to
 * open an empty database in `scratch` whose `LOCK` is a link to that of the directory. It holds the
 * lock for a moment then: a replica that opens the directory in that moment is told `LOG_LOCKED`.
 *
 * @param path the directory to find out about
 * @param scratch an empty folder to work in
 */
export async function probeLock(path: string, scratch: string): Promise<LockState> {
  const lockFile = join(path, 'LOCK');
  const inode = await inodeOf(lockFile);
  if (inode === undefined) return { type: 'free' }; // opening a database creates it
  const holders = await holdersOf(inode);
  // These locks belong to processes: trying one that we hold would succeed, and then drop it.
  if (holders.includes(process.pid)) return { type: 'held', pid: process.pid };
  const folder = join(scratch, 'lock');
  try {
    await mkdir(folder);
    await symlink(lockFile, join(folder, 'LOCK'));
  } catch {
    return { type: 'unknown' };
  }
  const result = await tryToLock(folder);
  return result === 'held' ? { type: 'held', pid: holders[0] } : { type: result };
}

async function tryToLock(folder: string): Promise<LockState['type']> {
  const database = new ClassicLevel(folder);
  try {
    await database.open();
    await database.close();
    return 'free';
  } catch (error) {
    const { cause } = error as { cause?: { code?: unknown } };
    return cause?.code === 'LEVEL_LOCKED' ? 'held' : 'unknown';
  }
}

/** The processes with a lock on this file, as far as this system tells (Linux does). */
async function holdersOf(inode: bigint): Promise<readonly number[]> {
  let locks: string;
  try {
    locks = await readFile('/proc/locks', 'utf8');
  } catch {
    return [];
  }
  // 1: POSIX  ADVISORY  WRITE 17390 fe:00:2237877 0 EOF
  return locks.split('\n').flatMap((line) => {
    const [, pid, locked] =
      /^\d+: POSIX +\S+ +WRITE +(\d+) [\da-f]+:[\da-f]+:(\d+) /.exec(line) ?? [];
    return locked === `${inode}` ? [Number(pid)] : [];
  });
}

async function inodeOf(path: string): Promise<bigint | undefined> {
  try {
    return (await stat(path, { bigint: true })).ino;
  } catch {
    return undefined;
  }
}
