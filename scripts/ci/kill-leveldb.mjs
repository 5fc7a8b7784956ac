#!/usr/bin/env node
// Kills a program with SIGKILL while it writes random batches to LevelDB, some of them synced, and opens the
// directory again: what was acknowledged must be there, whole and in order, and of what was not the one batch
// at most that was under way. Then, in copies of the directory, cuts the write-ahead log off anywhere, as a
// loss of power does, and turns bits of it: what is found must be the first so many batches, or the directory
// is refused with a typed error; and no bit may cost more than the last batch.
//
// Usage: scripts/ci/kill-leveldb.mjs [--rounds 3] [--seed N]
//
// packages/simulator/test/simulated-disk.random.test.ts does the same to the model of LevelDB.

import { spawn } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { root } from '../lib/packages.mjs';
import { seededRandom } from '../lib/random.mjs';

const require = createRequire(import.meta.url);
require('../dev-register.cjs');
const { LogError } = require('@quorate/log');
const { levelEngine } = require('@quorate/log/leveldb');
const { DatabaseWorkload } = require('@quorate/log/testing');

const REGISTER = join(root, 'scripts', 'dev-register.cjs');
const CHILD = fileURLToPath(import.meta.resolve('./kill-leveldb/child.mjs'));
const KILLS = 3;
/** With less in its log a directory has nothing to lose: it lives once more. */
const LOG_SIZE_BYTES_MIN = 4_096;
/** Acknowledged batches before a kill. */
const DONE_MAX = 120;
/** Between the last of them and the kill, so that it falls anywhere within a write. */
const AFTER_MS_MAX = 4;
const CUTS = 25;
const FLIPS = 40;
/** Nothing here takes this long; a program that does hangs. */
const TIME_LIMIT_MS = 60_000;

const { values: options } = parseArgs({
  options: { rounds: { type: 'string', default: '3' }, seed: { type: 'string' } },
});
const rounds = Number(options.rounds);
const seed = Number(options.seed ?? Math.floor(Math.random() * 2 ** 31));
if (!Number.isInteger(rounds) || rounds < 1 || !Number.isInteger(seed) || seed < 0) {
  console.error('--rounds takes an integer from 1, --seed an integer from 0');
  process.exit(2);
}
const random = seededRandom(seed);
const integer = (max) => Math.floor(random(max));
const delay = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** One life of the program: killed after so many acknowledgements. Gives the last one, and what it found. */
async function killedLife(folder, workloadSeed) {
  const child = spawn(process.execPath, ['-r', REGISTER, CHILD, folder, String(workloadSeed)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: TIME_LIMIT_MS,
    killSignal: 'SIGABRT',
  });
  const count = 1 + integer(DONE_MAX);
  const life = { found: undefined, done: undefined };
  let acknowledged = 0;
  let errors = '';
  child.stderr.on('data', (data) => (errors += data));
  const closed = new Promise((resolve) => child.once('close', (_code, signal) => resolve(signal)));
  for await (const line of createInterface({ input: child.stdout })) {
    const [word, number] = line.split(' ');
    if (word === 'found') life.found = Number(number);
    else if (word === 'done') life.done = Number(number);
    // Lines may come after the kill was asked for.
    if (word !== 'done' || ++acknowledged !== count) continue;
    await delay(random(AFTER_MS_MAX));
    child.kill('SIGKILL');
  }
  const signal = await closed;
  if (signal !== 'SIGKILL') throw new Error(`the program ended with ${signal}: ${errors}`);
  return { found: life.found, done: life.done ?? life.found };
}

/** The last batch that a directory has, or the code of the error with which it is refused. */
async function lastOf(path, workload, bounds) {
  let database;
  try {
    database = await levelEngine.open(path, false);
  } catch (error) {
    if (error instanceof LogError) return error.code;
    throw error;
  }
  try {
    return await workload.check(database, bounds);
  } finally {
    await database.close();
  }
}

/** What comes of a copy of a directory whose newest write-ahead log is changed. */
async function lastOfChanged(path, workload, bounds, change) {
  const copy = `${path}-changed`;
  cpSync(path, copy, { recursive: true });
  const log = join(copy, newestLogOf(copy));
  writeFileSync(log, change(readFileSync(log)));
  const last = await lastOf(copy, workload, bounds);
  rmSync(copy, { recursive: true });
  return last;
}

function logSizeBytes(path) {
  return statSync(join(path, newestLogOf(path))).size;
}

function newestLogOf(path) {
  const logs = readdirSync(path).filter((name) => name.endsWith('.log'));
  const newest = logs.toSorted().at(-1);
  if (newest === undefined) throw new Error(`${path} has no write-ahead log`);
  return newest;
}

async function playRound(folder) {
  const workloadSeed = integer(2 ** 31);
  const workload = new DatabaseWorkload(workloadSeed);
  const path = join(folder, 'log');
  const account = { acknowledged: 0, surplus: 0, cut: 0, refused: 0, lost: 0 };
  let least = 0;
  let most = 0;
  for (let kill = 1; kill <= KILLS || logSizeBytes(path) < LOG_SIZE_BYTES_MIN; kill++) {
    const { found, done } = await killedLife(path, workloadSeed);
    if (found < least || found > most) {
      throw new Error(`life ${kill} found batch ${found}, not ${least} to ${most}`);
    }
    account.surplus += found - least;
    account.acknowledged += done - found;
    least = done;
    most = done + 1;
  }
  // LevelDB moves what a log holds to tables when it opens: look at a copy.
  cpSync(path, `${path}-copy`, { recursive: true });
  const all = await lastOf(`${path}-copy`, workload, { least, most });
  if (typeof all !== 'number') throw new Error(`a kill left a directory that is refused: ${all}`);
  account.surplus += all - least;

  for (let cut = 0; cut < CUTS; cut++) {
    const bounds = { least: 0, most: all };
    const last = await lastOfChanged(path, workload, bounds, (log) =>
      log.subarray(0, integer(log.length + 1)),
    );
    if (typeof last !== 'number') throw new Error(`a log that was cut off is refused: ${last}`);
    if (last < all) account.cut++;
  }
  for (let flip = 0; flip < FLIPS; flip++) {
    const bounds = { least: all - 1, most: all };
    const last = await lastOfChanged(path, workload, bounds, (log) => {
      if (log.length > 0) log[integer(log.length)] ^= 1 << integer(8);
      return log;
    });
    if (last === 'LOG_CORRUPT') account.refused++;
    else if (typeof last !== 'number') throw new Error(`a bit was turned: ${last}`);
    else if (last < all) account.lost++;
  }
  return account;
}

function print(what, { acknowledged, surplus, cut, refused, lost }) {
  console.log(
    `${what}: ${acknowledged} batches acknowledged and found, ${surplus} found that were not; of logs ` +
      `cut off ${cut} had lost some; of logs with a turned bit ${refused} were refused, ${lost} had lost the last`,
  );
}

console.log(`seed ${seed}, ${rounds} rounds`);
const total = { acknowledged: 0, surplus: 0, cut: 0, refused: 0, lost: 0 };
for (let round = 1; round <= rounds; round++) {
  const folder = mkdtempSync(join(tmpdir(), 'quorate-leveldb-'));
  try {
    const account = await playRound(folder);
    print(`round ${round}`, account);
    for (const key of Object.keys(total)) total[key] += account[key];
    rmSync(folder, { recursive: true });
  } catch (error) {
    console.error(`round ${round} failed, its directory is kept in ${folder}`);
    console.error(`try again: scripts/ci/kill-leveldb.mjs --rounds ${rounds} --seed ${seed}`);
    throw error;
  }
}
print('all', total);
if (total.cut === 0 || total.refused === 0) {
  console.error('no log was cut within its batches, or none was refused: nothing was shown');
  process.exitCode = 1;
}
