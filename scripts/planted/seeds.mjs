// Bundled with the sources of a copy, sound or with a bug planted, and run in a process of its own:
// runs seeds until something is violated, and prints what came out of it as JSON.
//
//   node seeds.cjs '{ "system": "log", "profiles": ["swarm"], "recovery": "mesos", "seedsMax": 2000 }'

import { drawRun, runPlan } from '@quorate/simulator/systems';

/** How long things go wrong, in virtual milliseconds; most is found long before the end. */
const DURATION_MS = { swarm: 300_000, storage: 300_000, recovery: 120_000 };
/** The same, of what stands on the log or beside it. */
const OTHER_DURATION_MS = 60_000;

const { system, profiles, recovery, from = 1, seedsMax } = JSON.parse(process.argv[2]);

/** The profiles take turns, so that none has to be exhausted before the next. */
async function search() {
  for (let seed = from; seed <= seedsMax; seed++) {
    const profile = profiles[(seed - 1) % profiles.length];
    const durationMs = system === 'log' ? DURATION_MS[profile] : OTHER_DURATION_MS;
    const plan = drawRun({ system, seed, profile, durationMs, ...(recovery && { recovery }) });
    const { violation } = await runPlan(plan);
    if (violation) return { seed, profile, ...violation };
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
