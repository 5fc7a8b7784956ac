/** Addresses and fault domains of package `mesos`. */
import { mesos } from '../gen/messages.js';
import { optional, required } from '../field.ts';
import { defineMessage, message } from '../message-codec.ts';
import type { MessageCodec } from '../message-codec.ts';
import { int32, string } from '../scalar-kinds.ts';

/** A network address: a host by name, by IP or both, and a port. */
export interface Address {
  readonly hostname?: string;
  /** IPv4 or IPv6 in text form. */
  readonly ip?: string;
  readonly port: number;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Address`. */
export const Address: MessageCodec<Address> = defineMessage<Address>(
  'mesos.Address',
  mesos.Address,
  { hostname: optional(1, string), ip: optional(2, string), port: required(3, int32) },
);

/** A region of zones; its name is unique. */
export interface RegionInfo {
  readonly name: string;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.DomainInfo.FaultDomain.RegionInfo`. */
export const RegionInfo: MessageCodec<RegionInfo> = defineMessage<RegionInfo>(
  'mesos.DomainInfo.FaultDomain.RegionInfo',
  mesos.DomainInfo.FaultDomain.RegionInfo,
  { name: required(1, string) },
);

/** A zone of machines that may fail together; its name is unique within the region. */
export interface ZoneInfo {
  readonly name: string;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.DomainInfo.FaultDomain.ZoneInfo`. */
export const ZoneInfo: MessageCodec<ZoneInfo> = defineMessage<ZoneInfo>(
  'mesos.DomainInfo.FaultDomain.ZoneInfo',
  mesos.DomainInfo.FaultDomain.ZoneInfo,
  { name: required(1, string) },
);

/** A zone within a region. */
export interface FaultDomain {
  readonly region: RegionInfo;
  readonly zone: ZoneInfo;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.DomainInfo.FaultDomain`. */
export const FaultDomain: MessageCodec<FaultDomain> = defineMessage<FaultDomain>(
  'mesos.DomainInfo.FaultDomain',
  mesos.DomainInfo.FaultDomain,
  { region: required(1, message(RegionInfo)), zone: required(2, message(ZoneInfo)) },
);

/** The part of the world that fails as one. */
export interface DomainInfo {
  readonly faultDomain?: FaultDomain;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.DomainInfo`. */
export const DomainInfo: MessageCodec<DomainInfo> = defineMessage<DomainInfo>(
  'mesos.DomainInfo',
  mesos.DomainInfo,
  { faultDomain: optional(1, message(FaultDomain)) },
);
