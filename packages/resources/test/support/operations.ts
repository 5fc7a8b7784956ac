import type {
  OfferOperation,
  OperationState,
  OperationStatus,
  Resource,
  ResourceOperation,
  UUID,
} from '@quorate/messages';
import { Resources } from '@quorate/resources';
import { disk, reservedBy, scalar } from './resources.ts';

/** Disk space, in megabytes, that is reserved to `web`. */
export function reservedDisk(mb: number): Resource {
  return disk(mb, undefined);
}

export const reserve = (...resources: Resource[]): OfferOperation => ({
  type: 'RESERVE',
  reserve: { resources, source: [] },
});
export const unreserve = (...resources: Resource[]): OfferOperation => ({
  type: 'UNRESERVE',
  unreserve: { resources },
});
export const create = (...volumes: Resource[]): OfferOperation => ({
  type: 'CREATE',
  create: { volumes },
});
export const destroy = (...volumes: Resource[]): OfferOperation => ({
  type: 'DESTROY',
  destroy: { volumes },
});
export const grow = (volume: Resource, addition: Resource): OfferOperation => ({
  type: 'GROW_VOLUME',
  growVolume: { volume, addition },
});
export const shrink = (volume: Resource, mb: number): OfferOperation => ({
  type: 'SHRINK_VOLUME',
  shrinkVolume: { volume, subtract: { value: mb } },
});

/** The uuid whose bytes all are this number. */
export function uuid(number: number): UUID {
  return { value: new Uint8Array(16).fill(number) };
}

export function pending(number: number, info: OfferOperation): ResourceOperation {
  return { info, uuid: uuid(number), latestStatus: status('OPERATION_PENDING'), statuses: [] };
}

/** One to be acknowledged, if it has a number. */
export function status(state: OperationState, number?: number): OperationStatus {
  const id = number !== undefined && { uuid: uuid(number) };
  return { state, convertedResources: [], ...id };
}

/** What an agent is configured with in tests. */
export const CONFIGURED = Resources.of(
  scalar('cpus', 8),
  scalar('mem', 4096),
  scalar('disk', 4096),
  scalar('disk', 512, { type: 'STATIC', role: 'db' }),
);

export { disk, reservedBy, scalar };
