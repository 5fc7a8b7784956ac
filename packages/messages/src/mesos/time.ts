/** Points in time and durations of package `mesos`. */
import { mesos } from '../gen/messages.js';
import { required } from '../field.ts';
import { defineMessage } from '../message-codec.ts';
import type { MessageCodec } from '../message-codec.ts';
import { int64 } from '../scalar-kinds.ts';

/** A point in time. */
export interface TimeInfo {
  /** Since 1970-01-01 00:00 UTC; a bigint because today is beyond 2^53. */
  readonly nanoseconds: bigint;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.TimeInfo`. */
export const TimeInfo: MessageCodec<TimeInfo> = defineMessage<TimeInfo>(
  'mesos.TimeInfo',
  mesos.TimeInfo,
  { nanoseconds: required(1, int64) },
);

/** A span of time. */
export interface DurationInfo {
  readonly nanoseconds: bigint;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.DurationInfo`. */
export const DurationInfo: MessageCodec<DurationInfo> = defineMessage<DurationInfo>(
  'mesos.DurationInfo',
  mesos.DurationInfo,
  { nanoseconds: required(1, int64) },
);
