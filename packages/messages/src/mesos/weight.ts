/** Weights of roles, of package `mesos`. */
import { mesos } from '../gen/messages.js';
import { optional, required } from '../field.ts';
import { defineMessage } from '../message-codec.ts';
import type { MessageCodec } from '../message-codec.ts';
import { double, string } from '../scalar-kinds.ts';

/** How much a role gets in comparison with others. */
export interface WeightInfo {
  readonly weight: number;
  readonly role?: string;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.WeightInfo`. */
export const WeightInfo: MessageCodec<WeightInfo> = defineMessage<WeightInfo>(
  'mesos.WeightInfo',
  mesos.WeightInfo,
  { weight: required(1, double), role: optional(2, string) },
);
