import { lstat, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { LogError } from '@quorate/log';
import { isSystemError, messageOf } from './cli-error.ts';

/** Files that hold data; the others are the lock and LevelDB's diary. */
const DATA_FILE = /^(CURRENT|MANIFEST-\d+|\d+\.(log|ldb|sst))$/;
const LEVELDB_FILE = /^(CURRENT|LOCK|LOG|LOG\.old|MANIFEST-\d+|\d+\.(log|ldb|sst|dbtmp))$/;

/** What can be seen of a directory without opening anything in it. */
export interface DirectorySnapshot {
  readonly path: string;
  /** Name, size and time of the last change of each file, by name. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Looks at a log's directory. Throws `LOG_PATH_INVALID` when it is none, holds no log or may not be
 * read, and `LOG_CORRUPT` when it is a log that lost its root file.
 */
export async function snapshotOf(path: string): Promise<DirectorySnapshot> {
  const absolute = resolve(path);
  const snapshot = { path: absolute, files: await listFiles(absolute) };
  if (snapshot.files.has('CURRENT')) return snapshot;
  const data = dataFilesOf(snapshot);
  if (data.length === 0) throw invalid(absolute, 'holds no log; it has no file CURRENT');
  throw new LogError(
    'LOG_CORRUPT',
    `${absolute} holds ${data.join(', ')} but no file CURRENT, without which they cannot be read`,
  );
}

/** Throws `LOG_PATH_INVALID` unless a log may be created here: nothing foreign is in the way. */
export async function checkInitializable(path: string): Promise<void> {
  let names: readonly string[];
  try {
    names = await readdir(path);
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return;
    throw unreadable(path, error);
  }
  const foreign = names.find((name) => !LEVELDB_FILE.test(name) && name !== 'lost');
  if (foreign === undefined) return;
  throw invalid(resolve(path), `is no log's directory: it holds ${foreign}; name an empty one`);
}

export function dataFilesOf({ files }: DirectorySnapshot): readonly string[] {
  return [...files.keys()].filter((name) => DATA_FILE.test(name));
}

/** Whether the directory has not changed between two looks at it. */
export function sameSnapshot(a: DirectorySnapshot, b: DirectorySnapshot): boolean {
  if (a.files.size !== b.files.size) return false;
  return [...a.files].every(([name, facts]) => b.files.get(name) === facts);
}

async function listFiles(path: string): Promise<ReadonlyMap<string, string>> {
  try {
    const files = new Map<string, string>();
    for (const name of (await readdir(path)).toSorted()) {
      const { size, mtimeNs, ino } = await lstat(join(path, name), { bigint: true });
      files.set(name, `${ino} ${size} ${mtimeNs}`);
    }
    return files;
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): LogError {
  if (isSystemError(error, 'ENOENT')) return invalid(path, 'does not exist', error);
  if (isSystemError(error, 'ENOTDIR')) return invalid(path, 'is no directory', error);
  return invalid(path, `cannot be read: ${messageOf(error)}`, error);
}

function invalid(path: string, problem: string, cause?: unknown): LogError {
  return new LogError('LOG_PATH_INVALID', `${path} ${problem}`, { cause });
}
