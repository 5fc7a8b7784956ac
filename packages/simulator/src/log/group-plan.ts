import { Chance } from '../chance.ts';
import type { PlannedFault } from '../faults/fault-action.ts';
import type { NetworkConditions } from '../network/network-conditions.ts';
import { checkBase, checkOneOf, PROFILE_NAMES } from '../system/run-options.ts';
import type { BaseOptions, RecoveryMode, RunOptions } from '../system/run-options.ts';
import { drawClimate, drawGroupFaults } from './profiles.ts';

/** A group of replicas of the log, and what goes wrong with it. */
export interface GroupPlan extends BaseOptions {
  readonly formatVersion: 1;
  readonly recovery: RecoveryMode;
  readonly nodes: number;
  readonly quorum: number;
  readonly climate: NetworkConditions;
  readonly faults: readonly PlannedFault[];
}

/** Draws how many replicas there are, how the network behaves, and what goes wrong when. */
export function drawGroup(options: RunOptions): GroupPlan {
  const base = checkBase(options, PROFILE_NAMES);
  const { recovery = 'safe' } = options;
  checkOneOf('recovery', recovery, ['safe', 'mesos']);
  const chance = new Chance(base.seed);
  const nodes = chance.fork('group').pick([3, 3, 3, 5]);
  const draw = { profile: base.profile, recovery, nodes, durationMs: base.durationMs };
  return {
    formatVersion: 1,
    ...base,
    recovery,
    nodes,
    quorum: Math.floor(nodes / 2) + 1,
    climate: drawClimate(chance.fork('climate'), base.profile),
    faults: drawGroupFaults(chance.fork('plan'), draw),
  };
}
