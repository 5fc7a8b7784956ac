import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { LogClient } from '@quorate/log/http';
import type { CliIo } from '../cli-io.ts';
import { withClient } from '../group-client.ts';
import type { GroupFlags } from '../group-client.ts';

export interface LogAppendOptions extends GroupFlags {
  readonly json?: boolean;
}

/**
 * Appends texts to the log of a running group, one after the other, and prints where each stands. Without
 * any: the lines of the standard input. Ends with the first that fails; its outcome is in the message.
 */
export async function logAppend(
  texts: readonly string[],
  options: LogAppendOptions,
  io: CliIo,
): Promise<void> {
  await withClient(options, async (client) => {
    for await (const text of texts.length > 0 ? texts : inputLines()) {
      const position = await append(client, text);
      const line = options.json === true ? JSON.stringify({ position }) : `${position}`;
      await io.stdout.write(`${line}\n`);
    }
  });
}

function append(client: LogClient, text: string): Promise<number> {
  return client.append(new TextEncoder().encode(text));
}

function inputLines(): AsyncIterable<string> {
  return createInterface({ input: createReadStream('', { fd: 0 }) });
}
