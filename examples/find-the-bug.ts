// Looks for the fault of Mesos' recovery: seeds are run until one lets two values be chosen for one
// position. That run is cut down to what it takes, and drawn as a page to look at.
//
//   npx ts-node examples/find-the-bug.ts

import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawRun, runPlan, shrink } from '@quorate/simulator/systems';
import type { LogPlan, RunReport } from '@quorate/simulator/systems';
import { htmlOf } from '@quorate/simulator/pictures';

/** Where to begin. Any other seed will do as well: it takes some 200 of them. */
const FIRST_SEED = 150;
const SEEDS_MAX = 2_000;

async function main(): Promise<void> {
  const failing = await search();
  const { plan, violation, virtualMs } = failing;
  console.log(`seed ${plan.seed}, after ${(virtualMs / 1000).toFixed(1)} s of virtual time:`);
  console.log(`  ${violation?.text ?? ''}`);

  const small = await shrink(failing, { runsMax: 100 });
  console.log(`${plan.faults.length} faults were planned; these are enough:`);
  for (const { atMs, action } of small.plan.faults) console.log(`  at ${atMs} ms: ${action.kind}`);

  // The same seeds with the recovery that is the default.
  const safe = await runPlan(drawRun({ ...plan, recovery: 'safe' }));
  console.log(`with recovery 'safe': ${safe.violation ? 'violated as well!' : 'all is well'}`);
  if (safe.violation) process.exitCode = 1;

  const { recording } = await runPlan(small.plan, { record: true });
  if (!recording) return;
  const path = join(await mkdtemp(join(tmpdir(), 'quorate-')), 'run.html');
  await writeFile(path, htmlOf(recording, { title: 'Two values for one position' }));
  console.log(`The picture: ${path}`);
}

async function search(): Promise<RunReport<LogPlan>> {
  for (let seed = FIRST_SEED; seed < FIRST_SEED + SEEDS_MAX; seed++) {
    const plan = drawRun({ seed, profile: 'recovery', recovery: 'mesos', durationMs: 120_000 });
    const report = await runPlan(plan);
    if (report.violation?.invariant === 'agreement') return report;
  }
  throw new Error(`nothing found in ${SEEDS_MAX} seeds`);
}

void main();
