import { effectiveStores } from './effective-stores.ts';
import { oneChain } from './one-chain.ts';
import { realTimeOrder } from './real-time-order.ts';
import { uniqueVersions } from './unique-versions.ts';
import { versionHistoryOf } from './version-history.ts';
import type { VersionOperation, VersionViolation } from './version-history.ts';

const RULES = [uniqueVersions, effectiveStores, oneChain, realTimeOrder];

/**
 * The first rule that a history of compare-and-set stores with unique versions breaks; undefined if
 * it is linearizable. Takes O(n), as each store names its place: behind the one that it replaced.
 *
 * Throws `HISTORY_INVALID` for times that are not in order.
 *
 * @param initial the version at the beginning
 */
export function checkVersionChain(
  history: readonly VersionOperation[],
  initial: string,
): VersionViolation | undefined {
  const sorted = versionHistoryOf(history, initial);
  for (const rule of RULES) {
    const violation = rule(sorted);
    if (violation) return violation;
  }
  return undefined;
}
