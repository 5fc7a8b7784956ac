/** The messages of package `mesos.maintenance`. */
import { mesos } from './gen/messages.js';
import { repeated, required } from './field.ts';
import { defineMessage, message } from './message-codec.ts';
import type { MessageCodec } from './message-codec.ts';
import { MachineID, Unavailability } from './mesos/machine.ts';

/** Machines that are not available during the same time. */
export interface MaintenanceWindow {
  readonly machineIds: readonly MachineID[];
  readonly unavailability: Unavailability;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.maintenance.Window`. */
export const MaintenanceWindow: MessageCodec<MaintenanceWindow> = defineMessage<MaintenanceWindow>(
  'mesos.maintenance.Window',
  mesos.maintenance.Window,
  {
    machineIds: repeated(1, message(MachineID)),
    unavailability: required(2, message(Unavailability)),
  },
);

/** Windows planned together. */
export interface MaintenanceSchedule {
  readonly windows: readonly MaintenanceWindow[];
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.maintenance.Schedule`. */
export const MaintenanceSchedule: MessageCodec<MaintenanceSchedule> =
  defineMessage<MaintenanceSchedule>('mesos.maintenance.Schedule', mesos.maintenance.Schedule, {
    windows: repeated(1, message(MaintenanceWindow)),
  });
