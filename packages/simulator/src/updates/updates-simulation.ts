import { Pid } from '@quorate/process';
import { Checks } from '../checks.ts';
import { ReportedDamage } from '../disk/reported-damage.ts';
import { FaultInjector } from '../faults/fault-injector.ts';
import { Simulation } from '../simulation.ts';
import type { BuildSettings, SystemRun } from '../system/system.ts';
import { Tallies } from '../tallies.ts';
import type { NodeContext, SimulatedNode } from '../world/simulated-node.ts';
import { AgentProgram, JOURNAL_FILES } from './agent-program.ts';
import { AcceptedAcknowledgements } from './checkers/accepted-acknowledgements.ts';
import { LatestState } from './checkers/latest-state.ts';
import { NothingLost } from './checkers/nothing-lost.ts';
import { OrderedForwards } from './checkers/ordered-forwards.ts';
import { PausedForwards } from './checkers/paused-forwards.ts';
import { RetryTimes } from './checkers/retry-times.ts';
import { isKept, nameOf } from './checkers/update-checker.ts';
import type { UpdateChecker } from './checkers/update-checker.ts';
import { coveredBatches } from './journal-cycle.ts';
import { Receiver } from './receiver.ts';
import { UpdateHistory } from './update-history.ts';
import type { UpdateListener, UpdateRecord } from './update-history.ts';
import type { UpdatesPlan } from './updates-plan.ts';

/** How long a program that has failed is down before it is started again. */
const RESTART_MS = [50, 500] as const;
/** How long a healthy agent may take beyond the longest wait for a retry. */
const DELIVER_WITHIN_MS = 20_000;

/** Who reads it, for the checker of damage. */
const JOURNAL = 'journal';

/** An agent with a manager of status updates on its disk, and who receives them. */
export class UpdatesSimulation implements SystemRun {
  readonly simulation: Simulation;
  readonly tallies = new Tallies();
  readonly #plan: UpdatesPlan;
  readonly #injector: FaultInjector;
  readonly #history: UpdateHistory;
  readonly #damage = new ReportedDamage('JOURNAL_CORRUPT');
  readonly #damageChecks: Checks<ReportedDamage>;
  #isQuiet = false;

  constructor(plan: UpdatesPlan, { logger, tell }: BuildSettings) {
    this.#plan = plan;
    this.simulation = new Simulation({ seed: plan.seed, ...(logger && { logger }) });
    this.simulation.network.climate = plan.climate;
    const checks = new Checks<UpdateChecker>(this.simulation, [
      new OrderedForwards(),
      new NothingLost(() => this.#history.streams),
      new RetryTimes(() => this.#plan.pace),
      new AcceptedAcknowledgements(),
      new LatestState(),
      new PausedForwards(() => this.#history.streams),
    ]);
    this.#history = new UpdateHistory(this.#listener(checks, tell));
    const agent = this.simulation.addNode('agent', (context) => this.#agent(context));
    this.simulation.addNode('framework', ({ runtime, chance }) => {
      const silent = (): number => (this.#injector.isHealed ? 0 : plan.pace.silentPermille);
      runtime.spawn(new Receiver(chance, silent));
    });
    this.simulation.listen({
      node: (node, what) => {
        if (node === agent && what === 'crash') this.#history.crashed();
      },
    });
    this.#damageChecks = new Checks(this.simulation, [this.#damage]);
    agent.disk.listen({
      fault: (name) => {
        this.tallies.count(`disk: ${name}`);
        this.#damage.diskFailed();
      },
    });
    this.#injector = new FaultInjector(this.simulation, this.tallies, {
      rot: (node) => node === agent && this.#rot(agent),
      onFault: (name) => tell({ type: 'note', text: name }),
    });
  }

  get acknowledged(): number {
    return this.#history.acknowledged;
  }

  async run(): Promise<void> {
    const { simulation } = this;
    for (const node of simulation.nodes) node.start();
    this.#injector.follow(this.#plan.faults);
    await simulation.run(this.#plan.durationMs);
    this.#isQuiet = true;
    this.#injector.healAll();
    const { retryMsMin, retryMsMax } = this.#plan.pace;
    const withinMs = 2 * Math.max(retryMsMin, retryMsMax) + DELIVER_WITHIN_MS;
    const isDelivered = (update: UpdateRecord): boolean =>
      update.acknowledged === 'done' || update.acknowledged === 'unknown';
    const waiting = (): UpdateRecord | undefined =>
      this.#updates().find((update) => isKept(update) && !isDelivered(update));
    await simulation.eventually(
      'progress',
      'not every update that was kept was acknowledged by a healthy receiver',
      withinMs,
      () => waiting() === undefined && !this.#damage.isDamaged,
    );
    const { violation } = simulation;
    const last = waiting();
    if (violation?.invariant === 'progress' && last) simulation.note(nameOf(last));
  }

  #updates(): readonly UpdateRecord[] {
    return this.#history.streams.flatMap(({ updates }) => updates);
  }

  async #agent(context: NodeContext): Promise<void> {
    const { node } = context;
    const { life } = node;
    const program = new AgentProgram({
      plan: this.#plan,
      context,
      receiver: new Pid('receiver', 'framework'),
      history: this.#history,
      tallies: this.tallies,
      pace: () => this.#plan.pace,
      isQuiet: () => this.#isQuiet,
    });
    this.#damage.started();
    const code = await program.run();
    this.#damageChecks.ask((checker) => checker.failed(JOURNAL, code), node);
    this.tallies.count(`program ended: ${code}`);
    this.simulation.after(0, () => {
      if (node.life !== life) return;
      node.crash('kill');
      this.#startLater(node);
    });
  }

  #startLater(node: SimulatedNode): void {
    this.simulation.after(this.simulation.chance.between(...RESTART_MS), () => node.start());
  }

  /** A bit of the journal flips while the power is off, where that cannot be taken for a crash. */
  #rot(agent: SimulatedNode): boolean {
    if (this.#plan.storage !== 'journal' || !agent.isUp || this.#damage.isDamaged) return false;
    agent.crash('power-loss');
    this.#startLater(agent);
    const parts = JOURNAL_FILES.flatMap((path) => {
      if (!agent.disk.filePaths.includes(path)) return [];
      const batches = coveredBatches(agent.disk.fileBytes(path));
      return batches ? [{ path, ...batches }] : [];
    });
    if (parts.length === 0) return false;
    const { chance } = this.simulation;
    const { path, start, end } = chance.pick(parts);
    const offset = chance.between(start, end - 1);
    const mend = agent.disk.damageFile(path, offset);
    this.#damage.damaged({ reader: JOURNAL, path, offset, mend });
    return true;
  }

  #listener(checks: Checks<UpdateChecker>, tell: BuildSettings['tell']): UpdateListener {
    let told = 0;
    const note = (update: UpdateRecord, what: string): void => {
      this.simulation.note(`${what} ${update.uuid}`);
      tell({
        type: 'client',
        node: 'agent',
        operation: told++,
        phase: 'succeeded',
        text: `${what} ${nameOf(update)}`,
      });
    };
    return {
      kept: (update) => note(update, 'keep'),
      forwarded: (update, forward, latest) => {
        this.simulation.note(`forward ${update.uuid}`);
        if (update.forwards.length > 0) this.tallies.count('retry');
        checks.ask((checker) => checker.forwarded?.(update, forward, latest));
      },
      acknowledged: (update, goesOn) => {
        note(update, 'acknowledge');
        checks.ask((checker) => checker.acknowledged?.(update, goesOn));
      },
      recovered: (streams) => {
        this.tallies.count('recovery: succeeded');
        this.#damageChecks.ask((checker) => checker.read(JOURNAL));
        checks.ask((checker) => checker.recovered?.(streams));
      },
      paused: () => checks.tell((checker) => checker.paused?.()),
      resuming: () => checks.tell((checker) => checker.resuming?.()),
      resumed: (at) => {
        this.tallies.count('pause');
        checks.ask((checker) => checker.resumed?.(at));
      },
      crashed: () => checks.tell((checker) => checker.crashed?.()),
    };
  }
}
