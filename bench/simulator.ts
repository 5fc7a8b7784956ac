// What a simulated run costs: `npm run bench:simulator -- [--json] [--short]`. Groups of three replicas
// that clients keep busy, from seeds, with everything checked as in any run. See README.md.

import { drawRun, runPlan } from '@quorate/simulator/systems';
import type { RunPlan } from '@quorate/simulator/systems';
import { readOptions } from './support/options.ts';
import { printReport } from './support/report.ts';
import type { ReportRow } from './support/report.ts';
import { median, rounded } from './support/statistics.ts';

const PROFILES = ['calm', 'swarm', 'storage', 'recovery'] as const;
const REPLICAS = 3;
const WARM_UP = 5;
const SEEDS = 12;
const DURATION_MS = 300_000;
const SEEDS_SHORT = 2;
const DURATION_MS_SHORT = 60_000;

interface Measured {
  readonly eventsPerCpuSecond: number;
  readonly timesRealTime: number;
  readonly appendsPerSecond: number;
}

async function measure(plan: RunPlan): Promise<Measured> {
  const cpuBefore = process.cpuUsage();
  const { events, virtualMs, acknowledged, violation } = await runPlan(plan);
  const { user, system } = process.cpuUsage(cpuBefore);
  const cpuS = (user + system) / 1e6;
  if (violation) throw new Error(`seed ${plan.seed} violates ${violation.invariant}`);
  return {
    eventsPerCpuSecond: events / cpuS,
    timesRealTime: virtualMs / 1000 / cpuS,
    appendsPerSecond: acknowledged / (virtualMs / 1000),
  };
}

/** The first so many plans of a profile with three replicas: some seeds draw five. */
function plansOf(profile: (typeof PROFILES)[number], count: number, durationMs: number): RunPlan[] {
  const plans: RunPlan[] = [];
  for (let seed = 1; plans.length < count; seed++) {
    const plan = drawRun({ seed, profile, durationMs });
    if (plan.nodes === REPLICAS) plans.push(plan);
  }
  return plans;
}

async function main(): Promise<void> {
  const { json, short } = readOptions();
  const seeds = short ? SEEDS_SHORT : SEEDS;
  const durationMs = short ? DURATION_MS_SHORT : DURATION_MS;
  const subjects = PROFILES.map((profile) => ({
    profile,
    plans: plansOf(profile, seeds, durationMs),
    runs: [] as Measured[],
  }));
  // The first runs are slow: the engine has not seen the code before.
  for (const plan of plansOf('swarm', WARM_UP, durationMs)) await measure(plan);
  for (let round = 0; round < seeds; round++) {
    for (const { plans, runs } of subjects) {
      const plan = plans[round];
      if (plan) runs.push(await measure(plan));
    }
  }

  const rows = subjects.map(({ profile, runs }): ReportRow => {
    const middle = (of: (run: Measured) => number): number => median(runs.map(of));
    return {
      bench: 'simulator',
      profile,
      replicas: REPLICAS,
      seeds,
      virtualSeconds: durationMs / 1000,
      eventsPerCpuSecond: rounded(middle((run) => run.eventsPerCpuSecond)),
      timesRealTime: rounded(middle((run) => run.timesRealTime)),
      appendsPerVirtualSecond: rounded(middle((run) => run.appendsPerSecond)),
    };
  });
  printReport(rows, json);
}

void main();
