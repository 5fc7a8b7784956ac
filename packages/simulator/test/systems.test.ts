import { describe, expect, it } from '@jest/globals';
import { drawRun, parseRunPlan, profilesOf, runPlan, SYSTEM_NAMES } from '../src/systems/index.ts';
import type { PlannedFault } from '../src/index.ts';
import type { RunPlan, SystemName } from '../src/systems/index.ts';

const OTHERS = SYSTEM_NAMES.filter((name) => name !== 'log' && name !== 'registrar');
/** At least this goes wrong in each. */
const CRASH: PlannedFault = {
  atMs: 700,
  action: { kind: 'crash', node: 0, how: 'power-loss', downMs: 100 },
};
const plansOf = (system: SystemName, seeds: readonly number[]): readonly RunPlan[] =>
  profilesOf(system).flatMap((profile) =>
    seeds.map((seed): RunPlan => {
      const plan = drawRun({ system, seed, profile, durationMs: 2_000 });
      return { ...plan, faults: [CRASH, ...plan.faults] };
    }),
  );

describe.each(OTHERS)('the system %s', (system) => {
  it('holds under faults, and each plan gives one run', async () => {
    const hashes = new Set<string>();
    let acknowledged = 0;
    for (const plan of plansOf(system, [1, 2])) {
      const first = await runPlan(plan);
      const again = await runPlan(parseRunPlan(JSON.stringify(plan)), { record: true });
      expect(first.violation).toBeUndefined();
      acknowledged += first.acknowledged;
      expect(again.hash).toBe(first.hash);
      expect(again.recording?.nodes).toHaveLength(plan.nodes);
      hashes.add(first.hash);
      expect(first.tallies['fault: crash power-loss']).toBeGreaterThan(0);
    }
    expect(hashes.size).toBeGreaterThan(1);
    expect(acknowledged).toBeGreaterThan(0);
  });

  it('has no replicas, and profiles of its own', () => {
    for (const wrong of [
      { recovery: 'safe' },
      { mustHalt: true },
      { profile: 'recovery' },
    ] as const) {
      expect(() => drawRun({ system, seed: 1, ...wrong })).toThrow(
        expect.objectContaining({ code: 'SIMULATION_OPTION_INVALID' }),
      );
    }
  });
});

it('only a log can be made to halt', () => {
  expect(() => drawRun({ system: 'registrar', seed: 1, mustHalt: true })).toThrow(
    expect.objectContaining({ code: 'SIMULATION_OPTION_INVALID' }),
  );
});
