/** Identifiers of package `mesos`. */
import { mesos } from '../gen/messages.js';
import { required } from '../field.ts';
import { defineMessage } from '../message-codec.ts';
import type { MessageCodec } from '../message-codec.ts';
import { string } from '../scalar-kinds.ts';

/** An agent, named by the master that first registered it: `<master id>-S<n>`. */
export interface SlaveID {
  readonly value: string;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.SlaveID`. */
export const SlaveID: MessageCodec<SlaveID> = defineMessage<SlaveID>(
  'mesos.SlaveID',
  mesos.SlaveID,
  { value: required(1, string) },
);

/** A resource provider, renamed with every registration. */
export interface ResourceProviderID {
  readonly value: string;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.ResourceProviderID`. */
export const ResourceProviderID: MessageCodec<ResourceProviderID> =
  defineMessage<ResourceProviderID>('mesos.ResourceProviderID', mesos.ResourceProviderID, {
    value: required(1, string),
  });
