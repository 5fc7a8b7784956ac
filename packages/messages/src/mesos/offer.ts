/** Offers of package `mesos`. */
import { mesos } from '../gen/messages.js';
import { optional, repeated, required } from '../field.ts';
import { defineMessage, message } from '../message-codec.ts';
import type { MessageCodec } from '../message-codec.ts';
import { string } from '../scalar-kinds.ts';
import { Address, DomainInfo } from './address.ts';
import { ExecutorID, FrameworkID, OfferID, SlaveID } from './id.ts';
import { Parameter } from './label.ts';
import { Unavailability } from './machine.ts';
import { AllocationInfo, Resource } from './resource.ts';
import { Attribute } from './value.ts';

/** Where an agent answers requests. */
export interface OfferUrl {
  readonly scheme: string;
  readonly address: Address;
  readonly path?: string;
  readonly query: readonly Parameter[];
  readonly fragment?: string;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.URL`. */
export const OfferUrl: MessageCodec<OfferUrl> = defineMessage<OfferUrl>('mesos.URL', mesos.URL, {
  scheme: required(1, string),
  address: required(2, message(Address)),
  path: optional(3, string),
  query: repeated(4, message(Parameter)),
  fragment: optional(5, string),
});

/** Resources of one agent, offered to one framework. */
export interface Offer {
  readonly id: OfferID;
  readonly frameworkId: FrameworkID;
  readonly slaveId: SlaveID;
  readonly hostname: string;
  readonly resources: readonly Resource[];
  /** The framework's executors on the agent. */
  readonly executorIds: readonly ExecutorID[];
  readonly attributes: readonly Attribute[];
  readonly url?: OfferUrl;
  /** Planned maintenance of the agent's machine. */
  readonly unavailability?: Unavailability;
  /** The role that the resources are offered to. */
  readonly allocationInfo?: AllocationInfo;
  readonly domain?: DomainInfo;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Offer`. */
export const Offer: MessageCodec<Offer> = defineMessage<Offer>('mesos.Offer', mesos.Offer, {
  id: required(1, message(OfferID)),
  frameworkId: required(2, message(FrameworkID)),
  slaveId: required(3, message(SlaveID)),
  hostname: required(4, string),
  resources: repeated(5, message(Resource)),
  executorIds: repeated(6, message(ExecutorID)),
  attributes: repeated(7, message(Attribute)),
  url: optional(8, message(OfferUrl)),
  unavailability: optional(9, message(Unavailability)),
  allocationInfo: optional(10, message(AllocationInfo)),
  domain: optional(11, message(DomainInfo)),
});
