import type { Action, Metadata } from '@quorate/messages';
import { LogError } from '../errors.ts';
import type { GroupClaim } from './group.ts';
import type { IntervalSet } from './interval-set.ts';
import { holesOf } from './restore.ts';
import type { RestoredState } from './restore.ts';
import { beginAfter } from './truncation.ts';
import type { Position } from './types.ts';

/**
 * What a replica knows of its log without reading it. Changed in place by `step`.
 *
 * Invariants: `begin <= end + 1`; holes and unlearned positions are disjoint and lie between
 * `begin` and `end`; every other position from `begin` to `end` has a learned record.
 */
export interface AcceptorState {
  /** Status, the highest implicit promise, and whatever else the record carries. */
  metadata: Metadata;
  /** The first position that is not truncated. Only grows. */
  begin: number;
  /** The last position that has a record. Only grows. */
  end: number;
  /** Positions without a record. */
  readonly holes: IntervalSet;
  /** Positions whose record is promised or accepted, but not learned. */
  readonly unlearned: IntervalSet;
  /** Only with safe recovery. */
  readonly safe?: SafeState;
}

/** What safe recovery adds to a replica's state. */
export interface SafeState {
  /** Who it is, by its configuration. */
  readonly replicaId: string;
  /**
   * A quorum has recorded this start. Until then the replica does not vote, whatever its disk
   * says: that disk may be a copy, or older than what the replica has promised since.
   */
  isAnnounced: boolean;
  /** Tells this start from one of a copy of the disk. Empty before it is known which start it is. */
  startToken: string;
  /** The group that it takes itself to be in. */
  group: GroupClaim | undefined;
  /** The named group that it has been a voting member of, even if its records are gone. */
  memberOf: string | undefined;
}

/** With safe recovery: who a replica is, and in which group. */
export interface ReplicaSelf {
  readonly replicaId: string;
  readonly group?: GroupClaim;
}

/** @param self with safe recovery: who it is */
export function acceptorState(restored: RestoredState, self?: ReplicaSelf): AcceptorState {
  return {
    // Mesos' own mode writes nothing that Mesos does not know.
    metadata: self ? restored.metadata : plainMetadata(restored.metadata),
    ...(self && { safe: safeState(restored, self) }),
    begin: restored.begin,
    end: restored.end,
    holes: holesOf(restored),
    unlearned: restored.unlearned.clone(),
  };
}

function safeState({ memberOf }: RestoredState, { replicaId, group }: ReplicaSelf): SafeState {
  return { replicaId, isAnnounced: false, startToken: '', group, memberOf };
}

function plainMetadata(metadata: Metadata): Metadata {
  const { status, promised, unknownFields } = metadata;
  return { status, promised, ...(unknownFields && { unknownFields }) };
}

/** Whether it promises and accepts. */
export function isVoting({ metadata, safe }: AcceptorState): boolean {
  return metadata.status === 'voting' && (safe?.isAnnounced ?? true);
}

/** Whether there is a record at a position that is not truncated. */
export function hasRecord(state: AcceptorState, position: number): boolean {
  return position >= state.begin && position <= state.end && !state.holes.contains(position);
}

/** Whether the replica holds a position's value as chosen. */
export function isLearned(state: AcceptorState, position: number): boolean {
  return hasRecord(state, position) && !state.unlearned.contains(position);
}

/** Whether a position has still to be learned. Truncated ones have not: their values are gone. */
export function isMissing(state: AcceptorState, position: number): boolean {
  return position >= state.begin && !isLearned(state, position);
}

/** The positions from `from` up to and including `to` that have still to be learned. */
export function missingBetween(state: AcceptorState, from: number, to: number): IntervalSet {
  return state.unlearned
    .clone()
    .add(state.holes)
    .add([state.end + 1, to + 1])
    .intersect([Math.max(from, state.begin), to + 1]);
}

/** Throws the error a read of `from` up to and including `to` ends with, if it cannot succeed. */
export function checkReadRange(state: AcceptorState, from: Position, to: Position): void {
  if (to < from) {
    throw new LogError('READ_RANGE_INVALID', `Bad read range (to < from): from ${from} to ${to}`);
  }
  if (from < state.begin) {
    throw new LogError(
      'READ_TRUNCATED',
      `Bad read range (truncated position): from ${from}, the log begins at ${state.begin}`,
    );
  }
  if (to > state.end) {
    throw new LogError(
      'READ_PAST_END',
      `Bad read range (past end of log): to ${to}, the log ends at ${state.end}`,
    );
  }
}

/** Takes note of a record that is being written. */
export function applyRecord(state: AcceptorState, action: Action): void {
  const { position } = action;
  if (position > state.end) {
    state.holes.add([Math.max(state.end + 1, state.begin), position]);
    state.end = position;
  } else {
    state.holes.subtract(position);
  }
  if (action.learned !== true) {
    state.unlearned.add(position);
    return;
  }
  state.unlearned.subtract(position);
  const begin = beginAfter(action);
  if (begin > state.begin) truncate(state, begin);
}

/**
 * Truncated positions are neither holes nor unlearned, or coordinators would fill them in vain.
 *
 * A TRUNCATE may reach beyond the end of the log. The positions in between are gone before they
 * were written, so the log ends behind them: a coordinator that went on below `begin` would find
 * every replica ignoring its writes, for good.
 */
function truncate(state: AcceptorState, begin: number): void {
  state.begin = begin;
  state.end = Math.max(state.end, begin - 1);
  state.holes.subtract([0, begin]);
  state.unlearned.subtract([0, begin]);
}
