import { startThread } from '../adapters/worker-thread.ts';
import type { Thread } from '../adapters/worker-thread.ts';
import type { Timer } from '../clocks/timer-source.ts';
import type { DispatchEvent, MessageEvent, TerminateEvent } from '../event.ts';
import { Completer } from '../futures/completer.ts';
import { Future } from '../futures/future.ts';
import { Process, STAND_IN } from '../process.ts';
import type { StandIn } from '../stand-in.ts';
import { loadCargo, whichArgument } from './cloneable.ts';
import type { Cargo } from './cloneable.ts';
import { errorData, errorOf } from './error-data.ts';
import type { MessageResponse, Request, Response } from './messages.ts';
import { Outbox } from './outbox.ts';
import { own, pidData, pidOf } from './thread-transport.ts';
import { takeTransferables } from './transfer.ts';
import { messageOf, notCloneable, WorkerError } from './worker-error.ts';
import { checkWorkerOptions } from './worker-options.ts';
import type { WorkerOptions, WorkerSettings } from './worker-options.ts';

/**
 * Stands in for a process in a worker thread: it passes calls on, and ends when the thread has ended,
 * never before. Whoever is told of its end knows that the other one is gone.
 */
export class WorkerProcess extends Process {
  override readonly [STAND_IN]: StandIn = {
    call: (event) => this.#forward(event),
    message: (event) => this.#onMessage(event),
    end: (event) => this.#leave(event),
    halt: () => this.#halt(),
  };
  readonly #settings: WorkerSettings;
  readonly #cargo: Cargo;
  readonly #outbox: Outbox<Request>;
  /** Calls without a result, by their ids. */
  readonly #calls = new Map<number, Completer<unknown>>();
  /** The last message that has had no turn yet. */
  #unserved: number | undefined;
  /** Pending while anything is under way: what `settle` waits for. */
  #working: Completer<void> | undefined;
  #lastId = 0;
  #thread: Thread | undefined;
  /** Whether the process in the thread came to its end as it should. */
  #hasEnded = false;
  #hasExited = false;
  /** The failure that the other one ended with, or is about to end with. */
  #reason: Error | undefined;
  /** Set when the runtime has lost its power: pending until the thread is gone. */
  #halting: Completer<void> | undefined;
  /** Set from the request to end on. */
  #leaving: Completer<void> | undefined;
  #killTimer: Timer | undefined;

  /** Throws `WORKER_OPTION_INVALID`, `OPTION_INVALID`, `DISPATCH_NOT_CLONEABLE`. */
  constructor(options: WorkerOptions) {
    super(options);
    this.#settings = checkWorkerOptions(options);
    this.#cargo = loadCargo(this.#settings.args, `new ${this.#settings.export}`);
    this.#outbox = new Outbox(
      (requests, transfer) => this.#thread?.post(requests, transfer),
      (request, error) => this.#onRefused(request, error),
    );
  }

  protected override initialize(): void {
    try {
      this.#thread = this.#start();
    } catch (error) {
      const message = `no thread can be started for ${this.self}: ${messageOf(error)}`;
      throw new WorkerError('WORKER_OPTION_INVALID', message, { cause: error });
    }
  }

  #start(): Thread {
    const { module, export: name, shutdownMs, execArgv } = this.#settings;
    const { values: args, transfer } = this.#cargo;
    return startThread({
      setup: { module: String(module), export: name, args, shutdownMs },
      transfer,
      execArgv,
      onMessage: (responses) => {
        for (const response of responses) this.#onResponse(response as Response);
      },
      onError: (error) => {
        this.#reason ??= toError(error);
      },
      onExit: (exitCode) => this.#onExit(exitCode),
    });
  }

  #forward({ target, args, completer, trace }: DispatchEvent): unknown {
    if (typeof target === 'function') {
      throw notCloneable(`a closure for ${this.self}: call a method by its name; it`);
    }
    // Its end is in the mailbox, behind this.
    if (this.#hasExited) return this.#reason ? Future.failed(this.#reason) : Future.abandoned();
    const { inFlightMax } = this.#settings;
    if (this.#calls.size >= inFlightMax) {
      const message = `${this.self} has ${inFlightMax} calls without a result; slow down, or raise inFlightMax`;
      throw new WorkerError('WORKER_BUSY', message);
    }
    const id = ++this.#lastId;
    const call = new Completer<unknown>();
    this.#calls.set(id, call);
    this.#track();
    const isTell = completer === undefined;
    const request = { type: 'call', id, method: target, args, isTell, trace } as const;
    this.#outbox.add(request, takeTransferables(args));
    call.future.onDiscard(() => this.#outbox.add({ type: 'discard', id }));
    return call.future;
  }

  #onMessage({ from, name, body, trace }: MessageEvent): void {
    if (this.#hasExited) {
      this.runtime.deadLetters.add({
        reason: 'process-ended',
        to: this.self,
        type: 'message',
        name,
      });
      return;
    }
    const id = ++this.#lastId;
    this.#unserved = id;
    this.#track();
    this.#outbox.add({
      type: 'message',
      id,
      from: pidData(from),
      name,
      body: own(body),
      trace,
    });
  }

  /**
   * Lets `settle` of a virtual clock wait until all is done that is under way. Not once it has to end:
   * then only time can kill one that does not.
   */
  #track(): void {
    if (this.#working || this.#leaving || !this.runtime.clock.settle) return;
    this.#working = new Completer();
    this.runtime.track(`calls of ${this.self}`, this.#working.future);
  }

  #checkWorking(): void {
    if (this.#calls.size === 0 && this.#unserved === undefined) this.#rest();
  }

  #rest(): void {
    this.#working?.set(undefined);
    this.#working = undefined;
  }

  #onRefused(request: Request, error: unknown): void {
    if (request.type !== 'call') throw error;
    this.#take(request.id)?.fail(whichArgument(request.args, request.method, error));
  }

  #onResponse(response: Response): void {
    if (this.#halting) return;
    switch (response.type) {
      case 'result':
        this.#take(response.id)?.set(response.value);
        return;
      case 'failed':
        this.#take(response.id)?.fail(errorOf(response.error));
        return;
      case 'discarded':
        this.#take(response.id)?.discard();
        return;
      case 'abandoned':
        this.#take(response.id)?.abandon();
        return;
      case 'message':
        this.#passOn(response);
        return;
      case 'served':
        if (this.#unserved === response.id) this.#unserved = undefined;
        this.#checkWorking();
        return;
      case 'ended':
        this.#hasEnded = true;
        if (response.reason) this.#reason ??= errorOf(response.reason);
        this.#thread?.kill();
    }
  }

  #passOn({ from, to, name, body, trace }: MessageResponse): void {
    this.runtime.withTrace(trace, () =>
      this.runtime.post(pidOf(to), name, body, from ? pidOf(from) : this.self),
    );
  }

  #take(id: number): Completer<unknown> | undefined {
    const call = this.#calls.get(id);
    this.#calls.delete(id);
    this.#checkWorking();
    return call;
  }

  #leave({ inject, reason }: TerminateEvent): Future<void> {
    if (this.#hasExited) return outcome(reason ?? this.#reason);
    const leaving = new Completer<void>();
    this.#leaving = leaving;
    this.#rest();
    if (reason) this.#kill(reason);
    else this.#askToEnd(inject);
    return leaving.future;
  }

  #askToEnd(inject: boolean): void {
    const { shutdownMs } = this.#settings;
    this.#outbox.add({ type: 'terminate', inject });
    if (shutdownMs === Infinity) return;
    this.#killTimer = this.runtime.clock.after(shutdownMs, () => {
      const message = `${this.self} was told to end and has not within ${shutdownMs} ms; which handler holds it?`;
      this.#kill(new WorkerError('WORKER_STUCK', message));
    });
  }

  #kill(reason: Error): void {
    this.#reason ??= reason;
    this.#thread?.kill();
  }

  #halt(): void {
    if (!this.#thread || this.#hasExited) return;
    this.#halting = new Completer();
    this.runtime.track(`the thread of ${this.self}`, this.#halting.future);
    this.#thread.kill();
  }

  #onExit(exitCode: number): void {
    this.#hasExited = true;
    if (this.#halting) {
      this.#rest();
      this.#halting.set(undefined);
      return;
    }
    this.#killTimer?.cancel();
    if (!this.#hasEnded && !this.#reason) {
      const message = `the thread of ${this.self} has ended by itself, with exit code ${exitCode}`;
      this.#reason = new WorkerError('WORKER_EXITED', message);
    }
    const reason = this.#reason;
    const calls = [...this.#calls.values()];
    this.#calls.clear();
    this.#unserved = undefined;
    this.#checkWorking();
    // First the end, then the callbacks of whoever waits: they may run code of users.
    if (this.#leaving) this.#leaving.associate(outcome(reason));
    else this.runtime.terminate(this.self, reason ? { reason } : {});
    for (const call of calls) {
      if (reason) call.fail(reason);
      else call.abandon();
    }
  }
}

function outcome(reason: Error | undefined): Future<void> {
  return reason ? Future.failed(reason) : Future.ready();
}

/** What a thread dies of is of its realm, in tests not the one of this module. */
function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : errorOf(errorData(thrown));
}
