import type { Resource } from '@quorate/messages';
import { ResourceError } from '../errors.ts';
import { formatResource } from './format-resource.ts';
import {
  isDynamicallyReserved,
  needsCheckpointing,
  withoutVolume,
  withReservations,
} from './resource.ts';
import { Resources } from './resources.ts';

/**
 * All resources of an agent: what its operator gave it, with the reservations and volumes that have
 * been made since. (Mesos src/common/resources_utils.cpp, `applyCheckpointedResources`)
 *
 * Throws `RESOURCES_INCOMPATIBLE` if the operator has taken away what they are made of, or if
 * something is among them that no agent checkpoints.
 *
 * @param configured by the operator: reserved to nobody, or statically
 */
export function applyCheckpointedResources(
  configured: Resources,
  checkpointed: Resources,
): Resources {
  let total = configured;
  for (const resource of checkpointed) {
    if (!needsCheckpointing(resource)) {
      const message = `${formatResource(resource)} is nothing that an agent checkpoints`;
      throw new ResourceError('RESOURCES_INCOMPATIBLE', message);
    }
    const madeOf = Resources.of(asConfigured(resource));
    if (!total.contains(madeOf)) {
      const message = `the agent's resources ${configured} no longer contain ${madeOf}, which ${formatResource(resource)} is made of; configure them again, or destroy that first`;
      throw new ResourceError('RESOURCES_INCOMPATIBLE', message);
    }
    total = total.minus(madeOf).plus(Resources.of(resource));
  }
  return total;
}

/** A resource as the operator has configured it. */
function asConfigured(resource: Resource): Resource {
  const disk = withoutVolume(resource);
  if (!isDynamicallyReserved(resource)) return disk;
  const [first] = resource.reservations;
  return withReservations(disk, first?.type === 'STATIC' ? [first] : []);
}
