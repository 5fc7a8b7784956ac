import { describeVersionOperation } from './version-history.ts';
import type { VersionHistory, VersionViolation } from './version-history.ts';

/** What was found was made: by a store that did not fail, or it was there at the beginning. */
export function effectiveStores(history: VersionHistory): VersionViolation | undefined {
  const { initial, fetches, storeOf, effective } = history;
  const found = [
    ...fetches,
    ...Array.from(effective, ({ replaces, operation }) => ({ version: replaces, operation })),
  ];
  for (const { version, operation } of found) {
    if (version === initial || storeOf.has(version)) continue;
    const finder = describeVersionOperation(operation);
    const message = `${finder} found version ${version}, which no store can have made`;
    return { rule: 'effective-stores', message, operations: [operation] };
  }
  return undefined;
}
