import type { Resource } from '@quorate/messages';
import { ResourceError } from '../errors.ts';
import { Resources } from './resources.ts';

/** What an operation takes from an agent's resources, and what it puts in its place. */
export interface Conversion {
  readonly consumed: Resources;
  readonly converted: Resources;
  /** What must not be left afterwards, as another copy of something shared would be. */
  readonly gone?: Resource;
}

/**
 * The resources after all of the conversions, one after the other.
 *
 * Throws `RESOURCES_NOT_CONTAINED` if they do not have what is to be taken, and `OPERATION_INVALID` if
 * shared copies are left of what is to be gone.
 */
export function applyConversions(
  resources: Resources,
  conversions: readonly Conversion[],
): Resources {
  return conversions.reduce(applyConversion, resources);
}

function applyConversion(
  resources: Resources,
  { consumed, converted, gone }: Conversion,
): Resources {
  if (!resources.contains(consumed)) {
    throw new ResourceError('RESOURCES_NOT_CONTAINED', `${resources} does not contain ${consumed}`);
  }
  const after = resources.minus(consumed).plus(converted);
  if (gone && after.contains(Resources.of(gone))) {
    const message = `${Resources.of(gone)} is shared: destroy it when nobody else holds it`;
    throw new ResourceError('OPERATION_INVALID', message);
  }
  return after;
}
