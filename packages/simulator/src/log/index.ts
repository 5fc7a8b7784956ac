/**
 * A group of replicas of the log in a simulated world: plans of what goes wrong, drawn from a seed, runs of
 * them with checkers, and the cutting down of those that fail. Needs Node.
 *
 * @packageDocumentation
 */
export { LogSimulation } from './log-simulation.ts';
export type { LogSimulationListener, LogSimulationOptions } from './log-simulation.ts';
export { DURATION_MS, drawRun, parseRunPlan } from './run-plan.ts';
export type { RecoveryMode, RunOptions, RunPlan } from './run-plan.ts';
export { runPlan } from './run.ts';
export type { RunReport, RunSettings } from './run.ts';
export { shrink } from './shrink.ts';
export type { ShrinkOptions } from './shrink.ts';
export { PROFILE_NAMES } from '../faults/profiles.ts';
export type { ProfileName } from '../faults/profiles.ts';
export type { FaultAction, FaultKind, PlannedFault } from '../faults/fault-action.ts';
export { parseScenario } from '../scenario/parse-scenario.ts';
export { printScenario } from '../scenario/print-scenario.ts';
export { runScenario } from '../scenario/run-scenario.ts';
export type { Scenario, Step } from '../scenario/scenario.ts';
export { ScenarioError } from '../scenario/scenario-error.ts';
