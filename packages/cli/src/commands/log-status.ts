import { resolve } from 'node:path';
import type { ActionType } from '@quorate/messages';
import type { CliIo } from '../cli-io.ts';
import { withLogContents } from '../log-contents.ts';
import type { LogContents, ReplicaLife } from '../log-contents.ts';
import { statusName } from '../record-json.ts';
import { rangesText } from '../record-text.ts';
import { colorsFor, printable } from '../text-style.ts';

export interface LogStatusOptions {
  readonly path: string;
  readonly json?: boolean;
}

/** Prints what a replica that starts on a log's directory would be. */
export async function logStatus(options: LogStatusOptions, io: CliIo): Promise<void> {
  await withLogContents(options.path, async (contents) => {
    const counts = await countRecords(contents);
    const { status, promised, begin, end, missing, identity, memberOf } = contents.summary;
    if (options.json === true) {
      const summary = {
        status: statusName(status),
        promised,
        begin,
        end,
        missing,
        actions: counts,
        ...(identity && { identity }),
        ...(memberOf !== undefined && { memberOf }),
      };
      await io.stdout.write(`${JSON.stringify(summary)}\n`);
      return;
    }
    const { bold } = colorsFor(io.stdout, io.env);
    const actions = Object.entries(counts).map(([kind, count]) => `${count} ${kind}`);
    const rows = [
      ['path', resolve(options.path)],
      ['status', bold(statusName(status))],
      ['promised', `${promised}`],
      ['begin', `${begin}`],
      ['end', `${end}`],
      ['missing', rangesText(missing)],
      ['actions', actions.join(', ')],
      ...(identity ? identityRows(identity) : []),
      ...(memberOf === undefined ? [] : [['group', printable(memberOf)]]),
    ];
    await io.stdout.write(rows.map(([name, value]) => `${name?.padEnd(10)}${value}\n`).join(''));
  });
}

function identityRows(identity: ReplicaLife): string[][] {
  const { replicaId, incarnation, startCounter, known } = identity;
  const others = known.filter((each) => each.incarnation > 0);
  return [
    ['replica', printable(replicaId)],
    ['life', `${incarnation}, started ${startCounter} times`],
    ...others.map((each) => [
      'knows',
      `${printable(each.replicaId)} in life ${each.incarnation}, start ${each.startCounter ?? 0}`,
    ]),
  ];
}

type ActionCounts = { [kind in ActionType | 'promised']: number };

async function countRecords(contents: LogContents): Promise<ActionCounts> {
  const counts: ActionCounts = { append: 0, truncate: 0, nop: 0, promised: 0 };
  for await (const { action } of contents.records()) {
    if (action) counts[action.type ?? 'promised']++;
  }
  return counts;
}
