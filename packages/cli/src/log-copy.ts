import { constants } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { LogError } from '@quorate/log';
import { CliError, messageOf } from './cli-error.ts';
import { dataFilesOf, sameSnapshot, snapshotOf } from './log-directory.ts';
import type { DirectorySnapshot } from './log-directory.ts';
import { probeLock } from './lock-probe.ts';
import { withScratchFolder } from './scratch-folder.ts';

/**
 * Runs `work` on a temporary copy of a log's directory: opening a LevelDB rewrites its files, so
 * the original is only read from. The copy is gone afterwards, also after a failure.
 *
 * Throws `LOG_LOCKED` when the directory is in use, `LOG_PATH_INVALID` or `LOG_CORRUPT` when it
 * holds no log, `CLI_COPY_FAILED` when there is no room for the copy.
 */
export async function withLogCopy<T>(path: string, work: (copy: string) => Promise<T>): Promise<T> {
  const before = await snapshotOf(path);
  return withScratchFolder(async (scratch) => {
    const lock = await probeLock(before.path, scratch);
    if (lock.type === 'held') throw lockedBy(before.path, lock.pid);
    const copy = join(scratch, 'copy');
    const copied = await copyFiles(before, copy).then(
      () => undefined,
      (error: unknown) => ({ error }),
    );
    // A replica that opened the log meanwhile has changed its files; the copy may be of both.
    if (!sameSnapshot(before, await snapshotOf(path))) throw changed(before.path);
    if (copied) throw copyFailed(before.path, copied.error);
    await copyGroup(before.path, copy);
    return work(copy);
  });
}

async function copyFiles(snapshot: DirectorySnapshot, target: string): Promise<void> {
  await mkdir(target);
  for (const name of dataFilesOf(snapshot)) {
    await copyFile(join(snapshot.path, name), join(target, name), constants.COPYFILE_FICLONE);
  }
}

/** The file beside the directory that says of which group the replica is a member. */
async function copyGroup(path: string, copy: string): Promise<void> {
  try {
    await copyFile(`${path}.group`, `${copy}.group`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw copyFailed(path, error);
  }
}

function lockedBy(path: string, pid: number | undefined): LogError {
  const holder = pid === undefined ? 'another process' : `process ${pid}`;
  return new LogError('LOG_LOCKED', `${path} is in use by ${holder}; ${WHAT_TO_DO(path)}`);
}

function changed(path: string): LogError {
  return new LogError('LOG_LOCKED', `${path} is in use: it changed meanwhile; ${WHAT_TO_DO(path)}`);
}

/** A copy of a live directory may miss the newest records, but opens like one after a crash. */
const WHAT_TO_DO = (path: string): string =>
  `stop its replica first, or look at a copy: cp -r ${quote(path)} COPY, then the same command ` +
  'with --path COPY';

/** For a shell. */
function quote(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}

function copyFailed(path: string, cause: unknown): CliError {
  const message = `cannot copy ${path} to a temporary folder; TMPDIR sets where: ${messageOf(cause)}`;
  return new CliError('CLI_COPY_FAILED', message, { cause });
}
