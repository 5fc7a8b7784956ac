import type { Future, Pid, Runtime } from '@quorate/process';
import { failIfAbandoned } from '@quorate/process/sync';
import type { Consensus } from './consensus.ts';
import { CoordinatorProcess } from './coordinator-process.ts';
import { LogError } from '../errors.ts';
import type { CoordinatorWriteOutcome, ElectOutcome } from '../protocol/coordinator.ts';
import type { Position } from '../protocol/types.ts';

/**
 * The proposer that gets elected and then writes to the end of the log. Use a `Writer` unless you
 * build something of your own: it queues writes, and it fails those that cannot succeed.
 *
 * It neither renews an election nor retries a lost one. After Mesos src/log/coordinator.hpp.
 */
export class Coordinator {
  readonly #runtime: Runtime;
  readonly #pid: Pid<CoordinatorProcess>;

  constructor(consensus: Consensus) {
    this.#runtime = consensus.runtime;
    this.#pid = this.#runtime.spawn(new CoordinatorProcess(consensus));
  }

  /**
   * Gets a promise of a quorum for the end of the log, then learns all that is there already.
   * Called during an election it joins that one; when elected already it only says so.
   *
   * No time limit: pending while too few replicas answer. Discarding it ends the election. Fails
   * with `WRITER_BUSY` while a write is in flight, and `LOG_CLOSED`.
   */
  elect(): Future<ElectOutcome> {
    return this.#orClosed(this.#runtime.dispatch(this.#pid, 'elect'));
  }

  /**
   * Gives the election up. Ready with the last position of the log. Fails with
   * `WRITER_NOT_STARTED` when not elected, `WRITER_BUSY` during an election or a write.
   */
  demote(): Future<Position> {
    return this.#orClosed(this.#runtime.dispatch(this.#pid, 'demote'));
  }

  /**
   * Writes one entry at the end. Ready with `written` when a quorum has it on disk and the local
   * replica holds it as learned.
   *
   * Only one write may be in flight: a second one fails with `WRITER_BUSY`. Discarding it, or a
   * failure, leaves the outcome unknown and the coordinator not elected. The bytes are not
   * copied: they must not change until the future completes.
   */
  append(bytes: Uint8Array): Future<CoordinatorWriteOutcome> {
    return this.#orClosed(this.#runtime.dispatch(this.#pid, 'write', { type: 'append', bytes }));
  }

  /**
   * Removes all positions below `to` from the log, by writing that at its end. Like `append`
   * otherwise. Fails with `POSITION_INVALID` when `to` lies beyond the end.
   */
  truncate(to: Position): Future<CoordinatorWriteOutcome> {
    return this.#orClosed(this.#runtime.dispatch(this.#pid, 'write', { type: 'truncate', to }));
  }

  /** Ends it; what is in flight fails with `LOG_CLOSED`. Ready when the process has ended. */
  close(): Future<boolean> {
    const ended = this.#runtime.wait(this.#pid);
    this.#runtime.terminate(this.#pid);
    return ended;
  }

  #orClosed<T>(future: Future<T>): Future<T> {
    return failIfAbandoned(future, () => new LogError('LOG_CLOSED', 'the coordinator is closed'));
  }
}
