import type { System } from '../system/system.ts';
import type { RuntimePlan } from './runtime-plan.ts';
import { RuntimeSimulation } from './runtime-simulation.ts';

/** Actors in several runtimes, and nothing else. */
export const runtimeSystem: System<RuntimePlan> = {
  name: 'runtime',
  build: (plan, settings) => new RuntimeSimulation(plan, settings),
};
