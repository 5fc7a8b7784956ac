import type { DispatchArgs, DispatchName, DispatchResult, Resolved } from './dispatch.ts';
import type { Future } from './futures/future.ts';
import { HOME } from './pid.ts';
import type { Pid } from './pid.ts';
import type { Process } from './process.ts';
import { Runtime } from './runtime.ts';
import type { TerminateOptions } from './runtime.ts';

/** On the global object: an ESM and a CommonJS copy of this package share one runtime. */
const DEFAULT: unique symbol = Symbol.for('quorate.process.default/1') as never;
const globals = globalThis as { [DEFAULT]?: Runtime };

/**
 * The runtime of the short forms below: real time, no transport. Made at first use, and anew once it
 * has been closed.
 */
export function defaultRuntime(): Runtime {
  const current = globals[DEFAULT];
  if (current && !current.isClosed) return current;
  return (globals[DEFAULT] = new Runtime());
}

/** `defaultRuntime().spawn(process)`. */
export function spawn<P extends Process>(process: P): Pid<P> {
  return defaultRuntime().spawn(process);
}

/** `Runtime.dispatch` in the runtime that spawned the process. */
export function dispatch<P, M extends DispatchName<P>>(
  pid: Pid<P>,
  method: M,
  ...args: DispatchArgs<P, M>
): Future<DispatchResult<P, M>>;
export function dispatch<P, R>(pid: Pid<P>, call: (process: P) => R): Future<Resolved<R>>;
export function dispatch(pid: Pid, target: Target, ...args: readonly unknown[]): Future<unknown> {
  return runtimeOf(pid).dispatch(pid, target as never, ...(args as never[]));
}

/** `Runtime.tell` in the runtime that spawned the process. */
export function tell<P, M extends DispatchName<P>>(
  pid: Pid<P>,
  method: M,
  ...args: DispatchArgs<P, M>
): void;
export function tell<P>(pid: Pid<P>, call: (process: P) => unknown): void;
export function tell(pid: Pid, target: Target, ...args: readonly unknown[]): void {
  runtimeOf(pid).tell(pid, target as never, ...(args as never[]));
}

/** `Runtime.terminate` in the runtime that spawned the process. */
export function terminate(pid: Pid, options?: TerminateOptions): void {
  runtimeOf(pid).terminate(pid, options);
}

/** `Runtime.wait` in the runtime that spawned the process. */
export function wait(pid: Pid, options?: { readonly timeoutMs?: number }): Future<boolean> {
  return runtimeOf(pid).wait(pid, options);
}

type Target = string | ((process: never) => unknown);

function runtimeOf(pid: Pid): Runtime {
  return (pid[HOME] as Runtime | undefined) ?? defaultRuntime();
}
