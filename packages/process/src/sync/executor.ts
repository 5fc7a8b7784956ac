import { defaultRuntime } from '../default-runtime.ts';
import type { Resolved } from '../dispatch.ts';
import type { Future } from '../futures/future.ts';
import type { Pid } from '../pid.ts';
import { Process } from '../process.ts';
import type { Runtime } from '../runtime.ts';

class ExecutorProcess extends Process {}

/** Runs functions one after the other, each when the one before is complete. (libprocess executor.hpp) */
export class Executor implements Disposable {
  readonly #runtime: Runtime;
  readonly #pid: Pid;

  constructor(runtime: Runtime = defaultRuntime()) {
    this.#runtime = runtime;
    this.#pid = runtime.spawn(
      new ExecutorProcess({ idPrefix: '__executor__', handlers: 'serialized' }),
    );
  }

  /** Runs `f` in its turn, never inside this call. Abandoned once the executor has stopped. */
  execute<R>(f: () => R): Future<Resolved<R>> {
    return this.#runtime.dispatch(this.#pid, () => f());
  }

  /** A function that runs `f` in its turn whenever it is called. */
  defer<A extends readonly unknown[], R>(
    f: (...args: A) => R,
  ): (...args: A) => Future<Resolved<R>> {
    return this.#runtime.defer(this.#pid, f);
  }

  /** Drops what waits; what is running comes to its end. */
  stop(): void {
    this.#runtime.terminate(this.#pid);
  }

  [Symbol.dispose](): void {
    this.stop();
  }
}

/**
 * Runs `f` as an event of its own, never inside this call. (libprocess async.hpp, whose future of a
 * future this is: `await` would make one of them)
 *
 * @returns what `f` returned, as it is
 */
export function runAsync<T>(
  f: () => Future<T>,
  runtime: Runtime = defaultRuntime(),
): Future<{ readonly future: Future<T> }> {
  const pid = runtime.spawn(new ExecutorProcess({ idPrefix: '__async__' }));
  const running = runtime.dispatch(pid, () => ({ future: f() }));
  runtime.terminate(pid, { inject: false });
  return running;
}
