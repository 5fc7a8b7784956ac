import { describe, expect, it } from '@jest/globals';
import type { PlannedFault } from '../src/index.ts';
import { drawRun, parseRunPlan, runPlan, shrink } from '../src/systems/index.ts';
import type { LogPlan } from '../src/systems/index.ts';

const run = (plan: Partial<LogPlan> & Pick<LogPlan, 'seed'>): LogPlan => ({
  ...drawRun({ seed: plan.seed, profile: 'calm', recovery: 'mesos', durationMs: 20_000 }),
  ...plan,
});

describe('a run without faults', () => {
  it('initialises the group, elects a writer and acknowledged', async () => {
    const { violation, acknowledged, tallies } = await runPlan(run({ seed: 1 }));
    expect(violation).toBeUndefined();
    expect(acknowledged).toBeGreaterThan(30);
    expect(tallies['program ended: STORAGE_FAILED']).toBeUndefined();
  });
});

describe('a run with faults', () => {
  const seeds = [1, 2, 3, 4, 5, 6];
  it.each(seeds)('has the same fingerprint every time: seed %p', async (seed) => {
    const plan = drawRun({ seed, profile: 'swarm', recovery: 'mesos', durationMs: 30_000 });
    const first = await runPlan(plan);
    const second = await runPlan(plan, { record: true });
    expect(first.violation).toBeUndefined();
    expect(second.hash).toBe(first.hash);
    expect(second.events).toBe(first.events);
  });

  it('is another run under another seed', async () => {
    const hashes = new Set<string>();
    for (const seed of seeds) {
      hashes.add((await runPlan(run({ seed, durationMs: 5_000 }))).hash);
    }
    expect(hashes.size).toBe(seeds.length);
  });

  it('can be written down and replayed', async () => {
    const plan = drawRun({ seed: 9, profile: 'storage', recovery: 'mesos', durationMs: 20_000 });
    const first = await runPlan(plan);
    const again = await runPlan(parseRunPlan(JSON.stringify(plan)));
    expect(again.hash).toBe(first.hash);
  });

  it('keeps what is needed to draw it', async () => {
    const plan = drawRun({ seed: 3, profile: 'swarm', recovery: 'mesos', durationMs: 20_000 });
    const { recording } = await runPlan(plan, { record: true });
    const types = new Set(recording?.events.map(({ type }) => type));
    for (const type of ['send', 'deliver', 'start', 'state', 'client'] as const) {
      expect(types).toContain(type);
    }
    expect(recording?.nodes).toEqual(
      ['node-1', 'node-2', 'node-3', 'node-4', 'node-5'].slice(0, plan.nodes),
    );
  });
});

describe('a fault that waits for the next write', () => {
  it('does not strike when all has been healed before', async () => {
    const durationMs = 10_000;
    const action = { kind: 'crash-at-write', node: 0, how: 'kill', delayUs: 1, downMs: 60_000 };
    // Armed in the last moment, when nobody is writing.
    const faults = [{ atMs: durationMs - 0.001, action }] as PlannedFault[];
    for (const seed of [1, 2, 3]) {
      const plan = drawRun({ seed, profile: 'calm', durationMs });
      const { violation } = await runPlan({ ...plan, faults });
      expect(violation).toBeUndefined();
    }
  });
});

describe('a client', () => {
  // Seed 233: the replica fails to sync while it is asked where the log ends.
  it('ends with its replica, whatever it was about to ask', async () => {
    const { violation } = await runPlan(
      drawRun({ seed: 233, profile: 'swarm', durationMs: 60_000 }),
    );
    expect(violation).toBeUndefined();
  });
});

describe('a group that loses the disks of a quorum', () => {
  it.each(['safe', 'mesos'] as const)('halts and says so, with recovery %s', async (recovery) => {
    for (const seed of [1, 2, 3]) {
      const plan = drawRun({ seed, profile: 'calm', recovery, durationMs: 10_000, mustHalt: true });
      const { violation, acknowledged, tallies } = await runPlan(plan);
      expect(violation).toBeUndefined();
      expect(acknowledged).toBeGreaterThan(0);
      expect(tallies['recovery waits: quorum-lost']).toBeGreaterThan(0);
    }
  });
});

describe('a disk that lies', () => {
  const lie: PlannedFault = {
    atMs: 5_000,
    action: {
      kind: 'disk',
      fault: 'sync-lie',
      node: 1,
      faults: { syncLiePermille: 1000 },
      forMs: 60_000,
    },
  };

  it('is found out by the first answer that its sync was to back', async () => {
    const { violation } = await runPlan(run({ seed: 2, faults: [lie] }));
    expect(violation).toMatchObject({ invariant: 'durable-replies', node: 'node-2' });
  });

  it('is what is left of a plan that was cut down', async () => {
    const drawn = drawRun({ seed: 3, profile: 'swarm', recovery: 'mesos', durationMs: 60_000 });
    const faults = [...drawn.faults, lie].sort((a, b) => a.atMs - b.atMs);
    const failing = await runPlan({ ...drawn, faults });
    expect(failing.violation?.invariant).toBe('durable-replies');
    const sizes: number[] = [];
    const small = await shrink(failing, { onProgress: (size) => sizes.push(size) });
    expect(small.plan.faults).toEqual([lie]);
    expect(small.plan.durationMs).toBeLessThan(60_000);
    expect(sizes.at(-1)).toBe(1);
    expect((await runPlan(small.plan)).hash).toBe(small.hash);
  });
});

describe('the input of a run', () => {
  it.each([
    [{ seed: -1 }, 'SEED_INVALID', '-1'],
    [{ seed: 1, system: 'moon' as never }, 'SIMULATION_OPTION_INVALID', 'moon'],
    [{ seed: 1, profile: 'wild' as never }, 'SIMULATION_OPTION_INVALID', 'wild'],
    [{ seed: 1, recovery: 'none' as never }, 'SIMULATION_OPTION_INVALID', 'none'],
    [{ seed: 1, durationMs: 10 }, 'SIMULATION_OPTION_INVALID', '10'],
  ])('is refused when it makes no sense: %j', (options, code, named) => {
    expect(() => drawRun(options)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(named) }),
    );
  });

  it.each([
    ['nonsense', 'not JSON'],
    ['{}', 'no formatVersion'],
    ['{"formatVersion":2}', 'version 2'],
    ['{"formatVersion":1,"seed":1}', 'no profile'],
    ['{"formatVersion":1,"system":"moon"}', 'moon'],
  ])('is refused when it is no replay file: %s', (text, named) => {
    expect(() => parseRunPlan(text)).toThrow(
      expect.objectContaining({ code: 'REPLAY_INVALID', message: expect.stringContaining(named) }),
    );
  });
});
