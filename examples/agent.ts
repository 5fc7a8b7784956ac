// An agent, as a process of its own, applies operations to its resources and volumes, and tells a
// master of each; it is killed at random moments and started again on the same directory. In the end
// both agree, every update was delivered in order, and no volume was lost or came back. Usage:
//
//   npx ts-node examples/agent.ts [--kills 5] [--seed N] [--durability journal|per-stream] [--dir DIR]
//
// With --dir the agent's work directory is kept; it has to be empty.

import { mkdir, readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { systemRandom } from '@quorate/process';
import { isDurability } from './agent/durability.ts';
import type { Durability } from './agent/durability.ts';
import { tellStory } from './agent/story.ts';
import { withTemporaryFolder } from './support/temporary-folder.ts';

const KILLS_MAX = 100_000;

interface Options {
  readonly kills: number;
  readonly seed: number;
  readonly durability: Durability;
  readonly dir: string | undefined;
}

process.exitCode = 1; // until we know better, also if nothing is left to wait for
void main().then((exitCode) => {
  process.exitCode = exitCode;
});

async function main(): Promise<number> {
  let options: Options;
  try {
    options = readOptions();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 2;
  }
  const { seed, kills, durability, dir } = options;
  console.log(`seed ${seed}, ${kills} kills, durability ${durability}`);
  try {
    if (dir === undefined) await withTemporaryFolder((folder) => play(folder, options));
    else await play(await emptyFolder(dir), options);
    return 0;
  } catch (error) {
    console.error(error);
    console.error(`FAILED; try again: --kills ${kills} --seed ${seed} --durability ${durability}`);
    return 1;
  }
}

async function play(folder: string, { kills, seed, durability }: Options): Promise<void> {
  const startedAtMs = performance.now();
  const say = (text: string): void => console.log(text);
  const end = await tellStory({ folder, kills, seed, durability, say });
  const seconds = ((performance.now() - startedAtMs) / 1000).toFixed(1);
  console.log(
    `${end.kills} kills, ${end.operations} operations: ${end.finished} finished, ${end.dropped} lost ` +
      `with the agent; ${end.updates} updates delivered in order, ${end.duplicates} of them came ` +
      `again, ${end.losses} messages lost on purpose`,
  );
  console.log(
    `master and agent agree on their resources, with ${end.volumes} volumes, each with what was ` +
      `put into it; ${seconds} s`,
  );
}

function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '5' },
      seed: { type: 'string', default: `${systemRandom.intBelow(2 ** 31)}` },
      durability: { type: 'string', default: 'journal' },
      dir: { type: 'string' },
    },
  });
  const { durability, dir } = values;
  if (!isDurability(durability)) {
    throw new Error(`--durability takes journal or per-stream, got ${durability}`);
  }
  if (dir === '') throw new Error('--dir takes a directory');
  const kills = readInteger('kills', values.kills, KILLS_MAX);
  const seed = readInteger('seed', values.seed, Number.MAX_SAFE_INTEGER);
  return { kills, seed, durability, dir };
}

function readInteger(name: string, text: string, max: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= max) return value;
  throw new Error(`--${name} takes an integer from 0 to ${max}, got ${text}`);
}

async function emptyFolder(dir: string): Promise<string> {
  await mkdir(dir, { recursive: true });
  const found = await readdir(dir);
  if (found.length > 0) throw new Error(`${dir} is not empty; the master would not know its agent`);
  return resolve(dir);
}
