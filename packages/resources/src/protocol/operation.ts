import { OfferOperation } from '@quorate/messages';
import { ResourceError } from '../errors.ts';
import { checkMessage } from './check-message.ts';
import { applyConversions } from './conversion.ts';
import type { Conversion } from './conversion.ts';
import { checkVolumeIds } from './operand.ts';
import { reserve, unreserve } from './reservation-operations.ts';
import type { Resources } from './resources.ts';
import { create, destroy, growVolume, shrinkVolume } from './volume-operations.ts';

/**
 * What an operation does to resources: RESERVE, UNRESERVE, CREATE, DESTROY, GROW_VOLUME or
 * SHRINK_VOLUME. To whom the resources that it names are allocated does not matter.
 *
 * Throws `OPERATION_UNSUPPORTED` for other types and for what belongs to resource providers;
 * `OPERATION_INVALID` and `RESOURCE_INVALID` for what no resources could bear; and
 * `RESOURCES_NOT_CONTAINED` if these do not have what it takes.
 *
 * @returns what is there afterwards
 */
export function applyOperation(resources: Resources, operation: OfferOperation): Resources {
  const conversions = conversionsOf(operation);
  const after = applyConversions(resources, conversions);
  if (operation.type === 'CREATE') checkVolumeIds(after);
  return after;
}

/** Throws as `applyOperation` does, but for what depends on the resources it is applied to. */
export function conversionsOf(operation: OfferOperation): readonly Conversion[] {
  checkMessage(OfferOperation, operation, 'an operation', 'OPERATION_INVALID');
  switch (operation.type) {
    case 'RESERVE':
      return reserve(bodyOf(operation, 'reserve'));
    case 'UNRESERVE':
      return unreserve(bodyOf(operation, 'unreserve'));
    case 'CREATE':
      return create(bodyOf(operation, 'create'));
    case 'DESTROY':
      return destroy(bodyOf(operation, 'destroy'));
    case 'GROW_VOLUME':
      return growVolume(bodyOf(operation, 'growVolume'));
    case 'SHRINK_VOLUME':
      return shrinkVolume(bodyOf(operation, 'shrinkVolume'));
    default: {
      const message = `an agent cannot apply ${operation.type ?? 'an operation without type'} to its resources`;
      throw new ResourceError('OPERATION_UNSUPPORTED', message);
    }
  }
}

function bodyOf<K extends keyof OfferOperation>(
  operation: OfferOperation,
  name: K,
): NonNullable<OfferOperation[K]> {
  const body = operation[name];
  if (body !== undefined) return body;
  const message = `the operation is a ${operation.type}, but has no \`${name}\``;
  throw new ResourceError('OPERATION_INVALID', message);
}
