import type { StoreRecord } from '../registry-history.ts';
import { nameOf } from './registry-checker.ts';
import type { RegistryChecker } from './registry-checker.ts';

/**
 * Versions of the registry are one chain (G3): no two that take effect are based on the same one, as
 * would be if a stale registrar stored over what another one has stored.
 */
export class OneHistory implements RegistryChecker {
  readonly invariant = 'one-history';
  readonly #next = new Map<StoreRecord | undefined, StoreRecord>();

  effective(store: StoreRecord): string | undefined {
    const other = this.#next.get(store.before);
    this.#next.set(store.before, store);
    if (!other) return undefined;
    const base = store.before ? nameOf(store.before) : 'nothing';
    return `both ${nameOf(other)} and ${nameOf(store)} have taken the place of ${base}`;
  }

  stored(store: StoreRecord): string | undefined {
    if (store.outcome !== 'failed' || !store.isEffective) return undefined;
    return `${nameOf(store)} is said to have failed for certain, and has taken effect`;
  }
}
