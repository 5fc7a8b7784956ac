#!/usr/bin/env node
// Every planted bug has to apply and build, and the simulator to find those that it finds soon; the
// whole hunt is scripts/planted.mjs.
//
// Usage: scripts/ci/planted.mjs

import { StepFailure, runSteps } from '../lib/run.mjs';
import { checkPatches, huntBugs } from '../planted/hunt.mjs';
import { plantedBugs } from '../planted/patches.mjs';
import { tableOf } from '../planted/table.mjs';

/** Those whose seed is far are left to the whole hunt. */
const isQuick = ({ far }) => !far;
const OPTIONS = { recovery: 'mesos', seedsMax: 60, limitS: 180, concurrency: 2 };

const bugs = plantedBugs();
const isOk = await runSteps('planted bugs', [
  { name: 'all apply', run: () => checkPatches(bugs.filter((bug) => !isQuick(bug))) },
  { name: 'found', run: hunt },
]);
process.exitCode = isOk ? 0 : 1;

async function hunt() {
  const results = await huntBugs(bugs.filter(isQuick), OPTIONS);
  const table = tableOf(results);
  if (results.some(({ isFound }) => !isFound)) throw new StepFailure(table);
  // `.ci/run` shows such lines, though all is well.
  console.log(table.replaceAll(/^/gm, 'report: planted: '));
  return `${results.length} of ${bugs.length}`;
}
