import type { Chance } from '../chance.ts';
import { BRISK } from '../log/log-client.ts';
import type { ClientPace } from '../log/log-client.ts';
import { QUIET } from '../network/network-conditions.ts';
import type { NetworkConditions } from '../network/network-conditions.ts';
import type { FaultKind, PlannedFault } from './fault-action.ts';
import { FAULT_DRAWS } from './fault-draws.ts';

/** Which faults a run may have. */
export type ProfileName = 'calm' | 'swarm' | 'storage' | 'recovery';

/** All profiles, from the quietest on. */
export const PROFILE_NAMES: readonly ProfileName[] = ['calm', 'swarm', 'storage', 'recovery'];

interface Weighted {
  readonly kind: FaultKind;
  /** How long it is from one to the next on average, in milliseconds, when the kind is in the mix. */
  readonly everyMs: number;
}

const LEADERSHIP: Weighted = { kind: 'new-leader', everyMs: 30_000 };

const SCHEDULING: readonly Weighted[] = [
  { kind: 'pause', everyMs: 30_000 },
  { kind: 'drift', everyMs: 40_000 },
  { kind: 'late-timers', everyMs: 40_000 },
  { kind: 'slow-turns', everyMs: 40_000 },
];
const NETWORK: readonly Weighted[] = [
  { kind: 'cut', everyMs: 25_000 },
  { kind: 'clog', everyMs: 30_000 },
  { kind: 'hold', everyMs: 40_000 },
  { kind: 'break', everyMs: 15_000 },
  { kind: 'weather', everyMs: 40_000 },
  { kind: 'missing-member', everyMs: 60_000 },
];
const PROCESS: readonly Weighted[] = [
  { kind: 'crash', everyMs: 30_000 },
  { kind: 'crash-at-write', everyMs: 30_000 },
  { kind: 'crash-loop', everyMs: 90_000 },
  { kind: 'stop', everyMs: 60_000 },
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
      return [LEADERSHIP, ...SCHEDULING, ...NETWORK, ...PROCESS, ...STORAGE, ...LOSS, ...stolen];
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

/** Draws how the network is throughout a run. */
export function drawClimate(chance: Chance, profile: ProfileName): NetworkConditions {
  if (profile === 'calm' || chance.permille(400)) return QUIET;
  const delayUsMin = chance.between(200, 20_000);
  return {
    ...QUIET,
    delayUsMin,
    delayUsTypical: delayUsMin + chance.between(100, 60_000),
    slowPermille: chance.pick([0, 10, 50]),
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

/**
 * Draws what goes wrong in a run. Each run has a mix of its own: it leaves out some kinds, and has
 * more or less of the others; a fault that many hide is found by the run that leaves those out.
 */
export function drawPlan(chance: Chance, options: PlanOptions): PlannedFault[] {
  const { profile, recovery, nodes, durationMs } = options;
  const plan: PlannedFault[] = [];
  for (const { kind, everyMs } of kindsOf(profile, recovery)) {
    const source = chance.fork(kind);
    const isIn = kind === 'new-leader' || profile !== 'swarm' || source.permille(500);
    if (!isIn) continue;
    // From half to three times as long apart as the profile says.
    const meanMs = Math.ceil((everyMs * source.between(50, 300)) / 100);
    let atMs = BEGIN_MS + source.between(0, 2 * meanMs);
    while (atMs < durationMs) {
      plan.push({ atMs, action: FAULT_DRAWS[kind](source, nodes) });
      atMs += source.between(1, 2 * meanMs);
    }
  }
  return plan.sort((a, b) => a.atMs - b.atMs);
}
