import type { CliIo } from '../cli-io.ts';
import { findPendingJournal } from '../pending-journal.ts';
import type { PendingJournal } from '../pending-journal.ts';
import { colorsFor, columnsOf, cutTo } from '../text-style.ts';
import { TextWriter } from '../text-writer.ts';
import { readUpdatesFile } from '../updates-file.ts';
import type { UpdatesFile, UpdatesKind, UpdatesRecord } from '../updates-file.ts';
import { updatesRecordJson, updatesSummaryJson } from '../updates-json.ts';
import {
  damageText,
  journalText,
  UPDATES_HEADER,
  updatesRecordText,
  updatesSummaryText,
} from '../updates-text.ts';

export interface UpdatesOptions {
  /** Default: by each file's name. */
  readonly kind?: UpdatesKind;
  readonly json?: boolean;
}

/** Prints the records of a file of status updates, and what a recovery would make of it. */
export async function updatesShow(path: string, options: UpdatesOptions, io: CliIo): Promise<void> {
  const format = options.json === true ? jsonFormat : textFormat(io);
  const file = await readUpdatesFile(path, options.kind);
  const journal = await findPendingJournal(path);
  const out = new TextWriter(io.stdout);
  for (const line of format.header) await out.line(line);
  for (const record of file.records) await out.line(format.record(record));
  for (const line of format.summary(file, journal)) await out.line(line);
  await out.flush();
}

interface UpdatesFormat {
  readonly header: readonly string[];
  record(record: UpdatesRecord): string;
  summary(file: UpdatesFile, journal: PendingJournal | undefined): readonly string[];
}

const jsonFormat: UpdatesFormat = {
  header: [],
  record: (record) => JSON.stringify(updatesRecordJson(record)),
  summary: (file, journal) => [JSON.stringify(updatesSummaryJson(file, journal))],
};

function textFormat({ stdout, env }: CliIo): UpdatesFormat {
  const columns = columnsOf(stdout, env);
  const { bold, dim } = colorsFor(stdout, env);
  return {
    header: [dim(cutTo(UPDATES_HEADER, columns))],
    record: (record) => cutTo(updatesRecordText(record), columns),
    summary: (file, journal) => {
      const damage = damageText(file);
      return [
        bold(`summary: ${updatesSummaryText(file)}`),
        ...(damage === undefined ? [] : [damage]),
        ...(journal ? [`journal: ${journalText(journal)}`] : []),
      ];
    },
  };
}
