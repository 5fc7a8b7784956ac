// A group of replicas of the log, each on a node of a simulated world.

import { Log } from '@quorate/log';
import type { LogEvent, Writer } from '@quorate/log';
import { levelStorage } from '@quorate/log/leveldb';
import type { Future } from '@quorate/process';
import { Simulation } from '@quorate/simulator';
import type { NodeContext, SimulatedNode } from '@quorate/simulator';

const REPLICA_ID = 'log-replica(1)';
/** How long a call is waited for before it is an error, in virtual milliseconds. */
const PATIENCE_MS = 60_000;

export interface SimulatedGroupOptions {
  readonly seed: number;
  readonly nodes: number;
  /** Hears what the replica of a node reports. */
  readonly onEvent?: (node: SimulatedNode, event: LogEvent) => void;
}

export class SimulatedGroup {
  readonly simulation: Simulation;
  readonly #options: SimulatedGroupOptions;
  readonly #logs = new Map<string, Log>();

  constructor(options: SimulatedGroupOptions) {
    this.#options = options;
    this.simulation = new Simulation({ seed: options.seed });
    for (let number = 1; number <= options.nodes; number++) {
      this.simulation.addNode(`node-${number}`, (context) => this.#program(context));
    }
  }

  /** Boots all nodes, and lets time run until every replica votes. */
  async start(): Promise<void> {
    for (const node of this.simulation.nodes) node.start();
    await this.simulation.run(1_000);
    for (const node of this.simulation.nodes) await this.outcome(this.log(node).recovered);
  }

  /** @param number from 1 */
  node(number: number): SimulatedNode {
    const node = this.simulation.nodes[number - 1];
    if (node) return node;
    throw new RangeError(`there is no node ${number}`);
  }

  /** The log of a node's present life. */
  log(node: SimulatedNode): Log {
    const log = this.#logs.get(node.address);
    if (log) return log;
    throw new Error(`${node.address} has no log`);
  }

  /** A writer on a node that was elected. */
  async electedWriter(node: SimulatedNode): Promise<Writer> {
    const writer = this.log(node).writer();
    for (;;) {
      const { type } = await this.outcome(writer.start());
      if (type === 'elected') return writer;
      await this.simulation.run(100);
    }
  }

  /** Lets time run until a future is complete; gives its value, or throws its error. */
  async outcome<T>(future: Future<T>): Promise<T> {
    future.onFailed(() => undefined);
    const deadlineMs = this.simulation.nowMs + PATIENCE_MS;
    while (future.isPending && this.simulation.nowMs < deadlineMs && !this.simulation.violation) {
      await this.simulation.run(1);
    }
    if (future.isFailed) throw future.failure();
    return future.value();
  }

  /** Prints a line with the virtual time. */
  say(text: string): void {
    console.log(`${Math.round(this.simulation.nowMs).toString().padStart(6)} ms  ${text}`);
  }

  /** What runs on each node. */
  async #program({ node, runtime, disk }: NodeContext): Promise<void> {
    const { nodes, onEvent } = this.#options;
    const names = Array.from({ length: nodes }, (_, index) => `node-${index + 1}`);
    const opening = Log.open({
      runtime,
      storage: levelStorage({ path: '/log', engine: disk.engine }),
      quorum: Math.floor(nodes / 2) + 1,
      clusterSize: nodes,
      replicaId: REPLICA_ID,
      peers: names.filter((name) => name !== node.address).map((name) => `${REPLICA_ID}@${name}`),
      autoInitialize: true,
      onEvent: (event) => onEvent?.(node, event),
    });
    opening.onReady((log) => this.#logs.set(node.address, log));
    await opening;
  }
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function textOf(data: Uint8Array): string {
  return new TextDecoder().decode(data);
}
