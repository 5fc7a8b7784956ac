import type { Action, ReplicaStatus } from '@quorate/messages';
import { Future } from '@quorate/process';
import type { Pid, Runtime } from '@quorate/process';
import { failIfAbandoned } from '@quorate/process/sync';
import { LogError } from '../errors.ts';
import type { ReplicaIdentity } from '../proposer/local-replica.ts';
import type { GroupClaim } from '../protocol/group.ts';
import type { Adopted, Incarnation } from '../protocol/incarnations.ts';
import type { IntervalSet } from '../protocol/interval-set.ts';
import { toPosition } from '../protocol/types.ts';
import type { Position, Proposal } from '../protocol/types.ts';
import { ReplicaProcess } from './replica-process.ts';
import type { ReplicaOptions } from './replica-process.ts';
import type { Storage } from '../storage.ts';

/**
 * One node's copy of the log: what it has promised, accepted and learned.
 *
 * All answers show what is durable. Once a write to the storage has failed everything fails with
 * `STORAGE_FAILED`: nobody can know what reached the disk, so the replica stops voting. After
 * `close` everything fails with `LOG_CLOSED`.
 */
export class Replica {
  /** Where proposers find it. */
  readonly pid: Pid<ReplicaProcess>;
  /**
   * Ready when the storage has been read. Fails with `LOG_LOCKED`, `LOG_PATH_INVALID`,
   * `LOG_CORRUPT` or `STORAGE_FAILED`, and then so does everything else.
   */
  readonly restored: Future<void>;
  readonly #runtime: Runtime;
  #closing: Future<void> | undefined;

  private constructor(runtime: Runtime, process: ReplicaProcess) {
    this.#runtime = runtime;
    this.pid = runtime.spawn(process);
    this.restored = process.restored();
    // Whoever does not wait for it meets the same failure in the next call.
    this.restored.onFailed(() => undefined);
  }

  /**
   * Starts a replica on a storage of its own. It can be used at once: requests wait until the
   * storage has been read. Throws as `Runtime.spawn` does, and has not touched the storage then.
   */
  static open(runtime: Runtime, storage: Storage, options: ReplicaOptions = {}): Replica {
    return new Replica(runtime, new ReplicaProcess(storage, options));
  }

  status(): Future<ReplicaStatus> {
    return this.#ask(() => this.#runtime.dispatch(this.pid, 'status'));
  }

  /** The highest implicit promise. */
  promised(): Future<Proposal> {
    return this.#ask(() => this.#runtime.dispatch(this.pid, 'promised'));
  }

  /** The first position that is not truncated. */
  beginning(): Future<Position> {
    return this.#ask(() => this.#runtime.dispatch(this.pid, 'beginning'));
  }

  /** The last position written, learned or not; `beginning - 1` if all of them are truncated. */
  ending(): Future<Position> {
    return this.#ask(() => this.#runtime.dispatch(this.pid, 'ending'));
  }

  /** Whether a position has still to be learned; a truncated one has not. */
  isMissing(position: Position): Future<boolean> {
    return this.#ask(() => {
      toPosition(position);
      return this.#runtime.dispatch(this.pid, 'isMissing', position);
    });
  }

  /** The positions from `from` up to and including `to` that have still to be learned. */
  missing(from: Position, to: Position): Future<IntervalSet> {
    return this.#ask(() => {
      checkBounds(from, to);
      return this.#runtime.dispatch(this.pid, 'missing', from, to);
    });
  }

  /**
   * The records from `from` up to and including `to`, learned or not, ascending. Holes are left
   * out. All of them are held in memory: read long ranges in parts.
   *
   * Fails with `READ_RANGE_INVALID`, `READ_TRUNCATED`, `READ_PAST_END` or `POSITION_INVALID`, and
   * with `LOG_CORRUPT` or `STORAGE_FAILED` when a record cannot be read.
   */
  read(from: Position, to: Position): Future<readonly Action[]> {
    return this.#ask(() => {
      checkBounds(from, to);
      return this.#runtime.dispatch(this.pid, 'read', from, to);
    });
  }

  /**
   * Changes the status; ready when that is durable. Only the ways empty, starting, voting and
   * empty or starting, recovering, voting are open; others fail with `REPLICA_STATUS_INVALID`.
   *
   * @param adopted with safe recovery: what to take over from a quorum in the same write
   */
  update(status: ReplicaStatus, adopted?: Adopted): Future<void> {
    return this.#ask(() => this.#runtime.dispatch(this.pid, 'update', status, adopted));
  }

  /** With safe recovery: who it is, and which life its disk says this is. */
  identity(): Future<ReplicaIdentity> {
    return this.#ask(() => this.#runtime.dispatch(this.pid, 'identity'));
  }

  /** With safe recovery: writes down which life and start this is; ready when that is durable. */
  identify(self: Incarnation): Future<void> {
    return this.#ask(() => this.#runtime.dispatch(this.pid, 'identify', self));
  }

  /** With safe recovery: a quorum has recorded this start. From now on it votes, if that is its status. */
  announced(): Future<void> {
    return this.#ask(() => this.#runtime.dispatch(this.pid, 'announced'));
  }

  /** With safe recovery: the members of the group have changed, and this is what to tell of it. */
  regroup(group: GroupClaim): Future<void> {
    return this.#ask(() => this.#runtime.dispatch(this.pid, 'regroup', group));
  }

  /**
   * Learns a value that was chosen. Ready when it is held as learned in memory, or was before, or
   * its position is truncated; durable with the next write. A crash in between loses the mark, not
   * the value: a quorum has that on disk.
   *
   * Fails with `REPLICA_ACTION_INVALID` when the action is not marked as learned or lacks a value.
   */
  learn(action: Action): Future<void> {
    return this.#ask(() => {
      toPosition(action.position);
      return this.#runtime.dispatch(this.pid, 'learn', action);
    });
  }

  /**
   * Serves what was asked before, finishes the write in flight, closes the storage, and ends the
   * process. Idempotent.
   */
  close(): Future<void> {
    if (this.#closing) return this.#closing;
    // Without a process there is nothing left to close: it closed its storage when it ended.
    const closing = this.#runtime
      .dispatch(this.pid, 'close')
      .recover((source) => (source.isAbandoned ? Future.ready<void>(undefined) : source));
    closing.onAny(() => this.#runtime.terminate(this.pid));
    this.#closing = closing;
    return closing;
  }

  #ask<T>(ask: () => Future<T>): Future<T> {
    if (this.#closing) return Future.failed(closed());
    try {
      return failIfAbandoned(ask(), closed);
    } catch (error) {
      return Future.failed(error as Error);
    }
  }
}

function checkBounds(from: Position, to: Position): void {
  toPosition(from);
  toPosition(to);
}

function closed(): LogError {
  return new LogError('LOG_CLOSED', 'the replica is closed');
}
