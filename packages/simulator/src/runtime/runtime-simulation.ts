import type { Pid, Runtime } from '@quorate/process';
import { FaultInjector } from '../faults/fault-injector.ts';
import { Simulation } from '../simulation.ts';
import type { BuildSettings, SystemRun } from '../system/system.ts';
import { Tallies } from '../tallies.ts';
import type { NodeContext, SimulatedNode } from '../world/simulated-node.ts';
import { ActorProgram } from './actor-program.ts';
import { BoundedMailboxes } from './checkers/bounded-mailboxes.ts';
import { Ledger } from './ledger.ts';
import type { Violate } from './ledger.ts';
import type { RuntimePlan } from './runtime-plan.ts';

/** How long what was begun last may take: a turn that was put off may come 10 s late. */
const SETTLE_MS = 15_000;

/** How long everything goes on once nothing goes wrong any more. */
const AFTER_MS = 1_000;

/** A program that is alive. */
interface Living {
  readonly runtime: Runtime;
  readonly program: ActorProgram;
}

/** Actors in several runtimes that call, watch and end each other. */
export class RuntimeSimulation implements SystemRun {
  readonly simulation: Simulation;
  readonly tallies = new Tallies();
  readonly #plan: RuntimePlan;
  readonly #injector: FaultInjector;
  readonly #ledger: Ledger;
  readonly #mailboxes: BoundedMailboxes;
  readonly #living = new Map<SimulatedNode, Living>();
  #isQuiet = false;

  constructor(plan: RuntimePlan, { logger, tell }: BuildSettings) {
    this.#plan = plan;
    this.simulation = new Simulation({ seed: plan.seed, ...(logger && { logger }) });
    this.simulation.network.climate = plan.climate;
    const violate: Violate = (invariant, text) => this.simulation.violate(invariant, text);
    this.#ledger = new Ledger(violate);
    this.#mailboxes = new BoundedMailboxes(violate);
    for (let index = 0; index < plan.nodes; index++) {
      this.simulation.addNode(`node-${index + 1}`, (context) => this.#program(context));
    }
    this.simulation.listen({
      node: (node, what) => {
        if (what !== 'crash') return;
        this.#ledger.interrupt();
        const living = this.#living.get(node);
        if (living) {
          this.#ledger.forget(living.runtime);
          this.#mailboxes.forget(living.runtime);
        }
        this.#living.delete(node);
      },
    });
    this.#injector = new FaultInjector(this.simulation, this.tallies, {
      onFault: (name) => {
        this.#ledger.interrupt();
        tell({ type: 'note', text: name });
      },
    });
  }

  get acknowledged(): number {
    return this.#ledger.served;
  }

  async run(): Promise<void> {
    const { simulation } = this;
    for (const node of simulation.nodes) node.start();
    this.#injector.follow(this.#plan.faults);
    await simulation.run(this.#plan.durationMs);
    this.#ledger.interrupt();
    this.#injector.healAll();
    await simulation.run(AFTER_MS);
    this.#isQuiet = true;
    await simulation.run(SETTLE_MS);
    if (simulation.violation) return;
    this.#atRest();
    // What waits for something that never comes is told when its runtime is closed.
    let closed = 0;
    for (const { runtime } of this.#living.values()) runtime.close().onReady(() => closed++);
    await simulation.run(SETTLE_MS);
    if (closed < this.#living.size)
      simulation.violate('closes', 'a runtime does not come to its end');
    if (simulation.violation) return;
    this.#atRest();
    for (const { runtime } of this.#living.values()) {
      const [left] = runtime.processes();
      if (left) simulation.violate('closes', `${left.id} is there after its runtime was closed`);
    }
  }

  #atRest(): void {
    this.#ledger.atRest((runtime) => runtime.clock.now());
    this.#mailboxes.atRest();
  }

  #program(context: NodeContext): Promise<void> {
    const { node, runtime } = context;
    this.#mailboxes.watch(runtime);
    const program = new ActorProgram({
      context,
      pace: this.#plan.pace,
      ledger: this.#ledger,
      mailboxes: this.#mailboxes,
      tallies: this.tallies,
      others: () => this.#othersOf(node),
      isQuiet: () => this.#isQuiet,
    });
    this.#living.set(node, { runtime, program });
    return program.run();
  }

  #othersOf(node: SimulatedNode): readonly Pid[] {
    return [...this.#living].flatMap(([other, { program }]) =>
      other === node ? [] : program.pids,
    );
  }
}
