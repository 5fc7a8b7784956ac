import type { System } from '../system/system.ts';
import { STEADY } from './checkpoint-plan.ts';
import type { CheckpointPlan } from './checkpoint-plan.ts';
import { CheckpointSimulation } from './checkpoint-simulation.ts';

/** What an agent keeps in files, and has to find again. */
export const checkpointSystem: System<CheckpointPlan> = {
  name: 'checkpoint',
  build: (plan, settings) => new CheckpointSimulation(plan, settings),
  simpler: (plan) => [{ ...plan, pace: STEADY }],
};
