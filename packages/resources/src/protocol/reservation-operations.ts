import type { OfferReserve, OfferUnreserve, Resource } from '@quorate/messages';
import { ResourceError } from '../errors.ts';
import { sameReservations } from './compare-resource.ts';
import type { Conversion } from './conversion.ts';
import { invalidOperand, operands } from './operand.ts';
import { isDynamicallyReserved, isPersistentVolume } from './resource.ts';
import { Resources } from './resources.ts';

/**
 * Without a source it adds one reservation; with one it changes whom the same amount is reserved to.
 * (Mesos src/master/validation.cpp and src/common/resources_utils.cpp)
 */
export function reserve({ resources, source }: OfferReserve): readonly Conversion[] {
  const reserved = operands(resources);
  for (const resource of reserved) {
    if (!isDynamicallyReserved(resource)) throw invalidOperand(resource, 'it is not reserved');
    if (resource.revocable) throw invalidOperand(resource, 'what is revocable cannot be reserved');
  }
  const converted = Resources.from(reserved);
  if (source.length === 0) return [{ consumed: converted.popReservation(), converted }];
  const from = operands(source);
  checkOneReservation(from);
  checkOneReservation(reserved);
  const consumed = Resources.from(from);
  if (consumed.toUnreserved().equals(converted.toUnreserved())) return [{ consumed, converted }];
  const message = `${consumed} and ${converted} are to be the same but for their reservations`;
  throw new ResourceError('OPERATION_INVALID', message);
}

/** Takes the last reservation of each away. */
export function unreserve({ resources }: OfferUnreserve): readonly Conversion[] {
  return operands(resources).map((resource) => {
    if (!isDynamicallyReserved(resource)) throw invalidOperand(resource, 'it is not reserved');
    if (isPersistentVolume(resource)) {
      throw invalidOperand(resource, 'destroy the persistent volume, then unreserve its disk');
    }
    const consumed = Resources.of(resource);
    return { consumed, converted: consumed.popReservation() };
  });
}

function checkOneReservation(resources: readonly Resource[]): void {
  const [first] = resources;
  for (const resource of resources) {
    if (sameReservations(resource.reservations, first?.reservations ?? [])) continue;
    throw invalidOperand(resource, 'all have to have the same reservations');
  }
}
