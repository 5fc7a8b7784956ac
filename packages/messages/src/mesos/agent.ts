/** Agents and draining them, of package `mesos`. */
import { mesos } from '../gen/messages.js';
import { closedEnum } from '../enum-kind.ts';
import { optional, repeated, required } from '../field.ts';
import { defineMessage, message } from '../message-codec.ts';
import type { MessageCodec } from '../message-codec.ts';
import { bool, int32, string } from '../scalar-kinds.ts';
import { DomainInfo } from './address.ts';
import { SlaveID } from './id.ts';
import { Resource } from './resource.ts';
import { DurationInfo } from './time.ts';
import { Attribute } from './value.ts';

/** How far the draining of an agent is. */
export type DrainState = 'UNKNOWN' | 'DRAINING' | 'DRAINED';

const drainState = closedEnum<DrainState>({ UNKNOWN: 0, DRAINING: 1, DRAINED: 2 });

/** An agent as it registered. Mesos' protos call agents slaves. */
export interface SlaveInfo {
  readonly hostname: string;
  readonly resources: readonly Resource[];
  readonly attributes: readonly Attribute[];
  /** Set by the master. */
  readonly id?: SlaveID;
  /** Deprecated: every agent checkpoints. */
  readonly checkpoint?: boolean;
  /** Absent means 5051. */
  readonly port?: number;
  readonly domain?: DomainInfo;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.SlaveInfo`. */
export const SlaveInfo: MessageCodec<SlaveInfo> = defineMessage<SlaveInfo>(
  'mesos.SlaveInfo',
  mesos.SlaveInfo,
  {
    hostname: required(1, string),
    resources: repeated(3, message(Resource)),
    attributes: repeated(5, message(Attribute)),
    id: optional(6, message(SlaveID)),
    checkpoint: optional(7, bool, false),
    port: optional(8, int32, 5051),
    domain: optional(10, message(DomainInfo)),
  },
);

/** How to drain an agent. */
export interface DrainConfig {
  /** Upper limit for the grace period of every task; absent leaves the tasks' own. */
  readonly maxGracePeriod?: DurationInfo;
  /** Whether the agent is marked gone once it is drained. */
  readonly markGone?: boolean;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.DrainConfig`. */
export const DrainConfig: MessageCodec<DrainConfig> = defineMessage<DrainConfig>(
  'mesos.DrainConfig',
  mesos.DrainConfig,
  { maxGracePeriod: optional(1, message(DurationInfo)), markGone: optional(2, bool, false) },
);

/** An agent being drained. */
export interface DrainInfo {
  readonly state: DrainState;
  readonly config: DrainConfig;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.DrainInfo`. */
export const DrainInfo: MessageCodec<DrainInfo> = defineMessage<DrainInfo>(
  'mesos.DrainInfo',
  mesos.DrainInfo,
  { state: required(1, drainState), config: required(2, message(DrainConfig)) },
);
