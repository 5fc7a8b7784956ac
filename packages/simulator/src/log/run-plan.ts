import { Chance } from '../chance.ts';
import type { PlannedFault } from '../faults/fault-action.ts';
import { drawClimate, drawPace, drawPlan, PROFILE_NAMES } from '../faults/profiles.ts';
import type { ProfileName } from '../faults/profiles.ts';
import type { NetworkConditions } from '../network/network-conditions.ts';
import { SimulationError } from '../simulation-error.ts';
import type { ClientPace } from './log-client.ts';

/** What decides a run of a replicated log, all of it: as data, to be written down and replayed. */
export interface RunPlan {
  readonly formatVersion: 1;
  readonly seed: number;
  readonly profile: ProfileName;
  readonly recovery: RecoveryMode;
  readonly nodes: number;
  readonly quorum: number;
  /** How long things go wrong, in virtual milliseconds. */
  readonly durationMs: number;
  readonly pace: ClientPace;
  readonly climate: NetworkConditions;
  readonly faults: readonly PlannedFault[];
  /**
   * In the end too many replicas lose their disks for a quorum to remember, and the group must halt:
   * acknowledge nothing, initialise nothing anew, and say what is wrong. Default: it must go on.
   */
  readonly mustHalt?: boolean;
}

/** How a replica that lost its disk comes back: see `LogOptions.recovery`. */
export type RecoveryMode = 'safe' | 'mesos';

/** How long things go wrong when nothing else is asked for: 5 minutes. */
export const DURATION_MS = 300_000;

/** From what a plan is drawn. */
export interface RunOptions {
  /** An integer from 0 to 2^53 - 1. */
  readonly seed: number;
  /** Default `swarm`. */
  readonly profile?: ProfileName;
  /** Default `safe`. */
  readonly recovery?: RecoveryMode;
  /** In virtual milliseconds, from 1,000. Default 300,000. */
  readonly durationMs?: number;
  /** Lose a quorum in the end: see `RunPlan.mustHalt`. Default false. */
  readonly mustHalt?: boolean;
}

/**
 * Draws the plan of a run from its seed: how many replicas there are, how the clients and the
 * network behave, and what goes wrong when.
 *
 * Throws `SEED_INVALID` or `SIMULATION_OPTION_INVALID`.
 */
export function drawRun(options: RunOptions): RunPlan {
  const {
    seed,
    profile = 'swarm',
    recovery = 'safe',
    durationMs = DURATION_MS,
    mustHalt = false,
  } = options;
  checkSeed(seed);
  checkOneOf('profile', profile, PROFILE_NAMES);
  checkOneOf('recovery', recovery, ['safe', 'mesos']);
  if (!Number.isSafeInteger(durationMs) || durationMs < 1_000) {
    const given = String(durationMs);
    throw invalid(`durationMs must be an integer from 1000, got ${given}`);
  }
  const chance = new Chance(seed);
  const nodes = chance.fork('group').pick([3, 3, 3, 5]);
  const quorum = Math.floor(nodes / 2) + 1;
  const draw = { profile, recovery, nodes, durationMs };
  return {
    formatVersion: 1,
    seed,
    profile,
    recovery,
    nodes,
    quorum,
    durationMs,
    pace: drawPace(chance.fork('pace'), profile),
    climate: drawClimate(chance.fork('climate'), profile),
    faults: drawPlan(chance.fork('plan'), draw),
    ...(mustHalt && { mustHalt }),
  };
}

/**
 * Reads a plan that was written down as JSON. Throws `REPLAY_INVALID` when it is none, or one of
 * another version of the simulator.
 */
export function parseRunPlan(text: string): RunPlan {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new SimulationError('REPLAY_INVALID', 'the replay file is not JSON', { cause: error });
  }
  if (typeof value !== 'object' || value === null || !('formatVersion' in value)) {
    throw new SimulationError('REPLAY_INVALID', 'the replay file has no formatVersion');
  }
  if (value.formatVersion !== 1) {
    const version = JSON.stringify(value.formatVersion);
    const what = `the replay file has format version ${version}; this simulator reads version 1`;
    throw new SimulationError('REPLAY_INVALID', what);
  }
  for (const field of ['seed', 'nodes', 'quorum', 'durationMs', 'pace', 'climate', 'faults']) {
    if (!(field in value)) {
      throw new SimulationError('REPLAY_INVALID', `the replay file has no ${field}`);
    }
  }
  return value as RunPlan;
}

function checkSeed(seed: number): void {
  if (Number.isSafeInteger(seed) && seed >= 0) return;
  throw new SimulationError(
    'SEED_INVALID',
    `a seed is an integer from 0 to 2^53-1, got ${String(seed)}`,
  );
}

function checkOneOf(option: string, value: string, allowed: readonly string[]): void {
  if (allowed.includes(value)) return;
  throw invalid(`${option} must be one of ${allowed.join(', ')}, got ${String(value)}`);
}

function invalid(problem: string): SimulationError {
  return new SimulationError('SIMULATION_OPTION_INVALID', problem);
}
