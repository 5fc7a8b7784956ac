import type { Action, ReplicaStatus } from '@quorate/messages';
import { Pid } from '@quorate/process';
import type {
  Future,
  MemoryNetwork,
  Runtime,
  RuntimeOptions,
  VirtualClock,
} from '@quorate/process';
import { virtualCluster } from '@quorate/process/testing';
import type { MessageFilters, VirtualCluster } from '@quorate/process/testing';
import { Consensus } from '../consensus.ts';
import { Coordinator } from '../coordinator.ts';
import { LogError } from '../errors.ts';
import type { LogOptions } from '../log-options.ts';
import { Log } from '../log.ts';
import { memoryDisk, memoryStorage } from '../memory-storage.ts';
import { Network } from '../network.ts';
import { defaultClusterSize } from '../protocol/quorum.ts';
import { toPosition } from '../protocol/types.ts';
import type { Position } from '../protocol/types.ts';
import { Replica } from '../replica.ts';
import type { Storage } from '../storage.ts';
import type { Writer } from '../writer.ts';

export interface LogClusterOptions {
  /** How many nodes; each has a runtime of its own and at most one replica. */
  readonly nodes: number;
  /** Default: a bare majority of the nodes. */
  readonly quorum?: number;
  /** Seeds the chance of every node. Default 1. */
  readonly seed?: number;
  /**
   * Opens the storage of a node, each time its replica starts. `disk` counts its disks: 1, and one
   * more after each `wipe`. Default: memory that survives `halt` and `stop`, and not `wipe`.
   */
  readonly storage?: (node: number, disk: number) => Storage;
  /** Options for every runtime, a logger for example. A message filter replaces `filters`. */
  readonly runtime?: Omit<RuntimeOptions, 'clock' | 'transport'>;
}

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
    const seen = new Map<Position, { readonly node: number; readonly value: string }>();
    for (const node of this.#nodes) {
      for (const action of await node.learnedActions()) {
        const value = describeValue(action);
        const position = toPosition(action.position);
        const other = seen.get(position);
        if (value === TOMBSTONE) continue;
        if (!other) seen.set(position, { node: node.number, value });
        else if (other.value !== value) {
          throw new Error(
            `position ${position}: node ${other.node} learned ${other.value}, node ${node.number} learned ${value}`,
          );
        }
      }
    }
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

/** One node of a `LogCluster`: a runtime, a disk, and a replica or a log when started. */
export class ClusterNode {
  /** From 1. */
  readonly number: number;
  /** The address of its runtime: `node-1`, … */
  readonly address: string;
  /** The pid its replica has when it runs. */
  readonly pid: Pid;
  readonly #cluster: LogCluster;
  readonly #world: VirtualCluster;
  readonly #options: LogClusterOptions;
  #disk = memoryDisk();
  #disks = 1;
  #storage: Storage | undefined;
  #runtime: Runtime;
  #replica: Replica | undefined;
  #log: Log | undefined;

  constructor(
    cluster: LogCluster,
    world: VirtualCluster,
    number: number,
    options: LogClusterOptions,
  ) {
    this.number = number;
    this.address = `node-${number}`;
    this.pid = new Pid(REPLICA_ID, this.address);
    this.#cluster = cluster;
    this.#world = world;
    this.#options = options;
    this.#runtime = world.add(this.address, options.runtime);
  }

  get runtime(): Runtime {
    return this.#runtime;
  }

  /** The replica, bare or that of the log. Throws when neither was started. */
  get replica(): Replica {
    const replica = this.#log?.replica ?? this.#replica;
    if (replica) return replica;
    throw new Error(`${this.address} has no replica; call startReplica() or openLog()`);
  }

  /** The log. Throws when it was not opened. */
  get log(): Log {
    if (this.#log) return this.#log;
    throw new Error(`${this.address} has no log; call openLog()`);
  }

  /**
   * Starts a bare replica, without recovery. One that is empty is given `status`; one that has a
   * disk from before keeps its own.
   */
  async startReplica(status: ReplicaStatus = 'voting'): Promise<Replica> {
    const replica = Replica.open(this.#runtime, this.#openStorage(), { id: REPLICA_ID });
    this.#replica = replica;
    await this.#cluster.ready(replica.restored);
    if ((await this.#cluster.ready(replica.status())) !== 'empty') return replica;
    for (const step of WAY_TO[status]) await this.#cluster.ready(replica.update(step));
    return replica;
  }

  /** Opens a log with all other nodes as peers. Default options: auto-initialisation. */
  async openLog(options: Partial<LogOptions> = {}): Promise<Log> {
    const { quorum, nodes } = this.#cluster;
    const opening = Log.open({
      runtime: this.#runtime,
      storage: this.#openStorage(),
      quorum,
      clusterSize: Math.max(nodes.length, defaultClusterSize(quorum)),
      peers: nodes.filter((node) => node !== this).map(({ pid }) => pid),
      replicaId: REPLICA_ID,
      recovery: 'mesos',
      autoInitialize: true,
      ...options,
    });
    this.#log = await this.#cluster.ready(opening);
    return this.#log;
  }

  /** The proposing side on this node's replica, towards the replicas of these nodes. */
  consensus(members?: readonly number[]): Consensus {
    const { runtime, replica } = this;
    const network = new Network(runtime, this.#cluster.pids(members));
    return new Consensus({ runtime, network, replica, quorum: this.#cluster.quorum });
  }

  /** A coordinator on this node's replica, towards the replicas of these nodes. Default: all. */
  coordinator(members?: readonly number[]): Coordinator {
    return new Coordinator(this.consensus(members));
  }

  /** The entries that were appended from `from` to `to`, as text, read from the replica. */
  async texts(from: number, to: number): Promise<readonly string[]> {
    const range = [toPosition(from), toPosition(to)] as const;
    const actions = await this.#cluster.ready(this.replica.read(...range));
    return actions.flatMap(({ append }) =>
      append ? [new TextDecoder().decode(append.bytes)] : [],
    );
  }

  /** What the replica has learned; nothing when it does not run, or has failed. */
  async learnedActions(): Promise<readonly Action[]> {
    const replica = this.#log?.replica ?? this.#replica;
    if (!replica) return [];
    const reading = replica
      .beginning()
      .andThen((begin) => replica.ending().andThen((end) => readAll(replica, begin, end)))
      .repair((failed) => (isGone(failed.failure()) ? [] : failed));
    const actions = await this.#cluster.ready(reading);
    return actions.filter(({ learned }) => learned === true);
  }

  /** Stops it as a loss of power does, and boots it again: only what was durable is left. */
  async halt(): Promise<void> {
    await this.#runtime.halt();
    await this.#storage?.close();
    this.#log = undefined;
    this.#replica = undefined;
    this.#runtime = this.#world.add(this.address, this.#options.runtime);
  }

  /** Closes its log or replica properly. It can be started again. */
  async stop(): Promise<void> {
    const closing = this.#log?.close() ?? this.#replica?.close();
    this.#log = undefined;
    this.#replica = undefined;
    if (closing) await this.#cluster.ready(closing);
  }

  /** Loses its disk, while nothing runs on it: the next start finds an empty one. */
  wipe(): void {
    if (this.#log ?? this.#replica) throw new Error(`${this.address} is running; halt() it first`);
    this.#disk = memoryDisk();
    this.#disks++;
  }

  #openStorage(): Storage {
    const open = this.#options.storage;
    this.#storage = open?.(this.number, this.#disks) ?? memoryStorage({ disk: this.#disk });
    return this.#storage;
  }
}

const REPLICA_ID = 'log-replica(1)';

const WAY_TO: Readonly<Record<ReplicaStatus, readonly ReplicaStatus[]>> = {
  empty: [],
  starting: ['starting'],
  recovering: ['recovering'],
  voting: ['starting', 'voting'],
};

function readAll(
  replica: Replica,
  begin: Position,
  end: Position,
): Future<readonly Action[]> | readonly Action[] {
  return begin > end ? [] : replica.read(begin, end);
}

function isGone(error: Error): boolean {
  return error instanceof LogError && ['LOG_CLOSED', 'STORAGE_FAILED'].includes(error.code);
}

const TOMBSTONE = 'tombstone';

function describeValue(action: Action): string {
  switch (action.type) {
    case 'append':
      return `append of ${describeBytes(action.append?.bytes ?? NO_BYTES)}`;
    case 'truncate':
      return `truncate to ${String(action.truncate?.to)}`;
    case 'nop':
      return action.nop?.tombstone === true ? TOMBSTONE : 'nop';
    default:
      return 'nothing';
  }
}

const NO_BYTES = new Uint8Array();

/** Held here: looking up a global costs a microsecond where jest runs this. */
const { imul } = Math;

/** The length, a hash (FNV-1a) and the beginning: enough to tell values apart and to find them. */
function describeBytes(bytes: Uint8Array): string {
  const beginning = new TextDecoder().decode(bytes.subarray(0, 40));
  let hash = 0x811c9dc5;
  // Not for-of: an entry may have a million bytes.
  for (let index = 0; index < bytes.length; index++) {
    hash = imul(hash ^ (bytes[index] ?? 0), 0x01000193);
  }
  return `${bytes.length} bytes, #${hash >>> 0}, ${JSON.stringify(beginning)}`;
}
