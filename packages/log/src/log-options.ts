import { Pid, defaultRuntime } from '@quorate/process';
import type { Runtime } from '@quorate/process';
import { LogError } from './errors.ts';
import type { LogEventListener } from './events.ts';
import type { Membership } from './membership.ts';
import { defaultClusterSize, groupSizeProblem } from './protocol/quorum.ts';
import type { RecoveryMode } from './protocol/voters.ts';
import type { Storage } from './storage.ts';

/** The size of an entry when nothing else is asked for: 1 MiB. */
export const ENTRY_SIZE_BYTES_MAX = 1024 * 1024;
/** How many writes may wait in one writer when nothing else is asked for. */
export const WRITER_QUEUE_LENGTH_MAX = 10_000;

/** How to open a log. What is wrong with them fails `Log.open` with `LOG_OPTION_INVALID`. */
export interface LogOptions {
  /** The runtime to live in. Default: `defaultRuntime()`. */
  readonly runtime?: Runtime;
  /** Where the local replica keeps its records: `memoryStorage()` or `levelStorage()`. */
  readonly storage: Storage;
  /** How many replicas must have a write on disk. More than half of `clusterSize`. */
  readonly quorum: number;
  /** How many replicas the group has, this one included. Default `2 * quorum - 1`. */
  readonly clusterSize?: number;
  /**
   * The other replicas, as pids or as text `id@address`; together with this one at least `quorum`
   * and at most `clusterSize`. Default none.
   */
  readonly peers?: readonly (Pid | string)[];
  /**
   * Finds the other replicas while the log runs, instead of `peers`; at most `clusterSize` with this one.
   */
  readonly membership?: Membership;
  /**
   * The process id of the local replica, by which the others find it: the part of its pid before
   * `@`. Default: `log-replica(N)`, as Mesos names it.
   */
  readonly replicaId?: string;
  /**
   * How a replica that lost its disk comes back; the same for the whole group. Default `safe`: it
   * votes again once a quorum has recorded that its earlier life has ended. `mesos` is Mesos' own
   * way, for groups with members in C++: such a replica forgets its promises, and a coordinator
   * from before may then get a second value chosen. See the README.
   */
  readonly recovery?: RecoveryMode;
  /**
   * Safe recovery: who the local replica is, the same for all its lives, and no other replica's
   * ever. Default: its pid; without peers and membership, a name that any lone replica has.
   */
  readonly identity?: string;
  /**
   * Safe recovery: the name of the group, the same for all its replicas and no other group's. Members of
   * a group with another name are not counted, and a replica that has voted remembers it beside its
   * records: when all records are lost, the group does not initialise itself again. Default none.
   */
  readonly clusterId?: string;
  /**
   * Whether a group in which all replicas are empty may initialise itself. Default false: an
   * operator initialises each replica, which tells a new group from one that lost everything.
   */
  readonly autoInitialize?: boolean;
  /** Hears what happens to the local replica. What it throws is logged. */
  readonly onEvent?: LogEventListener;
  /** The most bytes an entry may have, from 1. Default 1,048,576. */
  readonly entrySizeMaxBytes?: number;
  /** The most writes that may wait in one writer, from 1. Default 10,000. */
  readonly writerQueueLengthMax?: number;
  /** Put before the names of the metrics. Default none. */
  readonly metricsPrefix?: string;
}

/** The options with their defaults filled in and found sound. */
export interface LogSettings {
  readonly runtime: Runtime;
  readonly storage: Storage;
  readonly quorum: number;
  readonly clusterSize: number;
  readonly peers: readonly Pid[];
  readonly membership: Membership | undefined;
  readonly replicaId: string | undefined;
  readonly recovery: RecoveryMode;
  readonly identity: string | undefined;
  readonly clusterId: string | undefined;
  readonly autoInitialize: boolean;
  readonly onEvent: LogEventListener;
  readonly entrySizeMaxBytes: number;
  readonly writerQueueLengthMax: number;
  readonly metricsPrefix: string;
}

/** Throws `LOG_OPTION_INVALID`, which names the option and the value. */
export function checkLogOptions(options: LogOptions): LogSettings {
  checkStorage(options.storage);
  const recovery = checkRecovery(options.recovery ?? 'safe');
  const { quorum } = options;
  const clusterSize = options.clusterSize ?? defaultClusterSize(quorum);
  const problem = groupSizeProblem({ quorum, clusterSize });
  if (problem !== undefined) throw invalid(problem);
  const runtime = options.runtime ?? defaultRuntime();
  const peers = (options.peers ?? []).map(toPid);
  const membership = checkMembership(options.membership, options.peers);
  if (!membership) checkPeers(peers, { quorum, clusterSize });
  if (options.replicaId !== undefined) {
    checkSelf(peers, new Pid(options.replicaId, runtime.address));
  }
  return {
    runtime,
    storage: options.storage,
    quorum,
    clusterSize,
    peers,
    membership,
    replicaId: options.replicaId,
    recovery,
    identity: checkName('identity', options.identity, recovery),
    clusterId: checkName('clusterId', options.clusterId, recovery),
    autoInitialize: checkBoolean('autoInitialize', options.autoInitialize ?? false),
    onEvent: safely(options.onEvent, runtime),
    entrySizeMaxBytes: checkCount(
      'entrySizeMaxBytes',
      options.entrySizeMaxBytes ?? ENTRY_SIZE_BYTES_MAX,
    ),
    writerQueueLengthMax: checkCount(
      'writerQueueLengthMax',
      options.writerQueueLengthMax ?? WRITER_QUEUE_LENGTH_MAX,
    ),
    metricsPrefix: options.metricsPrefix ?? '',
  };
}

/** Throws `LOG_OPTION_INVALID` when the local replica is listed as its own peer. */
export function checkSelf(peers: readonly Pid[], self: Pid): void {
  if (!peers.some((peer) => peer.equals(self))) return;
  throw invalid(`peers holds ${self}, which is this replica; list only the others`);
}

function checkStorage(storage: unknown): void {
  if (typeof storage === 'object' && storage !== null && 'restore' in storage) return;
  throw invalid('storage is missing; pass memoryStorage() or levelStorage({ path })');
}

function checkRecovery(recovery: unknown): RecoveryMode {
  if (recovery === 'safe' || recovery === 'mesos') return recovery;
  throw invalid(`recovery must be 'safe' or 'mesos', got ${describe(recovery)}`);
}

function checkName(option: string, name: unknown, recovery: RecoveryMode): string | undefined {
  if (name === undefined) return undefined;
  if (recovery === 'mesos') {
    throw invalid(`${option} is of use with recovery 'safe' only; leave it out with 'mesos'`);
  }
  if (typeof name === 'string' && name !== '') return name;
  throw invalid(`${option} must be a text that is not empty, got ${describe(name)}`);
}

function checkMembership(membership: unknown, peers: unknown): Membership | undefined {
  if (membership === undefined) return undefined;
  if (peers !== undefined)
    throw invalid('peers and membership exclude each other; pass one of them');
  if (typeof membership === 'object' && membership !== null && 'start' in membership) {
    return membership as Membership;
  }
  throw invalid(`membership must have a method start, got ${describe(membership)}`);
}

function checkPeers(
  peers: readonly Pid[],
  { quorum, clusterSize }: { readonly quorum: number; readonly clusterSize: number },
): void {
  const names = new Set<string>();
  for (const peer of peers) {
    const name = peer.toString();
    if (names.has(name)) throw invalid(`peers holds ${name} twice; it would be counted once`);
    names.add(name);
  }
  const members = peers.length + 1;
  if (members > clusterSize) {
    throw invalid(
      `${peers.length} peers and this replica are more than clusterSize ${clusterSize}; two quorums of ${quorum} need not overlap then`,
    );
  }
  if (members < quorum) {
    throw invalid(
      `${peers.length} peers and this replica never make a quorum of ${quorum}; list at least ${quorum - 1}`,
    );
  }
}

function toPid(peer: unknown): Pid {
  if (typeof peer !== 'string') return checkPid(peer);
  try {
    return Pid.parse(peer);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw invalid(`peers: ${reason}`, error);
  }
}

function checkPid(peer: unknown): Pid {
  const isPid = typeof peer === 'object' && peer !== null && 'id' in peer && 'address' in peer;
  if (isPid) return peer as Pid;
  throw invalid(`peers holds ${describe(peer)}; pass pids or texts of the form id@address`);
}

function checkBoolean(option: string, value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  throw invalid(`${option} must be true or false, got ${describe(value)}`);
}

function checkCount(option: string, value: number): number {
  if (Number.isSafeInteger(value) && value >= 1) return value;
  throw invalid(`${option} must be an integer from 1, got ${describe(value)}`);
}

/** A listener that throws must not stop the protocol that tells it something. */
function safely(listener: LogEventListener | undefined, runtime: Runtime): LogEventListener {
  return (event) => {
    try {
      listener?.(event);
    } catch (error) {
      runtime.logger.error({ err: error, event: event.type }, 'onEvent threw');
    }
  };
}

function invalid(problem: string, cause?: unknown): LogError {
  return new LogError('LOG_OPTION_INVALID', problem, cause === undefined ? {} : { cause });
}

/** Callers without types may pass anything. */
function describe(value: unknown): string {
  if (value === undefined || value === null || typeof value === 'number') return String(value);
  return typeof value === 'string' ? JSON.stringify(value) : `a ${typeof value}`;
}
