import type { Logger } from '@quorate/process';
import type { Simulation } from '../simulation.ts';
import type { Tallies } from '../tallies.ts';
import type { SimulatedNode } from '../world/simulated-node.ts';
import { AcknowledgedEntries } from './checkers/acknowledged-entries.ts';
import { AskedAppends } from './checkers/asked-appends.ts';
import { AskedTruncations } from './checkers/asked-truncations.ts';
import { ElectedReads } from './checkers/elected-reads.ts';
import { groupCheckers } from './checkers/group-checkers.ts';
import { History } from './history.ts';
import type { Operation } from './history.ts';
import { BRISK, LogClient } from './log-client.ts';
import type { LogPlan } from './log-plan.ts';
import { loseQuorum } from './lose-quorum.ts';
import { ReplicaGroup } from './replica-group.ts';
import type { LogUse } from './replica-group.ts';
import type { ReplicaView } from './replica-view.ts';

/** Hears what happens in a run, besides what its simulation tells. */
export interface LogSimulationListener {
  changed?(node: SimulatedNode, replica: ReplicaView): void;
  operation?(operation: Operation, phase: 'invoked' | 'returned'): void;
  /** A fault was brought about. */
  fault?(name: string): void;
}

/** The group, what goes wrong, and how clients and network behave. */
export interface LogSimulationOptions extends Omit<
  LogPlan,
  'formatVersion' | 'system' | 'profile'
> {
  readonly logger?: (address: string) => Logger;
}

/**
 * How long a healthy group may take to elect a writer and append, after whoever waits in vain has
 * given up: 20 times the back-off of clients, and a round of the recovery.
 */
const APPEND_WITHIN_MS = 20 * 400 + 10_000;
/** How long what was sent last may be under way. */
const SETTLE_MS = 1_000;

/**
 * A group of replicas with a client on each node. First things go wrong by plan; then all is
 * healed, and it must write again, bring back every replica, and show equal logs.
 */
export class LogSimulation {
  readonly simulation: Simulation;
  readonly history: History;
  readonly tallies: Tallies;
  readonly #options: LogSimulationOptions;
  readonly #group: ReplicaGroup;
  readonly #listeners: LogSimulationListener[] = [];
  /** Clients write no more. */
  #isQuiet = false;

  constructor(options: LogSimulationOptions) {
    this.#options = options;
    const { quorum, logger } = options;
    this.#group = new ReplicaGroup({
      plan: options,
      checkers: [
        ...groupCheckers(quorum),
        new AcknowledgedEntries(),
        new AskedAppends(),
        new AskedTruncations(),
        new ElectedReads(),
      ],
      use: (use) => this.#useLog(use),
      onFault: (name) => this.#tell((listener) => listener.fault?.(name)),
      onChange: (node, view) => this.#tell((listener) => listener.changed?.(node, view)),
      ...(logger && { logger }),
    });
    const { simulation, observer } = this.#group;
    this.simulation = simulation;
    this.tallies = this.#group.tallies;
    this.history = new History((operation, phase) => {
      simulation.note(`${operation.type} ${operation.outcome} ${operation.position ?? ''}`);
      this.#tell((listener) => listener.operation?.(operation, phase));
      if (phase === 'invoked') {
        observer.invoked(operation);
        return;
      }
      if (operation.position !== undefined) this.#group.leadership.renew(simulation.nowMs);
      observer.returned(operation);
    });
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
    await this.#group.goWrong();
    await this.#comeBack();
    if (this.#options.mustHalt === true) {
      await loseQuorum(this.#group, { quorum: this.#options.quorum, appends: () => this.appends });
      return;
    }
    this.#isQuiet = true;
    await this.simulation.run(BRISK.patienceMs + SETTLE_MS);
    await this.#group.expectCatchUp();
    if (!this.simulation.violation) this.#group.observer.finished();
  }

  /** Nothing goes wrong any more: it must write, and every replica must vote. */
  async #comeBack(): Promise<void> {
    this.#group.healAll();
    const appends = this.appends;
    const withinMs = this.#options.pace.patienceMs + APPEND_WITHIN_MS;
    const failure = 'no append of a healthy group succeeded';
    const writes = (): boolean => this.appends > appends;
    await this.simulation.eventually('progress', failure, withinMs, writes);
    await this.#group.expectRecovery();
  }

  #useLog({ node, runtime, log, chance }: LogUse): Promise<string> {
    const client = new LogClient({
      address: node.address,
      runtime,
      log,
      chance: chance.fork('client'),
      history: this.history,
      pace: () => (this.#group.isHealed ? BRISK : this.#options.pace),
      role: () => {
        if (this.#isQuiet) return 'idle';
        const { leadership } = this.#group;
        return leadership.claim(node.index, this.simulation.nowMs) ? 'leader' : 'follower';
      },
    });
    return client.run();
  }

  #tell(tell: (listener: LogSimulationListener) => void): void {
    for (const listener of this.#listeners) tell(listener);
  }
}
