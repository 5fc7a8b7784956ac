import type { Process } from '../process.ts';
import { SupervisorError } from './supervisor-error.ts';

/**
 * When a child that has ended by itself is started again.
 *
 * - `permanent`: always
 * - `transient`: after a failure; when it was told to end it stays stopped
 * - `temporary`: never; the supervisor forgets it, and so it does when a sibling takes it down
 */
export type Restart = 'permanent' | 'transient' | 'temporary';

/**
 * Which siblings are stopped and started again along with a child that is restarted.
 *
 * - `one-for-one`: none
 * - `one-for-all`: all
 * - `rest-for-one`: those behind it, which may depend on it
 */
export type Strategy = 'one-for-one' | 'one-for-all' | 'rest-for-one';

/** What to do about a failure: `restart` means what the child's restart type says. */
export type Decision = 'restart' | 'stop' | 'escalate';

/** Looks at the reason a child failed for. One that throws escalates. */
export type Decider = (reason: Error, childId: string) => Decision;

/** How to start a child, and what to do when it ends. */
export interface ChildSpec<P extends Process = Process> {
  /** Names the child among its siblings; not the id of its process. */
  readonly id: string;
  /**
   * Makes the process, a new one each time; the supervisor spawns it. One with an id of its own
   * (`super({ id: 'database' })`) has the same pid after each restart.
   */
  readonly start: () => P;
  /** Default `permanent`. */
  readonly restart?: Restart;
  /**
   * How long it may take to end when it is stopped, in milliseconds from 0; `Infinity` waits for
   * ever. Default `SHUTDOWN_MS`; for a supervisor `Infinity`, since its children have limits.
   */
  readonly shutdownMs?: number;
  /** Default: the supervisor's. */
  readonly decider?: Decider;
}

/** How long a child may take to end when nothing else is asked for. */
export const SHUTDOWN_MS = 5_000;

const RESTARTS: readonly unknown[] = ['permanent', 'transient', 'temporary'];
const DECISIONS: readonly unknown[] = ['restart', 'stop', 'escalate'];

/** Throws `SUPERVISOR_OPTION_INVALID`. */
export function checkChildSpec(spec: ChildSpec): void {
  if (typeof spec !== 'object' || (spec as unknown) === null)
    throw invalid('child', spec, 'an object with id and start');
  const { id, start, restart, shutdownMs, decider }: Partial<Record<keyof ChildSpec, unknown>> =
    spec;
  if (typeof id !== 'string' || id === '') throw invalid('id of a child', id, 'a text');
  const of = (name: string): string => `${name} of child ${JSON.stringify(id)}`;
  if (typeof start !== 'function') throw invalid(of('start'), start, 'a function');
  if (restart !== undefined && !RESTARTS.includes(restart))
    throw invalid(of('restart'), restart, RESTARTS.join(', '));
  if (shutdownMs !== undefined) checkFrom(0, of('shutdownMs'), shutdownMs);
  if (decider !== undefined && typeof decider !== 'function')
    throw invalid(of('decider'), decider, 'a function');
}

/** Throws `SUPERVISOR_OPTION_INVALID`. */
export function checkDecision(decision: Decision): Decision {
  if (DECISIONS.includes(decision)) return decision;
  throw invalid('the result of a decider', decision, DECISIONS.join(', '));
}

export function checkFrom(least: number, name: string, value: unknown): asserts value is number {
  if (typeof value === 'number' && value >= least) return;
  throw invalid(name, value, `a number from ${least}`);
}

export function invalid(name: string, value: unknown, expected: string): SupervisorError {
  const message = `expected ${name} to be ${expected}, got ${String(value)}`;
  return new SupervisorError('SUPERVISOR_OPTION_INVALID', message);
}
