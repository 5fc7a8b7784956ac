import { dirname, extname, isAbsolute, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { TransferListItem } from 'node:worker_threads';
import type { Post, WorkerSetup } from '../worker/messages.ts';

/** Under which a thread finds what it was started for. */
export const WORKER_DATA = 'quorate.process.worker/1';

/** A thread of its own. */
export interface Thread {
  readonly post: Post;
  /** Ends it, in the middle of whatever it does. */
  kill(): void;
}

export interface ThreadOptions {
  readonly setup: WorkerSetup;
  /** What moves along with the setup. */
  readonly transfer: readonly object[];
  readonly execArgv: readonly string[] | undefined;
  readonly onMessage: (messages: readonly unknown[]) => void;
  /** It dies of this. */
  readonly onError: (error: unknown) => void;
  /** It has ended. Nothing is heard of it after that. */
  readonly onExit: (exitCode: number) => void;
}

/** Starts a thread. Throws what node throws, for bad `execArgv` as an example. */
export function startThread(options: ThreadOptions): Thread {
  const { setup, transfer, execArgv } = options;
  const worker = new Worker(entryFile(), {
    workerData: { [WORKER_DATA]: { ...setup, module: locate(setup.module) } },
    transferList: transfer as TransferListItem[],
    ...(execArgv && { execArgv: [...execArgv] }),
  });
  const kill = (): void => void worker.terminate();
  worker.on('message', options.onMessage);
  worker.on('error', options.onError);
  worker.on('messageerror', (error) => {
    options.onError(error);
    kill();
  });
  worker.on('exit', options.onExit);
  return {
    post: (messages, list) => worker.postMessage(messages, list as TransferListItem[]),
    kill,
  };
}

/**
 * What the thread runs first: of a published package an ES module, beside this one or its CommonJS
 * twin, for the builds of CommonJS have no `import()`. Run from its sources, a script that compiles.
 */
function entryFile(): string {
  const isSource = extname(__filename) === '.ts';
  const name = isSource ? '../../../../scripts/dev-worker.cjs' : 'worker-entry.js';
  return join(dirname(__filename), name);
}

/** A path as a file URL; a URL or the name of a package as it is. */
function locate(module: string): string {
  const isPath = isAbsolute(module) || /^\.{1,2}[/\\]/.test(module);
  return isPath ? pathToFileURL(resolve(module)).href : module;
}
