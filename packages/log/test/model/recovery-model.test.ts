import { describe, expect, test } from '@jest/globals';
import { explore } from './explore.ts';
import type { Exploration } from './explore.ts';
import { Group } from './group.ts';
import type { ModelBound } from './model-bound.ts';
import { commonFingerprint, relabellings } from './relabelling.ts';

const BOUND: ModelBound = {
  recovery: 'safe',
  size: 3,
  quorum: 2,
  wipes: 0,
  togetherMax: 1,
  elections: 1,
  rejoinRetries: 1,
};

function explored(bound: Partial<ModelBound>, names = relabellings(3)): Exploration {
  return explore(Group.initial({ ...BOUND, ...bound }), {
    keyOf: (group) => commonFingerprint(names, (each) => group.fingerprint(each)),
    statesMax: 200_000,
  });
}

describe('all that three replicas and two coordinators can do', () => {
  test('never chooses two values while no disk is lost', () => {
    const { isExhausted, violation, states } = explored({});
    expect(violation).toBeUndefined();
    expect(isExhausted).toBe(true);
    expect(states).toBeGreaterThan(1_000);
  });

  test("chooses two values when one disk is lost and recovery is Mesos' own", () => {
    const { violation } = explored({ recovery: 'mesos', wipes: 1 });
    expect(violation?.text).toMatch(/^at position 1 both v[12] and v[12] were chosen$/);
    expect(violation?.trace).toContain('replica 0 loses its disk');
  });

  test('chooses two values when a quorum is one replica', () => {
    const { violation } = explored({ recovery: 'mesos', quorum: 1 });
    expect(violation).toBeDefined();
  });

  test('is the same under other names: half of it need not be visited', () => {
    const all = explored({}, relabellings(3).slice(0, 1));
    const { states } = explored({});
    expect(all.isExhausted).toBe(true);
    expect(states).toBeLessThan(all.states * 0.6);
  });
});
