import type { Future, Pid, Runtime } from '@quorate/process';

/**
 * Finds the replicas of a log's group while the log runs, where a fixed list of peers will not do.
 * `ZooKeeperNetwork` of `@quorate/zookeeper` is one.
 */
export interface Membership {
  /** Begins, once the local replica is there. Never calls the site before it has returned. */
  start(site: MembershipSite): RunningMembership;
}

/** The log that wants to know its members. */
export interface MembershipSite {
  /** The runtime the log lives in. */
  readonly runtime: Runtime;
  /** The local replica, which is always a member. */
  readonly self: Pid;
  /** Replaces all members but the local replica. More than `clusterSize` together are refused. */
  setMembers(members: Iterable<Pid>): void;
  /** They will never be known: ends the log with `LOG_MEMBERSHIP_FAILED`. */
  fail(error: Error): void;
}

/** A membership that has begun. */
export interface RunningMembership {
  /** Stops, and takes the local replica out. The log waits for it when it is closed. */
  close(): Future<void>;
}
