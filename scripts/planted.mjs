#!/usr/bin/env node
// Plants bugs in copies of the sources, one at a time, and has the simulator look for each.
//
// Usage: scripts/planted.mjs [NAME...] [--seeds 2000] [--recovery mesos|safe] [--limit-s 600] [--json]
//
// A NAME is the beginning of a patch's in scripts/planted, such as 07. Every patch has to apply, and
// every bug to be found within that many seeds and seconds, by an invariant that its patch names: else
// the exit code is 1.

import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { huntBugs } from './planted/hunt.mjs';
import { plantedBugs } from './planted/patches.mjs';
import { tableOf } from './planted/table.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seeds: { type: 'string', default: '2000' },
    recovery: { type: 'string', default: 'mesos' },
    'limit-s': { type: 'string', default: '600' },
    json: { type: 'boolean', default: false },
  },
});
const { recovery, json } = options;
const seedsMax = Number(options.seeds);
const limitS = Number(options['limit-s']);
const all = plantedBugs();
const bugs = all.filter(
  ({ name }) => positionals.length === 0 || positionals.some((start) => name.startsWith(start)),
);
if (!(seedsMax >= 1) || !(limitS >= 1) || !['mesos', 'safe'].includes(recovery)) {
  console.error('--seeds and --limit-s take integers from 1, --recovery mesos or safe');
  process.exit(2);
}
if (bugs.length === 0) {
  console.error(`no planted bug is called ${positionals.join(', ')}`);
  process.exit(2);
}

const results = await huntBugs(bugs, {
  recovery,
  seedsMax,
  limitS,
  concurrency: Math.min(4, availableParallelism()),
  onResult: (result) => console.error(`${result.isFound ? 'found' : 'MISSED'} ${result.name}`),
});
console.log(json ? JSON.stringify(results, undefined, 2) : tableOf(results));
process.exitCode = results.every(({ isFound }) => isFound) ? 0 : 1;
