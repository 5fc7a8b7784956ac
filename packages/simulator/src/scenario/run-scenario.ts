import type { Scenario, Step } from './scenario.ts';
import { ScenarioError } from './scenario-error.ts';
import { ScenarioRun } from './scenario-run.ts';

/**
 * Does what the commands of a scenario say, and gives the same scenario with the traces that were
 * seen: equal for equal texts and code, on every machine and engine. One at a time in a program.
 *
 * Rejects with a `ScenarioError`, `SCENARIO_INVALID`, when a command names a replica that is not
 * there, or is not up, or is up already.
 */
export async function runScenario(scenario: Scenario): Promise<Scenario> {
  const first = scenario.steps[0]?.commands[0];
  if (first?.action.verb !== 'replicas') {
    throw new ScenarioError(1, 'a scenario begins with the command replicas');
  }
  const run = new ScenarioRun(first.action, first.line);
  const steps: Step[] = [];
  for (const step of scenario.steps) {
    steps.push({ ...step, trace: await run.execute(step.commands) });
  }
  return { ...scenario, steps };
}
