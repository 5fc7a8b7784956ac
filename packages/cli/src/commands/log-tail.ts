import { setTimeout as delay } from 'node:timers/promises';
import { LogError, toPosition } from '@quorate/log';
import type { LogClient, LogPage } from '@quorate/log/http';
import type { CliIo } from '../cli-io.ts';
import { withClient } from '../group-client.ts';
import type { GroupFlags } from '../group-client.ts';
import { Interruption } from '../interruption.ts';
import { printable } from '../text-style.ts';
import { TextWriter } from '../text-writer.ts';

/** How often a group is asked for more. */
const POLL_MS = 200;

export interface LogTailOptions extends GroupFlags {
  /** The first position to print. Default: the beginning of the log. */
  readonly from?: number;
  /** Whether to wait for more. */
  readonly follow: boolean;
  readonly json?: boolean;
}

/**
 * Prints the entries of the log of a running group, as far as the replica that answers has learned them, and
 * goes on with those that come, until it is interrupted.
 */
export async function logTail(options: LogTailOptions, io: CliIo): Promise<void> {
  using interruption = new Interruption();
  await withClient(options, async (client) => {
    let { from } = options;
    do {
      const page = await readPage(client, from, options, io);
      await print(page, options, io);
      from = page.next;
      if (page.entries.length > 0) continue;
      if (!options.follow) return;
      await delay(POLL_MS);
    } while (!interruption.isWanted);
  });
}

/** Whoever follows is not to end because what is behind was truncated, or all replicas are down for a while. */
async function readPage(
  client: LogClient,
  from: number | undefined,
  { follow }: LogTailOptions,
  io: CliIo,
): Promise<LogPage> {
  try {
    return await client.read(from === undefined ? undefined : toPosition(from));
  } catch (error) {
    if (!follow || !(error instanceof LogError)) throw error;
    await io.stderr.write(`${error.code}: ${error.message}\n`);
    if (error.code === 'READ_TRUNCATED') return client.read();
    return { begin: 0, end: 0, entries: [], next: from ?? 0 };
  }
}

async function print({ entries }: LogPage, { json }: LogTailOptions, io: CliIo): Promise<void> {
  const out = new TextWriter(io.stdout);
  for (const { position, data } of entries) {
    const text = (): string => printable(Buffer.from(data, 'base64').toString());
    await out.line(
      json === true ? JSON.stringify({ position, bytes: data }) : `${position} ${text()}`,
    );
  }
  await out.flush();
}
