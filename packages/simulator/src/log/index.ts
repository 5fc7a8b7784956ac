/**
 * A group of replicas of the log in a simulated world, and scenarios: histories of one that are written
 * down. Plans of runs are in `@quorate/simulator/systems`. Needs Node.
 *
 * @packageDocumentation
 */
export { LogSimulation } from './log-simulation.ts';
export type { LogSimulationListener, LogSimulationOptions } from './log-simulation.ts';
export { parseScenario } from '../scenario/parse-scenario.ts';
export { printScenario } from '../scenario/print-scenario.ts';
export { runScenario } from '../scenario/run-scenario.ts';
export type { Scenario, Step } from '../scenario/scenario.ts';
export { ScenarioError } from '../scenario/scenario-error.ts';
