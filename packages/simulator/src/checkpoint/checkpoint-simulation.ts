import { FaultInjector } from '../faults/fault-injector.ts';
import { Simulation } from '../simulation.ts';
import type { BuildSettings, SystemRun } from '../system/system.ts';
import { Tallies } from '../tallies.ts';
import { Checks } from '../checks.ts';
import { ReportedDamage } from '../disk/reported-damage.ts';
import type { NodeContext, SimulatedNode } from '../world/simulated-node.ts';
import { onSeparateDevices } from './checkers/same-device.ts';
import type { CheckpointPlan } from './checkpoint-plan.ts';
import { FileKeeper } from './file-keeper.ts';
import type { Keeper } from './keeper.ts';
import { RecordKeeper } from './record-keeper.ts';
import { ResourceKeeper } from './resource-keeper.ts';
import { TargetKeeper } from './target-keeper.ts';

/** How long a program that has failed is down before it is started again. */
const RESTART_MS = [10, 200] as const;
/** How long a healthy agent may take until each of its keepers has changed something. */
const CHANGE_WITHIN_MS = 10_000;

/** An agent that keeps a file, records, a state with its consequences, and volumes on one disk. */
export class CheckpointSimulation implements SystemRun {
  readonly simulation: Simulation;
  readonly tallies = new Tallies();
  readonly #plan: CheckpointPlan;
  readonly #tell: BuildSettings['tell'];
  readonly #injector: FaultInjector;
  readonly #keepers: ReadonlyMap<string, Keeper> = new Map<string, Keeper>([
    ['file', new FileKeeper()],
    ['records', new RecordKeeper()],
    ['state', new TargetKeeper()],
    ['volumes', new ResourceKeeper()],
  ]);
  /** How many changes of each keeper were acknowledged. */
  readonly #acknowledged = new Map<string, number>();
  readonly #damage = new ReportedDamage('CHECKPOINT_CORRUPT');
  readonly #checks: Checks<ReportedDamage>;
  #isQuiet = false;

  constructor(plan: CheckpointPlan, { logger, tell }: BuildSettings) {
    this.#plan = plan;
    this.#tell = tell;
    this.simulation = new Simulation({ seed: plan.seed, ...(logger && { logger }) });
    const agent = this.simulation.addNode('agent', (context) => this.#agent(context));
    this.#checks = new Checks(this.simulation, [this.#damage]);
    agent.disk.listen({
      fault: (name) => {
        this.tallies.count(`disk: ${name}`);
        this.#damage.diskFailed();
      },
    });
    this.#injector = new FaultInjector(this.simulation, this.tallies, {
      rot: (node) => this.#rot(node),
      onFault: (name) => tell({ type: 'note', text: name }),
    });
  }

  get acknowledged(): number {
    return [...this.#acknowledged.values()].reduce((sum, count) => sum + count, 0);
  }

  async run(): Promise<void> {
    const { simulation } = this;
    const [agent] = simulation.nodes;
    agent?.start();
    this.#injector.follow(this.#plan.faults);
    await simulation.run(this.#plan.durationMs);
    this.#injector.healAll();
    const before = new Map(this.#acknowledged);
    const failure = 'not everything that a healthy agent keeps could be changed';
    await simulation.eventually('progress', failure, CHANGE_WITHIN_MS, () =>
      [...this.#keepers.keys()].every(
        (name) => (this.#acknowledged.get(name) ?? 0) > (before.get(name) ?? 0),
      ),
    );
    // What was acknowledged last has to survive one more loss of power.
    this.#isQuiet = true;
    await simulation.run(CHANGE_WITHIN_MS);
    agent?.crash('power-loss');
    agent?.start();
    await simulation.run(CHANGE_WITHIN_MS);
  }

  async #agent(context: NodeContext): Promise<void> {
    const { node, runtime, disk, chance } = context;
    const { life } = node;
    const violate = (invariant: string, text: string): void =>
      this.simulation.violate(invariant, text, node);
    const fileSystem = onSeparateDevices(disk.fileSystem, violate);
    this.#damage.started();
    const lives = [...this.#keepers].map(async ([name, keeper]) => {
      const code = await keeper.live({
        runtime,
        fileSystem,
        chance: chance.fork(name),
        pace: () => this.#plan.pace,
        isQuiet: () => this.#isQuiet,
        violate,
        acknowledged: (what) => this.#onAcknowledged(name, what),
        recovered: () => this.#checks.ask((checker) => checker.read(name), node),
      });
      this.#checks.ask((checker) => checker.failed(name, code), node);
      return code;
    });
    const code = await Promise.race(lives);
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

  /** A bit flips where there are checksums while the power is off: the next start has to say so. */
  #rot(node: SimulatedNode): boolean {
    if (!node.isUp || this.#damage.isDamaged) return false;
    node.crash('power-loss');
    this.#startLater(node);
    const parts = [...this.#keepers].flatMap(([reader, { checksummed = [] }]) =>
      checksummed.flatMap(({ path, endBytes = Infinity }) => {
        if (!node.disk.filePaths.includes(path)) return [];
        const end = Math.min(node.disk.fileBytes(path).length, endBytes);
        return end > 0 ? [{ reader, path, end }] : [];
      }),
    );
    if (parts.length === 0) return false;
    const { chance } = this.simulation;
    const { reader, path, end } = chance.pick(parts);
    const offset = chance.between(0, end - 1);
    const mend = node.disk.damageFile(path, offset);
    this.#damage.damaged({ reader, path, offset, mend });
    return true;
  }

  #onAcknowledged(keeper: string, what: string): void {
    const count = (this.#acknowledged.get(keeper) ?? 0) + 1;
    this.#acknowledged.set(keeper, count);
    this.simulation.note(what);
    const operation = this.acknowledged;
    this.#tell({ type: 'client', node: 'agent', operation, phase: 'succeeded', text: what });
  }
}
