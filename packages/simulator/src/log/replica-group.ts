import { Log } from '@quorate/log';
import type { LogEvent } from '@quorate/log';
import { levelStorage } from '@quorate/log/leveldb';
import { Pid } from '@quorate/process';
import type { Logger, Runtime } from '@quorate/process';
import type { Chance } from '../chance.ts';
import { FaultInjector } from '../faults/fault-injector.ts';
import type { FaultTarget } from '../faults/fault-injector.ts';
import { Simulation } from '../simulation.ts';
import { Tallies } from '../tallies.ts';
import type { NodeContext, SimulatedNode } from '../world/simulated-node.ts';
import type { Checker } from './checkers/checker.ts';
import type { GroupPlan } from './group-plan.ts';
import { Leadership } from './leadership.ts';
import { LOG_PATH, LogObserver } from './log-observer.ts';
import { begunToVote } from './replica-view.ts';
import type { ReplicaView } from './replica-view.ts';

/** What a node does with its log. */
export interface LogUse {
  readonly node: SimulatedNode;
  readonly runtime: Runtime;
  readonly log: Log;
  /** Draws of this life of the node. */
  readonly chance: Chance;
}

export interface ReplicaGroupOptions {
  readonly plan: Omit<GroupPlan, 'formatVersion' | 'profile'>;
  /** Of the log. */
  readonly checkers: readonly Checker[];
  /** Works until the log is of no more use. Gives the code that says why. */
  readonly use: (use: LogUse) => PromiseLike<string>;
  readonly onFault: (name: string) => void;
  /** What a replica has on its disk has changed. */
  readonly onChange: (node: SimulatedNode, replica: ReplicaView) => void;
  readonly logger?: (address: string) => Logger;
}

const REPLICA_ID = 'log-replica(1)';
/** How long a program that has failed is down before it is started again. */
export const RESTART_MS = [200, 1_500] as const;
/** How long all replicas may take to vote again and catch up, once nothing goes wrong any more. */
const RECOVER_WITHIN_MS = 120_000;

/**
 * A group of replicas of the log, each on a node with a program that uses it. A program that ends is
 * started again, with an empty disk when it cannot use the one it has.
 */
export class ReplicaGroup {
  readonly simulation: Simulation;
  readonly tallies = new Tallies();
  readonly observer: LogObserver;
  readonly leadership = new Leadership();
  readonly #options: ReplicaGroupOptions;
  readonly #injector: FaultInjector;
  readonly #logs = new Map<SimulatedNode, Log>();
  /** Those that lost their disks and do not vote again yet. */
  readonly #lost = new Set<SimulatedNode>();

  constructor(options: ReplicaGroupOptions) {
    this.#options = options;
    const { plan, checkers, onChange, logger } = options;
    this.simulation = new Simulation({ seed: plan.seed, ...(logger && { logger }) });
    this.simulation.network.climate = plan.climate;
    this.observer = new LogObserver(this.simulation, checkers, this.tallies);
    this.observer.onChange = (node, view, change) => {
      if (begunToVote(change)) this.#lost.delete(node);
      onChange(node, view);
    };
    this.#injector = new FaultInjector(this.simulation, this.tallies, this.#target());
    for (let index = 0; index < plan.nodes; index++) {
      const address = `node-${index + 1}`;
      this.observer.watch(this.simulation.addNode(address, (context) => this.#program(context)));
    }
  }

  /** Whether nothing goes wrong any more. */
  get isHealed(): boolean {
    return this.#injector.isHealed;
  }

  /** Starts all nodes, and lets go wrong what the plan says. */
  async goWrong(): Promise<void> {
    const { simulation } = this;
    const { faults, durationMs } = this.#options.plan;
    for (const node of simulation.nodes) {
      simulation.after(simulation.chance.between(0, 500), () => node.start());
    }
    this.#injector.follow(faults);
    await simulation.run(durationMs);
  }

  /** Nothing goes wrong any more. */
  healAll(): void {
    this.#injector.healAll();
  }

  /** All replicas must vote, in time. */
  async expectRecovery(): Promise<void> {
    const { simulation } = this;
    const failure = 'not all replicas of a healthy group came back';
    await simulation.eventually('recovery', failure, RECOVER_WITHIN_MS, () =>
      simulation.nodes.every((node) => this.#logs.get(node)?.recovered.isReady),
    );
  }

  /** All replicas must catch up, in time. */
  async expectCatchUp(): Promise<void> {
    const { simulation } = this;
    if (simulation.violation) return;
    let caughtUp = 0;
    for (const log of this.#logs.values()) {
      log
        .reader()
        .catchUp()
        .onReady(() => caughtUp++)
        .onFailed(() => undefined);
    }
    const failure = 'not all replicas of a healthy group caught up';
    await simulation.eventually(
      'catch-up',
      failure,
      RECOVER_WITHIN_MS,
      () => caughtUp === simulation.nodes.length,
    );
  }

  /** Starts a node's program again, `downMs` from now. */
  restart(node: SimulatedNode, downMs: number): void {
    this.#logs.delete(node);
    this.simulation.after(downMs, () => node.start());
  }

  // ------------------------------------------------------------------------------------- nodes

  async #program({ node, runtime, disk, chance }: NodeContext): Promise<void> {
    const { nodes, quorum, recovery } = this.#options.plan;
    const life = node.life;
    const addresses = Array.from({ length: nodes }, (_, index) => `node-${index + 1}`);
    const opening = Log.open({
      runtime,
      storage: levelStorage({ path: LOG_PATH, engine: disk.engine }),
      quorum,
      clusterSize: nodes,
      peers: addresses
        .filter((other) => other !== node.address)
        .map((other) => new Pid(REPLICA_ID, other)),
      replicaId: REPLICA_ID,
      recovery,
      autoInitialize: true,
      onEvent: (event) => this.#onEvent(node, life, event),
    });
    opening.onFailed((error) => this.#exit(node, life, codeOf(error)));
    opening.onReady((log) => this.#logs.set(node, log));
    await opening.repair(() => undefined as never);
    if (!opening.isReady) return;
    const code = await this.#options.use({ node, runtime, chance, log: opening.value() });
    if (USELESS_DISK.has(code)) this.#exit(node, life, code);
  }

  #onEvent(node: SimulatedNode, life: number, event: LogEvent): void {
    if (event.type === 'failed') this.#exit(node, life, event.error.code);
    if (event.type === 'recovery-waiting') this.observer.waits(node, event);
  }

  /** The program ends, as the command does when its replica is out of use; then it is started again. */
  #exit(node: SimulatedNode, life: number, code: string): void {
    this.tallies.count(`program ended: ${code}`);
    this.simulation.after(0, () => {
      if (node.life !== life) return;
      node.crash('kill');
      if (USELESS_DISK.has(code)) this.#discardDisk(node);
      this.restart(node, this.simulation.chance.between(...RESTART_MS));
    });
  }

  /** An operator moves a directory away that cannot be used, once that is safe. */
  #discardDisk(node: SimulatedNode): void {
    if (!this.#mayLose(node)) return;
    this.#lost.add(node);
    node.wipe();
  }

  // ------------------------------------------------------------------------------------- faults

  #target(): FaultTarget {
    return {
      mayLose: (node) => this.#mayLose(node),
      losing: (node) => this.#lost.add(node),
      restart: (node, downMs) => this.restart(node, downMs),
      stop: (node, downMs) => this.#stop(node, downMs),
      hide: (node, member, forMs) => this.#hide(node, member, forMs),
      startOf: (node) => {
        if (!this.#logs.get(node)?.recovered.isReady) return undefined;
        const { incarnation = 0, startCounter = 0 } = this.observer.view(node).metadata ?? {};
        return `${incarnation}.${startCounter}`;
      },
      lead: (node) => this.leadership.assign(node.index, this.simulation.nowMs),
      onFault: this.#options.onFault,
    };
  }

  /** Everybody else must be voting, but for as many as the quorum can do without. */
  #mayLose(node: SimulatedNode): boolean {
    const voting = this.simulation.nodes.filter((other) => {
      if (other === node || this.#lost.has(other) || other.disk.isDamaged) return false;
      return this.observer.view(other).metadata?.status === 'voting';
    });
    return voting.length >= this.#options.plan.quorum;
  }

  #stop(node: SimulatedNode, downMs: number): void {
    const log = this.#logs.get(node);
    const { life } = node;
    const crash = (): void => {
      if (node.life !== life) return;
      node.crash('kill');
      this.restart(node, downMs);
    };
    if (log) log.close().onAny(() => this.simulation.after(0, crash));
    else crash();
  }

  #hide(node: SimulatedNode, member: SimulatedNode, forMs: number): void {
    const network = this.#logs.get(node)?.network;
    const pid = new Pid(REPLICA_ID, member.address);
    const { life } = node;
    network?.remove(pid);
    this.simulation.after(forMs, () => {
      if (node.life === life) network?.add(pid);
    });
  }
}

/** What a replica ends with that can only come back with an empty disk. */
const USELESS_DISK: ReadonlySet<string> = new Set([
  'LOG_CORRUPT',
  'REPLICA_IDENTITY_MISMATCH',
  'REPLICA_OUTDATED',
]);

function codeOf(error: Error): string {
  return 'code' in error ? String(error.code) : error.name;
}
