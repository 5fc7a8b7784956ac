import type { ReplicaStatus } from '@quorate/messages';
import type { Future, MemoryNetwork, Pid, VirtualClock } from '@quorate/process';
import { virtualCluster } from '@quorate/process/testing';
import type { MessageFilters, VirtualCluster } from '@quorate/process/testing';
import { LogError } from '../errors.ts';
import type { Position } from '../protocol/types.ts';
import type { Writer } from '../writer.ts';
import { disagreement } from './agreement.ts';
import type { LearnedLog } from './agreement.ts';
import { ClusterNode } from './cluster-node.ts';
import type { LogClusterOptions } from './cluster-node.ts';

/** How long `LogCluster.ready` lets virtual time run by default. */
const PATIENCE_MS = 120_000;
/** The steps it takes: shorter than every time limit of the log. */
const STEP_MS = 50;

/**
 * A group of replicas in one program, on virtual time, joined by a memory network whose messages
 * can be dropped and held: see `filters`. Nodes are numbered from 1.
 */
export class LogCluster implements AsyncDisposable {
  readonly quorum: number;
  readonly #world: VirtualCluster;
  readonly #nodes: readonly ClusterNode[];

  constructor(options: LogClusterOptions) {
    const { nodes, seed } = options;
    this.quorum = options.quorum ?? Math.floor(nodes / 2) + 1;
    this.#world = virtualCluster({ nodes: 0, ...(seed !== undefined && { seed }) });
    this.#nodes = Array.from(
      { length: nodes },
      (_, index) => new ClusterNode(this, this.#world, index + 1, options),
    );
  }

  get clock(): VirtualClock {
    return this.#world.clock;
  }

  /** Drops and holds messages. */
  get filters(): MessageFilters {
    return this.#world.filters;
  }

  /** Cuts and heals connections. */
  get network(): MemoryNetwork {
    return this.#world.network;
  }

  get nodes(): readonly ClusterNode[] {
    return this.#nodes;
  }

  /** @param number from 1 */
  node(number: number): ClusterNode {
    const node = this.#nodes[number - 1];
    if (node) return node;
    throw new RangeError(`there is no node ${number}; the cluster has ${this.#nodes.length}`);
  }

  /** The pids of the replicas of these nodes, running or not. Default: all nodes. */
  pids(numbers: readonly number[] = this.#nodes.map(({ number }) => number)): readonly Pid[] {
    return numbers.map((number) => this.node(number).pid);
  }

  /** Starts a replica with the given status on each of these nodes. Default: all, voting. */
  async startReplicas(
    numbers: readonly number[] = this.#nodes.map(({ number }) => number),
    status: ReplicaStatus = 'voting',
  ): Promise<void> {
    for (const number of numbers) await this.node(number).startReplica(status);
  }

  /**
   * Lets time run until the future is ready, and gives its value. Rejects when it ends otherwise,
   * or not within `patienceMs` of virtual time.
   */
  async ready<T>(future: Future<T>, patienceMs: number = PATIENCE_MS): Promise<T> {
    await this.#completion(future, patienceMs);
    if (future.isReady) return future.value();
    const options = future.isFailed ? { cause: future.failure() } : {};
    throw new Error(`expected a future that is ready, got: ${String(future)}`, options);
  }

  /** Lets time run until the future has failed, and gives the error. */
  async failed(future: Future<unknown>, patienceMs: number = PATIENCE_MS): Promise<LogError> {
    future.onFailed(() => undefined);
    await this.#completion(future, patienceMs);
    const failure = future.isFailed ? future.failure() : undefined;
    if (failure instanceof LogError) return failure;
    throw new Error(`expected a LogError, got: ${String(future)}`, { cause: failure });
  }

  /** Starts a writer, again after a while as long as it is not elected. Gives the last position. */
  async elect(writer: Writer): Promise<Position> {
    for (;;) {
      const result = await this.ready(writer.start());
      if (result.type === 'elected') return result.position;
      await this.clock.advance(STEP_MS);
    }
  }

  /** Settles what is under way; time does not move. */
  settle(): Promise<void> {
    return this.clock.settle();
  }

  async #completion(future: Future<unknown>, patienceMs: number): Promise<void> {
    await this.clock.settle();
    const deadline = this.clock.now() + patienceMs;
    while (future.isPending && this.clock.now() < deadline) await this.clock.advance(STEP_MS);
  }

  /**
   * Checks that no two replicas have learned different values for a position. A tombstone stands
   * for a value that was truncated and agrees with any. Throws with the first difference.
   */
  async checkAgreement(): Promise<void> {
    const logs: LearnedLog[] = [];
    for (const node of this.#nodes) {
      logs.push({ node: node.number, actions: await node.learnedActions() });
    }
    const difference = disagreement(logs);
    if (difference !== undefined) throw new Error(difference);
  }

  /** Closes the logs and replicas, then the runtimes. */
  async close(): Promise<void> {
    this.filters.clear();
    for (const node of this.#nodes) await node.stop();
    await this.#world.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
