import type { Action, ReplicaStatus } from '@quorate/messages';
import type { Future, Pid } from '@quorate/process';
import type { IntervalSet } from '../protocol/interval-set.ts';
import type { Position, Proposal } from '../protocol/types.ts';

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
  update(status: ReplicaStatus): Future<void>;
  learn(action: Action): Future<void>;
}
