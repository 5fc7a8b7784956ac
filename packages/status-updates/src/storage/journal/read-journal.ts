import { joinPath, nameOf, parentOf } from '@quorate/checkpoint';
import type { FileSystem } from '@quorate/checkpoint';
import type { JournalRecord } from './journal-batch.ts';
import { JOURNAL_FILE_NAMES, readJournalFile } from './journal-file.ts';

/** The name of a journal's directory, by which tools find it. */
export const JOURNAL_DIRECTORY_NAME = 'updates.journal';

/**
 * Finds the journal that a stream's file may be behind: a directory named `updates.journal` in one of
 * the directories that the file lies in. Changes nothing.
 *
 * @param file an absolute path
 */
export async function findJournal(
  fileSystem: FileSystem,
  file: string,
): Promise<string | undefined> {
  for (let directory = parentOf(file); ; directory = parentOf(directory)) {
    const path = joinPath(directory, JOURNAL_DIRECTORY_NAME);
    if ((await fileSystem.stat(path))?.kind === 'directory') return path;
    if (parentOf(directory) === directory) return undefined;
  }
}

/**
 * The records of a stream's file that are in its journal and may not be in the file itself, in order.
 * The next `open` of the journal brings the file up to date. Changes nothing. Rejects with
 * `JOURNAL_CORRUPT`.
 *
 * @param path the journal's directory
 * @param file the stream's file, an absolute path if the journal's is one
 */
export async function readPendingRecords(
  fileSystem: FileSystem,
  path: string,
  file: string,
): Promise<readonly JournalRecord[]> {
  const found = [];
  for (const name of JOURNAL_FILE_NAMES) {
    found.push(await readJournalFile(fileSystem, path, name));
  }
  const root = parentOf(path);
  return found
    .sort((a, b) => a.header.epoch - b.header.epoch)
    .flatMap(({ batches }) => batches.flatMap(({ records }) => records))
    .filter((record) => joinPath(root, record.path) === joinPath(parentOf(file), nameOf(file)));
}
