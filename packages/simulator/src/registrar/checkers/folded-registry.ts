import { Registry } from '@quorate/messages';
import { RegistryModel } from '../registry-model.ts';
import type { RequestRecord, StoreRecord, Term } from '../registry-history.ts';
import { nameOf } from './registry-checker.ts';
import type { RegistryChecker } from './registry-checker.ts';

/**
 * What is stored, and what a recovered registrar shows, is what the requests of all versions before
 * come to, one after the other and each as a whole (G2); each is answered by whether it was permitted.
 */
export class FoldedRegistry implements RegistryChecker {
  readonly invariant = 'folded-registry';

  storing(store: StoreRecord, value: Uint8Array): string | undefined {
    return difference(store, Registry.decode(value), 'is stored with');
  }

  recovered({ stores: [first], master }: Term, registry: Registry): string | undefined {
    if (!first) return `${master} has recovered and has stored nothing`;
    return difference(first, registry, 'is shown as');
  }

  returned({ outcome, isPermitted, store, ...record }: RequestRecord): string | undefined {
    if (outcome !== 'succeeded' || !store) return undefined;
    const index = store.requests.findIndex(({ id }) => id === record.id);
    const expected = store.permitted[index];
    if (isPermitted === expected) return undefined;
    const { type, id } = record.request;
    return `${type} ${id} was answered with ${isPermitted} in ${nameOf(store)}, by the rules ${expected}`;
  }
}

function difference(store: StoreRecord, registry: Registry, how: string): string | undefined {
  const [shown, expected] = [`${RegistryModel.of(registry)}`, `${store.model}`];
  if (shown === expected) return undefined;
  return `${nameOf(store)} ${how} ${shown}, and has to be ${expected}`;
}
