import { returnedAt } from '../operation.ts';
import { versionChain } from './version-chain.ts';
import { describeVersionOperation } from './version-history.ts';
import type { VersionHistory, VersionOperation, VersionViolation } from './version-history.ts';

/** What returned before something else was invoked does not stand behind it in the chain. */
export function realTimeOrder(history: VersionHistory): VersionViolation | undefined {
  let latest: VersionOperation | undefined; // of those in front, the one that was invoked last
  const add = (operations: readonly VersionOperation[]): void => {
    for (const operation of operations) {
      if (!latest || operation.invoked > latest.invoked) latest = operation;
    }
  };
  const tooEarly = (operations: readonly VersionOperation[]): VersionOperation | undefined =>
    operations.find((operation) => returnedAt(operation) < (latest?.invoked ?? -Infinity));
  for (const { store, fetches } of versionChain(history)) {
    // Fetches of one version have any order among themselves, but stand behind its store.
    for (const operations of [store ? [store.operation] : [], fetches]) {
      const early = tooEarly(operations);
      if (early && latest) return violation(early, latest);
      add(operations);
    }
  }
  return undefined;
}

function violation(early: VersionOperation, latest: VersionOperation): VersionViolation {
  const operations = [early, latest];
  const [one, other] = operations.map(describeVersionOperation);
  const message = `${one} was before ${other}, but stands behind it in the chain`;
  return { rule: 'real-time-order', message, operations };
}
