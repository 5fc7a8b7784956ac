import type { PendingJournal } from './pending-journal.ts';
import type { UpdatesFile, UpdatesRecord } from './updates-file.ts';

/** A record as one JSON object, its keys in the documented order. */
export function updatesRecordJson({ type, ...facts }: UpdatesRecord): object {
  return { record: type, ...facts };
}

/** The last line of a file. */
export function updatesSummaryJson(
  { updates, pending, terminated, validBytes, fileBytes, errors }: UpdatesFile,
  journal: PendingJournal | undefined,
): object {
  return {
    ...{ record: 'summary', updates, pending, terminated, validBytes, fileBytes, errors },
    ...(journal && { journal }),
  };
}
