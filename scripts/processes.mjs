#!/usr/bin/env node
// Three replicas as processes of their own, a load of appends, and everything that can be done to processes
// from outside: kill -9, SIGSTOP, connections reset and cut by a proxy, restarts, directories wiped, writers
// that change. In the end every append that was acknowledged has to be in every log, in order and once: asked
// of each replica by a reader, and looked up in each directory when the replicas have stopped.
//
// Usage: npm run test:processes -- [--duration 60s] [--seed N] [--keep]
//
// The seed decides what is done to whom and how long after what; how far the replicas are by then is up to
// the machine.

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { bundleCli, bundleLibrary } from './lib/bundle-cli.mjs';
import { seededRandom } from './lib/random.mjs';
import { disagreements, orderProblems, problemsOf } from './processes/checks.mjs';
import { Faults } from './processes/faults.mjs';
import { Load } from './processes/load.mjs';
import { Proxy } from './processes/proxy.mjs';
import { freePorts, Replica } from './processes/replica.mjs';

const { values } = parseArgs({
  options: {
    duration: { type: 'string', default: '60s' },
    seed: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
});
const [, amount, unit] = /^(\d+)([smh])$/.exec(values.duration) ?? [];
const durationMs = Number(amount) * { s: 1_000, m: 60_000, h: 3_600_000 }[unit ?? 's'];
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
if (!(durationMs > 0) || !Number.isSafeInteger(seed)) {
  console.error('--duration takes a time such as 60s or 30m, --seed an integer');
  process.exit(2);
}

const WORKERS = 4;
const POLL_MS = 100;
const PROBLEMS_SHOWN = 20;
/** Nothing takes this long, on any machine: whatever is waited for then never comes. */
const PATIENCE_MS = 600_000;
const OUTPUT_BYTES_MAX = 2 ** 30;

const random = seededRandom(seed);
const program = await bundleCli();
const { LogClient } = createRequire(import.meta.url)(await bundleLibrary('@quorate/log/http'));
const folder = mkdtempSync(join(tmpdir(), 'quorate-processes-'));
const began = performance.now();
console.log(`seed ${seed}, ${values.duration}`);

const replicas = await makeReplicas();
let problems;
try {
  problems = await play();
} catch (error) {
  problems = [error.message];
} finally {
  for (const replica of replicas) {
    replica.resume();
    await replica.kill();
    replica.peers.close();
    replica.clients.close();
  }
  for (const file of [program, program.replace('quorate-', 'library-')]) rmSync(file);
}
for (const problem of problems.slice(0, PROBLEMS_SHOWN)) console.log(`FAIL ${problem}`);
if (problems.length > 0) {
  console.log(`${problems.length} problems; the directories are kept in ${folder}`);
  console.log(`try again: npm run test:processes -- --duration ${values.duration} --seed ${seed}`);
  process.exitCode = 1;
} else if (!values.keep) rmSync(folder, { recursive: true });
// Clients that were replaced may still wait for replicas that are gone.
process.exit();

async function makeReplicas() {
  const ports = await freePorts(3);
  return Promise.all(
    ports.map(async (port, index) => {
      const peers = await new Proxy(port).listen();
      const clients = await new Proxy(port).listen();
      const name = `replica-${index + 1}`;
      return new Replica({ name, program, path: join(folder, name), port, peers, clients });
    }),
  );
}

async function play() {
  for (const replica of replicas) replica.start(replicas);
  await allVote();
  const load = new Load({ LogClient, replicas, random: seededRandom(seed + 1), durationMs });
  const faults = new Faults({ replicas, load, random, allVote });
  const loading = load.run(WORKERS);
  await Promise.race([faults.run(durationMs), loading]);
  load.end();
  await loading;
  await allVote();
  const finals = await finalAppends();
  const appends = [...load.appends, ...finals];
  const readers = await Promise.all(replicas.map((replica) => readAll(replica, finals)));
  for (const replica of replicas) await replica.stop();
  const directories = await Promise.all(replicas.map((replica) => directoryOf(replica)));
  report(load, faults, readers);
  if (load.acknowledged.length === 0) return ['nothing was acknowledged'];
  const logs = [
    ...replicas.map(({ name }, index) => [`the reader of ${name}`, readers[index]]),
    ...replicas.map(({ name }, index) => [`the directory of ${name}`, directories[index]]),
  ];
  return [
    ...replicas.flatMap(({ problem }) => problem ?? []),
    ...orderProblems(appends),
    ...disagreements(logs),
    ...logs.flatMap(([where, at]) => problemsOf(where, at, appends)),
  ];
}

function report(load, faults, readers) {
  const of = (outcome) => load.appends.filter((append) => append.outcome === outcome).length;
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  const kinds = Object.entries(faults.counts).map(([kind, count]) => `${count} ${kind}`);
  console.log(
    `${seconds} s: ${of('acknowledged')} appends acknowledged, ${of('unknown')} unknown, ` +
      `${of('refused')} refused; ${readers[0].size} entries in the log; ${kinds.join(', ')}`,
  );
}

/** Asked directly: proxies may be cut. */
async function allVote() {
  const client = new LogClient({
    replicas: replicas.map(({ direct }) => direct),
    timeoutMs: 5_000,
  });
  await eventually('all replicas vote', async () => {
    const problem = replicas.find((replica) => replica.problem)?.problem;
    if (problem) throw new Error(problem);
    const members = await client.status();
    return members.every(({ status }) => status?.votes === true);
  });
  client.close();
}

/**
 * One by each replica: its election has it learn whatever it missed. Writes of the load that were given up
 * may still be under way, and drive it out.
 */
async function finalAppends() {
  const appends = [];
  for (const { name, direct } of replicas) {
    const client = new LogClient({ replicas: [direct], timeoutMs: PATIENCE_MS });
    await eventually(`${name} writes`, async () => {
      const text = `final-${name}-${appends.length}`;
      const append = { text, invoked: Infinity, returned: Infinity };
      appends.push(append);
      try {
        append.position = await client.append(Buffer.from(text));
        append.outcome = 'acknowledged';
      } catch ({ outcome }) {
        append.outcome = outcome === 'definite' ? 'refused' : 'unknown';
      }
      return append.outcome === 'acknowledged';
    });
    client.close();
  }
  return appends;
}

/** @returns {Promise<Map<number, string>>} the text at each position that the replica has learned */
async function readAll({ name, direct }, finals) {
  const client = new LogClient({ replicas: [direct], timeoutMs: PATIENCE_MS });
  const at = new Map();
  const last = Math.max(...finals.map(({ position = 0 }) => position));
  let next = 0;
  await eventually(`${name} has learned up to ${last}`, async () => {
    const page = await client.read(next);
    for (const { position, data } of page.entries) at.set(position, textOf(data));
    ({ next } = page);
    return next > last;
  });
  client.close();
  return at;
}

/** @returns {Promise<Map<number, string>>} the text of each entry on disk, learned or not */
async function directoryOf({ path }) {
  const argv = [program, 'log', 'read', '--json', '--path', path];
  const { stdout } = await promisify(execFile)(process.execPath, argv, {
    maxBuffer: OUTPUT_BYTES_MAX,
  });
  const records = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const entries = records.filter(({ type }) => type === 'append');
  return new Map(entries.map(({ position, bytes }) => [position, textOf(bytes)]));
}

function textOf(base64) {
  return Buffer.from(base64, 'base64').toString();
}

async function eventually(what, condition) {
  const end = performance.now() + PATIENCE_MS;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`in vain waited for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
