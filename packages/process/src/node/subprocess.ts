import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { defaultRuntime } from '../default-runtime.ts';
import { Completer } from '../futures/completer.ts';
import { Future } from '../futures/future.ts';
import type { Runtime } from '../runtime.ts';
import { NodeError } from './node-error.ts';
import { argumentsOf, checkSubprocessOptions, closeAll, openStdio } from './subprocess-options.ts';
import type { SubprocessOptions } from './subprocess-options.ts';

/** How a subprocess came to its end. */
export type ExitStatus =
  | { readonly type: 'exited'; readonly code: number }
  | { readonly type: 'killed'; readonly signal: NodeJS.Signals };

/**
 * Starts a program. Ready when it runs.
 *
 * Fails with `SUBPROCESS_FAILED` when it cannot be started (there is no such program, directory or
 * file; see `cause`), and with `SUBPROCESS_OPTION_INVALID`.
 *
 * The runtime knows of it: `settle` and `close` wait until it has come to its end.
 *
 * @param command the path of a program, or its name, to be found in the `PATH` of its environment; a
 * line if it is for the shell
 * @param options.runtime default: the default runtime
 */
export function subprocess(
  command: string,
  options: SubprocessOptions & { readonly runtime?: Runtime } = {},
): Future<Subprocess> {
  return Future.try(() => {
    checkSubprocessOptions(command, options);
    const runtime = options.runtime ?? defaultRuntime();
    const started = new Completer<Subprocess>();
    const ended = new Completer<ExitStatus>();
    const child = start(command, options);
    child.once('spawn', () => started.set(new Subprocess(child, ended.future)));
    child.once('error', (error) => started.fail(notStarted(command, error)));
    child.once('exit', (code, signal) => ended.set(statusOf(code, signal)));
    started.future.onFailed(() => ended.abandon());
    started.future.onReady(({ pid }) => {
      runtime.track(`subprocess ${command} (${pid})`, ended.future);
    });
    return started.future;
  });
}

/** A program that was started. */
export class Subprocess {
  readonly pid: number;
  /** What it reads, if that is a `pipe`. */
  readonly in: Writable | undefined;
  /** What it writes, if that is a `pipe`: it waits when nobody reads. */
  readonly out: Readable | undefined;
  /** What it writes to its standard error, if that is a `pipe`. */
  readonly err: Readable | undefined;
  /**
   * How it came to its end; its output may be still to be read then. To discard it kills the program,
   * by SIGKILL: it is discarded when the program has gone. Never fails.
   */
  readonly status: Future<ExitStatus>;
  readonly #child: ChildProcess;

  /** @internal */
  constructor(child: ChildProcess, ended: Future<ExitStatus>) {
    this.pid = child.pid ?? 0;
    this.in = child.stdin ?? undefined;
    this.out = child.stdout ?? undefined;
    this.err = child.stderr ?? undefined;
    this.#child = child;
    // Whoever reads or writes is told; a pipe that breaks while nobody does is no reason to end us.
    for (const stream of [this.in, this.out, this.err]) stream?.on('error', () => undefined);
    const status = new Completer<ExitStatus>();
    ended.onReady((exit) => {
      if (status.future.hasDiscard) status.discard();
      else status.set(exit);
    });
    status.future.onDiscard(() => this.kill('SIGKILL'));
    this.status = status.future;
  }

  /**
   * Sends it a signal.
   *
   * @returns false if it has ended
   */
  kill(signal: NodeJS.Signals = 'SIGTERM'): boolean {
    return this.#child.kill(signal);
  }
}

function start(command: string, options: SubprocessOptions): ChildProcess {
  const { environment, cwd, detached = false, shell = false } = options;
  let opened: readonly number[] = [];
  try {
    const files = openStdio(options);
    opened = files.opened;
    return spawn(command, argumentsOf(options), {
      stdio: [...files.stdio],
      cwd,
      env: environment,
      detached,
      shell,
    });
  } catch (error) {
    throw notStarted(command, error as Error);
  } finally {
    closeAll(opened); // it has them by now
  }
}

function statusOf(code: number | null, signal: NodeJS.Signals | null): ExitStatus {
  return signal === null ? { type: 'exited', code: code ?? 0 } : { type: 'killed', signal };
}

function notStarted(command: string, cause: Error): NodeError {
  const message = `cannot start ${command}: ${cause.message}`;
  return new NodeError('SUBPROCESS_FAILED', message, { cause });
}
