import { frameRecord, frameRecords, scanRecords } from '@quorate/checkpoint';
import { Resource, ResourceState } from '@quorate/messages';
import { downgradeIfPossible } from './protocol/resource-format.ts';
import { Resources } from './protocol/resources.ts';

// The files in `<work>/meta/resources`. Two formats side by side, as upstream keeps them, so that an
// agent of before Mesos 1.8 can take over: it knows only the second. (Mesos src/slave/paths.hpp)

/** The resources and the operations, committed: one frame. What counts. */
export const STATE_FILE = 'resources_and_operations.state';
/** The same, while it is being brought about. */
export const STATE_TARGET_FILE = 'resources_and_operations.target';
/** The resources alone, committed: a frame for each. */
export const INFO_FILE = 'resources.info';
/** The same, while they are being brought about. */
export const INFO_TARGET_FILE = 'resources.target';

export function encodeState(state: ResourceState): Uint8Array {
  return frameRecord(ResourceState.encode(state));
}

/** Throws if the bytes are no state, or a state of what are no resources. */
export function decodeState(bytes: Uint8Array): ResourceState {
  const [record, more] = wholeRecords(bytes);
  if (!record || more) throw new Error('expected one record');
  const { operations, resources, ...rest } = ResourceState.decode(record);
  return { ...rest, operations, resources: Resources.from(resources).toArray() };
}

/** In the format of reservations that an old agent understands, where there is one. */
export function encodeInfo(resources: Resources): Uint8Array {
  return frameRecords(resources.toArray().map((one) => Resource.encode(downgradeIfPossible(one))));
}

/** Throws if the bytes are no resources. An empty file holds none. */
export function decodeInfo(bytes: Uint8Array): Resources {
  return Resources.from(wholeRecords(bytes).map((record) => Resource.decode(record)));
}

function wholeRecords(bytes: Uint8Array): readonly Uint8Array[] {
  const { records, tail, reason } = scanRecords(bytes);
  if (tail !== 'clean') throw new Error(reason);
  return records.map((record) => record.bytes);
}
