import { SimulationError } from '../simulation-error.ts';

/** A line of a scenario that makes no sense. Its code is `SCENARIO_INVALID`. */
export class ScenarioError extends SimulationError {
  /** From 1. */
  readonly line: number;

  constructor(line: number, problem: string) {
    super('SCENARIO_INVALID', `line ${line}: ${problem}`);
    this.line = line;
  }
}
