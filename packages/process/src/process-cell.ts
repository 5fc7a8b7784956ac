import type { Completer } from './futures/completer.ts';
import { dropEvent } from './event.ts';
import type { DispatchEvent, Event, MessageEvent, TerminateEvent } from './event.ts';
import { Mailbox } from './mailbox.ts';
import type { Pid } from './pid.ts';
import { HANDLERS, Process, SENDER } from './process.ts';
import { ProcessError } from './process-error.ts';
import type { Runnable } from './run-queue.ts';

/** The protected methods of a process: `protected` keeps users out, the runtime calls them. */
interface ProcessHooks {
  initialize(): void;
  finalize(): void;
  exited(pid: Pid, reason: Error | undefined): void;
}

/** What a cell needs of the runtime that it lives in. */
export interface CellHost {
  /** The process has ended; `reason` is the error it ended with, undefined when terminated. */
  ended(cell: ProcessCell, reason: Error | undefined): void;
  /** Nobody waits for the result of this failed work. */
  reportFailure(error: Error): void;
  /** A message without a handler. */
  unhandled(cell: ProcessCell, event: MessageEvent): void;
  /** Follows the result of a handler that nobody waits for; it may be a promise that fails. */
  watch(result: unknown): void;
}

type CellState = 'spawned' | 'running' | 'ended';

/** One incarnation of a spawned process: its mailbox, and the serving of one event at a time. */
export class ProcessCell implements Runnable {
  readonly process: Process;
  readonly pid: Pid;
  readonly mailbox = new Mailbox<Event>();
  /** Whether it waits in the run queue or is being served. */
  queued = false;
  /** Processes that get `exited` when this one ends. */
  linkers: Set<ProcessCell> | undefined = undefined;
  waiters: Completer<boolean>[] | undefined = undefined;
  /** The table that lists it: undefined before spawn and after the end. */
  table: object | undefined = undefined;
  #state: CellState = 'spawned';
  #purging = false; // a terminate was injected: what lies before it is dropped
  readonly #host: CellHost;

  constructor(process: Process, pid: Pid, host: CellHost) {
    this.process = process;
    this.pid = pid;
    this.#host = host;
  }

  get ended(): boolean {
    return this.#state === 'ended';
  }

  get runnable(): boolean {
    const more = this.#state !== 'ended' && this.mailbox.length > 0;
    this.queued = more;
    return more;
  }

  terminate(event: TerminateEvent): void {
    if (event.inject) this.#purging = true;
    this.mailbox.push(event);
  }

  run(budget: number): number {
    let served = 0;
    if (this.#state === 'spawned') {
      this.#initialize();
      served++;
    }
    while (served < budget && this.#state === 'running') {
      if (this.#purging) this.#purge();
      const event = this.mailbox.shift();
      if (!event) break;
      this.#serve(event);
      served++;
    }
    return served;
  }

  #initialize(): void {
    this.#state = 'running';
    try {
      this.#hooks.initialize();
    } catch (error) {
      this.#end(toError(error));
    }
  }

  /** Drops what was queued before the first terminate, of whichever kind. */
  #purge(): void {
    this.#purging = false;
    for (;;) {
      const event = this.mailbox.peek();
      if (!event || event.type === 'terminate') return;
      this.mailbox.shift();
      dropEvent(event);
    }
  }

  #serve(event: Event): void {
    switch (event.type) {
      case 'dispatch':
        this.#onDispatch(event);
        return;
      case 'message':
        this.#orEnd(() => this.#onMessage(event));
        return;
      case 'exited':
        this.#orEnd(() => this.#hooks.exited(event.pid, event.reason));
        return;
      case 'terminate':
        this.#onTerminate();
    }
  }

  #onDispatch(event: DispatchEvent): void {
    const { completer } = event;
    let result: unknown;
    try {
      result = this.#call(event);
    } catch (error) {
      if (completer) completer.fail(toError(error));
      else this.#host.reportFailure(toError(error));
      return;
    }
    if (completer) completer.set(result);
    else if (typeof result === 'object' && result !== null) this.#host.watch(result);
  }

  #call(event: DispatchEvent): unknown {
    if (event.call) return event.call(this.process as never);
    const name = event.method ?? '';
    const method: unknown = Reflect.get(this.process, name);
    if (typeof method !== 'function' || name in Process.prototype) {
      throw new ProcessError(
        'DISPATCH_METHOD_UNKNOWN',
        `${this.pid} has no method ${JSON.stringify(name)} of its own to dispatch to`,
      );
    }
    return method.apply(this.process, event.args) as unknown;
  }

  #onMessage(event: MessageEvent): void {
    const handler = this.process[HANDLERS]?.get(event.name);
    if (!handler) {
      this.#host.unhandled(this, event);
      return;
    }
    this.process[SENDER] = event.from;
    try {
      handler(event.from, event.body);
    } finally {
      this.process[SENDER] = undefined;
    }
  }

  #onTerminate(): void {
    let failure: Error | undefined;
    try {
      this.#hooks.finalize();
    } catch (error) {
      failure = toError(error);
    }
    this.#end(failure);
  }

  #orEnd(serve: () => void): void {
    try {
      serve();
    } catch (error) {
      this.#end(toError(error));
    }
  }

  #end(reason: Error | undefined): void {
    this.#state = 'ended';
    // First the books, then the callbacks: dropping an event may run code of users.
    this.#host.ended(this, reason);
  }

  get #hooks(): ProcessHooks {
    return this.process as unknown as ProcessHooks;
  }
}

function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown), { cause: thrown });
}
