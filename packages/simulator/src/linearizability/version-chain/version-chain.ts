import type { VersionHistory, VersionOperation, VersionStore } from './version-history.ts';

/** A version, and who found it. */
export interface VersionLink {
  /** Undefined for the initial version. */
  readonly store: VersionStore | undefined;
  readonly fetches: readonly VersionOperation[];
}

/** The versions that follow each other from the initial one on. */
export function versionChain(history: VersionHistory): readonly VersionLink[] {
  const next = new Map(Array.from(history.effective, (store) => [store.replaces, store]));
  const fetches = fetchesOf(history);
  const chain: VersionLink[] = [{ store: undefined, fetches: fetches.get(history.initial) ?? [] }];
  for (let store = next.get(history.initial); store; store = next.get(store.makes)) {
    chain.push({ store, fetches: fetches.get(store.makes) ?? [] });
  }
  return chain;
}

function fetchesOf({ fetches }: VersionHistory): ReadonlyMap<string, VersionOperation[]> {
  const byVersion = new Map<string, VersionOperation[]>();
  for (const { version, operation } of fetches) {
    const same = byVersion.get(version);
    if (same) same.push(operation);
    else byVersion.set(version, [operation]);
  }
  return byVersion;
}
