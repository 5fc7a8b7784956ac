// Bundled with the sources of a copy, sound or with a bug planted, and run in a process of its own:
// runs seeds until something is violated, and prints what came out of it as JSON.
//
//   node seeds.cjs '{ "profiles": ["swarm"], "recovery": "mesos", "seedsMax": 2000 }'

import { drawRun, runPlan } from '@quorate/simulator/systems';

/** How long things go wrong, in virtual milliseconds; most is found long before the end. */
const DURATION_MS = { swarm: 300_000, storage: 300_000, recovery: 120_000 };

const { profiles, recovery, seedsMax } = JSON.parse(process.argv[2]);

/** The profiles take turns, so that none has to be exhausted before the next. */
async function search() {
  for (let seed = 1; seed <= seedsMax; seed++) {
    const profile = profiles[(seed - 1) % profiles.length];
    const plan = drawRun({ seed, profile, recovery, durationMs: DURATION_MS[profile] });
    const { violation } = await runPlan(plan);
    if (violation) return { seed, profile, recovery, ...violation };
  }
  return undefined;
}

search().then(
  (found) => process.stdout.write(JSON.stringify({ found: found ?? null })),
  (error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exitCode = 1;
  },
);
