import { Chance } from '../chance.ts';
import type { PlannedFault } from '../faults/fault-action.ts';
import { drawFaults, SCHEDULING } from '../faults/mix.ts';
import type { Weighted } from '../faults/mix.ts';
import { QUIET } from '../network/network-conditions.ts';
import type { NetworkConditions } from '../network/network-conditions.ts';
import { checkBase, refuseGroupOptions } from '../system/run-options.ts';
import type { BaseOptions, ProfileName, RunOptions } from '../system/run-options.ts';

/** What goes on in a runtime. Times in milliseconds. */
export interface ActorPace {
  readonly thinkMsMax: number;
  /** How many actors there are on a node at a time. */
  readonly actorsMax: number;
  /** How many things happen at once. */
  readonly burstMax: number;
  /** What a mailbox holds that is bounded. */
  readonly mailboxLimit: number;
}

/** What decides a run of actors. */
export interface RuntimePlan extends BaseOptions {
  readonly formatVersion: 1;
  readonly system: 'runtime';
  readonly nodes: number;
  readonly pace: ActorPace;
  readonly climate: NetworkConditions;
  readonly faults: readonly PlannedFault[];
}

export const RUNTIME_PROFILES: readonly ProfileName[] = ['calm', 'swarm'];

/** When the first fault may strike. */
const BEGIN_MS = 200;

/** Messages are lost and late, but neither doubled nor turned around: their order is looked at. */
const MIX: readonly Weighted[] = [
  ...SCHEDULING.map(({ kind, everyMs }) => ({ kind, everyMs: everyMs / 10 })),
  { kind: 'cut', everyMs: 4_000 },
  { kind: 'clog', everyMs: 4_000 },
  { kind: 'hold', everyMs: 6_000 },
  { kind: 'break', everyMs: 2_000 },
  { kind: 'crash', everyMs: 4_000 },
  { kind: 'crash-loop', everyMs: 15_000 },
];

/** Draws the plan of a run. Throws `SEED_INVALID` or `SIMULATION_OPTION_INVALID`. */
export function drawRuntimePlan(options: RunOptions): RuntimePlan {
  refuseGroupOptions(options, 'runtime');
  const base = checkBase(options, RUNTIME_PROFILES);
  const chance = new Chance(base.seed);
  const draw = chance.fork('pace');
  const nodes = draw.pick([2, 2, 3]);
  const delayUsMin = draw.between(100, 5_000);
  return {
    formatVersion: 1,
    system: 'runtime',
    ...base,
    nodes,
    pace: {
      thinkMsMax: draw.pick([5, 50, 500]),
      actorsMax: draw.pick([2, 5, 12]),
      burstMax: draw.pick([1, 10, 40]),
      mailboxLimit: draw.pick([1, 3, 20]),
    },
    climate: {
      ...QUIET,
      delayUsMin,
      delayUsTypical: delayUsMin + draw.between(100, 20_000),
      lossPermille: base.profile === 'calm' ? 0 : draw.pick([0, 20]),
    },
    faults: drawFaults(chance.fork('plan'), {
      mix: base.profile === 'calm' ? [] : MIX,
      nodes,
      durationMs: base.durationMs,
      beginMs: BEGIN_MS,
      isSwarm: true,
    }),
  };
}
