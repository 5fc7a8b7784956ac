import type { Action, ReplicaStatus } from '@quorate/messages';
import { Pid } from '@quorate/process';
import type { Future, Runtime, RuntimeOptions } from '@quorate/process';
import type { VirtualCluster } from '@quorate/process/testing';
import { Consensus } from '../proposer/consensus.ts';
import { Coordinator } from '../proposer/coordinator.ts';
import { LogError } from '../errors.ts';
import type { LogOptions } from '../log-options.ts';
import { Log } from '../log.ts';
import { memoryDisk, memoryStorage } from '../memory-storage.ts';
import { Network } from '../network.ts';
import { defaultClusterSize } from '../protocol/quorum.ts';
import { toPosition } from '../protocol/types.ts';
import type { Position } from '../protocol/types.ts';
import { Replica } from '../replica/replica.ts';
import type { Storage } from '../storage.ts';

/** What a cluster for tests consists of. */
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

/** What a node needs of its cluster. */
export interface NodeGroup {
  readonly quorum: number;
  readonly nodes: readonly { readonly pid: Pid }[];
  pids(numbers?: readonly number[]): readonly Pid[];
  ready<T>(future: Future<T>): Promise<T>;
}

/** One node of a `LogCluster`: a runtime, a disk, and a replica or a log when started. */
export class ClusterNode {
  /** From 1. */
  readonly number: number;
  /** The address of its runtime: `node-1`, … */
  readonly address: string;
  /** The pid its replica has when it runs. */
  readonly pid: Pid;
  readonly #cluster: NodeGroup;
  readonly #world: VirtualCluster;
  readonly #options: LogClusterOptions;
  #disk = memoryDisk();
  #disks = 1;
  #storage: Storage | undefined;
  #runtime: Runtime;
  #replica: Replica | undefined;
  #log: Log | undefined;

  constructor(
    cluster: NodeGroup,
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
      peers: nodes.map(({ pid }) => pid).filter((pid) => pid !== this.pid),
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
