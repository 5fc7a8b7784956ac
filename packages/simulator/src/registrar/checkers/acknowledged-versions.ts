import type { Registry } from '@quorate/messages';
import type { RequestRecord, Term } from '../registry-history.ts';
import { nameOf } from './registry-checker.ts';
import type { RegistryChecker } from './registry-checker.ts';

/**
 * What was acknowledged is in a version that has taken effect, and that comes after all versions that
 * anybody had been told of when it was asked for: nothing acknowledged is lost, and time is respected.
 */
export class AcknowledgedVersions implements RegistryChecker {
  readonly invariant = 'acknowledged-versions';

  returned({ outcome, store, request, depthBefore, term }: RequestRecord): string | undefined {
    if (outcome !== 'succeeded') return undefined;
    if (!store) return `${term.master} acknowledged ${request.type} ${request.id} without a store`;
    if (store.outcome !== 'succeeded') {
      return `${request.type} ${request.id} was acknowledged, and the store of ${nameOf(store)} is ${store.outcome}`;
    }
    if (store.depth > depthBefore) return undefined;
    return `${request.type} ${request.id} was acknowledged in ${nameOf(store)}, and was asked for after version ${depthBefore} was acknowledged`;
  }

  recovered({ stores: [first], depthBefore, master }: Term, _registry: Registry) {
    if (!first || first.depth > depthBefore) return undefined;
    return `${master} recovered ${nameOf(first)}, though version ${depthBefore} was acknowledged before`;
  }
}
