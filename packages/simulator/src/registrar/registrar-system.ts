import { describeMessage } from '../log/describe-message.ts';
import type { System } from '../system/system.ts';
import { DILIGENT } from './registrar-plan.ts';
import type { RegistrarPlan } from './registrar-plan.ts';
import { RegistrarSimulation } from './registrar-simulation.ts';

/** Masters with registrars, on a group of replicas of the log. */
export const registrarSystem: System<RegistrarPlan> = {
  name: 'registrar',
  build: (plan, settings) => new RegistrarSimulation(plan, settings),
  simpler: (plan) => [{ ...plan, pace: DILIGENT }],
  describe: describeMessage,
};
