import { describe, expect, it } from '@jest/globals';
import { drawRun, runPlan } from '../src/systems/index.ts';

describe('registrars on a group of replicas', () => {
  it('acknowledge what they are asked for, term after term', async () => {
    const plan = drawRun({ system: 'registrar', seed: 2, profile: 'calm', durationMs: 20_000 });
    const pace = { ...plan.pace, thinkMsMin: 20, thinkMsMax: 200, waitingMax: 4 };
    const { violation, acknowledged, tallies } = await runPlan({ ...plan, pace });
    expect(violation).toBeUndefined();
    expect(acknowledged).toBeGreaterThan(20);
    expect(tallies['recovery: succeeded']).toBeGreaterThan(0);
  });

  it.each([1, 2])('hold under faults, the same each time: seed %p', async (seed) => {
    const profile = seed % 2 === 0 ? 'storage' : 'swarm';
    const plan = drawRun({ system: 'registrar', seed, profile, durationMs: 6_000 });
    const first = await runPlan(plan);
    const second = await runPlan(plan, { record: true });
    expect(first.violation).toBeUndefined();
    expect(second.hash).toBe(first.hash);
    const types = new Set(second.recording?.events.map(({ type }) => type));
    for (const type of ['send', 'state', 'client'] as const) expect(types).toContain(type);
  });
});
