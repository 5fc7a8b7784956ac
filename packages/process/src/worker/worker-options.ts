import type { ProcessOptions } from '../process-options.ts';
import { WorkerError } from './worker-error.ts';

/** Calls to a worker that have no result yet. */
export const WORKER_IN_FLIGHT_MAX = 10_000;
/** How long a worker may take to end before its thread is killed. */
export const WORKER_SHUTDOWN_MS = 3_000;

/** Which process to run in a thread of its own, and how. `handlers` are those of that process. */
export interface WorkerOptions extends Omit<ProcessOptions, 'handlers'> {
  /**
   * The module that exports the class: a file URL, as `new URL('./counter.js', import.meta.url)` makes
   * it, or a path, or the name of a package. What is relative is so to the working directory.
   */
  readonly module: string | URL;
  /** The name under which the module exports the class; `default` is one. */
  readonly export: string;
  /**
   * For its constructor: copied at once, by the structured clone algorithm. Instances of classes arrive
   * as plain objects. Default: none.
   */
  readonly args?: readonly unknown[];
  /** Calls without a result yet; those beyond fail with `WORKER_BUSY`. 1 or more. Default 10,000. */
  readonly inFlightMax?: number;
  /**
   * How long it may take to end when it is told to, in milliseconds from 0 on the runtime's clock;
   * `Infinity` waits for ever. Then the thread is killed, in the middle of whatever it does, and the
   * process has ended with `WORKER_STUCK`. Default 3,000.
   */
  readonly shutdownMs?: number;
  /**
   * Options of node for the thread, such as `['-r', 'ts-node/register']` for a module in TypeScript.
   * Default: those of this program.
   */
  readonly execArgv?: readonly string[];
}

export interface WorkerSettings {
  readonly module: string | URL;
  readonly export: string;
  readonly args: readonly unknown[];
  readonly inFlightMax: number;
  readonly shutdownMs: number;
  readonly execArgv: readonly string[] | undefined;
}

/** The options with their defaults filled in. Throws `WORKER_OPTION_INVALID`. */
export function checkWorkerOptions(options: WorkerOptions): WorkerSettings {
  const { args = [], inFlightMax = WORKER_IN_FLIGHT_MAX, execArgv } = options;
  const { shutdownMs = WORKER_SHUTDOWN_MS } = options;
  const { module, export: name } = options;
  check('module', module, isModule(module), 'a file URL, a path or the name of a package');
  check('export', name, typeof name === 'string' && name !== '', 'the name of a class');
  check('args', args, Array.isArray(args), 'an array');
  check('inFlightMax', inFlightMax, isCount(inFlightMax), 'an integer from 1');
  check('shutdownMs', shutdownMs, shutdownMs >= 0, 'milliseconds from 0');
  check('execArgv', execArgv, execArgv === undefined || Array.isArray(execArgv), 'an array');
  return { module, export: name, args, inFlightMax, shutdownMs, execArgv };
}

function isModule(module: unknown): boolean {
  if (typeof module === 'string') return module !== '';
  // Not instanceof: tests may run in a realm of their own.
  return (module as URL | undefined)?.protocol === 'file:';
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 1;
}

function check(name: string, value: unknown, isValid: boolean, expected: string): void {
  if (isValid) return;
  const message = `expected ${name} of a worker to be ${expected}, got ${String(value)}`;
  throw new WorkerError('WORKER_OPTION_INVALID', message);
}
