import type { RecoveryWaiting } from '@quorate/log';
import type { Message } from '@quorate/process';
import type { Checker } from './checkers/checker.ts';
import { Checks } from '../checks.ts';
import type { Simulation } from '../simulation.ts';
import type { SimulatedNode } from '../world/simulated-node.ts';
import type { Operation } from './history.ts';
import { decodeLogMessage } from './log-message.ts';
import type { LogMessage } from './log-message.ts';
import { ReplicaView } from './replica-view.ts';
import type { RecordChange } from './replica-view.ts';
import type { Tallies } from '../tallies.ts';

/** Where a replica keeps its log on its node's disk. */
export const LOG_PATH = '/log';

/** Hears of changes of replicas, after the checkers. */
export type ReplicaListener = (
  node: SimulatedNode,
  replica: ReplicaView,
  change: RecordChange,
) => void;

/**
 * Watches the disks and messages of a group of replicas, and shows everything to the checkers.
 * It counts the answers and records that only some runs bring about.
 */
export class LogObserver {
  readonly #simulation: Simulation;
  readonly #checkers: readonly Checker[];
  readonly #checks: Checks<Checker>;
  readonly #tallies: Tallies;
  readonly #views = new Map<string, ReplicaView>();
  /** Who has asked for a promise for a single position: a refusal does not say. */
  readonly #fills = new Set<string>();
  onChange: ReplicaListener = () => undefined;

  constructor(simulation: Simulation, checkers: readonly Checker[], tallies: Tallies) {
    this.#simulation = simulation;
    this.#checkers = checkers;
    this.#checks = new Checks(simulation, checkers);
    this.#tallies = tallies;
    simulation.network.listen({ sent: (_id, message) => this.#onSent(message) });
  }

  /** Watches one more node. */
  watch(node: SimulatedNode): void {
    const view = new ReplicaView(node.address);
    this.#views.set(node.address, view);
    node.disk.listen({
      writing: (_path, _batch, others) => {
        this.#checks.ask((checker) => checker.writing?.(view, others), node);
      },
      durable: (path, batch) => {
        if (path !== LOG_PATH) return;
        for (const change of batch) {
          const applied = view.apply(change);
          if (applied) this.#onChange(node, view, applied);
        }
      },
      fault: (name) => this.#tallies.count(`disk: ${name}`),
      replaced: () => {
        view.reset(node.disk.database(LOG_PATH)?.durable.entries() ?? []);
        for (const checker of this.#checkers) checker.replaced?.(view);
      },
    });
  }

  /** What a node has on its disk. */
  view(node: SimulatedNode): ReplicaView {
    const view = this.#views.get(node.address);
    if (view) return view;
    throw new RangeError(`${node.address} is not watched`);
  }

  /** The replica of a node says why it does not vote yet. */
  waits(node: SimulatedNode, event: RecoveryWaiting): void {
    this.#tallies.count(`recovery waits: ${event.diagnosis}`);
    this.#checks.ask((checker) => checker.waits?.(event, [...this.#views.values()]), node);
  }

  /** A client begins an operation. */
  invoked(operation: Operation): void {
    for (const checker of this.#checkers) checker.invoked?.(operation);
  }

  /** An operation of a client has returned. */
  returned(operation: Operation): void {
    this.#checks.ask((checker) => checker.returned?.(operation));
  }

  /** The run is over, and all replicas have caught up. */
  finished(): void {
    const views = [...this.#views.values()];
    this.#checks.ask((checker) => checker.finished?.(views));
  }

  #onChange(node: SimulatedNode, view: ReplicaView, change: RecordChange): void {
    if (change.type === 'action' && change.action.nop?.tombstone) this.#tallies.count('tombstone');
    this.#checks.ask((checker) => checker.durable?.(view, change), node);
    this.onChange(node, view, change);
  }

  #onSent(message: Message): void {
    const view = this.#views.get(message.from.address);
    const decoded = view && decodeLogMessage(message);
    if (!decoded) return;
    this.#count(decoded, message);
    const node = this.#simulation.nodes.find(({ address }) => address === view.address);
    this.#checks.ask((checker) => checker.sent?.(view, decoded), node);
  }

  #count({ type, message }: LogMessage, { from, to }: Message): void {
    if (type === 'promise-request' && message.position !== undefined) this.#fills.add(`${from}`);
    if (type !== 'promise-response' && type !== 'write-response') return;
    if (message.type === 'accept') return;
    const isFill = type === 'promise-response' && this.#fills.has(`${to}`);
    this.#tallies.count(
      `${isFill ? 'fill' : type.replace('-response', '')}: ${message.type ?? 'none'}`,
    );
  }
}
