/** Resource providers of package `mesos`. */
import { mesos } from '../gen/messages.js';
import { optional, repeated, required } from '../field.ts';
import { defineMessage, message } from '../message-codec.ts';
import type { MessageCodec } from '../message-codec.ts';
import { string } from '../scalar-kinds.ts';
import { ResourceProviderID } from './id.ts';
import { ReservationInfo } from './resource.ts';
import { Attribute } from './value.ts';

/**
 * A source of resources besides an agent itself.
 *
 * The settings of storage plugins are not declared: they stay in `unknownFields`.
 */
export interface ResourceProviderInfo {
  /** Set once the provider has registered. */
  readonly id?: ResourceProviderID;
  readonly attributes: readonly Attribute[];
  /** The implementation, such as `org.apache.mesos.rp.local.storage`. */
  readonly type: string;
  /** Tells apart the providers of one type. */
  readonly name: string;
  /** What its resources are reserved for at first. */
  readonly defaultReservations: readonly ReservationInfo[];
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.ResourceProviderInfo`. */
export const ResourceProviderInfo: MessageCodec<ResourceProviderInfo> =
  defineMessage<ResourceProviderInfo>('mesos.ResourceProviderInfo', mesos.ResourceProviderInfo, {
    id: optional(1, message(ResourceProviderID)),
    attributes: repeated(2, message(Attribute)),
    type: required(3, string),
    name: required(4, string),
    defaultReservations: repeated(5, message(ReservationInfo)),
  });
