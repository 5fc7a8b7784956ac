import type { Resource } from '@quorate/messages';
import { ResourceError } from '../errors.ts';
import { checkResource } from './check-resource.ts';
import { formatResource } from './format-resource.ts';
import { upgradeResource } from './resource-format.ts';
import {
  hasResourceProvider,
  isPersistentVolume,
  isReserved,
  reservationRole,
  withoutAllocation,
} from './resource.ts';
import { type Resources } from './resources.ts';

// What operations are made of, as it comes from outside: checked, in the format of refined
// reservations, and allocated to nobody, as an agent's own resources are.

/** A resource that an operation names. Throws `RESOURCE_INVALID` or `OPERATION_UNSUPPORTED`. */
export function operand(resource: Resource): Resource {
  checkResource(resource);
  if (hasResourceProvider(resource)) {
    const message = `${formatResource(resource)}: its resource provider has to apply operations to it`;
    throw new ResourceError('OPERATION_UNSUPPORTED', message);
  }
  return withoutAllocation(upgradeResource(resource));
}

/** The resources that an operation names, at least one. Throws `OPERATION_INVALID`, too. */
export function operands(resources: readonly Resource[]): readonly Resource[] {
  if (resources.length > 0) return resources.map(operand);
  throw new ResourceError('OPERATION_INVALID', 'the operation names no resources');
}

/** A persistent volume that an operation names. Throws `OPERATION_INVALID`, too. */
export function volumeOperand(resource: Resource): Resource {
  const volume = operand(resource);
  const problem = volumeProblem(volume);
  if (problem === undefined) return volume;
  throw invalidOperand(volume, problem);
}

export function invalidOperand(resource: Resource, problem: string): ResourceError {
  return new ResourceError('OPERATION_INVALID', `${formatResource(resource)}: ${problem}`);
}

/** (Mesos src/master/validation.cpp, `validateDiskInfo` and `validatePersistentVolume`) */
function volumeProblem(resource: Resource): string | undefined {
  const { disk, revocable } = resource;
  if (!isPersistentVolume(resource)) return 'it is no persistent volume';
  if (!isReserved(resource)) return 'a persistent volume has to be reserved';
  if (revocable) return 'a persistent volume cannot be revocable';
  if (!disk?.volume) return 'a persistent volume needs `volume`: where containers see it';
  if (disk.volume.mode === 'RO') return 'a persistent volume cannot be read-only';
  if (disk.volume.hostPath !== undefined) return 'a persistent volume has no `hostPath` of its own';
  if (disk.persistence?.id === '') return 'the id of a persistent volume must not be empty';
  return undefined;
}

/** Throws `OPERATION_INVALID` if two volumes of a role have one id: they would be one directory. */
export function checkVolumeIds(resources: Resources): void {
  const seen = new Set<string>();
  for (const volume of resources.persistentVolumes()) {
    const name = JSON.stringify([reservationRole(volume), volume.disk?.persistence?.id]);
    if (seen.has(name)) throw invalidOperand(volume, 'its role has a volume of that id already');
    seen.add(name);
  }
}
