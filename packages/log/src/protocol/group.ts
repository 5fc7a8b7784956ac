import type { GroupFields } from '@quorate/messages';
import type { PeerProblem } from './tally.ts';

/** In which group a replica takes itself to be. With safe recovery it tells the others. */
export interface GroupClaim {
  /** The name of the group, where it has one. */
  readonly clusterId?: string;
  readonly quorum: number;
  /** How many members it knows at the moment, itself included. */
  readonly members: number;
}

/**
 * Why somebody who says this of its group cannot be counted: it belongs to another one, or two quorums
 * need not overlap, one by its number and one by ours. Quorums that differ and must overlap are no
 * obstacle: that is how a group changes its quorum, a replica at a time.
 */
export function groupProblem(own: GroupClaim, theirs: GroupFields): PeerProblem | undefined {
  const { clusterId, quorum, members } = theirs;
  if (isOtherCluster(own, theirs)) {
    return {
      code: 'PEER_CLUSTER_MISMATCH',
      text: `belongs to cluster ${clusterId}, and this replica to ${own.clusterId}; take it off the list of peers`,
    };
  }
  const group = Math.max(own.members, members ?? 0);
  if (quorum === undefined || own.quorum + quorum > group) return undefined;
  return {
    code: 'PEER_QUORUM_MISMATCH',
    text: `has a quorum of ${quorum}, and this replica of ${own.quorum}: among ${group} replicas those need not overlap; start all with a quorum of at least ${Math.floor(group / 2) + 1}`,
  };
}

/** Whether both name a cluster, and not the same. */
export function isOtherCluster(own: { readonly clusterId?: string }, theirs: GroupFields): boolean {
  return (
    own.clusterId !== undefined &&
    theirs.clusterId !== undefined &&
    own.clusterId !== theirs.clusterId
  );
}
