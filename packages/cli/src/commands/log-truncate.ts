import { toPosition } from '@quorate/log';
import type { CliIo } from '../cli-io.ts';
import { withClient } from '../group-client.ts';
import type { GroupFlags } from '../group-client.ts';

export interface LogTruncateOptions extends GroupFlags {
  /** The first position that stays. */
  readonly to: number;
  readonly json?: boolean;
}

/** Removes the beginning of the log of a running group. */
export async function logTruncate(options: LogTruncateOptions, io: CliIo): Promise<void> {
  await withClient(options, async (client) => {
    const { to } = options;
    const position = await client.truncate(toPosition(to));
    const line =
      options.json === true
        ? JSON.stringify({ position, to })
        : `the log begins at ${to} now; position ${position} says so`;
    await io.stdout.write(`${line}\n`);
  });
}
