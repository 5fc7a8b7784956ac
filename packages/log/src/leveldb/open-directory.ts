import { mkdir, open, readFile, readdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ClassicLevel } from 'classic-level';
import { LogError, reasonOf, toLogError } from '../errors.ts';
import type { Database, DatabaseEngine } from './database.ts';
import { readNote, writeNote } from './note-file.ts';
import { findDamage } from './write-ahead-log.ts';

/**
 * Opens the LevelDB at `path`.
 *
 * Throws `LOG_PATH_INVALID`, `LOG_LOCKED`, `LOG_CORRUPT` or, for what only the disk can explain,
 * `STORAGE_FAILED`.
 */
async function openDirectory(path: string, createIfMissing: boolean): Promise<Database> {
  await prepare(path, createIfMissing);
  const database = new ClassicLevel<Uint8Array, Uint8Array>(path, {
    keyEncoding: 'view',
    valueEncoding: 'view',
    // Stock Mesos is built without snappy: it could not read compressed blocks.
    compression: false,
    createIfMissing,
  });
  try {
    await database.open();
    return database;
  } catch (error) {
    throw openError(path, error);
  }
}

/** Files of a database that was in use; MANIFEST-000001 alone is left by a crash at its creation. */
const LEFT_BEHIND = /\.(ldb|sst|log)$|^MANIFEST-(?!000001$)/;

async function prepare(path: string, createIfMissing: boolean): Promise<void> {
  const names = await list(path);
  if (names?.includes('CURRENT')) {
    for (const name of names) if (name.endsWith('.log')) await checkLog(join(path, name));
    return;
  }
  if (names?.some((name) => LEFT_BEHIND.test(name))) {
    // LevelDB would start an empty database and delete the files of the old one. The replica would
    // then have forgotten what it promised.
    throw new LogError(
      'LOG_CORRUPT',
      `${path} holds data of a LevelDB, but not its file CURRENT; restore that file, or move the directory away to rejoin as an empty replica`,
    );
  }
  if (!createIfMissing) {
    throw new LogError('LOG_PATH_INVALID', `${path} holds no log, and createIfMissing is false`);
  }
  if (names) return;
  try {
    await createDirectory(resolve(path));
  } catch (error) {
    throw pathError(path, error);
  }
}

/** LevelDB does not tell damage from a torn end, and would drop what follows it. */
async function checkLog(path: string): Promise<void> {
  let log: Uint8Array;
  try {
    log = await readFile(path);
  } catch (error) {
    // Whoever has the database open has removed it: that it is in use is found out soon.
    if (isMissing(error)) return;
    throw pathError(path, error);
  }
  const damage = findDamage(log);
  if (damage === undefined) return;
  throw new LogError(
    'LOG_CORRUPT',
    `${path} is damaged at byte ${damage}, and whole batches follow; move the directory away to rejoin as an empty replica`,
  );
}

/**
 * Creates a directory and its parents, so that a loss of power does not take them away again.
 * (Node's own recursive mkdir does that to none, and never returns below /proc.)
 */
async function createDirectory(path: string): Promise<void> {
  const parent = dirname(path);
  try {
    await makeDirectory(path);
  } catch (error) {
    if (!isMissing(error) || parent === path) throw error;
    await createDirectory(parent);
    await makeDirectory(path);
  }
  await syncDirectory(parent);
}

/** Replicas that start side by side make their common parent at the same time. */
async function makeDirectory(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

function isMissing(error: unknown): boolean {
  return codeOf(error) === 'ENOENT';
}

/**
 * Makes the names in a directory durable. LevelDB renames CURRENT at every open and leaves that
 * to chance; without it, a record could be durable and the file that leads to it not.
 */
async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return; // A directory cannot be synced there.
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

/** The names in a directory, undefined if there is none. */
async function list(path: string): Promise<readonly string[] | undefined> {
  try {
    if (!(await stat(path)).isDirectory()) {
      throw new LogError('LOG_PATH_INVALID', `${path} is not a directory`);
    }
    return await readdir(path);
  } catch (error) {
    if (error instanceof LogError) throw error;
    if (isMissing(error)) return undefined;
    throw pathError(path, error);
  }
}

function pathError(path: string, cause: unknown): LogError {
  return new LogError('LOG_PATH_INVALID', `${path} cannot hold a log: ${reasonOf(cause)}`, {
    cause,
  });
}

/** Says what an error means that LevelDB gave when it opened or first read the database. */
export function openError(path: string, error: unknown): LogError {
  if (error instanceof LogError) return error;
  const cause = causeOf(error);
  const reason = reasonOf(cause);
  if (codeOf(cause) === 'LEVEL_LOCKED') {
    return new LogError(
      'LOG_LOCKED',
      `${path} is in use: LevelDB's lock (${path}/LOCK) is held by another process, or by another log of this one; a directory belongs to one replica`,
      { cause },
    );
  }
  if (/permission denied|read-only file system|not a directory/i.test(reason)) {
    return pathError(path, cause);
  }
  // What CURRENT or the MANIFEST name and is not there, or is too short, was lost or damaged.
  if (/corrupt|no such file|invalid argument/i.test(reason)) {
    return new LogError('LOG_CORRUPT', `${path} is damaged: ${reason}`, { cause });
  }
  return new LogError('STORAGE_FAILED', `${path} could not be opened: ${reason}`, { cause });
}

/** Says what an error means that LevelDB gave when it read a record. */
export function readError(path: string, error: unknown): LogError {
  if (error instanceof LogError) return error;
  const cause = causeOf(error);
  const isDamaged = codeOf(cause) === 'LEVEL_CORRUPTION';
  return toLogError(isDamaged ? 'LOG_CORRUPT' : 'STORAGE_FAILED', `${path} cannot be read`, cause);
}

/** classic-level wraps what LevelDB said; its code and text are one or two causes down. */
function causeOf(error: unknown): unknown {
  const cause = property(error, 'cause');
  return cause === undefined ? error : causeOf(cause);
}

function codeOf(error: unknown): unknown {
  return property(error, 'code');
}

function property(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
}

/**
 * LevelDB on the disk of this machine, its blocks not compressed: stock Mesos cannot read those that are. A
 * write-ahead log that is damaged anywhere but at its end, where a crash leaves a torn batch, is refused
 * with `LOG_CORRUPT`: LevelDB would drop what follows, silently.
 */
export const levelEngine: DatabaseEngine = {
  open: openDirectory,
  syncDirectory,
  readNote,
  writeNote: (path, note) => writeNote(path, note, syncDirectory),
};
