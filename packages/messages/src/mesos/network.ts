/** Networks of containers of package `mesos`. */
import { mesos } from '../gen/messages.js';
import { closedEnum } from '../enum-kind.ts';
import { optional, repeated, required } from '../field.ts';
import { defineMessage, message } from '../message-codec.ts';
import type { MessageCodec } from '../message-codec.ts';
import { string, uint32 } from '../scalar-kinds.ts';
import { Labels } from './label.ts';

/** A version of the internet protocol. */
export type NetworkProtocol = 'IPv4' | 'IPv6';

const networkProtocol = closedEnum<NetworkProtocol>({ IPv4: 1, IPv6: 2 });

/** An address that is asked for or in use. */
export interface NetworkAddress {
  /** Asks for any address of this kind; not together with `ipAddress`. Absent means IPv4. */
  readonly protocol?: NetworkProtocol;
  /** In text form. */
  readonly ipAddress?: string;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.NetworkInfo.IPAddress`. */
export const NetworkAddress: MessageCodec<NetworkAddress> = defineMessage<NetworkAddress>(
  'mesos.NetworkInfo.IPAddress',
  mesos.NetworkInfo.IPAddress,
  {
    protocol: optional(1, networkProtocol, 'IPv4'),
    ipAddress: optional(2, string),
  },
);

/** A port of the host that leads to one of the container. */
export interface PortMapping {
  readonly hostPort: number;
  readonly containerPort: number;
  /** Such as tcp or udp. */
  readonly protocol?: string;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.NetworkInfo.PortMapping`. */
export const PortMapping: MessageCodec<PortMapping> = defineMessage<PortMapping>(
  'mesos.NetworkInfo.PortMapping',
  mesos.NetworkInfo.PortMapping,
  {
    hostPort: required(1, uint32),
    containerPort: required(2, uint32),
    protocol: optional(3, string),
  },
);

/** A network that a container is asked to join or has joined. */
export interface NetworkInfo {
  /** Containers that share a group reach each other. */
  readonly groups: readonly string[];
  readonly labels?: Labels;
  readonly ipAddresses: readonly NetworkAddress[];
  readonly name?: string;
  readonly portMappings: readonly PortMapping[];
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.NetworkInfo`. */
export const NetworkInfo: MessageCodec<NetworkInfo> = defineMessage<NetworkInfo>(
  'mesos.NetworkInfo',
  mesos.NetworkInfo,
  {
    groups: repeated(3, string),
    labels: optional(4, message(Labels)),
    ipAddresses: repeated(5, message(NetworkAddress)),
    name: optional(6, string),
    portMappings: repeated(7, message(PortMapping)),
  },
);
