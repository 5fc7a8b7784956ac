import type { Registry } from '@quorate/messages';
import type { RequestRecord, StoreRecord, Term } from '../registry-history.ts';
import type { RegistryChecker } from './registry-checker.ts';

/**
 * A recovery ends with a store of its own that has succeeded (G5): it proves leadership, and whoever led
 * before fails from then on. No request shares it. However often it is asked for there is one (G6).
 */
export class RecoveryFirst implements RegistryChecker {
  readonly invariant = 'recovery-first';
  readonly #recovered = new Set<Term>();

  storing({ term, requests }: StoreRecord): string | undefined {
    if (term.stores.length === 0 && requests.length > 0) {
      return `${term.master} recovers with a store that holds requests as well`;
    }
    if (term.stores.length > 0 && requests.length === 0) {
      return `${term.master} stores nothing new after its recovery`;
    }
    return undefined;
  }

  recovered(term: Term, registry: Registry): string | undefined {
    this.#recovered.add(term);
    if (term.stores[0]?.outcome !== 'succeeded') {
      return `${term.master} is recovered without a store that succeeded`;
    }
    const shown = registry.master?.info.id;
    return shown === term.master ? undefined : `${term.master} recovered, and ${shown} leads`;
  }

  returned({ outcome, term, request }: RequestRecord): string | undefined {
    if (outcome !== 'succeeded' || this.#recovered.has(term)) return undefined;
    return `${term.master} acknowledged ${request.type} ${request.id} before it was recovered`;
  }
}
