import type { MinimumCapability } from '@quorate/messages';
import type { RegistryEdit, RegistryFields } from './registry-operation.ts';

/** What a master must be able to do because of what the registry holds. */
export type RegistryCapability = 'AGENT_DRAINING' | 'QUOTA_V2';

/** Edits after which masters must, or need not, have a capability; none if that is so already. */
export function requireCapability(
  { minimumCapabilities }: RegistryFields,
  capability: RegistryCapability,
  isRequired: boolean,
): readonly RegistryEdit[] {
  const others = minimumCapabilities.filter((each) => each.capability !== capability);
  if (isRequired === others.length < minimumCapabilities.length) return [];
  const kept = isRequired ? [...minimumCapabilities, { capability }] : others;
  return [{ type: 'set-fields', fields: { minimumCapabilities: kept } }];
}

/**
 * The capabilities that the registry asks for and a master does not have: it must not lead then.
 *
 * @param own what the master can do
 */
export function missingCapabilities(
  required: readonly MinimumCapability[],
  own: Iterable<string>,
): readonly string[] {
  const known = new Set(own);
  return required.map(({ capability }) => capability).filter((each) => !known.has(each));
}
