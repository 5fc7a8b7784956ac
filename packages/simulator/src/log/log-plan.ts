import { Chance } from '../chance.ts';
import type { RunOptions } from '../system/run-options.ts';
import { drawGroup } from './group-plan.ts';
import type { GroupPlan } from './group-plan.ts';
import type { ClientPace } from './log-client.ts';
import { drawPace } from './profiles.ts';

/** What decides a run of a replicated log and its clients. */
export interface LogPlan extends GroupPlan {
  readonly system: 'log';
  readonly pace: ClientPace;
  /**
   * In the end too many replicas lose their disks for a quorum to remember, and the group must halt:
   * acknowledge nothing, initialise nothing anew, and say what is wrong. Default: it must go on.
   */
  readonly mustHalt?: boolean;
}

/** Draws the plan of a run. Throws `SEED_INVALID` or `SIMULATION_OPTION_INVALID`. */
export function drawLogPlan(options: RunOptions): LogPlan {
  const { mustHalt = false } = options;
  const group = drawGroup(options);
  const pace = drawPace(new Chance(group.seed).fork('pace'), group.profile);
  return { system: 'log', ...group, pace, ...(mustHalt && { mustHalt }) };
}
