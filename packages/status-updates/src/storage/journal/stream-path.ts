import { StatusUpdateError } from '../../errors.ts';

/** Whether a path, relative to the root of a journal, leads to something below it. */
function isBelow(relative: string): boolean {
  return relative.split('/').every((name) => name !== '' && name !== '.' && name !== '..');
}

/**
 * The path of a stream's file relative to the directory that holds the journal. Throws
 * `JOURNAL_PATH_INVALID` for a file that does not lie under it.
 *
 * @param prefix that directory, with a slash behind
 */
export function relativePath(prefix: string, path: string): string {
  const relative = path.slice(prefix.length);
  if (path.startsWith(prefix) && isBelow(relative)) return relative;
  throw new StatusUpdateError(
    'JOURNAL_PATH_INVALID',
    `${path} does not lie under ${prefix}, where the journal is; move the journal, or the stream`,
    { outcome: 'definite' },
  );
}

/** A path as a journal has it must not lead out of its root. Throws `JOURNAL_CORRUPT`. */
export function checkReplayedPath(relative: string): void {
  if (isBelow(relative)) return;
  const message = `the journal names a file outside of its directory: ${JSON.stringify(relative)}`;
  throw new StatusUpdateError('JOURNAL_CORRUPT', message);
}
