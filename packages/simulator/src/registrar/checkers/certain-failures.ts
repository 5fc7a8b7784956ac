import type { RequestRecord, StoreRecord } from '../registry-history.ts';
import { nameOf } from './registry-checker.ts';
import type { RegistryChecker } from './registry-checker.ts';

/**
 * A request that failed for certain is in no version that takes effect, then or later; one whose store
 * was given up in time is not said to have failed for certain (G7).
 */
export class CertainFailures implements RegistryChecker {
  readonly invariant = 'certain-failures';

  effective(store: StoreRecord): string | undefined {
    const failed = store.requests.find(({ outcome }) => outcome === 'failed');
    return failed && describe(failed, store);
  }

  returned(record: RequestRecord): string | undefined {
    const { outcome, code, store, term, request } = record;
    if (outcome !== 'failed') return undefined;
    if (code === 'REGISTRAR_STORE_TIMEOUT' && store) {
      return `${term.master} gave up a store in time, and says that ${request.type} ${request.id} failed for certain`;
    }
    return store?.isEffective === true ? describe(record, store) : undefined;
  }
}

function describe({ request, code }: RequestRecord, store: StoreRecord): string {
  return `${request.type} ${request.id} failed for certain (${code}), and is in ${nameOf(store)}, which has taken effect`;
}
