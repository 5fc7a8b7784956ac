import { CHECKPOINT_PROFILES, drawCheckpointPlan } from '../checkpoint/checkpoint-plan.ts';
import type { CheckpointPlan } from '../checkpoint/checkpoint-plan.ts';
import { checkpointSystem } from '../checkpoint/checkpoint-system.ts';
import { logSystem } from '../log/log-system.ts';
import { drawLogPlan } from '../log/log-plan.ts';
import type { LogPlan } from '../log/log-plan.ts';
import { drawRegistrarPlan } from '../registrar/registrar-plan.ts';
import type { RegistrarPlan } from '../registrar/registrar-plan.ts';
import { registrarSystem } from '../registrar/registrar-system.ts';
import { drawRuntimePlan, RUNTIME_PROFILES } from '../runtime/runtime-plan.ts';
import type { RuntimePlan } from '../runtime/runtime-plan.ts';
import { runtimeSystem } from '../runtime/runtime-system.ts';
import { PROFILE_NAMES } from '../system/run-options.ts';
import type { ProfileName, RunOptions } from '../system/run-options.ts';
import type { System } from '../system/system.ts';
import { drawUpdatesPlan, UPDATES_PROFILES } from '../updates/updates-plan.ts';
import type { UpdatesPlan } from '../updates/updates-plan.ts';
import { updatesSystem } from '../updates/updates-system.ts';

/** What decides a run of one of Quorate's systems. */
export type RunPlan = RuntimePlan | LogPlan | RegistrarPlan | UpdatesPlan | CheckpointPlan;

/** The name of a system that can be simulated. */
export type SystemName = RunPlan['system'];

/** A system, and how its plans are drawn. */
interface DrawnSystem<P extends RunPlan> {
  readonly system: System<P>;
  readonly profiles: readonly ProfileName[];
  draw(options: RunOptions): P;
  /** What a plan has besides what all have. */
  readonly fields: readonly (keyof P & string)[];
}

type DrawnSystems = { readonly [N in SystemName]: DrawnSystem<Extract<RunPlan, { system: N }>> };

/** All systems, by their names. */
export const SYSTEMS: DrawnSystems = {
  runtime: {
    system: runtimeSystem,
    profiles: RUNTIME_PROFILES,
    draw: drawRuntimePlan,
    fields: ['nodes', 'pace'],
  },
  log: {
    system: logSystem,
    profiles: PROFILE_NAMES,
    draw: drawLogPlan,
    fields: ['recovery', 'nodes', 'quorum', 'pace'],
  },
  registrar: {
    system: registrarSystem,
    profiles: PROFILE_NAMES,
    draw: drawRegistrarPlan,
    fields: ['recovery', 'nodes', 'quorum', 'pace'],
  },
  updates: {
    system: updatesSystem,
    profiles: UPDATES_PROFILES,
    draw: drawUpdatesPlan,
    fields: ['nodes', 'storage', 'removesFinished', 'pace'],
  },
  checkpoint: {
    system: checkpointSystem,
    profiles: CHECKPOINT_PROFILES,
    draw: drawCheckpointPlan,
    fields: ['nodes', 'pace'],
  },
};

/** The names of all systems, from the ground up. */
export const SYSTEM_NAMES = Object.keys(SYSTEMS) as readonly SystemName[];

/** The profiles that a system has. */
export function profilesOf(system: SystemName): readonly ProfileName[] {
  return SYSTEMS[system].profiles;
}
