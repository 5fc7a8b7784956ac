import { WeightInfo } from '@quorate/messages';
import { copyAll } from './operation-input.ts';
import { mutated, UNCHANGED, type RegistryOperation } from './registry-operation.ts';

/**
 * Sets the weights of roles, adding those that have none at the end. Changes nothing if all of them
 * are as they were; never refused.
 */
export function updateWeights(infos: Iterable<WeightInfo>): RegistryOperation {
  const updates = copyAll(WeightInfo, infos);
  return {
    name: `update the weights of ${updates.length} roles`,
    perform({ fields }) {
      let { weights } = fields;
      for (const info of updates) {
        const index = weights.findIndex((each) => (each.info.role ?? '') === (info.role ?? ''));
        if (index < 0) weights = [...weights, { info }];
        else if (weights[index]?.info.weight !== info.weight)
          weights = weights.with(index, { info });
      }
      if (weights === fields.weights) return UNCHANGED;
      return mutated({ type: 'set-fields', fields: { weights } });
    },
  };
}
