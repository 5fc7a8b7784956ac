import { Chance } from '../chance.ts';
import { drawGroup } from '../log/group-plan.ts';
import type { GroupPlan } from '../log/group-plan.ts';
import { invalid } from '../system/run-options.ts';
import type { RunOptions } from '../system/run-options.ts';

/** How masters work. Times in milliseconds. */
export interface MasterPace {
  readonly thinkMsMin: number;
  readonly thinkMsMax: number;
  /** How many requests may wait at a time. */
  readonly waitingMax: number;
  /** How long a store may take: then the registrar gives up its leadership. */
  readonly storeTimeoutMs: number;
  /** How long one that is not meant to lead any more goes on as if it were. */
  readonly lingerMs: number;
  /** How often in a thousand one that is not meant to lead tries to. */
  readonly duelPermille: number;
  /** How many stores in a row are written as differences. */
  readonly diffsBetweenSnapshots: number;
  /** How many positions a snapshot may fall behind. */
  readonly compactAfterPositions: number;
  /** Whether a master that leads again does so on the storage that it has, beside its last registrar. */
  readonly keepsStorage: boolean;
}

/** A master that is always busy, and alone. */
export const DILIGENT: MasterPace = {
  thinkMsMin: 20,
  thinkMsMax: 200,
  waitingMax: 4,
  storeTimeoutMs: 20_000,
  lingerMs: 0,
  duelPermille: 0,
  diffsBetweenSnapshots: 0,
  compactAfterPositions: 50,
  keepsStorage: false,
};

/** What decides a run of masters with registrars, on a group of replicas. */
export interface RegistrarPlan extends GroupPlan {
  readonly system: 'registrar';
  readonly pace: MasterPace;
}

/** Draws the plan of a run. Throws `SEED_INVALID` or `SIMULATION_OPTION_INVALID`. */
export function drawRegistrarPlan(options: RunOptions): RegistrarPlan {
  if (options.mustHalt === true) throw invalid('only the system log can run with mustHalt');
  const group = drawGroup(options);
  const chance = new Chance(group.seed).fork('masters');
  const [thinkMsMin, thinkMsMax] = chance.pick([
    [20, 200],
    [50, 1_000],
    [500, 4_000],
  ] as const);
  const pace: MasterPace = {
    thinkMsMin,
    thinkMsMax,
    waitingMax: chance.pick([1, 4, 20]),
    storeTimeoutMs: chance.pick([300, 1_000, 5_000, 20_000]),
    lingerMs: chance.pick([0, 1_000, 20_000]),
    duelPermille: chance.pick([0, 20, 100]),
    diffsBetweenSnapshots: chance.pick([0, 3, 20]),
    compactAfterPositions: chance.pick([10, 50, 500]),
    keepsStorage: chance.permille(500),
  };
  return { system: 'registrar', ...group, pace };
}
