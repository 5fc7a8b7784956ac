import { defaultRuntime } from '../default-runtime.ts';
import type { Pid } from '../pid.ts';
import type { Process } from '../process.ts';
import type { Runtime } from '../runtime.ts';
import type { WorkerOptions } from './worker-options.ts';
import { WorkerProcess } from './worker-process.ts';

/**
 * Starts a thread, and in it a runtime with one process: an instance of the class `P` that a module
 * exports. For work that needs a processor to itself.
 *
 * The pid is called, told, waited for, linked to and terminated like any other of this runtime. What
 * differs:
 *
 * - Methods are called by their names. A closure fails with `DISPATCH_NOT_CLONEABLE`, and so does an
 *   argument or a result that cannot be copied; see `transfer` for what need not be.
 * - Errors arrive with their name, message, code, cause and stack, but as plain `Error`s.
 * - Messages (`send`, `post`, `request`) reach the process inside. It knows who sent them, and may
 *   `reply` or `send` to anybody this runtime can reach: what it sends comes from the pid out here,
 *   though its `self` in there is another. What else is spawned in there cannot be reached from out
 *   here, nor linked from in there to out here; a `request` to out here throws `WORKER_REQUEST_OUTSIDE`.
 * - Time inside is real, and a virtual clock does not move it. Its `settle` and `advance` wait for
 *   calls that have no result yet, however long that takes, and for messages until their handlers have
 *   returned; no longer once the worker was told to end. `settle` of real time does not wait.
 * - `runtime.halt()` kills the thread, in the middle of whatever it does.
 *
 * A crash of the process, an uncaught error or the exit of the thread ends the process that has this
 * pid, with that as the reason; calls without a result fail with it. Told to terminate, the process
 * inside runs its `finalize`, whatever else was spawned there ends, and then the thread; only then has
 * the pid ended. So it is with `runtime.close()`. Like any worker thread, one that nobody ends keeps
 * the program alive.
 *
 * It ends at once with `WORKER_MODULE_FAILED`, `WORKER_EXPORT_MISSING` or `WORKER_EXPORT_INVALID`, or
 * with what the constructor throws. This function throws `WORKER_OPTION_INVALID`,
 * `DISPATCH_NOT_CLONEABLE`, and what `runtime.spawn` does.
 *
 * @param options.runtime where the pid is. Default: the default runtime
 */
export function spawnWorker<P extends Process = Process>(
  options: WorkerOptions & { readonly runtime?: Runtime },
): Pid<P> {
  return (options.runtime ?? defaultRuntime()).spawn(workerProcess<P>(options));
}

/**
 * The process that `spawnWorker` spawns, for whoever wants to do that: a supervisor, in `start`. It
 * only stands in for one of class `P` and has none of its methods: it is called through its pid.
 */
export function workerProcess<P extends Process = Process>(options: WorkerOptions): P {
  const process: Process = new WorkerProcess(options);
  return process as P;
}
