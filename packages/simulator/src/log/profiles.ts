import type { Chance } from '../chance.ts';
import type { PlannedFault } from '../faults/fault-action.ts';
import { drawFaults, NETWORK, PROCESS, SCHEDULING } from '../faults/mix.ts';
import type { Weighted } from '../faults/mix.ts';
import { QUIET } from '../network/network-conditions.ts';
import type { NetworkConditions } from '../network/network-conditions.ts';
import type { ProfileName } from '../system/run-options.ts';
import { BRISK } from './log-client.ts';
import type { ClientPace } from './log-client.ts';

const LEADERSHIP: Weighted = { kind: 'new-leader', everyMs: 30_000 };

const GROUP_NETWORK: readonly Weighted[] = [
  ...NETWORK,
  { kind: 'missing-member', everyMs: 60_000 },
];
const STORAGE: readonly Weighted[] = [
  { kind: 'disk', everyMs: 30_000 },
  { kind: 'bit-rot', everyMs: 90_000 },
];
const LOSS: readonly Weighted[] = [
  { kind: 'wipe', everyMs: 45_000 },
  { kind: 'wipe-at-write', everyMs: 60_000 },
];
const STOLEN: readonly Weighted[] = [
  { kind: 'old-backup', everyMs: 90_000 },
  { kind: 'copied-disk', everyMs: 120_000 },
];

/** A profile's faults; those a mode of recovery cannot stand are left out for it. */
function kindsOf(profile: ProfileName, recovery: 'safe' | 'mesos'): readonly Weighted[] {
  const stolen = recovery === 'safe' ? STOLEN : [];
  switch (profile) {
    case 'calm':
      return [LEADERSHIP];
    case 'swarm':
      return [
        LEADERSHIP,
        ...SCHEDULING,
        ...GROUP_NETWORK,
        ...PROCESS,
        ...STORAGE,
        ...LOSS,
        ...stolen,
      ];
    case 'storage':
      return [LEADERSHIP, ...PROCESS, ...STORAGE, ...LOSS, ...stolen];
    case 'recovery':
      return [
        { kind: 'new-leader', everyMs: 5_000 },
        { kind: 'wipe', everyMs: 15_000 },
        { kind: 'wipe-at-write', everyMs: 5_000 },
        { kind: 'cut', everyMs: 15_000 },
        { kind: 'clog', everyMs: 20_000 },
        { kind: 'hold', everyMs: 30_000 },
        { kind: 'crash', everyMs: 40_000 },
        { kind: 'weather', everyMs: 15_000 },
        ...stolen,
      ];
  }
}

const QUICK: readonly (readonly [number, number])[] = [
  [20, 200],
  [50, 400],
];
const SLOW: readonly (readonly [number, number])[] = [
  [50, 400],
  [200, 2_000],
  [1_000, 6_000],
];

/** Draws how clients work: in some runs those that are not meant to write often try to. */
export function drawPace(chance: Chance, profile: ProfileName): ClientPace {
  if (profile === 'calm') return BRISK;
  // Writers that are elected and idle find out late that they are not any more.
  const [thinkMsMin, thinkMsMax] = chance.pick(profile === 'recovery' ? SLOW : QUICK);
  return {
    ...BRISK,
    thinkMsMin,
    thinkMsMax,
    patienceMs: chance.pick(
      profile === 'recovery' ? [500, 2_000, 4_000, 15_000] : [500, 1_000, 2_000],
    ),
    duelPermille: chance.pick(profile === 'recovery' ? [20, 100, 300] : [0, 5, 50]),
    truncatePermille: chance.pick([0, 20, 100]),
  };
}

/** From here on a network is one between distant places. */
const FAR_US = 20_000;

/** Draws how the network is throughout a run. */
export function drawClimate(chance: Chance, profile: ProfileName): NetworkConditions {
  if (profile === 'calm' || chance.permille(400)) return QUIET;
  const delayUsMin = chance.between(200, 20_000);
  const delayUsTypical = delayUsMin + chance.between(100, 60_000);
  // A slow message holds up what comes behind it: for seconds where all take long, so that more of
  // them would be an outage from beginning to end. Bad weather has them anywhere.
  const slow = profile !== 'recovery' && delayUsTypical > FAR_US ? [0, 2, 10] : [0, 10, 50];
  return {
    ...QUIET,
    delayUsMin,
    delayUsTypical,
    slowPermille: chance.pick(slow),
    lossPermille: chance.pick(profile === 'recovery' ? [0, 10, 100] : [0, 0, 10]),
  };
}

/** When the first fault may strike: the group has initialised itself by then. */
const BEGIN_MS = 3_000;

export interface PlanOptions {
  readonly profile: ProfileName;
  readonly recovery: 'safe' | 'mesos';
  readonly nodes: number;
  readonly durationMs: number;
}

/** Draws what goes wrong in a run of a group of replicas. */
export function drawGroupFaults(chance: Chance, options: PlanOptions): PlannedFault[] {
  const { profile, recovery, nodes, durationMs } = options;
  return drawFaults(chance, {
    mix: kindsOf(profile, recovery),
    nodes,
    durationMs,
    beginMs: BEGIN_MS,
    isSwarm: profile === 'swarm',
    always: ['new-leader'],
  });
}
