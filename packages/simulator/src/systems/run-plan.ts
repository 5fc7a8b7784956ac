import { SimulationError } from '../simulation-error.ts';
import { checkOneOf } from '../system/run-options.ts';
import type { RunOptions } from '../system/run-options.ts';
import { SYSTEM_NAMES, SYSTEMS } from './systems.ts';
import type { RunPlan, SystemName } from './systems.ts';

/**
 * Draws the plan of a run from its seed: what there is, how clients and the network behave, and what
 * goes wrong when.
 *
 * @typeParam N the name of the system; default `log`
 *
 * Throws `SEED_INVALID` or `SIMULATION_OPTION_INVALID`.
 */
export function drawRun<N extends SystemName = 'log'>(
  options: RunOptions & { readonly system?: N },
): Extract<RunPlan, { readonly system: N }> {
  const { system = 'log', ...rest } = options;
  checkOneOf('system', system, SYSTEM_NAMES);
  return SYSTEMS[system].draw(rest) as Extract<RunPlan, { readonly system: N }>;
}

const FIELDS = ['seed', 'profile', 'durationMs', 'climate', 'faults'];

/**
 * Reads a plan that was written down as JSON. Throws `REPLAY_INVALID` when it is none, or one of
 * another version of the simulator.
 */
export function parseRunPlan(text: string): RunPlan {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new SimulationError('REPLAY_INVALID', 'the replay file is not JSON', { cause: error });
  }
  if (typeof value !== 'object' || value === null || !('formatVersion' in value)) {
    throw invalidReplay('has no formatVersion');
  }
  if (value.formatVersion !== 1) {
    const version = JSON.stringify(value.formatVersion);
    throw invalidReplay(`has format version ${version}; this simulator reads version 1`);
  }
  // The first plans were all of the log, and did not say so.
  const plan = { system: 'log', ...value };
  if (!isSystemName(plan.system)) {
    throw invalidReplay(`is of a system ${JSON.stringify(plan.system)}, which is not known`);
  }
  for (const field of [...FIELDS, ...SYSTEMS[plan.system].fields]) {
    if (!(field in plan)) throw invalidReplay(`has no ${field}`);
  }
  return plan as RunPlan;
}

function isSystemName(name: unknown): name is SystemName {
  return SYSTEM_NAMES.some((known) => known === name);
}

function invalidReplay(problem: string): SimulationError {
  return new SimulationError('REPLAY_INVALID', `the replay file ${problem}`);
}
