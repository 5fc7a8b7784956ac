/**
 * What the thread of a worker runs first. Not to be imported: it does nothing elsewhere.
 *
 * @packageDocumentation
 */
import { runWorker } from './run-worker.ts';

export {};

runWorker((url) => import(url) as Promise<object>);
