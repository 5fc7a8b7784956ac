#!/usr/bin/env node
// Kills the demo's process with SIGKILL at random moments and starts it again on the same
// directories: whatever it acknowledged on its output must be in the registry, each time.
//
// Usage: scripts/ci/kill-demo.mjs [--rounds 5] [--seed N]
//
// A round has directories of its own and three kills: one while the replicas start, initialise or
// elect, and two while agents are admitted. The seed decides all moments; how far the process got by
// then is up to the machine.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { root } from '../lib/packages.mjs';
import { seededRandom } from '../lib/random.mjs';

const REGISTER = join(root, 'scripts', 'dev-register.cjs');
const DEMO = join(root, 'examples', 'demo.ts');
const QUORATE = join(root, 'packages', 'cli', 'bin', 'quorate.cjs');
const LEADERS = ['node-1', 'node-2', 'node-3'];

/** From opening the directories to the first admissions it takes about as long. */
const START_MS_MAX = 800;
/** Acknowledgements before a kill. */
const ACKNOWLEDGED_MAX = 40;
/** Between the last of them and the kill, so that it falls anywhere within an admission. */
const AFTER_MS_MAX = 15;
/** Nothing here takes this long; a child that does hangs. */
const TIME_LIMIT_MS = 60_000;

const { values: options } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, seed: { type: 'string' } },
});
const rounds = Number(options.rounds);
const seed = Number(options.seed ?? Math.floor(Math.random() * 2 ** 31));
if (!Number.isInteger(rounds) || rounds < 1 || !Number.isInteger(seed)) {
  console.error('--rounds takes an integer from 1, --seed an integer');
  process.exit(2);
}

const random = seededRandom(seed);
const delay = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** One run of the demo in a folder: what it has printed so far, and how it ended. */
class Run {
  found = [];
  acknowledged = [];
  statuses = new Map();
  isStarting = false;
  isLeading = false;
  isDone = false;

  #child;
  #errors = '';
  #onLine = () => undefined;

  constructor(folder, leader, count) {
    const argv = ['-r', REGISTER, DEMO, '--acknowledge', '--dir', folder, '--leader', leader];
    this.#child = spawn(process.execPath, [...argv, '--count', `${count}`], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: TIME_LIMIT_MS,
      killSignal: 'SIGABRT',
    });
    this.#child.stderr.on('data', (data) => (this.#errors += data));
    const closed = new Promise((resolve) => this.#child.once('close', (...end) => resolve(end)));
    const lines = createInterface({ input: this.#child.stdout });
    const read = new Promise((resolve) => lines.once('close', resolve));
    lines.on('line', (line) => this.#read(line));
    this.ended = Promise.all([closed, read]).then(([[exitCode, signal]]) => {
      this.#onLine();
      if (exitCode === 0 || signal === 'SIGKILL') return;
      throw new Error(`the demo ended with ${signal ?? exitCode}: ${this.#errors}`);
    });
  }

  /** Resolves once the run has printed what `condition` waits for, or has ended. */
  async until(condition) {
    const reached = new Promise((resolve) => {
      this.#onLine = () => {
        if (condition()) resolve();
      };
    });
    await Promise.race([reached, this.ended]);
  }

  /** How far it got. */
  get progress() {
    if (this.isLeading) return `after ${this.acknowledged.length} admissions`;
    const statuses = [...this.statuses.values()].toSorted();
    return statuses.length === 0 ? 'before any change' : `at ${statuses.join(', ')}`;
  }

  async kill() {
    this.#child.kill('SIGKILL');
    await this.ended;
  }

  #read(line) {
    const [word, id, status] = line.split(' ');
    if (word === 'starting') this.isStarting = true;
    else if (word === 'status') this.statuses.set(id, status);
    else if (word === 'found') this.found.push(id);
    else if (word === 'acknowledged') this.acknowledged.push(id);
    else if (word === 'leading') this.isLeading = true;
    else if (word === 'done') this.isDone = true;
    else throw new Error(`unexpected line: ${line}`);
    this.#onLine();
  }
}

/** What a leader has read must hold everything that was ever acknowledged. */
function checkNothingLost(found, acknowledged, where) {
  const ids = new Set(found);
  const lost = [...acknowledged].filter((id) => !ids.has(id));
  if (lost.length > 0) throw new Error(`${where}: acknowledged, but lost: ${lost.join(', ')}`);
}

async function playRound(folder) {
  const acknowledged = new Set();
  const account = { early: '', kills: 0, acknowledged: 0, found: 0 };
  const finish = (run, where) => {
    if (run.isLeading) checkNothingLost(run.found, acknowledged, where);
    for (const id of run.acknowledged) acknowledged.add(id);
    account.kills++;
  };

  const early = start(folder);
  await early.until(() => early.isStarting);
  await delay(random(START_MS_MAX));
  await early.kill();
  account.early = early.progress;
  finish(early, 'after the first kill');

  for (let kill = 1; kill <= 2; kill++) {
    const run = start(folder);
    const count = 1 + Math.floor(random(ACKNOWLEDGED_MAX));
    await run.until(() => run.acknowledged.length >= count);
    await delay(random(AFTER_MS_MAX));
    await run.kill();
    if (run.acknowledged.length === 0) throw new Error('killed before any acknowledgement');
    finish(run, `at the start after kill ${kill}`);
  }

  const leader = pickLeader();
  const last = new Run(folder, leader, 0);
  await last.ended;
  if (!last.isDone) throw new Error('the last run did not finish');
  checkNothingLost(last.found, acknowledged, 'at the end');
  checkNothingLost(await showRegistry(join(folder, leader)), acknowledged, 'quorate registry show');
  return { ...account, acknowledged: acknowledged.size, found: last.found.length };
}

function start(folder) {
  return new Run(folder, pickLeader(), 1_000_000);
}

function pickLeader() {
  return LEADERS[Math.floor(random(LEADERS.length))];
}

/** The ids of the agents in a directory, as the command line reads it. */
async function showRegistry(path) {
  const child = spawn(process.execPath, [QUORATE, 'registry', 'show', '--json', '--path', path], {
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: TIME_LIMIT_MS,
  });
  let text = '';
  let errors = '';
  child.stdout.on('data', (data) => (text += data));
  child.stderr.on('data', (data) => (errors += data));
  const exitCode = await new Promise((resolve) => child.once('close', resolve));
  if (exitCode !== 0) throw new Error(`quorate registry show ended with ${exitCode}: ${errors}`);
  return (JSON.parse(text).slaves?.slaves ?? []).map(({ info }) => info.id.value);
}

console.log(`seed ${seed}, ${rounds} rounds`);
for (let round = 1; round <= rounds; round++) {
  const folder = mkdtempSync(join(tmpdir(), 'quorate-kill-'));
  try {
    const { early, kills, acknowledged, found } = await playRound(folder);
    console.log(
      `round ${round}: ${kills} kills (the first ${early}), ` +
        `${acknowledged} agents acknowledged, ${found} found`,
    );
    rmSync(folder, { recursive: true });
  } catch (error) {
    console.error(`round ${round} failed, its directories are kept in ${folder}`);
    console.error(`try again: scripts/ci/kill-demo.mjs --rounds ${rounds} --seed ${seed}`);
    throw error;
  }
}
