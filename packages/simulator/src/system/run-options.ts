import { SimulationError } from '../simulation-error.ts';

/** Which faults a run may have. */
export type ProfileName = 'calm' | 'swarm' | 'storage' | 'recovery';

/** All profiles, from the quietest on. Not every system has each. */
export const PROFILE_NAMES: readonly ProfileName[] = ['calm', 'swarm', 'storage', 'recovery'];

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
  /** Of systems on a group of replicas. Default `safe`. */
  readonly recovery?: RecoveryMode;
  /** In virtual milliseconds, from 1,000. Default 300,000. */
  readonly durationMs?: number;
  /** Lose a quorum in the end: see `LogPlan.mustHalt`. Only of the system `log`. Default false. */
  readonly mustHalt?: boolean;
}

/** What every plan is drawn from, checked. */
export interface BaseOptions {
  readonly seed: number;
  readonly profile: ProfileName;
  readonly durationMs: number;
}

/** Throws `SEED_INVALID`, or `SIMULATION_OPTION_INVALID` for what a system does not have. */
export function checkBase(options: RunOptions, profiles: readonly ProfileName[]): BaseOptions {
  const { seed, profile = 'swarm', durationMs = DURATION_MS } = options;
  if (!Number.isSafeInteger(seed) || seed < 0) {
    const what = `a seed is an integer from 0 to 2^53-1, got ${String(seed)}`;
    throw new SimulationError('SEED_INVALID', what);
  }
  checkOneOf('profile', profile, profiles);
  if (!Number.isSafeInteger(durationMs) || durationMs < 1_000) {
    throw invalid(`durationMs must be an integer from 1000, got ${String(durationMs)}`);
  }
  return { seed, profile, durationMs };
}

/** Of a system without replicas. Throws `SIMULATION_OPTION_INVALID`. */
export function refuseGroupOptions({ recovery, mustHalt = false }: RunOptions, name: string): void {
  if (recovery !== undefined) throw invalid(`system ${name} has no replicas: leave recovery out`);
  if (mustHalt) throw invalid(`system ${name} has no quorum to lose: leave mustHalt out`);
}

/** Throws `SIMULATION_OPTION_INVALID`. */
export function checkOneOf(option: string, value: string, allowed: readonly string[]): void {
  if (allowed.includes(value)) return;
  throw invalid(`${option} must be one of ${allowed.join(', ')}, got ${String(value)}`);
}

export function invalid(problem: string): SimulationError {
  return new SimulationError('SIMULATION_OPTION_INVALID', problem);
}
