/** Machines and their maintenance, of package `mesos`. */
import { mesos } from '../gen/messages.js';
import { closedEnum } from '../enum-kind.ts';
import { optional, required } from '../field.ts';
import { defineMessage, message } from '../message-codec.ts';
import type { MessageCodec } from '../message-codec.ts';
import { string } from '../scalar-kinds.ts';
import { DurationInfo, TimeInfo } from './time.ts';

/** Whether a machine is in use, about to go into maintenance, or in maintenance. */
export type MachineMode = 'UP' | 'DRAINING' | 'DOWN';

const machineMode = closedEnum<MachineMode>({ UP: 1, DRAINING: 2, DOWN: 3 });

/** A machine, which may run several agents: by host name, by IP or both. */
export interface MachineID {
  readonly hostname?: string;
  readonly ip?: string;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.MachineID`. */
export const MachineID: MessageCodec<MachineID> = defineMessage<MachineID>(
  'mesos.MachineID',
  mesos.MachineID,
  { hostname: optional(1, string), ip: optional(2, string) },
);

/** When a machine is not available. */
export interface Unavailability {
  readonly start: TimeInfo;
  /** Absent for without end. */
  readonly duration?: DurationInfo;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Unavailability`. */
export const Unavailability: MessageCodec<Unavailability> = defineMessage<Unavailability>(
  'mesos.Unavailability',
  mesos.Unavailability,
  { start: required(1, message(TimeInfo)), duration: optional(2, message(DurationInfo)) },
);

/** A machine with its maintenance. */
export interface MachineInfo {
  readonly id: MachineID;
  readonly mode?: MachineMode;
  readonly unavailability?: Unavailability;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.MachineInfo`. */
export const MachineInfo: MessageCodec<MachineInfo> = defineMessage<MachineInfo>(
  'mesos.MachineInfo',
  mesos.MachineInfo,
  {
    id: required(1, message(MachineID)),
    mode: optional(2, machineMode),
    unavailability: optional(3, message(Unavailability)),
  },
);
