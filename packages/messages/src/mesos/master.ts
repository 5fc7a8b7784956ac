/** Masters of package `mesos`. */
import { mesos } from '../gen/messages.js';
import { openEnum } from '../enum-kind.ts';
import { optional, repeated, required } from '../field.ts';
import { defineMessage, message } from '../message-codec.ts';
import type { MessageCodec } from '../message-codec.ts';
import { string, uint32 } from '../scalar-kinds.ts';
import { Address, DomainInfo } from './address.ts';

/** Something a master can do that older ones could not. */
export type MasterCapabilityType = 'UNKNOWN' | 'AGENT_UPDATE' | 'AGENT_DRAINING' | 'QUOTA_V2';

const masterCapabilityType = openEnum<MasterCapabilityType>({
  UNKNOWN: 0,
  AGENT_UPDATE: 1,
  AGENT_DRAINING: 2,
  QUOTA_V2: 3,
});

/** One capability of a master. */
export interface MasterCapability {
  /** Absent if this version does not know it; then it is among the unknown fields. */
  readonly type?: MasterCapabilityType;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.MasterInfo.Capability`. */
export const MasterCapability: MessageCodec<MasterCapability> = defineMessage<MasterCapability>(
  'mesos.MasterInfo.Capability',
  mesos.MasterInfo.Capability,
  { type: optional(1, masterCapabilityType) },
);

/** A master as it announces itself. */
export interface MasterInfo {
  /** New with every start. */
  readonly id: string;
  /** IPv4 address in network byte order read as a little-endian integer; `address` replaces it. */
  readonly ip: number;
  readonly port: number;
  /** The master process, `master@<ip>:<port>`. */
  readonly pid?: string;
  readonly hostname?: string;
  /** Version of the software. */
  readonly version?: string;
  readonly address?: Address;
  readonly domain?: DomainInfo;
  readonly capabilities: readonly MasterCapability[];
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.MasterInfo`. */
export const MasterInfo: MessageCodec<MasterInfo> = defineMessage<MasterInfo>(
  'mesos.MasterInfo',
  mesos.MasterInfo,
  {
    id: required(1, string),
    ip: required(2, uint32),
    port: required(3, uint32),
    pid: optional(4, string),
    hostname: optional(5, string),
    version: optional(6, string),
    address: optional(7, message(Address)),
    domain: optional(8, message(DomainInfo)),
    capabilities: repeated(9, message(MasterCapability)),
  },
);
