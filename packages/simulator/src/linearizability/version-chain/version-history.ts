import { checkTimes, periodOf } from '../operation.ts';
import type { Operation } from '../operation.ts';
import type { Violation } from '../violation.ts';

/**
 * A store takes effect only on the version that it replaces; one that was told that it came too late
 * has failed. Versions are unique: no two stores that may have taken effect make the same one.
 */
export type VersionInput =
  | { readonly type: 'store'; readonly replaces: string; readonly makes: string }
  | { readonly type: 'fetch' };

/** Of a fetch the version it found, of a store anything. */
export type VersionOutput = string;

/** A fetch, or a store that replaces one version by another. */
export type VersionOperation = Operation<VersionInput, VersionOutput>;

/** What a history of versions can violate. */
export type VersionRule = 'effective-stores' | 'one-chain' | 'real-time-order' | 'unique-versions';

/** A rule that a history of versions violates, with the operations that show it. */
export type VersionViolation = Violation<VersionRule, VersionInput, VersionOutput>;

export interface VersionStore {
  readonly replaces: string;
  readonly makes: string;
  readonly operation: VersionOperation;
}

/** A fetch that ended. */
export interface VersionFetch {
  readonly version: string;
  readonly operation: VersionOperation;
}

/** A history sorted into what the rules look at. */
export interface VersionHistory {
  readonly initial: string;
  /** Without those that failed. */
  readonly stores: readonly VersionStore[];
  readonly fetches: readonly VersionFetch[];
  readonly storeOf: ReadonlyMap<string, VersionStore>;
  /**
   * The stores that took effect: those that succeeded, and those of unknown outcome whose version
   * somebody found.
   */
  readonly effective: ReadonlySet<VersionStore>;
}

/** Throws `HISTORY_INVALID` for times that are not in order. */
export function versionHistoryOf(
  history: readonly VersionOperation[],
  initial: string,
): VersionHistory {
  checkTimes(history);
  const stores: VersionStore[] = [];
  const fetches: VersionFetch[] = [];
  for (const operation of history) {
    const { input, outcome } = operation;
    if (outcome.type === 'failed') continue;
    if (input.type === 'store') stores.push({ ...input, operation });
    else if (outcome.type === 'succeeded') fetches.push({ version: outcome.output, operation });
  }
  const storeOf = new Map(stores.map((store) => [store.makes, store]));
  const succeeded = stores.filter(({ operation }) => operation.outcome.type === 'succeeded');
  const found = [...succeeded.map(({ makes }) => makes), ...fetches.map(({ version }) => version)];
  return { initial, stores, fetches, storeOf, effective: storesBehind(found, storeOf) };
}

/** The stores that made these versions, those that made what they replaced, and so on. */
function storesBehind(
  versions: string[],
  storeOf: ReadonlyMap<string, VersionStore>,
): ReadonlySet<VersionStore> {
  const effective = new Set<VersionStore>();
  const open = [...versions];
  for (let version = open.pop(); version !== undefined; version = open.pop()) {
    const store = storeOf.get(version);
    if (!store || effective.has(store)) continue;
    effective.add(store);
    open.push(store.replaces);
  }
  return effective;
}

/** As it is named in messages. */
export function describeVersionOperation(operation: VersionOperation): string {
  const { client, input } = operation;
  const what = input.type === 'store' ? `store of ${input.makes} over ${input.replaces}` : 'fetch';
  return `client ${client}'s ${what} (${periodOf(operation)})`;
}
