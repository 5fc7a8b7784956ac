import { Completer, Future, awaitAll } from '@quorate/process';
import type { Pid, Runtime } from '@quorate/process';
import { Consensus } from './proposer/consensus.ts';
import { Coordinator } from './proposer/coordinator.ts';
import { LogError, toLogError } from './errors.ts';
import { checkLogOptions, checkSelf } from './log-options.ts';
import type { LogOptions, LogSettings } from './log-options.ts';
import { LogScope } from './log-scope.ts';
import type { RunningMembership } from './membership.ts';
import { Network } from './network.ts';
import { identityOf, positionOf } from './position-identity.ts';
import type { GroupClaim } from './protocol/group.ts';
import type { Position } from './protocol/types.ts';
import { Reader } from './reader.ts';
import { recover } from './proposer/recover.ts';
import { Replica } from './replica/replica.ts';
import { Writer } from './writer.ts';

/** The group of a log, as its options have it. */
export type LogGroup = Readonly<Pick<LogSettings, 'quorum' | 'clusterSize' | 'recovery'>>;

/**
 * One node's part in a replicated log: a replica with its storage, and readers and writers on it.
 *
 * A position identifies an entry in the whole group and for ever. Close the log before its
 * runtime. After Mesos include/mesos/log/log.hpp.
 */
export class Log implements AsyncDisposable {
  /** The runtime it lives in; its clock and chance are those of this log. */
  readonly runtime: Runtime;
  /** The local replica. */
  readonly replica: Replica;
  /** The members of the group, the local replica included. */
  readonly network: Network;
  /**
   * Ready when the local replica votes, which may take for ever: see `LogOptions.onEvent` for
   * what it waits for. Fails with what ended the log before. Discarding it has no effect.
   */
  readonly recovered: Future<void>;
  readonly #settings: LogSettings;
  readonly #scope: LogScope;
  readonly #consensus: Consensus;
  readonly #recovering: Future<void>;
  readonly #membership: RunningMembership | undefined;
  readonly #coordinators: Coordinator[] = [];
  #closing: Future<void> | undefined;

  /** @internal */
  private constructor(settings: LogSettings, replica: Replica, fatal: Future<LogError>) {
    const { runtime, quorum, peers, recovery, clusterId, onEvent } = settings;
    this.#settings = settings;
    this.runtime = runtime;
    this.replica = replica;
    this.network = new Network(runtime, [replica.pid, ...peers]);
    this.#consensus = new Consensus({
      runtime,
      network: this.network,
      replica,
      quorum,
      recovery,
      ...(clusterId !== undefined && { clusterId }),
      onPeerProblem: onEvent,
    });
    this.#recovering = recover(this.#consensus, settings);
    this.#scope = new LogScope(this.#recovering);
    this.recovered = this.#scope.run(() => Future.ready(undefined)).undiscardable();
    // Whoever waits for a call on this log hears of it there.
    this.recovered.onFailed((error) => runtime.logger.info({ err: error }, 'recovery has ended'));
    fatal.onReady((error) => this.#onFatal(error));
    this.#membership = settings.membership?.start({
      runtime,
      self: replica.pid,
      setMembers: (members) => this.#setMembers(members),
      fail: (error) => this.#onFatal(membershipFailed(error)),
    });
  }

  /**
   * Opens the storage, starts the local replica and its recovery. Ready when the storage has been
   * read, before the recovery: readers and writers wait for that by themselves. Discarding it
   * closes what was opened.
   *
   * Fails with `LOG_OPTION_INVALID`, or as the storage's `restore` does: `LOG_LOCKED`,
   * `LOG_CORRUPT`, `LOG_PATH_INVALID`, `STORAGE_FAILED`.
   */
  static open(options: LogOptions): Future<Log> {
    try {
      return openWith(checkLogOptions(options), (...args) => new Log(...args));
    } catch (error) {
      return Future.failed(toLogError('LOG_OPTION_INVALID', 'cannot open the log', error));
    }
  }

  /** The most bytes an entry may have. */
  get entrySizeMaxBytes(): number {
    return this.#settings.entrySizeMaxBytes;
  }

  /** What all its replicas have to agree about. */
  get group(): LogGroup {
    const { quorum, clusterSize, recovery } = this.#settings;
    return { quorum, clusterSize, recovery };
  }

  /** A new reader of the local replica. */
  reader(): Reader {
    const { clusterSize, onEvent } = this.#settings;
    return new Reader(this.#scope, {
      replica: this.replica,
      consensus: this.#consensus,
      catchUp: {
        clusterSize,
        onPosition: (position, begin, end) => onEvent({ type: 'catch-up', position, begin, end }),
      },
    });
  }

  /** A new writer. It must be started before it can write. Throws `LOG_CLOSED` after `close`. */
  writer(): Writer {
    const { ended } = this.#scope;
    if (ended) throw ended;
    const coordinator = new Coordinator(this.#consensus);
    this.#coordinators.push(coordinator);
    const { entrySizeMaxBytes, writerQueueLengthMax } = this.#settings;
    return new Writer(this.#scope, coordinator, {
      entrySizeMaxBytes,
      queueLengthMax: writerQueueLengthMax,
    });
  }

  /** The position with this identity. Throws `POSITION_INVALID` unless it is 8 valid bytes. */
  position(identity: Uint8Array): Position {
    return positionOf(identity);
  }

  /** A position as 8 bytes, big-endian, for storing elsewhere. */
  identity(position: Position): Uint8Array {
    return identityOf(position);
  }

  /** The gauges of this moment, under the names Mesos gives them behind `metricsPrefix`. */
  metrics(): Readonly<Record<string, number>> {
    const { metricsPrefix } = this.#settings;
    return {
      [`${metricsPrefix}log/recovered`]: this.recovered.isReady ? 1 : 0,
      [`${metricsPrefix}log/ensemble_size`]: this.network.size,
    };
  }

  /**
   * Ends everything: what is waited for fails with `LOG_CLOSED`, the write of the storage that is
   * under way is awaited, then the storage is closed. Idempotent.
   */
  close(): Future<void> {
    if (this.#closing) return this.#closing;
    this.#recovering.discard();
    this.#scope.end(new LogError('LOG_CLOSED', 'the log was closed'));
    this.#closing = this.#shutDown().undiscardable();
    return this.#closing;
  }

  [Symbol.asyncDispose](): PromiseLike<void> {
    return this.close();
  }

  /** Writers first, then what they stand on. */
  #shutDown(): Future<void> {
    return awaitAll(this.#coordinators.map((coordinator) => coordinator.close()))
      .andThen(() => this.#membership?.close())
      .andThen(() => this.network.close())
      .andThen(() => this.replica.close())
      .repair((closing) => (isClosed(closing.failure()) ? undefined : closing));
  }

  /** With more members than the group has, two quorums need not overlap. */
  #setMembers(members: Iterable<Pid>): void {
    const { clusterSize, recovery, onEvent } = this.#settings;
    const pids = new Map([this.replica.pid, ...members].map((pid) => [pid.toString(), pid]));
    if (pids.size > clusterSize) {
      onEvent({ type: 'members-refused', members: [...pids.keys()], clusterSize });
      return;
    }
    this.network.set(pids.values());
    if (recovery !== 'safe') return;
    // It fails only once the replica has ended, which its own failure tells.
    this.replica.regroup(groupOf(this.#settings, pids.size)).onFailed(() => undefined);
  }

  #onFatal(error: LogError): void {
    this.#recovering.discard();
    this.#scope.end(error);
    this.#settings.onEvent({ type: 'failed', error });
  }
}

type MakeLog = (settings: LogSettings, replica: Replica, fatal: Future<LogError>) => Log;

function openWith(settings: LogSettings, make: MakeLog): Future<Log> {
  const { runtime, storage, replicaId, peers } = settings;
  const fatal = new Completer<LogError>();
  const replica = Replica.open(runtime, storage, {
    ...(replicaId !== undefined && { id: replicaId }),
    ...(settings.recovery === 'safe' && {
      identity: (self) => replicaIdentity(settings, self),
      group: groupOf(settings, peers.length + 1),
    }),
    onFatal: (error) => fatal.set(error),
  });
  const completer = new Completer<Log>();
  const giveUp = (complete: () => void): void => {
    replica.close().onAny(complete);
  };
  replica.restored.onReady(() => {
    if (completer.future.hasDiscard) {
      giveUp(() => completer.discard());
      return;
    }
    try {
      checkSelf(peers, replica.pid);
      completer.set(make(settings, replica, fatal.future));
    } catch (error) {
      giveUp(() => completer.fail(error as Error));
    }
  });
  replica.restored.onFailed((error) => giveUp(() => completer.fail(error)));
  return completer.future;
}

/** A lone replica may run under another pid each time: nobody else knows it. */
function replicaIdentity({ identity, peers, membership }: LogSettings, self: Pid): string {
  const isAlone = peers.length === 0 && !membership;
  return identity ?? (isAlone ? 'alone' : self.toString());
}

function groupOf({ clusterId, quorum }: LogSettings, members: number): GroupClaim {
  return { ...(clusterId !== undefined && { clusterId }), quorum, members };
}

function membershipFailed(error: Error): LogError {
  const message = `the members of the group cannot be found: ${error.message}`;
  return new LogError('LOG_MEMBERSHIP_FAILED', message, { cause: error });
}

/** Its runtime was closed before it, and took the replica and the storage with it. */
function isClosed(error: Error): boolean {
  return error instanceof LogError && error.code === 'LOG_CLOSED';
}
