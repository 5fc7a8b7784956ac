import { hasFailed } from '../registry-history.ts';
import type { RequestRecord, StoreRecord } from '../registry-history.ts';
import type { RegistryChecker } from './registry-checker.ts';

/**
 * After its first store that failed a registrar stores nothing more, and acknowledges nothing that it is
 * asked for (G4): by another store it would win back a leadership that somebody else may have.
 */
export class AbortedForGood implements RegistryChecker {
  readonly invariant = 'aborted-for-good';

  storing({ term }: StoreRecord): string | undefined {
    if (!term.stores.some(hasFailed)) return undefined;
    return `${term.master} stores again after a store that failed`;
  }

  returned({ outcome, isAfterFailure, term, request }: RequestRecord): string | undefined {
    if (outcome !== 'succeeded' || !isAfterFailure) return undefined;
    return `${term.master} acknowledged ${request.type} ${request.id}, asked for after a store had failed`;
  }
}
