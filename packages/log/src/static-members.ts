import { Pid } from '@quorate/process';
import { LogError, reasonOf } from './errors.ts';

/** The process id of a replica that was given none: the one that Mesos gives its first. */
export const REPLICA_ID = 'log-replica(1)';

/** A group of which the members are listed, and the one of them that asks. */
export interface StaticMembersOptions {
  /**
   * All replicas of the group, this one included, as `host:port` or `id@host:port`: the same list on each
   * of them, in any order. An address alone means the process `log-replica(1)` there.
   */
  readonly members: readonly (Pid | string)[];
  /** The replica that asks. */
  readonly self: Pid;
  readonly quorum: number;
}

/**
 * The other members of a group, in the order of the list.
 *
 * Throws `LOG_MEMBERS_INVALID` when a member is no address or is listed twice, when this replica is not
 * listed, when there are fewer than `quorum`, or more than `2 * quorum - 1`: two quorums need not overlap
 * then, and each could choose a value of its own.
 */
export function checkStaticMembers({
  members,
  self,
  quorum,
}: StaticMembersOptions): readonly Pid[] {
  const pids = members.map(memberPid);
  const names = new Set<string>();
  for (const pid of pids) {
    const name = pid.toString();
    if (names.has(name)) throw invalid(`${name} is listed twice; list each member once`);
    names.add(name);
  }
  if (!names.has(self.toString())) {
    throw invalid(
      `the members ${[...names].join(', ')} do not include this replica, ${self}; list all of them, on each of them`,
    );
  }
  const most = 2 * quorum - 1;
  if (pids.length > most) {
    const needed = Math.floor(pids.length / 2) + 1;
    throw invalid(
      `${pids.length} members are more than the ${most} that a quorum of ${quorum} allows: two quorums need not overlap; use a quorum of at least ${needed}`,
    );
  }
  if (pids.length < quorum) {
    throw invalid(`${pids.length} members never make a quorum of ${quorum}; list all of them`);
  }
  return pids.filter((pid) => !pid.equals(self));
}

const ADDRESS = /^(?:\[[\da-f:.%]+\]|[^\s:@[\]/]+):(\d{1,5})$/i;
const PORT_MAX = 65_535;

/** The replica that a text names, as `StaticMembersOptions.members` has it. Throws `LOG_MEMBERS_INVALID`. */
export function memberPid(member: Pid | string): Pid {
  if (typeof member !== 'string') return member;
  const pid = member.includes('@') ? parsed(member) : new Pid(REPLICA_ID, member);
  const port = Number(ADDRESS.exec(pid.address)?.[1]);
  if (port >= 1 && port <= PORT_MAX) return pid;
  throw invalid(`${JSON.stringify(member)} is no member; write host:port, or id@host:port`);
}

function parsed(member: string): Pid {
  try {
    return Pid.parse(member);
  } catch (error) {
    throw invalid(reasonOf(error), error);
  }
}

function invalid(problem: string, cause?: unknown): LogError {
  return new LogError('LOG_MEMBERS_INVALID', problem, cause === undefined ? {} : { cause });
}
