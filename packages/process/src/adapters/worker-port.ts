import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { TransferListItem } from 'node:worker_threads';
import type { HostPort } from '../worker/host.ts';
import type { WorkerSetup } from '../worker/messages.ts';
import { WORKER_DATA } from './worker-thread.ts';

/** `import()` itself, which only the outermost file can call without a compiler changing it. */
export type ImportModule = (url: string) => Promise<object>;

/** What this thread was started for; undefined if for something else. */
export function workerSetup(): WorkerSetup | undefined {
  return (workerData as Readonly<Record<string, WorkerSetup>> | null)?.[WORKER_DATA];
}

/** The port to the thread that has started this one. */
export function hostPort(): HostPort {
  return {
    post: (messages, transfer) => {
      parentPort?.postMessage(messages, transfer as TransferListItem[]);
    },
    receive: (listener) => {
      parentPort?.on('message', listener);
      parentPort?.on('messageerror', (error) => {
        throw error;
      });
    },
  };
}

/** @param module a file URL, or the name of a package, looked up from the working directory */
export async function loadModule(module: string, importModule: ImportModule): Promise<object> {
  const url = module.startsWith('file:') ? module : packageUrl(module);
  const path = url.startsWith('file:') ? fileURLToPath(url) : undefined;
  const require = createRequire(path ?? join(process.cwd(), 'none.js'));
  if (path !== undefined && isHooked(require, path)) return require(path) as object;
  return importModule(url);
}

/** What has no export for `require` is left to `import`. */
function packageUrl(name: string): string {
  try {
    const path = createRequire(join(process.cwd(), 'none.js')).resolve(name);
    return pathToFileURL(path).href;
  } catch {
    return name;
  }
}

/** Whether a compiler such as ts-node has taken charge of the files with this extension. */
function isHooked(require: NodeJS.Require, path: string): boolean {
  const extension = extname(path);
  return !/^\.[cm]?js$/.test(extension) && extension in require.extensions;
}
