// Three replicas, a registrar on top, a leader that fails, a disk that is lost, and a registry that
// survives it all. Usage:
//
//   npm run demo                      in a temporary folder
//   npm run demo -- --dir FOLDER      in a folder that is kept, and continued the next time
//   npm run demo -- --verbose         with the log of every node on stderr, as JSON lines
//
// `--acknowledge` is for scripts/ci/kill-demo.mjs, which kills this process.

import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { silentLogger } from '@quorate/process';
import type { Logger } from '@quorate/process';
import { pino } from 'pino';
import { admitAndAcknowledge } from './demo/acknowledge.ts';
import { directoryOf, NODE_NAMES } from './demo/demo-node.ts';
import { tellStory } from './demo/story.ts';

/** The demo takes a few seconds; whatever takes this long hangs. */
const TIME_LIMIT_MS = 60_000;

const { values: options } = parseArgs({
  options: {
    dir: { type: 'string' },
    verbose: { type: 'boolean', default: false },
    acknowledge: { type: 'boolean', default: false },
    leader: { type: 'string', default: 'node-1' },
    count: { type: 'string', default: '1000000' },
  },
});

process.exitCode = 1; // until we know better, also if nothing is left to wait for
void main().then(
  (isSuccess) => {
    // Timers of the nodes that were halted are still set: nobody has cancelled them.
    process.exit(isSuccess ? 0 : 1);
  },
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);

async function main(): Promise<boolean> {
  if (options.acknowledge) return acknowledge();
  const timer = setTimeout(() => {
    console.error(`not finished after ${TIME_LIMIT_MS / 1000} s`);
    process.exit(1);
  }, TIME_LIMIT_MS);
  const folder = options.dir ?? (await mkdtemp(join(tmpdir(), 'quorate-demo-')));
  await mkdir(folder, { recursive: true });
  const isSuccess = await tellStory(folder, logger());
  clearTimeout(timer);
  sayWhatNext(folder);
  return isSuccess;
}

function logger(): Logger {
  return options.verbose ? pino({ level: 'debug' }, pino.destination(2)) : silentLogger;
}

async function acknowledge(): Promise<boolean> {
  const leader = NODE_NAMES.find((name) => name === options.leader);
  if (options.dir === undefined || !leader) {
    console.error(`--acknowledge needs --dir, and --leader one of ${NODE_NAMES.join(', ')}`);
    return false;
  }
  await admitAndAcknowledge({ folder: options.dir, leader, count: Number(options.count) });
  return true;
}

function sayWhatNext(folder: string): void {
  const path = quoted(directoryOf(folder, 'node-1'));
  console.log('\nLook for yourself:');
  console.log(`  npx quorate log read --path ${path}`);
  console.log(`  npx quorate registry show --path ${path}`);
  console.log('\nGo on from here:');
  console.log(`  npm run demo -- --dir ${quoted(folder)}`);
  if (options.dir === undefined) console.log(`\n${folder} is kept; delete it when you are done.`);
}

/** For a shell. */
function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}
