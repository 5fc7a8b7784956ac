#!/usr/bin/env node
// Kills a program with SIGKILL at random moments while it replaces files, appends records, commits
// target checkpoints and keeps status updates, and starts it again in the same directory: whatever it
// acknowledged on its output must be there, each time, and of what it did not acknowledge at most the
// one step that was under way.
//
// Usage: scripts/ci/kill-checkpoint.mjs [--rounds 10] [--seed N]
//
// A round has a directory of its own and three kills, some of them while the program starts and
// recovers; a fourth life ends cleanly. The long version is --rounds 200. The seed decides all
// moments; how far the program got by then is up to the machine.

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { root } from '../lib/packages.mjs';
import { REPLACED_NAMES, replacedPath, stepOf } from './kill-checkpoint/content.mjs';
import { seededRandom } from '../lib/random.mjs';

const REGISTER = join(root, 'scripts', 'dev-register.cjs');
const CHILD = fileURLToPath(import.meta.resolve('./kill-checkpoint/child.mjs'));

const KILLS = 3;
/** Of these kills, the part that falls into a start: opening, recovering, or right behind. */
const EARLY_PART = 0.35;
/** A start takes about half as long. */
const START_MS_MAX = 120;
/** Acknowledgements before a kill, of all lines of work together. */
const DONE_MAX = 200;
/** Between the last of them and the kill, so that it falls anywhere within a step. */
const AFTER_MS_MAX = 8;
/** Of each line of work, before the clean end. */
const LAST_STEPS = 3;
/** Nothing here takes this long; a child that does hangs. */
const TIME_LIMIT_MS = 60_000;

const { values: options } = parseArgs({
  options: { rounds: { type: 'string', default: '10' }, seed: { type: 'string' } },
});
const rounds = Number(options.rounds);
const seed = Number(options.seed ?? Math.floor(Math.random() * 2 ** 31));
if (!Number.isInteger(rounds) || rounds < 1 || !Number.isInteger(seed)) {
  console.error('--rounds takes an integer from 1, --seed an integer');
  process.exit(2);
}

const random = seededRandom(seed);
const delay = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** One life of the program: what it has printed so far, and how it ended. */
class Life {
  /** By line of work: what it found, and the last steps that were acknowledged, or seen by others. */
  found = new Map();
  done = new Map();
  shown = new Map();
  met = new Map();
  acknowledged = 0;
  state = 'loading';

  #child;
  #errors = '';
  #onLine = () => undefined;

  constructor() {
    this.#child = spawn(process.execPath, ['-r', REGISTER, CHILD], {
      cwd: root,
      stdio: ['pipe', 'pipe', 'pipe'],
      timeout: TIME_LIMIT_MS,
      killSignal: 'SIGABRT',
    });
    this.#child.stdin.on('error', () => undefined); // `ended` tells
    this.#child.stderr.on('data', (data) => (this.#errors += data));
    const closed = new Promise((resolve) => this.#child.once('close', (...end) => resolve(end)));
    const lines = createInterface({ input: this.#child.stdout });
    const read = new Promise((resolve) => lines.once('close', resolve));
    lines.on('line', (line) => this.#read(line));
    this.ended = Promise.all([closed, read]).then(([[exitCode, signal]]) => {
      this.#onLine();
      if (exitCode === 0 || signal === 'SIGKILL') return;
      throw new Error(`the program ended with ${signal ?? exitCode}: ${this.#errors}`);
    });
    this.ended.catch(() => undefined); // whoever waits for it hears of it
  }

  begin(folder, steps = Infinity) {
    this.#child.stdin.write(`${steps} ${folder}\n`);
  }

  /** Resolves once the program has printed what `condition` waits for, or has ended. */
  async until(condition) {
    const reached = new Promise((resolve) => {
      this.#onLine = () => {
        if (condition()) resolve();
      };
      this.#onLine();
    });
    await Promise.race([reached, this.ended]);
  }

  async kill() {
    this.#child.kill('SIGKILL');
    await this.ended;
  }

  #read(line) {
    const [word, name, step] = line.split(' ');
    if (word === 'found') this.found.set(name, Number(step));
    else if (word === 'shown') this.shown.set(name, Math.max(this.shown.get(name) ?? 0, step));
    else if (word === 'met') {
      const what = line.split(' ').slice(2).join(' ');
      this.met.set(what, (this.met.get(what) ?? 0) + Number(name));
    } else if (word === 'done') {
      this.done.set(name, Number(step));
      this.acknowledged++;
    } else this.state = line;
    this.#onLine();
  }
}

/** What must be in a directory, by what its lives have printed. */
class Ledger {
  #folder;
  /** By line of work: the least and the most that the next life may find. */
  #bounds = new Map();
  /** How often something was found that was never acknowledged. */
  surplus = 0;

  constructor(folder) {
    this.#folder = folder;
  }

  /** Compares what a life found with what the ones before it have said, and takes down what it says. */
  enter(life, where) {
    for (const [name, step] of life.found) {
      const { least, most } = this.#boundsOf(name);
      if (step < least) throw new Error(`${where}: ${name} lost step ${least}, it has ${step}`);
      if (step > most) throw new Error(`${where}: ${name} has step ${step}, never begun`);
      if (step > least) this.surplus++;
    }
    for (const name of new Set([...life.found.keys(), ...life.shown.keys()])) {
      const before = this.#boundsOf(name).least;
      const [found, done, shown] = ['found', 'done', 'shown'].map((what) => life[what].get(name));
      const last = Math.max(before, found ?? 0, done ?? 0);
      // A life that has not said what it found has begun nothing new.
      const most = found === undefined ? this.#boundsOf(name).most : last + 1;
      this.#bounds.set(name, { least: Math.max(last, shown ?? 0), most });
    }
  }

  /** What anybody may read at any time, not only after a recovery. */
  lookAtFiles(where) {
    for (const name of REPLACED_NAMES) {
      const path = replacedPath(this.#folder, name);
      const step = existsSync(path) ? stepOf(name, readFileSync(path)) : 0;
      const { least, most } = this.#boundsOf(name);
      if (step < least || step > most) {
        throw new Error(`${where}: ${path} has step ${step}, expected ${least} to ${most}`);
      }
    }
  }

  #boundsOf(name) {
    return this.#bounds.get(name) ?? { least: 0, most: 1 };
  }
}

/** Started ahead of its time, so that loading it does not cost any. */
let nextLife = new Life();

function takeLife() {
  const life = nextLife;
  nextLife = new Life();
  return life;
}

async function playRound(folder) {
  const ledger = new Ledger(folder);
  const account = { early: 0, kills: 0, acknowledged: 0, met: new Map() };
  const enter = (life, where) => {
    ledger.enter(life, where);
    ledger.lookAtFiles(where);
    account.acknowledged += life.acknowledged;
    for (const [what, count] of life.met) {
      account.met.set(what, (account.met.get(what) ?? 0) + count);
    }
  };

  for (let kill = 1; kill <= KILLS; kill++) {
    const life = takeLife();
    life.begin(folder);
    if (random(1) < EARLY_PART) {
      await life.until(() => life.state !== 'loading' && life.state !== 'ready');
      await delay(random(START_MS_MAX));
    } else {
      const count = 1 + Math.floor(random(DONE_MAX));
      await life.until(() => life.acknowledged >= count);
      await delay(random(AFTER_MS_MAX));
    }
    if (life.state === 'starting') account.early++;
    await life.kill();
    account.kills++;
    enter(life, `life ${kill}`);
  }

  const last = takeLife();
  last.begin(folder, LAST_STEPS);
  await last.ended;
  if (last.state !== 'closed') throw new Error('the last life did not finish');
  enter(last, 'the last life');
  const orphans = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.tmp'));
  if (orphans.length > 0) throw new Error(`temporary files were left: ${orphans}`);
  return { ...account, surplus: ledger.surplus };
}

function printAccount(what, { kills, early, acknowledged, surplus, met }) {
  const left = [...met]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([name, count]) => `${count} ${name}`);
  console.log(
    `${what}: ${kills} kills, ${early} of them in a start; ${acknowledged} steps acknowledged and ` +
      `found, ${surplus} found that were not; met ${left.join(', ')}`,
  );
}

function add(total, account) {
  for (const key of ['kills', 'early', 'acknowledged', 'surplus']) total[key] += account[key];
  for (const [what, count] of account.met) total.met.set(what, (total.met.get(what) ?? 0) + count);
}

console.log(`seed ${seed}, ${rounds} rounds`);
const total = { kills: 0, early: 0, acknowledged: 0, surplus: 0, met: new Map() };
for (let round = 1; round <= rounds; round++) {
  const folder = mkdtempSync(join(tmpdir(), 'quorate-kill-'));
  try {
    const account = await playRound(folder);
    printAccount(`round ${round}`, account);
    add(total, account);
    rmSync(folder, { recursive: true });
  } catch (error) {
    console.error(`round ${round} failed, its directory is kept in ${folder}`);
    console.error(`try again: scripts/ci/kill-checkpoint.mjs --rounds ${rounds} --seed ${seed}`);
    await nextLife.kill();
    throw error;
  }
}
printAccount('all', total);
await nextLife.kill();
