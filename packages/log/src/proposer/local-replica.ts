import type { Action, ReplicaStatus } from '@quorate/messages';
import type { Future, Pid } from '@quorate/process';
import type { Adopted, Incarnation } from '../protocol/incarnations.ts';
import type { IntervalSet } from '../protocol/interval-set.ts';
import type { Position, Proposal } from '../protocol/types.ts';

/** What a replica knows of its own lives. */
export interface ReplicaIdentity {
  readonly replicaId: string;
  /** Undefined on a disk that was never used with safe recovery. */
  readonly incarnation: number | undefined;
  readonly startCounter: number | undefined;
}

/**
 * What the proposing side needs of the replica beside it: the facade `Replica`, or a stand-in in
 * tests.
 */
export interface LocalReplica {
  readonly pid: Pid;
  status(): Future<ReplicaStatus>;
  promised(): Future<Proposal>;
  beginning(): Future<Position>;
  ending(): Future<Position>;
  isMissing(position: Position): Future<boolean>;
  missing(from: Position, to: Position): Future<IntervalSet>;
  /** @param adopted with safe recovery: what to take over in the same write */
  update(status: ReplicaStatus, adopted?: Adopted): Future<void>;
  /** With safe recovery: who it is, and which life its disk says this is. */
  identity(): Future<ReplicaIdentity>;
  /** With safe recovery: writes down which life and start this is. */
  identify(self: Incarnation): Future<void>;
  /** With safe recovery: a quorum has recorded this start, so it may vote. */
  announced(): Future<void>;
  learn(action: Action): Future<void>;
}
