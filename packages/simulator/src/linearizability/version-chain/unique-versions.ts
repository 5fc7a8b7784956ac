import { describeVersionOperation } from './version-history.ts';
import type { VersionHistory, VersionViolation } from './version-history.ts';

/** No two stores make the same version, and none the initial one. */
export function uniqueVersions(history: VersionHistory): VersionViolation | undefined {
  for (const store of history.stores) {
    const other = history.storeOf.get(store.makes) ?? store;
    if (other === store && store.makes !== history.initial) continue;
    const operations = [...new Set([store.operation, other.operation])];
    const by = operations.map(describeVersionOperation).join(' and by ');
    const again = other === store ? ', though the history begins with it' : '';
    const message = `version ${store.makes} was made by ${by}${again}`;
    return { rule: 'unique-versions', message, operations };
  }
  return undefined;
}
