/** The two numbers every decision of the group rests on. */
export interface GroupSize {
  /** How many replicas must agree. */
  readonly quorum: number;
  /** How many replicas the group has; those that are down count, too. */
  readonly clusterSize: number;
}

/** The size of the group for which `quorum` is a bare majority: 1 → 1, 2 → 3, 3 → 5. */
export function defaultClusterSize(quorum: number): number {
  return 2 * quorum - 1;
}

/**
 * What is wrong with these numbers, in words for the operator; undefined when they are sound.
 *
 * The rule that matters: any two quorums must share a replica, or two coordinators can each
 * collect one and choose different values for the same position.
 */
export function groupSizeProblem({ quorum, clusterSize }: GroupSize): string | undefined {
  if (!Number.isSafeInteger(quorum) || quorum < 1) {
    return `quorum must be a positive integer, got ${String(quorum)}`;
  }
  if (!Number.isSafeInteger(clusterSize) || clusterSize < 1) {
    return `clusterSize must be a positive integer, got ${String(clusterSize)}`;
  }
  if (quorum > clusterSize) {
    return `quorum ${quorum} can never be reached by ${clusterSize} replicas; raise clusterSize or lower quorum`;
  }
  if (2 * quorum <= clusterSize) {
    const least = Math.floor(clusterSize / 2) + 1;
    return `two quorums of ${quorum} among ${clusterSize} replicas need not overlap; use a quorum of at least ${least}`;
  }
  return undefined;
}
