import type { PlannedFault } from '../faults/fault-action.ts';
import { QUIET } from '../network/network-conditions.ts';
import { runSystem } from './run.ts';
import type { RunReport } from './run.ts';
import type { Plan, System } from './system.ts';

/** How long to look for a smaller run, and who hears of it. */
export interface ShrinkOptions {
  /** How many runs may be tried. Default 300. */
  readonly runsMax?: number;
  /** Told of every smaller plan that fails as well. */
  readonly onProgress?: (faults: number, runs: number) => void;
}

const RUNS_MAX = 300;

/**
 * Cuts a failing run down to what it takes to fail: fewer faults, a shorter time, a quiet network.
 * Each candidate is run, and kept if it violates the same invariant (delta debugging, Zeller and
 * Hildebrandt 2002). Gives the report of the smallest one found.
 */
export async function shrinkRun<P extends Plan>(
  system: System<P>,
  failing: RunReport<P>,
  options: ShrinkOptions = {},
): Promise<RunReport<P>> {
  return new Shrinker(system, failing, options).run();
}

class Shrinker<P extends Plan> {
  readonly #system: System<P>;
  #best: RunReport<P>;
  #runs = 0;
  readonly #invariant: string | undefined;
  readonly #options: ShrinkOptions;

  constructor(system: System<P>, failing: RunReport<P>, options: ShrinkOptions) {
    this.#system = system;
    this.#best = failing;
    this.#invariant = failing.violation?.invariant;
    this.#options = options;
  }

  async run(): Promise<RunReport<P>> {
    if (this.#invariant === undefined) return this.#best;
    await this.#dropLaterFaults();
    await this.#cutFaults();
    await this.#try({ ...this.#best.plan, climate: QUIET });
    for (const plan of this.#system.simpler?.(this.#best.plan) ?? []) await this.#try(plan);
    await this.#cutFaults();
    await this.#cutTheEnd();
    return this.#best;
  }

  /** What was planned for after the violation had no part in it: the run is the same without. */
  async #dropLaterFaults(): Promise<void> {
    const { plan, violation } = this.#best;
    const faults = plan.faults.filter(({ atMs }) => atMs <= (violation?.timeMs ?? Infinity));
    if (faults.length < plan.faults.length) await this.#run({ ...plan, faults });
  }

  /** Last of all: with fewer faults the violation may come later. */
  async #cutTheEnd(): Promise<void> {
    const { plan, violation } = this.#best;
    const durationMs = Math.max(1_000, Math.ceil(violation?.timeMs ?? Infinity) + 1);
    if (durationMs < plan.durationMs) await this.#run({ ...plan, durationMs });
  }

  /** Leaves out halves, then quarters, and so on, until no single fault can be left out. */
  async #cutFaults(): Promise<void> {
    let pieces = 2;
    while (this.#best.plan.faults.length > 0) {
      const { faults } = this.#best.plan;
      const size = Math.ceil(faults.length / pieces);
      let isSmaller = false;
      for (let from = 0; from < faults.length && !isSmaller; from += size) {
        isSmaller = await this.#tryFaults([...faults.slice(0, from), ...faults.slice(from + size)]);
      }
      if (isSmaller) await this.#dropLaterFaults();
      if (isSmaller) pieces = Math.max(2, pieces - 1);
      else if (size === 1) return;
      else pieces = Math.min(faults.length, pieces * 2);
      if (this.#runs >= this.#runsMax) return;
    }
  }

  #tryFaults(faults: readonly PlannedFault[]): Promise<boolean> {
    return this.#try({ ...this.#best.plan, faults });
  }

  async #try(plan: P): Promise<boolean> {
    return this.#runs < this.#runsMax && this.#run(plan);
  }

  async #run(plan: P): Promise<boolean> {
    this.#runs++;
    const report = await runSystem(this.#system, plan);
    if (report.violation?.invariant !== this.#invariant) return false;
    this.#best = report;
    this.#options.onProgress?.(plan.faults.length, this.#runs);
    return true;
  }

  get #runsMax(): number {
    return this.#options.runsMax ?? RUNS_MAX;
  }
}
