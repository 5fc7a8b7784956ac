import type { Intensity } from './restart-intensity.ts';

/** The stable codes of what a supervisor refuses or reports. `docs/errors.md` explains each. */
export type SupervisorErrorCode =
  | 'SUPERVISOR_CHILD_EXISTS'
  | 'SUPERVISOR_CHILD_START_FAILED'
  | 'SUPERVISOR_CHILD_STOPPED'
  | 'SUPERVISOR_CHILD_STUCK'
  | 'SUPERVISOR_CHILD_UNKNOWN'
  | 'SUPERVISOR_ENDED'
  | 'SUPERVISOR_ESCALATED'
  | 'SUPERVISOR_INTENSITY_REACHED'
  | 'SUPERVISOR_OPTION_INVALID';

/** What a supervisor refuses or reports. Branch on `code`; messages may change. */
export class SupervisorError extends Error {
  override readonly name = 'SupervisorError';
  readonly code: SupervisorErrorCode;

  constructor(code: SupervisorErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

export function childExists(id: string): SupervisorError {
  const message = `there is a child ${id} already; remove it, or choose another id`;
  return new SupervisorError('SUPERVISOR_CHILD_EXISTS', message);
}

export function childUnknown(id: string): SupervisorError {
  const message = `there is no child ${id}; temporary ones are forgotten when they end`;
  return new SupervisorError('SUPERVISOR_CHILD_UNKNOWN', message);
}

export function childStopped(id: string): SupervisorError {
  const message = `child ${id} is stopped; restartChild() starts it again`;
  return new SupervisorError('SUPERVISOR_CHILD_STOPPED', message);
}

export function childStuck(id: string, limitMs: number): SupervisorError {
  const message = `child ${id} was told to end and has not within ${limitMs} ms; which handler holds it?`;
  return new SupervisorError('SUPERVISOR_CHILD_STUCK', message);
}

export function childStartFailed(id: string, cause: Error): SupervisorError {
  const message = `child ${id} did not start: ${cause.message}`;
  return new SupervisorError('SUPERVISOR_CHILD_START_FAILED', message, { cause });
}

export function supervisorEnded(): SupervisorError {
  return new SupervisorError('SUPERVISOR_ENDED', 'the supervisor has ended, or is about to');
}

export function escalated(id: string, cause: Error | undefined): SupervisorError {
  const message = `child ${id} failed, and the decision was to escalate: ${cause?.message ?? ''}`;
  return new SupervisorError('SUPERVISOR_ESCALATED', message, { cause });
}

export function intensityReached(
  id: string,
  { restartsMax, withinMs }: Intensity,
  cause: Error | undefined,
): SupervisorError {
  const message = `child ${id} would need one restart more than ${restartsMax} within ${withinMs} ms`;
  return new SupervisorError('SUPERVISOR_INTENSITY_REACHED', message, cause && { cause });
}
