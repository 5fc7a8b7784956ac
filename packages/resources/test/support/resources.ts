import type { DiskSource, ReservationInfo, Resource } from '@quorate/messages';
import { parseResources } from '../../src/protocol/parse-resources.ts';
import type { Resources } from '../../src/protocol/resources.ts';

export const MOUNT: DiskSource = { type: 'MOUNT', mount: { root: '/mnt/fast' } };
export const PATH: DiskSource = { type: 'PATH', path: { root: '/mnt/big' } };

export function scalar(name: string, value: number, ...reservations: ReservationInfo[]): Resource {
  return { name, type: 'SCALAR', scalar: { value }, reservations };
}

export function reservedBy(role: string, principal?: string): ReservationInfo {
  return { type: 'DYNAMIC', role, ...(principal !== undefined && { principal }) };
}

export interface DiskOptions {
  readonly reservations?: readonly ReservationInfo[];
  readonly source?: DiskSource;
  readonly shared?: boolean;
}

/** A disk reserved to `web`; with an id, the persistent volume of that id. */
export function disk(mb: number, id: string | undefined, options: DiskOptions = {}): Resource {
  const { reservations = [reservedBy('web')], source, shared = false } = options;
  const volume = { containerPath: 'data', mode: 'RW' } as const;
  const info = {
    ...(id !== undefined && { persistence: { id }, volume }),
    ...(source && { source }),
  };
  const hasInfo = id !== undefined || source !== undefined;
  const resource = scalar('disk', mb, ...reservations);
  return { ...resource, ...(hasInfo && { disk: info }), ...(shared && { shared: {} }) };
}

/** The whole of a `Resources` as one of its kind, for short expectations. */
export function parse(text: string): Resources {
  return parseResources(text);
}
