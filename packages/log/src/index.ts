/**
 * A replicated log on Multi-Paxos: replicas that recover and initialise themselves, writers that
 * get elected, readers that catch up.
 *
 * @packageDocumentation
 */
export { CATCH_UP_TIMEOUT_MS, catchUp } from './proposer/catch-up.ts';
export type { CatchUpOptions } from './proposer/catch-up.ts';
export { Consensus } from './proposer/consensus.ts';
export type { ConsensusOptions } from './proposer/consensus.ts';
export { Coordinator } from './proposer/coordinator.ts';
export type { Entry } from './entry.ts';
export { LogError } from './errors.ts';
export type { LogErrorCode, LogErrorOptions, WriteOutcomeKnown } from './errors.ts';
export type {
  LogEvent,
  LogEventListener,
  MembersRefused,
  PeerProblemEvent,
  RecoveryWaiting,
} from './events.ts';
export type { LocalReplica, ReplicaIdentity } from './proposer/local-replica.ts';
export { ENTRY_SIZE_BYTES_MAX, WRITER_QUEUE_LENGTH_MAX } from './log-options.ts';
export type { LogOptions } from './log-options.ts';
export { Log } from './log.ts';
export type { LogGroup } from './log.ts';
export { memoryDisk, memoryStorage } from './memory-storage.ts';
export type { MemoryDisk, MemoryStorageOptions } from './memory-storage.ts';
export type { Membership, MembershipSite, RunningMembership } from './membership.ts';
export type { MemberFilter, Reply, WatchMode } from './network-process.ts';
export { Network } from './network.ts';
export type { CoordinatorWriteOutcome, ElectOutcome } from './protocol/coordinator.ts';
export { IntervalSet } from './protocol/interval-set.ts';
export type { Interval, IntervalArgument } from './protocol/interval-set.ts';
export { defaultClusterSize } from './protocol/quorum.ts';
export type { RecoveryDiagnosis, StatusCounts } from './protocol/recover.ts';
export type { RestoredState } from './protocol/restore.ts';
export { POSITION_MAX, toPosition, toProposal } from './protocol/types.ts';
export type { Position, Proposal } from './protocol/types.ts';
export { Reader } from './reader.ts';
export { recover } from './proposer/recover.ts';
export type { RecoverOptions } from './proposer/recover.ts';
export type { ReplicaOptions, ReplicaProcess } from './replica/replica-process.ts';
export { Replica } from './replica/replica.ts';
export type { RecoveryMode } from './protocol/voters.ts';
export { checkStaticMembers, memberPid, REPLICA_ID } from './static-members.ts';
export type { StaticMembersOptions } from './static-members.ts';
export type { Storage, StorageBatch } from './storage.ts';
export { Writer } from './writer.ts';
export type { StartResult } from './writer.ts';
