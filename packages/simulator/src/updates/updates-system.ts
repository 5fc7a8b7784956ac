import type { System } from '../system/system.ts';
import { PROMPT } from './updates-plan.ts';
import type { UpdatesPlan } from './updates-plan.ts';
import { UpdatesSimulation } from './updates-simulation.ts';

/** An agent's status updates, on its disk and on a lossy channel to their receiver. */
export const updatesSystem: System<UpdatesPlan> = {
  name: 'updates',
  build: (plan, settings) => new UpdatesSimulation(plan, settings),
  simpler: (plan) => [{ ...plan, pace: PROMPT }],
};
