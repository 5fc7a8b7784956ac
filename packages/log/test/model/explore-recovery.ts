// Explores everything that a small group can do while replicas lose their disks: two coordinators at one
// position, messages in any order, late or lost. The steps are those of production.
//
// Usage: npm run model -- [--recovery safe|mesos] [--replicas 3] [--wipes 1] [--together 1] [--elections 1] [--rejoins 1]
//   [--states-max 100000000] [--json]
//
// Exit code: 0 nothing is violated within the bound, 1 two values are chosen for one position, 2 usage,
// 3 more states than may be visited.

import { parseArgs } from 'node:util';
import { explore } from './explore.ts';
import { Group } from './group.ts';
import type { ModelBound } from './model-bound.ts';
import { commonFingerprint, relabellings } from './relabelling.ts';

const { values } = parseArgs({
  options: {
    recovery: { type: 'string', default: 'safe' },
    replicas: { type: 'string', default: '3' },
    wipes: { type: 'string', default: '1' },
    together: { type: 'string' },
    elections: { type: 'string', default: '1' },
    rejoins: { type: 'string', default: '1' },
    'states-max': { type: 'string', default: '100000000' },
    json: { type: 'boolean', default: false },
  },
});

function integer(name: string, text: string, min: number): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= min) return value;
  console.error(`--${name} takes an integer from ${min}, got ${text}`);
  process.exit(2);
}

const { recovery } = values;
if (recovery !== 'safe' && recovery !== 'mesos') {
  console.error(`--recovery takes safe or mesos, got ${recovery}`);
  process.exit(2);
}
const size = integer('replicas', values.replicas, 2);
const quorum = Math.floor(size / 2) + 1;
const bound: ModelBound = {
  recovery,
  size,
  quorum,
  togetherMax: integer('together', values.together ?? `${size - quorum}`, 1),
  wipes: integer('wipes', values.wipes, 0),
  elections: integer('elections', values.elections, 1),
  rejoinRetries: integer('rejoins', values.rejoins, 0),
};
const names = relabellings(size);
const startMs = performance.now();
const { states, steps, isExhausted, violation } = explore(Group.initial(bound), {
  keyOf: (group) => commonFingerprint(names, (each) => group.fingerprint(each)),
  statesMax: integer('states-max', values['states-max'], 1),
  onProgress: (seen) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${seen} states`);
  },
});
const seconds = (performance.now() - startMs) / 1000;
if (values.json) {
  console.log(JSON.stringify({ ...bound, states, steps, isExhausted, seconds, violation }));
} else {
  const outcome = violation?.text ?? (isExhausted ? 'nothing is violated' : 'not all were visited');
  console.log(`${JSON.stringify(bound)}`);
  console.log(`${states} states, ${steps} steps, ${seconds.toFixed(1)} s: ${outcome}`);
  for (const step of violation?.trace ?? []) console.log(`  ${step}`);
}
process.exitCode = violation ? 1 : isExhausted ? 0 : 3;
