import { describeVersionOperation } from './version-history.ts';
import type { VersionHistory, VersionStore, VersionViolation } from './version-history.ts';
import { versionChain } from './version-chain.ts';

/** The stores that took effect follow each other in one chain, which begins at the initial version. */
export function oneChain(history: VersionHistory): VersionViolation | undefined {
  const replacedBy = new Map<string, VersionStore>();
  for (const store of history.effective) {
    const other = replacedBy.get(store.replaces);
    if (other) {
      const operations = [other.operation, store.operation];
      const by = operations.map(describeVersionOperation).join(' and by ');
      const message = `version ${store.replaces} was replaced by ${by}`;
      return { rule: 'one-chain', message, operations };
    }
    replacedBy.set(store.replaces, store);
  }
  const chain = new Set(versionChain(history).map(({ store }) => store));
  const [stray] = [...history.effective].filter((store) => !chain.has(store));
  if (!stray) return undefined;
  const { operation } = stray;
  const what = describeVersionOperation(operation);
  const message = `${what} does not go back to version ${history.initial}, but to itself`;
  return { rule: 'one-chain', message, operations: [operation] };
}
