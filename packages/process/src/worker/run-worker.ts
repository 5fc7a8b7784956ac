import { hostPort, loadModule, workerSetup } from '../adapters/worker-port.ts';
import type { ImportModule } from '../adapters/worker-port.ts';
import { instantiate, WorkerHost } from './host.ts';
import { messageOf, WorkerError } from './worker-error.ts';

/** Runs in the thread of a worker what its starter has told; anywhere else it does nothing. */
export function runWorker(importModule: ImportModule): void {
  const setup = workerSetup();
  if (!setup) return;
  const host = new WorkerHost(hostPort(), setup.shutdownMs);
  loadModule(setup.module, importModule)
    .catch((error: unknown) => {
      const message = `cannot load ${setup.module}: ${messageOf(error)}`;
      throw new WorkerError('WORKER_MODULE_FAILED', message, { cause: error });
    })
    .then((module) => host.start(instantiate(module, setup)))
    .catch((error: unknown) => host.end(error as Error));
}
