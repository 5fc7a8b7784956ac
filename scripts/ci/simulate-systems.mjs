#!/usr/bin/env node
// Runs seeds of each system that the simulator knows but the log, which has a script of its own, in two
// processes, some of them twice. Red unless everything held in every run, both runs of a seed gave the same
// fingerprint, and what is to go wrong, and to come of it, came about.
//
// Usage: scripts/ci/simulate-systems.mjs [--factor 1]    so many times as many seeds

import { parseArgs } from 'node:util';
import { bundleCommand, simulate } from '../lib/simulate.mjs';

const { values } = parseArgs({ options: { factor: { type: 'string', default: '1' } } });
const factor = Number(values.factor);

/** Seeds of each profile, how long each is, and what has to come about in all of them together. */
const SYSTEMS = [
  {
    system: 'registrar',
    profiles: ['swarm', 'storage', 'recovery'],
    seeds: 8,
    duration: '20s',
    answers: [
      ...['store: succeeded', 'store: unknown', 'recovery: succeeded', 'failed: REGISTRAR_ABORTED'],
      ...['failed: REGISTRAR_STORE_FAILED', 'failed: REGISTRAR_STORE_TIMEOUT'],
      ...['reregister: refused', 'fault: new-leader', 'fault: wipe-at-write'],
    ],
  },
  {
    system: 'updates',
    profiles: ['calm', 'swarm', 'storage'],
    seeds: 14,
    duration: '15s',
    answers: [
      ...['recovery: succeeded', 'retry', 'acknowledgement: ACKNOWLEDGEMENT_DUPLICATE'],
      ...['acknowledgement: STREAM_UNKNOWN', 'fault: crash-at-write power-loss'],
      ...['fault: crash-at-write kill', 'fault: disk sync-failure', 'fault: disk disk-full'],
      ...['pause', 'disk: bit-rot', 'program ended: JOURNAL_CORRUPT'],
    ],
  },
  {
    system: 'checkpoint',
    profiles: ['swarm', 'storage'],
    seeds: 24,
    duration: '10s',
    answers: [
      ...['program ended: CHECKPOINT_FAILED', 'disk: sync-failure', 'disk: disk-full'],
      ...['fault: crash-at-write power-loss', 'fault: crash-at-write kill'],
      ...['disk: bit-rot', 'program ended: CHECKPOINT_CORRUPT'],
    ],
  },
  {
    system: 'runtime',
    profiles: ['calm', 'swarm'],
    seeds: 12,
    duration: '3s',
    answers: [
      ...['call: answered', 'call: abandoned', 'call: MAILBOX_FULL'],
      ...['fault: break', 'fault: crash kill', 'fault: crash power-loss', 'fault: pause'],
    ],
  },
];

const program = await bundleCommand();
const problems = [];
for (const { system, profiles, seeds, duration, answers } of SYSTEMS) {
  const beganMs = performance.now();
  const ask = (profile, count) =>
    simulate(program, [
      ...['--system', system, '--profile', profile],
      ...['--seeds', `1..${count}`, '--duration', duration],
    ]);
  const all = () => inTurn(profiles, (profile) => ask(profile, seeds * factor));
  const some = () => inTurn(profiles, (profile) => ask(profile, Math.ceil(seeds / 2)));
  const [first, again] = await Promise.all([all(), some()]);
  const tallies = {};
  first.forEach(({ runs, summary }, index) => {
    for (const { seed, profile, violation } of runs) {
      if (violation) problems.push(`${system} ${profile} ${seed}: ${JSON.stringify(violation)}`);
    }
    again[index].runs.forEach(({ seed, hash }, at) => {
      if (hash === runs[at].hash) return;
      problems.push(`${system} ${profiles[index]} ${seed} is another run the second time`);
    });
    for (const [name, hits] of Object.entries(summary.tallies))
      tallies[name] = (tallies[name] ?? 0) + hits;
  });
  for (const name of answers) {
    if (!tallies[name]) problems.push(`${system}: "${name}" never came about`);
  }
  const runs = first.reduce((sum, { summary }) => sum + summary.runs, 0);
  const acknowledged = first.reduce((sum, { summary }) => sum + summary.acknowledged, 0);
  const seconds = ((performance.now() - beganMs) / 1000).toFixed(0);
  console.log(`${system}: ${runs} runs of ${duration}, ${acknowledged} operations, ${seconds} s`);
  console.log(JSON.stringify(tallies));
}
for (const problem of problems) console.log(`FAIL ${problem}`);
process.exitCode = problems.length > 0 ? 1 : 0;

async function inTurn(items, work) {
  const results = [];
  for (const item of items) results.push(await work(item));
  return results;
}
