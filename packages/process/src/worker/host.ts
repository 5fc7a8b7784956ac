import { nanoidIds } from '../adapters/nanoid-ids.ts';
import type { Future } from '../futures/future.ts';
import type { Pid } from '../pid.ts';
import { OPTIONS, Process } from '../process.ts';
import { Runtime } from '../runtime.ts';
import { errorData } from './error-data.ts';
import type { CallRequest, Post, Request, Response, WorkerSetup } from './messages.ts';
import { Outbox } from './outbox.ts';
import { takeTransferables } from './transfer.ts';
import { ThreadTransport } from './thread-transport.ts';
import { notCloneable, WorkerError } from './worker-error.ts';

/** The thread that a worker lives in, as its host sees it. */
export interface HostPort {
  readonly post: Post;
  /** From now on; what came before is kept until then. */
  receive(listener: (messages: readonly unknown[]) => void): void;
}

/** Runs the process of a worker: the other side of a `WorkerProcess`. */
export class WorkerHost {
  readonly #runtime: Runtime;
  readonly #outbox: Outbox<Response>;
  /** What was called and has no result yet, by the id of the call. */
  readonly #results = new Map<number, Future<unknown>>();
  readonly #port: HostPort;
  readonly #transport: ThreadTransport;

  constructor(port: HostPort, shutdownMs: number) {
    this.#port = port;
    this.#outbox = new Outbox<Response>(port.post, (response, error) => {
      if (response.type !== 'result') throw error;
      const failure = notCloneable('the result of a call', error);
      this.#outbox.add({ type: 'failed', id: response.id, error: errorData(failure) });
    });
    this.#transport = new ThreadTransport(`worker-${nanoidIds.unique()}`, (message) => {
      this.#outbox.add(message);
    });
    this.#runtime = new Runtime({
      closeTimeoutMs: Math.min(shutdownMs, CLOSE_TIMEOUT_MS_MAX),
      transport: this.#transport,
    });
  }

  /** Spawns the process; then calls are served. */
  start(process: Process): void {
    const watcher = this.#runtime.spawn(new Watcher((reason) => this.end(reason)));
    const pid = this.#runtime.spawn(process);
    this.#runtime.link(watcher, pid); // before it initialises, which may be its end
    this.#transport.worker = pid;
    this.#port.receive((requests) => this.#onRequests(pid, requests as readonly Request[]));
  }

  /** Ends what else lives here, and asks for the end of the thread. */
  end(reason: Error | undefined): void {
    const ended: Response = { type: 'ended', reason: reason && errorData(reason) };
    this.#runtime
      .close()
      .repair(() => undefined) // what does not end dies with the thread
      .onReady(() => this.#outbox.add(ended));
  }

  #onRequests(pid: Pid, requests: readonly Request[]): void {
    let lastMessage: number | undefined;
    for (const request of requests) {
      this.#onRequest(pid, request);
      if (request.type === 'message') lastMessage = request.id;
    }
    if (lastMessage !== undefined) this.#acknowledge(pid, lastMessage);
  }

  /** Behind the messages in the mailbox, and behind what the process sends in answer. */
  #acknowledge(pid: Pid, id: number): void {
    const acknowledge = (): void => this.#outbox.add({ type: 'served', id });
    const turn = this.#runtime.dispatch(pid, () => undefined);
    turn.onAny(acknowledge).onAbandoned(acknowledge);
  }

  #onRequest(pid: Pid, request: Request): void {
    switch (request.type) {
      case 'call':
        this.#onCall(pid, request);
        return;
      case 'message':
        this.#transport.receive(request);
        return;
      case 'discard':
        this.#results.get(request.id)?.discard();
        return;
      case 'terminate':
        this.#runtime.terminate(pid, { inject: request.inject });
    }
  }

  #onCall(pid: Pid, { id, method, args, isTell, trace }: CallRequest): void {
    const result: Future<unknown> = this.#runtime.withTrace(trace, () =>
      this.#runtime.dispatch(pid as Pid<never>, method as never, ...(args as never[])),
    );
    this.#results.set(id, result);
    result.onAny(() => this.#answer(id, result, isTell));
    result.onAbandoned(() => this.#answer(id, result, isTell));
  }

  #answer(id: number, result: Future<unknown>, isTell: boolean): void {
    // One that is abandoned may be completed all the same.
    if (!this.#results.delete(id)) return;
    if (result.isReady) {
      const value = isTell ? undefined : result.value();
      this.#outbox.add({ type: 'result', id, value }, takeTransferables([value]));
    } else if (result.isFailed) {
      this.#outbox.add({ type: 'failed', id, error: errorData(result.failure()) });
    } else {
      this.#outbox.add({ type: result.isDiscarded ? 'discarded' : 'abandoned', id });
    }
  }
}

/** A timer of the host cannot be longer. */
const CLOSE_TIMEOUT_MS_MAX = 2 ** 31 - 1;

/** Sees the process end. */
class Watcher extends Process {
  readonly #onExited: (reason: Error | undefined) => void;

  constructor(onExited: (reason: Error | undefined) => void) {
    super();
    this.#onExited = onExited;
  }

  protected override exited(_pid: Pid, reason: Error | undefined): void {
    this.#onExited(reason);
  }
}

/**
 * An instance of the class that a module exports. Throws `WORKER_EXPORT_MISSING`,
 * `WORKER_EXPORT_INVALID`, and what the constructor throws.
 */
export function instantiate(
  module: object,
  { export: name, args, module: from }: WorkerSetup,
): Process {
  const exported = exportOf(module, name);
  if (exported === undefined) {
    const names = Object.keys(module).join(', ') || 'nothing';
    const message = `${from} has no export ${JSON.stringify(name)}; it exports ${names}`;
    throw new WorkerError('WORKER_EXPORT_MISSING', message);
  }
  const instance = isConstructor(exported) ? (Reflect.construct(exported, args) as object) : {};
  // Not instanceof: the module may have loaded another copy of this package.
  if (OPTIONS in instance) return instance as Process;
  const message = `export ${JSON.stringify(name)} of ${from} is not a class that extends Process`;
  throw new WorkerError('WORKER_EXPORT_INVALID', message);
}

/** An imported CommonJS module may have all that it exports under `default` only. */
function exportOf(module: object, name: string): unknown {
  const { [name]: exported, default: common } = module as Readonly<Record<string, unknown>>;
  if (exported !== undefined && !(name === 'default' && typeof exported === 'object'))
    return exported;
  return (common as Readonly<Record<string, unknown>> | undefined)?.[name] ?? exported;
}

function isConstructor(value: unknown): value is new (...args: readonly unknown[]) => unknown {
  if (typeof value !== 'function') return false;
  try {
    Reflect.construct(Object, [], value);
    return true;
  } catch {
    return false;
  }
}
