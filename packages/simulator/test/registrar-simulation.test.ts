import { describe, expect, it } from '@jest/globals';
import { drawRun, runPlan } from '../src/systems/index.ts';

describe('registrars on a group of replicas', () => {
  it('acknowledge what they are asked for, term after term', async () => {
    const plan = drawRun({ system: 'registrar', seed: 2, profile: 'calm', durationMs: 60_000 });
    const { violation, acknowledged, tallies } = await runPlan(plan);
    expect(violation).toBeUndefined();
    expect(acknowledged).toBeGreaterThan(50);
    expect(tallies['recovery: succeeded']).toBeGreaterThan(1);
  });

  it.each([1, 2, 3, 4])('hold under faults, the same each time: seed %p', async (seed) => {
    const profile = seed % 2 === 0 ? 'storage' : 'swarm';
    const plan = drawRun({ system: 'registrar', seed, profile, durationMs: 15_000 });
    const first = await runPlan(plan);
    const second = await runPlan(plan, { record: true });
    expect(first.violation).toBeUndefined();
    expect(second.hash).toBe(first.hash);
    const types = new Set(second.recording?.events.map(({ type }) => type));
    for (const type of ['send', 'state', 'client'] as const) expect(types).toContain(type);
  });
});
