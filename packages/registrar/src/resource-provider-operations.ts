import { RegistryResourceProvider, ResourceProviderID } from '@quorate/messages';
import { copy, quote } from './operation-input.ts';
import {
  mutated,
  refused,
  type RegistryFields,
  type RegistryOperation,
} from './registry-operation.ts';

/** Adds a resource provider. Refused if it is known, or was removed: ids do not come back. */
export function admitResourceProvider(provider: RegistryResourceProvider): RegistryOperation {
  const admitted = copy(RegistryResourceProvider, provider);
  const id = admitted.id.value;
  return {
    name: `admit resource provider ${quote(id)}`,
    perform({ fields }) {
      const { resourceProviders, removedResourceProviders } = recordOf(fields);
      if (resourceProviders.some((each) => each.id.value === id)) {
        return refused(`resource provider ${quote(id)} is already admitted`);
      }
      if (removedResourceProviders.some((each) => each.id.value === id)) {
        return refused(`resource provider ${quote(id)} was removed`);
      }
      return changed(fields, { resourceProviders: [...resourceProviders, admitted] });
    },
  };
}

/** Moves a resource provider to the removed ones. Refused if it is not known. */
export function removeResourceProvider(providerId: ResourceProviderID): RegistryOperation {
  const id = copy(ResourceProviderID, providerId).value;
  return {
    name: `remove resource provider ${quote(id)}`,
    perform({ fields }) {
      const { resourceProviders, removedResourceProviders } = recordOf(fields);
      const removed = resourceProviders.find((each) => each.id.value === id);
      if (!removed) return refused(`resource provider ${quote(id)} is not known`);
      return changed(fields, {
        resourceProviders: resourceProviders.filter((each) => each !== removed),
        removedResourceProviders: [...removedResourceProviders, removed],
      });
    },
  };
}

type ResourceProviderRecord = NonNullable<RegistryFields['resourceProviderRegistry']>;

function recordOf({ resourceProviderRegistry }: RegistryFields): ResourceProviderRecord {
  return resourceProviderRegistry ?? { resourceProviders: [], removedResourceProviders: [] };
}

function changed(fields: RegistryFields, change: Partial<ResourceProviderRecord>) {
  const resourceProviderRegistry = { ...recordOf(fields), ...change };
  return mutated({ type: 'set-fields', fields: { resourceProviderRegistry } });
}
