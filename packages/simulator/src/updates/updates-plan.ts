import { Chance } from '../chance.ts';
import type { PlannedFault } from '../faults/fault-action.ts';
import { drawFaults, NETWORK, PROCESS, SCHEDULING } from '../faults/mix.ts';
import type { Weighted } from '../faults/mix.ts';
import { QUIET } from '../network/network-conditions.ts';
import type { NetworkConditions } from '../network/network-conditions.ts';
import { checkBase, refuseGroupOptions } from '../system/run-options.ts';
import type { BaseOptions, ProfileName, RunOptions } from '../system/run-options.ts';

/** How an agent and the receiver of its updates work. Times in milliseconds. */
export interface AgentPace {
  readonly thinkMsMin: number;
  readonly thinkMsMax: number;
  /** How many streams are open at a time. */
  readonly streamsMax: number;
  readonly retryMsMin: number;
  readonly retryMsMax: number;
  /** How many updates in a thousand the receiver takes and does not acknowledge. */
  readonly silentPermille: number;
  /** How often in a thousand the agent pauses its manager for a while. */
  readonly pausePermille: number;
}

/** What decides a run of an agent's status updates. */
export interface UpdatesPlan extends BaseOptions {
  readonly formatVersion: 1;
  readonly system: 'updates';
  /** The agent, and who receives its updates. */
  readonly nodes: 2;
  /** How the streams are kept: a file each, or a journal for all of them. */
  readonly storage: 'files' | 'journal';
  readonly removesFinished: boolean;
  readonly pace: AgentPace;
  readonly climate: NetworkConditions;
  readonly faults: readonly PlannedFault[];
}

/** An agent that is always busy, and a receiver that answers. */
export const PROMPT: AgentPace = {
  thinkMsMin: 10,
  thinkMsMax: 200,
  streamsMax: 3,
  retryMsMin: 500,
  retryMsMax: 2_000,
  silentPermille: 0,
  pausePermille: 0,
};

export const UPDATES_PROFILES: readonly ProfileName[] = ['calm', 'swarm', 'storage'];

/** When the first fault may strike. */
const BEGIN_MS = 1_000;

const STORAGE: readonly Weighted[] = [
  { kind: 'disk', everyMs: 10_000 },
  { kind: 'crash', everyMs: 8_000 },
  { kind: 'crash-at-write', everyMs: 4_000 },
  { kind: 'crash-loop', everyMs: 30_000 },
  { kind: 'break', everyMs: 15_000 },
  { kind: 'bit-rot', everyMs: 8_000 },
];

/** Draws the plan of a run. Throws `SEED_INVALID` or `SIMULATION_OPTION_INVALID`. */
export function drawUpdatesPlan(options: RunOptions): UpdatesPlan {
  refuseGroupOptions(options, 'updates');
  const base = checkBase(options, UPDATES_PROFILES);
  const chance = new Chance(base.seed);
  const calm = base.profile === 'calm';
  const draw = chance.fork('updates');
  return {
    formatVersion: 1,
    system: 'updates',
    ...base,
    nodes: 2,
    storage: draw.pick(['files', 'journal'] as const),
    removesFinished: draw.permille(500),
    pace: {
      ...PROMPT,
      thinkMsMax: draw.pick([50, 200, 2_000]),
      streamsMax: draw.pick([1, 3, 8]),
      retryMsMin: draw.pick([200, 1_000, 10_000]),
      retryMsMax: draw.pick([10_000, 60_000]),
      silentPermille: calm ? 0 : draw.pick([0, 50, 300]),
      pausePermille: calm ? 0 : draw.pick([0, 20]),
    },
    climate: drawClimate(chance.fork('climate'), calm),
    faults: drawFaults(chance.fork('plan'), {
      mix: mixOf(base.profile),
      nodes: 2,
      durationMs: base.durationMs,
      beginMs: BEGIN_MS,
      isSwarm: base.profile === 'swarm',
    }),
  };
}

function mixOf(profile: ProfileName): readonly Weighted[] {
  if (profile === 'calm') return [];
  if (profile === 'storage') return STORAGE;
  return [...SCHEDULING, ...NETWORK, ...PROCESS, { kind: 'disk', everyMs: 30_000 }];
}

/** The channel to the receiver loses, doubles and reorders messages in most runs. */
function drawClimate(chance: Chance, isCalm: boolean): NetworkConditions {
  if (isCalm || chance.permille(300)) return QUIET;
  const delayUsMin = chance.between(200, 20_000);
  return {
    ...QUIET,
    delayUsMin,
    delayUsTypical: delayUsMin + chance.between(100, 60_000),
    slowPermille: chance.pick([0, 10, 50]),
    lossPermille: chance.pick([0, 20, 200]),
    duplicatePermille: chance.pick([0, 100]),
    reorderPermille: chance.pick([0, 200]),
    stalePermille: chance.pick([0, 1_000]),
  };
}
