/**
 * Processes in worker threads, called like any other.
 *
 * @packageDocumentation
 */
export { spawnWorker, workerProcess } from './spawn-worker.ts';
export { transfer } from './transfer.ts';
export { WorkerError } from './worker-error.ts';
export type { WorkerErrorCode } from './worker-error.ts';
export { WORKER_IN_FLIGHT_MAX, WORKER_SHUTDOWN_MS } from './worker-options.ts';
export type { WorkerOptions } from './worker-options.ts';
