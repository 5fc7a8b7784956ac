import {
  MachineID,
  MaintenanceSchedule,
  type RegistryMachine,
  type Unavailability,
} from '@quorate/messages';
import { copy, copyAll } from './operation-input.ts';
import { mutated, UNCHANGED, type RegistryOperation } from './registry-operation.ts';

// The rules are those of Mesos src/master/maintenance.cpp. That a schedule makes sense (each machine
// once, no machine that is down left out) is for its caller to see to, as upstream.

/**
 * Replaces all schedules by this one. Machines in it that were not scheduled before become DRAINING;
 * those that are not in it any more are forgotten; others keep their mode. Never refused.
 */
export function updateMaintenanceSchedule(schedule: MaintenanceSchedule): RegistryOperation {
  const next = copy(MaintenanceSchedule, schedule);
  return {
    name: `schedule maintenance in ${next.windows.length} windows`,
    perform({ fields }) {
      const scheduled = new Set(
        fields.schedules.flatMap(({ windows }) =>
          windows.flatMap(({ machineIds }) => machineIds.map(keyOf)),
        ),
      );
      const planned = new Map<string, Unavailability>();
      for (const { machineIds, unavailability } of next.windows) {
        for (const id of machineIds) planned.set(keyOf(id), unavailability);
      }
      const kept = (fields.machines?.machines ?? []).flatMap((machine): RegistryMachine[] => {
        const unavailability = planned.get(keyOf(machine.info.id));
        return unavailability ? [{ ...machine, info: { ...machine.info, unavailability } }] : [];
      });
      const added = next.windows.flatMap(({ machineIds, unavailability }) =>
        machineIds
          .filter((id) => !scheduled.has(keyOf(id)))
          .map((id) => ({ info: { id, mode: 'DRAINING' as const, unavailability } })),
      );
      const machines = { ...fields.machines, machines: [...kept, ...added] };
      const isListed = fields.machines !== undefined || machines.machines.length > 0;
      return mutated({
        type: 'set-fields',
        fields: { schedules: [next], ...(isListed && { machines }) },
      });
    },
  };
}

/** Takes scheduled machines down. Others are passed over; never refused. */
export function startMaintenance(ids: Iterable<MachineID>): RegistryOperation {
  const keys = keysOf(ids);
  return {
    name: `start the maintenance of ${keys.size} machines`,
    perform({ fields }) {
      const before = fields.machines?.machines ?? [];
      if (!before.some(({ info }) => keys.has(keyOf(info.id)))) return UNCHANGED;
      const machines = before.map((machine) =>
        keys.has(keyOf(machine.info.id))
          ? { ...machine, info: { ...machine.info, mode: 'DOWN' as const } }
          : machine,
      );
      return mutated({
        type: 'set-fields',
        fields: { machines: { ...fields.machines, machines } },
      });
    },
  };
}

/**
 * Brings machines up: they are forgotten, and so are windows and schedules without any other machine.
 * Others are passed over; never refused.
 */
export function stopMaintenance(ids: Iterable<MachineID>): RegistryOperation {
  const keys = keysOf(ids);
  return {
    name: `stop the maintenance of ${keys.size} machines`,
    perform({ fields }) {
      const before = fields.machines?.machines ?? [];
      const machines = before.filter(({ info }) => !keys.has(keyOf(info.id)));
      const schedules = fields.schedules.flatMap((schedule) => {
        const windows = schedule.windows.flatMap((window) => {
          const machineIds = window.machineIds.filter((id) => !keys.has(keyOf(id)));
          return machineIds.length > 0 ? [{ ...window, machineIds }] : [];
        });
        return windows.length > 0 ? [{ ...schedule, windows }] : [];
      });
      return mutated({
        type: 'set-fields',
        fields: {
          schedules,
          ...(fields.machines && { machines: { ...fields.machines, machines } }),
        },
      });
    },
  };
}

function keysOf(ids: Iterable<MachineID>): ReadonlySet<string> {
  return new Set(copyAll(MachineID, ids).map(keyOf));
}

/** Upstream compares host names without regard to case. */
function keyOf({ hostname = '', ip = '' }: MachineID): string {
  return JSON.stringify([hostname.toLowerCase(), ip]);
}
