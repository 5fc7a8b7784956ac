import type { ReplicaStatus } from '@quorate/messages';
import type { WriteOutcomeKnown } from '../errors.ts';
import type { Interval } from '../protocol/interval-set.ts';
import type { RecoveryMode } from '../protocol/voters.ts';

// What a replica's HTTP service answers, as JSON.

/** `GET /log/status`: what a replica is at the moment. */
export interface LogStatus {
  /** Its pid. */
  readonly replica: string;
  readonly status: ReplicaStatus;
  /** Whether it votes: with safe recovery not before a quorum has recorded its start, whatever its status. */
  readonly votes: boolean;
  /** The highest implicit promise. */
  readonly promised: number;
  /** The first position that is not truncated. */
  readonly begin: number;
  /** The last position written, learned or not. */
  readonly end: number;
  /** How many positions from `begin` to `end` are not learned. */
  readonly missing: number;
  /** The first of them, half-open; at most 100. */
  readonly missingRanges: readonly Interval[];
  readonly quorum: number;
  readonly clusterSize: number;
  readonly recovery: RecoveryMode;
  /** The pids that it takes for the group, its own included. */
  readonly members: readonly string[];
  /** Why it does not vote, when it knows. */
  readonly waitingFor?: string;
}

/** `POST /log/append` and `POST /log/truncate`: where it was written. */
export interface LogWritten {
  readonly position: number;
}

/** An entry of a page. */
export interface LogPageEntry {
  readonly position: number;
  /** In base64. */
  readonly data: string;
}

/** `GET /log/entries`: some entries, of those that the replica has learned. */
export interface LogPage {
  readonly begin: number;
  readonly end: number;
  readonly entries: readonly LogPageEntry[];
  /** Where the next page begins. */
  readonly next: number;
}

/** What is answered instead when a request fails. */
export interface LogFailure {
  readonly error: {
    readonly code: string;
    readonly message: string;
    /** Of a write. */
    readonly outcome?: WriteOutcomeKnown;
  };
}
