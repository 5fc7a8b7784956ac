/** The registry, of package `mesos.internal`. */
import { mesos } from './gen/messages.js';
import { optional, repeated, required } from './field.ts';
import { defineMessage, message } from './message-codec.ts';
import type { MessageCodec } from './message-codec.ts';
import { bool, string } from './scalar-kinds.ts';
import { MaintenanceSchedule } from './maintenance.ts';
import { DrainInfo, SlaveInfo } from './mesos/agent.ts';
import { SlaveID } from './mesos/id.ts';
import { MachineInfo } from './mesos/machine.ts';
import { MasterInfo } from './mesos/master.ts';
import { TimeInfo } from './mesos/time.ts';
import { WeightInfo } from './mesos/weight.ts';
import { QuotaConfig, QuotaInfo } from './quota.ts';
import { ResourceProviderRegistry } from './resource-provider-registry.ts';

const generated = mesos.internal.Registry;

/** The leading master. */
export interface RegistryMaster {
  readonly info: MasterInfo;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.Registry.Master`. */
export const RegistryMaster: MessageCodec<RegistryMaster> = defineMessage<RegistryMaster>(
  'mesos.internal.Registry.Master',
  generated.Master,
  { info: required(1, message(MasterInfo)) },
);

/** An admitted agent. */
export interface RegistrySlave {
  readonly info: SlaveInfo;
  /** Set while the agent is drained. */
  readonly drainInfo?: DrainInfo;
  /** Set if the agent's resources are not offered. */
  readonly deactivated?: boolean;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.Registry.Slave`. */
export const RegistrySlave: MessageCodec<RegistrySlave> = defineMessage<RegistrySlave>(
  'mesos.internal.Registry.Slave',
  generated.Slave,
  {
    info: required(1, message(SlaveInfo)),
    drainInfo: optional(2, message(DrainInfo)),
    deactivated: optional(3, bool, false),
  },
);

/** The admitted agents. */
export interface RegistrySlaves {
  readonly slaves: readonly RegistrySlave[];
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.Registry.Slaves`. */
export const RegistrySlaves: MessageCodec<RegistrySlaves> = defineMessage<RegistrySlaves>(
  'mesos.internal.Registry.Slaves',
  generated.Slaves,
  { slaves: repeated(1, message(RegistrySlave)) },
);

/** An agent that has not answered for too long; it may come back. */
export interface UnreachableSlave {
  readonly id: SlaveID;
  /** When it was marked unreachable. */
  readonly timestamp: TimeInfo;
  readonly drainInfo?: DrainInfo;
  readonly deactivated?: boolean;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.Registry.UnreachableSlave`. */
export const UnreachableSlave: MessageCodec<UnreachableSlave> = defineMessage<UnreachableSlave>(
  'mesos.internal.Registry.UnreachableSlave',
  generated.UnreachableSlave,
  {
    id: required(1, message(SlaveID)),
    timestamp: required(2, message(TimeInfo)),
    drainInfo: optional(3, message(DrainInfo)),
    deactivated: optional(4, bool, false),
  },
);

/** The unreachable agents, in the order they were marked. */
export interface UnreachableSlaves {
  readonly slaves: readonly UnreachableSlave[];
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.Registry.UnreachableSlaves`. */
export const UnreachableSlaves: MessageCodec<UnreachableSlaves> = defineMessage<UnreachableSlaves>(
  'mesos.internal.Registry.UnreachableSlaves',
  generated.UnreachableSlaves,
  { slaves: repeated(1, message(UnreachableSlave)) },
);

/** An agent that an operator has declared gone; it never comes back. */
export interface GoneSlave {
  readonly id: SlaveID;
  /** When it was marked gone. */
  readonly timestamp: TimeInfo;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.Registry.GoneSlave`. */
export const GoneSlave: MessageCodec<GoneSlave> = defineMessage<GoneSlave>(
  'mesos.internal.Registry.GoneSlave',
  generated.GoneSlave,
  { id: required(1, message(SlaveID)), timestamp: required(2, message(TimeInfo)) },
);

/** The gone agents, in the order they were marked. */
export interface GoneSlaves {
  readonly slaves: readonly GoneSlave[];
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.Registry.GoneSlaves`. */
export const GoneSlaves: MessageCodec<GoneSlaves> = defineMessage<GoneSlaves>(
  'mesos.internal.Registry.GoneSlaves',
  generated.GoneSlaves,
  { slaves: repeated(1, message(GoneSlave)) },
);

/** A machine in maintenance. */
export interface RegistryMachine {
  readonly info: MachineInfo;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.Registry.Machine`. */
export const RegistryMachine: MessageCodec<RegistryMachine> = defineMessage<RegistryMachine>(
  'mesos.internal.Registry.Machine',
  generated.Machine,
  { info: required(1, message(MachineInfo)) },
);

/** The machines in maintenance. */
export interface RegistryMachines {
  readonly machines: readonly RegistryMachine[];
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.Registry.Machines`. */
export const RegistryMachines: MessageCodec<RegistryMachines> = defineMessage<RegistryMachines>(
  'mesos.internal.Registry.Machines',
  generated.Machines,
  { machines: repeated(1, message(RegistryMachine)) },
);

/** A quota in the deprecated form. */
export interface RegistryQuota {
  readonly info: QuotaInfo;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.Registry.Quota`. */
export const RegistryQuota: MessageCodec<RegistryQuota> = defineMessage<RegistryQuota>(
  'mesos.internal.Registry.Quota',
  generated.Quota,
  { info: required(1, message(QuotaInfo)) },
);

/** The weight of a role. */
export interface RegistryWeight {
  readonly info: WeightInfo;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.Registry.Weight`. */
export const RegistryWeight: MessageCodec<RegistryWeight> = defineMessage<RegistryWeight>(
  'mesos.internal.Registry.Weight',
  generated.Weight,
  { info: required(1, message(WeightInfo)) },
);

/** Something a master must be able to do to read the registry. */
export interface MinimumCapability {
  /** Text and no enum, so that a master can name what it does not know. */
  readonly capability: string;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.Registry.MinimumCapability`. */
export const MinimumCapability: MessageCodec<MinimumCapability> = defineMessage<MinimumCapability>(
  'mesos.internal.Registry.MinimumCapability',
  generated.MinimumCapability,
  { capability: required(1, string) },
);

/**
 * What masters must agree on beyond the life of any one of them.
 *
 * Zero bytes are the empty registry: `Registry.decode(new Uint8Array())`.
 */
export interface Registry {
  /** The leading master. */
  readonly master?: RegistryMaster;
  /** The admitted agents. */
  readonly slaves?: RegistrySlaves;
  readonly machines?: RegistryMachines;
  /** Planned maintenance. */
  readonly schedules: readonly MaintenanceSchedule[];
  /** Deprecated in favour of `quotaConfigs`. */
  readonly quotas: readonly RegistryQuota[];
  readonly weights: readonly RegistryWeight[];
  readonly unreachable?: UnreachableSlaves;
  readonly gone?: GoneSlaves;
  readonly resourceProviderRegistry?: ResourceProviderRegistry;
  readonly minimumCapabilities: readonly MinimumCapability[];
  readonly quotaConfigs: readonly QuotaConfig[];
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.Registry`. */
export const Registry: MessageCodec<Registry> = defineMessage<Registry>(
  'mesos.internal.Registry',
  generated,
  {
    master: optional(1, message(RegistryMaster)),
    slaves: optional(2, message(RegistrySlaves)),
    machines: optional(3, message(RegistryMachines)),
    schedules: repeated(4, message(MaintenanceSchedule)),
    quotas: repeated(5, message(RegistryQuota)),
    weights: repeated(6, message(RegistryWeight)),
    unreachable: optional(7, message(UnreachableSlaves)),
    gone: optional(8, message(GoneSlaves)),
    resourceProviderRegistry: optional(9, message(ResourceProviderRegistry)),
    minimumCapabilities: repeated(10, message(MinimumCapability)),
    quotaConfigs: repeated(11, message(QuotaConfig)),
  },
);
