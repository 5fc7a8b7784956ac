import { Log } from '@quorate/log';
import type { LogEvent } from '@quorate/log';
import { levelStorage } from '@quorate/log/leveldb';
import { Pid } from '@quorate/process';
import type { Logger } from '@quorate/process';
import { AcknowledgedEntries } from '../checkers/acknowledged-entries.ts';
import { Agreement } from '../checkers/agreement.ts';
import { AskedTruncations } from '../checkers/asked-truncations.ts';
import { DurableReplies } from '../checkers/durable-replies.ts';
import { ElectedReads } from '../checkers/elected-reads.ts';
import { EqualLogs } from '../checkers/equal-logs.ts';
import { LearnedValues } from '../checkers/learned-values.ts';
import { MonotonePromises } from '../checkers/monotone-promises.ts';
import { SingleWrites } from '../checkers/single-writes.ts';
import type { FaultAction, PlannedFault } from '../faults/fault-action.ts';
import { FaultInjector, nameOf } from '../faults/fault-injector.ts';
import type { FaultTarget } from '../faults/fault-injector.ts';
import type { NetworkConditions } from '../network/network-conditions.ts';
import { Simulation } from '../simulation.ts';
import type { NodeContext, SimulatedNode } from '../world/simulated-node.ts';
import { History } from './history.ts';
import type { Operation } from './history.ts';
import { begunToVote } from './replica-view.ts';
import type { ReplicaView } from './replica-view.ts';
import { BRISK, LogClient } from './log-client.ts';
import type { ClientPace } from './log-client.ts';
import { LOG_PATH, LogObserver } from './log-observer.ts';
import { Tallies } from './tallies.ts';

/** Hears what happens in a run, besides what its simulation tells. */
export interface LogSimulationListener {
  changed?(node: SimulatedNode, replica: ReplicaView): void;
  operation?(operation: Operation, phase: 'invoked' | 'returned'): void;
  /** A fault was brought about. */
  fault?(name: string): void;
}

/** The group, what goes wrong, and how clients and network behave. */
export interface LogSimulationOptions {
  readonly seed: number;
  readonly nodes: number;
  readonly quorum: number;
  readonly recovery: 'safe' | 'mesos';
  /** What goes wrong, and when. */
  readonly plan: readonly PlannedFault[];
  /** How long it may go wrong, in virtual milliseconds. */
  readonly durationMs: number;
  /** A quorum is lost in the end, and the group must halt. Default false. */
  readonly mustHalt?: boolean;
  readonly pace: ClientPace;
  /** How the network is, apart from what the plan does to it. */
  readonly climate: NetworkConditions;
  readonly logger?: (address: string) => Logger;
}

const REPLICA_ID = 'log-replica(1)';
/** How long a program that has failed is down before it is started again. */
const RESTART_MS = [200, 1_500] as const;
/**
 * How long a healthy group may take to elect a writer and append, after whoever waits in vain has
 * given up: 20 times the back-off of clients, and a round of the recovery.
 */
const APPEND_WITHIN_MS = 20 * 400 + 10_000;
/** How long all replicas may take to vote again and catch up. */
const RECOVER_WITHIN_MS = 120_000;
/** How long a group that must halt is watched. */
const HALTED_MS = 120_000;
const QUORUM_LOST = 'recovery waits: quorum-lost';
/** How long what was sent last may be under way. */
const SETTLE_MS = 1_000;

/**
 * A group of replicas with a client on each node. First things go wrong by plan; then all is
 * healed, and it must write again, bring back every replica, and show equal logs.
 */
export class LogSimulation {
  readonly simulation: Simulation;
  readonly history: History;
  readonly tallies = new Tallies();
  readonly observer: LogObserver;
  readonly #options: LogSimulationOptions;
  readonly #injector: FaultInjector;
  readonly #logs = new Map<SimulatedNode, Log>();
  /** Those that lost their disks and do not vote again yet. */
  readonly #lost = new Set<SimulatedNode>();
  readonly #listeners: LogSimulationListener[] = [];
  #leader = 0;
  #healed = false;
  /** Clients write no more. */
  #isQuiet = false;

  constructor(options: LogSimulationOptions) {
    this.#options = options;
    const { seed, nodes, quorum, logger } = options;
    this.simulation = new Simulation({ seed, ...(logger && { logger }) });
    this.simulation.network.climate = options.climate;
    const checkers = [
      new Agreement(quorum),
      new LearnedValues(quorum),
      new DurableReplies(),
      new MonotonePromises(),
      new SingleWrites(),
      new AcknowledgedEntries(),
      new EqualLogs(),
      new AskedTruncations(),
      new ElectedReads(),
    ];
    this.observer = new LogObserver(this.simulation, checkers, this.tallies);
    this.observer.onChange = (node, view, change) => {
      if (begunToVote(change)) this.#lost.delete(node);
      for (const listener of this.#listeners) listener.changed?.(node, view);
    };
    this.history = new History((operation, phase) => {
      this.simulation.note(`${operation.type} ${operation.outcome} ${operation.position ?? ''}`);
      for (const listener of this.#listeners) listener.operation?.(operation, phase);
      if (phase === 'invoked') this.observer.invoked(operation);
      else this.observer.returned(operation);
    });
    this.#injector = new FaultInjector(this.simulation, this.#target(), this.tallies);
    for (let index = 0; index < nodes; index++) this.#addNode(index);
  }

  /** How many appends were acknowledged. */
  get appends(): number {
    return this.history.operations.filter(
      ({ type, outcome }) => type === 'append' && outcome === 'succeeded',
    ).length;
  }

  /** Hears what happens from now on. */
  listen(listener: LogSimulationListener): void {
    this.#listeners.push(listener);
  }

  /** Runs it to the end, or to the first violation: see `simulation.violation`. */
  async run(): Promise<void> {
    const { plan, durationMs } = this.#options;
    const { simulation } = this;
    for (const node of simulation.nodes) {
      simulation.after(simulation.chance.between(0, 500), () => node.start());
    }
    for (const { atMs, action } of plan) {
      simulation.at(atMs, () => {
        if (!this.#healed) this.#inject(action);
      });
    }
    await simulation.run(durationMs);
    if (this.#options.mustHalt === true) await this.#loseQuorum();
    else await this.#heal();
  }

  #inject(action: FaultAction): void {
    if (!this.#injector.inject(action)) return;
    for (const listener of this.#listeners) listener.fault?.(nameOf(action));
  }

  // --------------------------------------------------------------------------- after the faults

  async #heal(): Promise<void> {
    const { simulation } = this;
    await this.#comeBack();
    this.#isQuiet = true;
    await simulation.run(BRISK.patienceMs + SETTLE_MS);
    await this.#catchUp();
    if (!simulation.violation) this.observer.finished();
  }

  /** Nothing goes wrong any more: it must write, and every replica must vote. */
  async #comeBack(): Promise<void> {
    const { simulation } = this;
    this.#healed = true;
    this.#injector.healAll();
    for (const node of simulation.nodes) if (!node.isUp) node.start();
    const appends = this.appends;
    const withinMs = this.#options.pace.patienceMs + APPEND_WITHIN_MS;
    await this.#expect('progress', 'no append succeeded', withinMs, () => this.appends > appends);
    await this.#expect('recovery', 'not all replicas came back', RECOVER_WITHIN_MS, () =>
      simulation.nodes.every((node) => this.#logs.get(node)?.recovered.isReady),
    );
  }

  // --------------------------------------------------------------- when a quorum loses its disks

  /**
   * So many replicas lose their disks at once that fewer than a quorum remember the log. What was
   * acknowledged may be gone, so the group must not go on as if it were not: none of the lost ones may
   * vote again, nothing may be acknowledged, and each that waits must name the reason.
   */
  async #loseQuorum(): Promise<void> {
    const { simulation, tallies } = this;
    await this.#comeBack();
    if (simulation.violation) return;
    const lost = this.#drawLost();
    for (const node of lost) {
      node.crash('power-loss');
      node.wipe();
      this.#restart(node, simulation.chance.between(...RESTART_MS));
    }
    // What was under way when the disks were lost may have been chosen before.
    await simulation.run(BRISK.patienceMs + SETTLE_MS);
    const appends = this.appends;
    const reports = tallies.get(QUORUM_LOST);
    await simulation.run(HALTED_MS);
    this.#checkHalted(lost, this.appends - appends, tallies.get(QUORUM_LOST) - reports);
  }

  #drawLost(): readonly SimulatedNode[] {
    const left = [...this.simulation.nodes];
    const lost: SimulatedNode[] = [];
    while (lost.length < this.#options.quorum) {
      const node = this.simulation.chance.pick(left);
      left.splice(left.indexOf(node), 1);
      lost.push(node);
    }
    return lost;
  }

  #checkHalted(lost: readonly SimulatedNode[], appends: number, reports: number): void {
    const { simulation } = this;
    if (simulation.violation) return;
    const violate = (what: string): void => simulation.violate('must-halt', what);
    if (appends > 0) violate(`${appends} appends succeeded without a quorum that remembers`);
    for (const node of lost) {
      const status = this.observer.view(node).metadata?.status ?? 'empty';
      if (status === 'starting' || status === 'voting') violate(`${node.address} is ${status}`);
    }
    if (reports === 0) violate('no replica says that the quorum is lost');
  }

  async #catchUp(): Promise<void> {
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
    await this.#expect(
      'catch-up',
      'not all replicas caught up',
      RECOVER_WITHIN_MS,
      () => caughtUp === simulation.nodes.length,
    );
  }

  async #expect(
    invariant: string,
    failure: string,
    withinMs: number,
    holds: () => boolean,
  ): Promise<void> {
    const { simulation } = this;
    const deadlineMs = simulation.nowMs + withinMs;
    while (!simulation.violation && !holds()) {
      if (simulation.nowMs >= deadlineMs) {
        simulation.violate(invariant, `${failure} within ${withinMs} ms of a healthy group`);
        return;
      }
      await simulation.run(250);
    }
  }

  // ------------------------------------------------------------------------------------- nodes

  #addNode(index: number): void {
    const address = `node-${index + 1}`;
    const node = this.simulation.addNode(address, (context) => this.#program(context));
    this.observer.watch(node);
  }

  /** What runs on a node: a log and a client of it. */
  async #program({ node, runtime, disk, chance }: NodeContext): Promise<void> {
    const { nodes, quorum, recovery } = this.#options;
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
    const client = new LogClient({
      address: node.address,
      runtime,
      log: opening.value(),
      chance: chance.fork('client'),
      history: this.history,
      pace: () => (this.#healed ? BRISK : this.#options.pace),
      role: () => {
        if (this.#isQuiet) return 'idle';
        return this.simulation.nodes[this.#leader] === node ? 'leader' : 'follower';
      },
    });
    const code = await client.run();
    if (USELESS_DISK.has(code)) this.#exit(node, life, code);
  }

  #onEvent(node: SimulatedNode, life: number, event: LogEvent): void {
    if (event.type === 'failed') this.#exit(node, life, event.error.code);
    if (event.type === 'recovery-waiting') this.tallies.count(`recovery waits: ${event.diagnosis}`);
  }

  /** The program ends, as the command does when its replica is out of use; then it is started again. */
  #exit(node: SimulatedNode, life: number, code: string): void {
    this.tallies.count(`program ended: ${code}`);
    this.simulation.after(0, () => {
      if (node.life !== life) return;
      node.crash('kill');
      if (USELESS_DISK.has(code)) this.#discardDisk(node);
      this.#restart(node, this.simulation.chance.between(...RESTART_MS));
    });
  }

  /** An operator moves a directory away that cannot be used, once that is safe. */
  #discardDisk(node: SimulatedNode): void {
    if (!this.#mayLose(node)) return;
    this.#lost.add(node);
    node.wipe();
  }

  #restart(node: SimulatedNode, downMs: number): void {
    this.#logs.delete(node);
    this.simulation.after(downMs, () => node.start());
  }

  #target(): FaultTarget {
    return {
      mayLose: (node) => this.#mayLose(node),
      losing: (node) => this.#lost.add(node),
      restart: (node, downMs) => this.#restart(node, downMs),
      stop: (node, downMs) => this.#stop(node, downMs),
      hide: (node, member, forMs) => this.#hide(node, member, forMs),
      startOf: (node) => {
        if (!this.#logs.get(node)?.recovered.isReady) return undefined;
        const { incarnation = 0, startCounter = 0 } = this.observer.view(node).metadata ?? {};
        return `${incarnation}.${startCounter}`;
      },
      lead: (node) => {
        this.#leader = node.index;
      },
    };
  }

  /** Everybody else must be voting, but for as many as the quorum can do without. */
  #mayLose(node: SimulatedNode): boolean {
    const voting = this.simulation.nodes.filter((other) => {
      if (other === node || this.#lost.has(other) || other.disk.isDamaged) return false;
      return this.observer.view(other).metadata?.status === 'voting';
    });
    return voting.length >= this.#options.quorum;
  }

  #stop(node: SimulatedNode, downMs: number): void {
    const log = this.#logs.get(node);
    const { life } = node;
    const crash = (): void => {
      if (node.life !== life) return;
      node.crash('kill');
      this.#restart(node, downMs);
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
