/** The stable codes of what the simulator refuses. `docs/errors.md` explains each. */
export type SimulationErrorCode =
  'REPLAY_INVALID' | 'SCENARIO_INVALID' | 'SEED_INVALID' | 'SIMULATION_OPTION_INVALID';

/** What the simulator refuses. Branch on `code`; messages may change. */
export class SimulationError extends Error {
  override readonly name = 'SimulationError';
  readonly code: SimulationErrorCode;

  constructor(code: SimulationErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
