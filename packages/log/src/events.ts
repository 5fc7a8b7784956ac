import type { ReplicaStatus } from '@quorate/messages';
import type { LogError } from './errors.ts';
import type { Position } from './protocol/types.ts';
import type { RecoveryDiagnosis, StatusCounts } from './protocol/recover.ts';
import type { PeerProblemCode } from './protocol/tally.ts';

/** What a log reports while it runs; see `LogOptions.onEvent`. */
export type LogEvent =
  /** The status of the local replica has changed, durably. */
  | { readonly type: 'status'; readonly from: ReplicaStatus; readonly to: ReplicaStatus }
  /** A position was caught up, on the way from `begin` to `end` (both included). */
  | {
      readonly type: 'catch-up';
      readonly position: Position;
      readonly begin: Position;
      readonly end: Position;
    }
  | RecoveryWaiting
  | MembersRefused
  | PeerProblemEvent
  /** The local replica has stopped for good; every call fails with this error from now on. */
  | { readonly type: 'failed'; readonly error: LogError };

/** A round of the recover protocol decided nothing: the replica cannot vote yet. It goes on. */
export interface RecoveryWaiting {
  readonly type: 'recovery-waiting';
  /**
   * Why, as far as can be told from here. Only the first one ends by itself; the others are told of once two
   * rounds in a row have found the same.
   */
  readonly diagnosis: RecoveryDiagnosis;
  /** The status of the local replica. */
  readonly status: ReplicaStatus;
  /** How many replicas answered with which status, the local one included. */
  readonly counts: StatusCounts;
  /** The pids of those that did not answer. */
  readonly unanswered: readonly string[];
  /** How many members the network has at the moment. */
  readonly members: number;
  readonly quorum: number;
  readonly clusterSize: number;
}

/**
 * A membership names more members than the group has, the local replica included: those known before
 * stay. It may end by itself, when one that has gone is no longer named.
 */
export interface MembersRefused {
  readonly type: 'members-refused';
  readonly members: readonly string[];
  readonly clusterSize: number;
}

/** Something is wrong with a member. Told once for each member and code. */
export interface PeerProblemEvent {
  readonly type: 'peer-problem';
  /** Its pid. */
  readonly member: string;
  /** What: all but the last keep its answer from being counted. */
  readonly code: PeerProblemCode | 'PEER_QUORUM_DIFFERS';
  /** In words that follow the name of the member. */
  readonly text: string;
  /** Whether its answers count all the same. */
  readonly isCounted: boolean;
}

/** Hears of each event, at once. */
export type LogEventListener = (event: LogEvent) => void;
