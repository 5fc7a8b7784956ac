import type { LogRecord } from '@quorate/messages';
import type { CliIo } from '../cli-io.ts';
import { withLogContents } from '../log-contents.ts';
import type { LogSummary } from '../log-contents.ts';
import { recordJson, summaryJson } from '../record-json.ts';
import { RECORD_HEADER, recordText, summaryText } from '../record-text.ts';
import { colorsFor, columnsOf, cutTo } from '../text-style.ts';
import { TextWriter } from '../text-writer.ts';

export interface LogReadOptions {
  readonly path: string;
  /** The first and the last position shown, both included. Default: all there are. */
  readonly from?: number;
  readonly to?: number;
  readonly json?: boolean;
}

/** Prints the records of a log's directory. */
export async function logRead(options: LogReadOptions, io: CliIo): Promise<void> {
  const { from = 0, to = Infinity } = options;
  const format = options.json === true ? jsonFormat : textFormat(io);
  await withLogContents(options.path, async (contents) => {
    const out = new TextWriter(io.stdout);
    for (const line of format.header) await out.line(line);
    for await (const record of contents.records()) {
      const position = record.action?.position;
      if (position !== undefined && position > to) break;
      if (position === undefined || position >= from) await out.line(format.record(record));
    }
    await out.line(format.summary(contents.summary));
    await out.flush();
  });
}

interface RecordFormat {
  readonly header: readonly string[];
  record(record: LogRecord): string;
  summary(summary: LogSummary): string;
}

const jsonFormat: RecordFormat = {
  header: [],
  record: (record) => JSON.stringify(recordJson(record)),
  summary: (summary) => JSON.stringify(summaryJson(summary)),
};

function textFormat({ stdout, env }: CliIo): RecordFormat {
  const columns = columnsOf(stdout, env);
  const colors = colorsFor(stdout, env);
  return {
    header: [colors.dim(cutTo(RECORD_HEADER, columns))],
    record: (record) => cutTo(recordText(record), columns),
    summary: (summary) => colors.bold(`summary: ${summaryText(summary)}`),
  };
}
