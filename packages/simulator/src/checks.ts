import type { Simulation } from './simulation.ts';
import type { SimulatedNode } from './world/simulated-node.ts';

/** Something that must hold, by its name. What it is told of, and when, is for the system to say. */
export interface NamedChecker {
  readonly invariant: string;
}

/** Asks checkers, and ends the run when one of them has something to say. */
export class Checks<C extends NamedChecker> {
  readonly #simulation: Simulation;
  readonly #checkers: readonly C[];

  constructor(simulation: Simulation, checkers: readonly C[]) {
    this.#simulation = simulation;
    this.#checkers = checkers;
  }

  /** Something has happened of which alone nothing can be wrong. */
  tell(tidings: (checker: C) => void): void {
    for (const checker of this.#checkers) tidings(checker);
  }

  /** @param question gives what is wrong, in words, or undefined */
  ask(question: (checker: C) => string | undefined, node?: SimulatedNode): void {
    for (const checker of this.#checkers) {
      const problem = question(checker);
      if (problem !== undefined) this.#simulation.violate(checker.invariant, problem, node);
    }
  }
}
