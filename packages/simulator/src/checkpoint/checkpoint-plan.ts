import { Chance } from '../chance.ts';
import type { PlannedFault } from '../faults/fault-action.ts';
import { drawFaults, PROCESS, SCHEDULING } from '../faults/mix.ts';
import type { Weighted } from '../faults/mix.ts';
import { QUIET } from '../network/network-conditions.ts';
import type { NetworkConditions } from '../network/network-conditions.ts';
import { checkBase, refuseGroupOptions } from '../system/run-options.ts';
import type { BaseOptions, ProfileName, RunOptions } from '../system/run-options.ts';

/** How often what an agent keeps is changed. Times in milliseconds. */
export interface ChangePace {
  readonly thinkMsMin: number;
  readonly thinkMsMax: number;
  /** The largest file that is replaced, in bytes. */
  readonly fileBytesMax: number;
}

/** What decides a run of an agent that keeps files. */
export interface CheckpointPlan extends BaseOptions {
  readonly formatVersion: 1;
  readonly system: 'checkpoint';
  readonly nodes: 1;
  readonly pace: ChangePace;
  /** There is no network: quiet. */
  readonly climate: NetworkConditions;
  readonly faults: readonly PlannedFault[];
}

/** One that is always busy, with small files. */
export const STEADY: ChangePace = { thinkMsMin: 5, thinkMsMax: 200, fileBytesMax: 200 };

export const CHECKPOINT_PROFILES: readonly ProfileName[] = ['calm', 'swarm', 'storage'];

/** When the first fault may strike. */
const BEGIN_MS = 500;

const STORAGE: readonly Weighted[] = [
  { kind: 'disk', everyMs: 6_000 },
  { kind: 'crash', everyMs: 5_000 },
  { kind: 'crash-at-write', everyMs: 1_500 },
  { kind: 'crash-loop', everyMs: 20_000 },
  { kind: 'bit-rot', everyMs: 6_000 },
];
const MIXES: Readonly<Partial<Record<ProfileName, readonly Weighted[]>>> = {
  swarm: [...SCHEDULING, ...PROCESS, ...STORAGE],
  storage: STORAGE,
};

/** Draws the plan of a run. Throws `SEED_INVALID` or `SIMULATION_OPTION_INVALID`. */
export function drawCheckpointPlan(options: RunOptions): CheckpointPlan {
  refuseGroupOptions(options, 'checkpoint');
  const base = checkBase(options, CHECKPOINT_PROFILES);
  const chance = new Chance(base.seed);
  const draw = chance.fork('pace');
  return {
    formatVersion: 1,
    system: 'checkpoint',
    ...base,
    nodes: 1,
    pace: {
      ...STEADY,
      thinkMsMax: draw.pick([50, 200, 1_000]),
      fileBytesMax: draw.pick([20, 1_000, 3_000]),
    },
    climate: QUIET,
    faults: drawFaults(chance.fork('plan'), {
      mix: MIXES[base.profile] ?? [],
      nodes: 1,
      durationMs: base.durationMs,
      beginMs: BEGIN_MS,
      isSwarm: base.profile === 'swarm',
    }),
  };
}
