/** The messages of package `mesos.resource_provider.registry`. */
import { mesos } from './gen/messages.js';
import { optional, repeated, required } from './field.ts';
import { defineMessage, message } from './message-codec.ts';
import type { MessageCodec } from './message-codec.ts';
import { string } from './scalar-kinds.ts';
import { ResourceProviderID } from './mesos/id.ts';

const generated = mesos.resource_provider.registry;

/** A resource provider on record. */
export interface RegistryResourceProvider {
  readonly id: ResourceProviderID;
  readonly type?: string;
  readonly name?: string;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.resource_provider.registry.ResourceProvider`. */
export const RegistryResourceProvider: MessageCodec<RegistryResourceProvider> =
  defineMessage<RegistryResourceProvider>(
    'mesos.resource_provider.registry.ResourceProvider',
    generated.ResourceProvider,
    {
      id: required(1, message(ResourceProviderID)),
      type: optional(2, string),
      name: optional(3, string),
    },
  );

/** The record of resource providers. */
export interface ResourceProviderRegistry {
  readonly resourceProviders: readonly RegistryResourceProvider[];
  /** Their ids must not come back. */
  readonly removedResourceProviders: readonly RegistryResourceProvider[];
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.resource_provider.registry.Registry`. */
export const ResourceProviderRegistry: MessageCodec<ResourceProviderRegistry> =
  defineMessage<ResourceProviderRegistry>(
    'mesos.resource_provider.registry.Registry',
    generated.Registry,
    {
      resourceProviders: repeated(1, message(RegistryResourceProvider)),
      removedResourceProviders: repeated(2, message(RegistryResourceProvider)),
    },
  );
