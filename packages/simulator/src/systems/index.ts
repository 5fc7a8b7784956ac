/**
 * Quorate's own systems in a simulated world: plans of what goes wrong, drawn from a seed, runs of them
 * with checkers, and the cutting down of those that fail. Needs Node.
 *
 * @packageDocumentation
 */
import { runSystem } from '../system/run.ts';
import type { RunReport, RunSettings } from '../system/run.ts';
import { shrinkRun } from '../system/shrink.ts';
import type { ShrinkOptions } from '../system/shrink.ts';
import type { System } from '../system/system.ts';
import { SYSTEMS } from './systems.ts';
import type { RunPlan } from './systems.ts';

export { DURATION_MS, PROFILE_NAMES } from '../system/run-options.ts';
export type { ProfileName, RecoveryMode, RunOptions } from '../system/run-options.ts';
export type { RunReport, RunSettings } from '../system/run.ts';
export type { ShrinkOptions } from '../system/shrink.ts';
export type { LogPlan } from '../log/log-plan.ts';
export type { ChangePace, CheckpointPlan } from '../checkpoint/checkpoint-plan.ts';
export type { AgentPace, UpdatesPlan } from '../updates/updates-plan.ts';
export type { ActorPace, RuntimePlan } from '../runtime/runtime-plan.ts';
export type { MasterPace, RegistrarPlan } from '../registrar/registrar-plan.ts';
export { drawRun, parseRunPlan } from './run-plan.ts';
export { profilesOf, SYSTEM_NAMES } from './systems.ts';
export type { RunPlan, SystemName } from './systems.ts';

/** Runs a plan to its end, or to the first violation. One at a time in a program. */
export function runPlan<P extends RunPlan>(
  plan: P,
  settings: RunSettings = {},
): Promise<RunReport<P>> {
  return runSystem(systemOf(plan), plan, settings);
}

/**
 * Cuts a failing run down to what it takes to fail: see `shrinkRun`. Gives the report of the smallest
 * plan found.
 */
export function shrink<P extends RunPlan>(
  failing: RunReport<P>,
  options: ShrinkOptions = {},
): Promise<RunReport<P>> {
  return shrinkRun(systemOf(failing.plan), failing, options);
}

function systemOf<P extends RunPlan>({ system }: P): System<P> {
  return SYSTEMS[system].system as unknown as System<P>;
}
