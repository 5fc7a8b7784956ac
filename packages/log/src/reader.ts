import type { Action } from '@quorate/messages';
import { Future } from '@quorate/process';
import { catchUpVoting } from './proposer/catch-up-voting.ts';
import type { CatchUpVotingOptions } from './proposer/catch-up-voting.ts';
import type { Consensus } from './proposer/consensus.ts';
import type { Entry } from './entry.ts';
import { EntryStream } from './entry-stream.ts';
import { LogError } from './errors.ts';
import type { LogScope } from './log-scope.ts';
import { toPosition } from './protocol/types.ts';
import type { Position } from './protocol/types.ts';
import type { Replica } from './replica/replica.ts';

export interface ReaderSettings {
  readonly replica: Replica;
  readonly consensus: Consensus;
  readonly catchUp: CatchUpVotingOptions;
}

/**
 * Reads from the local replica, and only from there: what it shows may be older than what the
 * writer has written by now. A `catchUp`, or the `start` of a writer on the same log, brings it
 * up to date. Every call waits until the log has recovered.
 */
export class Reader {
  readonly #scope: LogScope;
  readonly #settings: ReaderSettings;

  /** @internal Use `log.reader()`. */
  constructor(scope: LogScope, settings: ReaderSettings) {
    this.#scope = scope;
    this.#settings = settings;
  }

  /**
   * The entries from `from` up to and including `to`. Positions that hold no entry, but a NOP or
   * a truncation, are skipped. All of them are held in memory: see `entries` for long ranges.
   *
   * Fails with `READ_RANGE_INVALID`, `READ_TRUNCATED` (`from` lies before the beginning),
   * `READ_PAST_END`, `READ_PENDING` (a position is not known to be chosen yet), `READ_MISSING` (a
   * position is not here), `POSITION_INVALID`, or what stops the local replica.
   */
  read(from: Position, to: Position): Future<readonly Entry[]> {
    return this.#scope.run(() =>
      this.#settings.replica
        .read(toPosition(from), toPosition(to))
        .andThen((actions) => entriesOf(actions, from, to)),
    );
  }

  /**
   * The entries from `from` up to and including `to`, read piece by piece while they are
   * consumed. Without `from` it starts at the beginning; without `to` it ends with the last
   * position that is learned here when it starts.
   *
   * An iteration that is left early, or fails, holds nothing. `next` rejects as `read` fails; with
   * `READ_TRUNCATED`, too, when the log is truncated beyond the position being read meanwhile.
   */
  entries(from?: Position, to?: Position): AsyncIterableIterator<Entry, undefined> {
    return new EntryStream({
      begin: () => (from === undefined ? this.beginning() : this.#position(from)),
      end: (begin) => (to === undefined ? this.#lastLearned(begin) : this.#endOf(begin, to)),
      read: (first, last) => this.read(first, last),
    });
  }

  /** The first position that is not truncated, as far as the local replica knows. */
  beginning(): Future<Position> {
    return this.#scope.run(() => this.#settings.replica.beginning());
  }

  /** The last position the local replica has a record of, which may not be readable yet. */
  ending(): Future<Position> {
    return this.#scope.run(() => this.#settings.replica.ending());
  }

  /**
   * Learns what the local replica missed, without disturbing the writer: the last position of the
   * log is left out. Ready with the highest position that may be read. What is truncated
   * meanwhile cannot be read any more: start over from `beginning` then.
   *
   * Retries for as long as it takes; discard it to give up. Fails with `CATCH_UP_FAILED` when no
   * quorum is voting or the log has a single position, `REPLICA_NOT_VOTING`, `POSITION_INVALID`,
   * or what stops the local replica. Needs Mesos 1.5 or later on C++ members.
   *
   * @param options.timeoutMs how long one position may take before it is started again; default
   *   10,000
   */
  catchUp(options: { readonly timeoutMs?: number } = {}): Future<Position> {
    const { consensus, catchUp } = this.#settings;
    return this.#scope.run(() => catchUpVoting(consensus, { ...catchUp, ...options }));
  }

  #position(position: Position): Future<Position> {
    return this.#scope.run(() => Future.ready(toPosition(position)));
  }

  #endOf(begin: Position, to: Position): Future<Position> {
    if (begin <= to) return this.#position(to);
    const what = `cannot read from ${begin} to ${to}: the range ends before it begins`;
    return Future.failed(new LogError('READ_RANGE_INVALID', what));
  }

  /** The end, less the positions there that are not known to be chosen yet. */
  #lastLearned(begin: Position): Future<Position | undefined> {
    const { replica } = this.#settings;
    return this.#scope.run(() =>
      replica.ending().andThen((end) =>
        replica.missing(begin, end).andThen((missing) => {
          const [lower, upper] = missing.intervals().at(-1) ?? [end + 1, end + 1];
          const last = upper === end + 1 ? lower - 1 : end;
          return last < begin ? undefined : toPosition(last);
        }),
      ),
    );
  }
}

/** Throws `READ_PENDING` or `READ_MISSING` unless every position of the range is learned. */
function entriesOf(actions: readonly Action[], from: Position, to: Position): readonly Entry[] {
  const entries: Entry[] = [];
  let expected: number = from;
  for (const action of actions) {
    const { position } = action;
    if (position !== expected) throw missing(expected, position - 1);
    if (action.learned !== true || action.performed === undefined) throw pending(position);
    if (action.type === 'append' && action.append) {
      // Copied: a storage in memory hands out its own record, which the caller must not change.
      const data = new Uint8Array(action.append.bytes);
      entries.push({ position: position as Position, data });
    }
    expected = position + 1;
  }
  // Upstream sees a gap only in front of a record: one at the end of the range goes unnoticed.
  if (expected <= to) throw missing(expected, to);
  return entries;
}

function missing(from: number, to: number): LogError {
  const which = from === to ? `position ${from} is` : `positions ${from} to ${to} are`;
  return new LogError('READ_MISSING', `${which} not on this replica; catch up first`);
}

function pending(position: number): LogError {
  return new LogError(
    'READ_PENDING',
    `position ${position} is not known to be chosen yet; catch up, or start a writer, first`,
  );
}
