import { macrotask } from './adapters/turn.ts';
import type { Clock } from './clocks/clock.ts';
import { Completer } from './futures/completer.ts';
import { DeadLetters } from './dead-letters.ts';
import { Delivery } from './delivery.ts';
import type { Target } from './event.ts';
import { spawned } from './diagnostics.ts';
import type { DispatchArgs, DispatchName, DispatchResult, Resolved } from './dispatch.ts';
import { Exits } from './exits.ts';
import { failureReport } from './failure-report.ts';
import { Future } from './futures/future.ts';
import { toError } from './futures/future-error.ts';
import type { IdSource } from './ids.ts';
import type { Logger } from './logger.ts';
import type { MessageType } from './transport/message-type.ts';
import { HOME, NOBODY, Pid } from './pid.ts';
import { ProcessCell } from './process-cell.ts';
import type { CellHost } from './process-cell.ts';
import { ProcessError } from './process-error.ts';
import { ProcessTable } from './process-table.ts';
import { OPTIONS, STAND_IN } from './process.ts';
import type { Process } from './process.ts';
import type { Random } from './random.ts';
import { Responder } from './transport/responder.ts';
import { currentTrace, newRunContext } from './run-context.ts';
import { RunQueue } from './run-queue.ts';
import type { Scheduler } from './run-queue.ts';
import { checkOptions } from './runtime-options.ts';
import type { RuntimeOptions, RuntimeSettings } from './runtime-options.ts';
import { abortOnDiscard } from './futures/abort.ts';
import type { Timer } from './clocks/timer-source.ts';
import { Sleepers } from './sleepers.ts';
import { snapshotOf } from './process-snapshot.ts';
import type { ProcessSnapshot } from './process-snapshot.ts';
import { Tracker } from './tracker.ts';

/** For what looks into a runtime from a subpath, be it of another copy of this package. */
export const CELLS: unique symbol = Symbol.for('quorate.process.cells/1') as never;

/** How a process is ended; see `Runtime.terminate`. */
export interface TerminateOptions {
  readonly inject?: boolean;
  readonly reason?: Error;
}

/**
 * A world of processes: it spawns them, gives them their turns, moves messages between them and
 * to other runtimes, and holds their clock, chance and ids.
 *
 * A program may have many, as many nodes in one process; `defaultRuntime()` is there for the rest.
 */
export class Runtime implements AsyncDisposable {
  readonly clock: Clock;
  readonly random: Random;
  readonly ids: IdSource;
  readonly logger: Logger;
  /** The part of this runtime's pids behind `@`. */
  readonly address: string;
  /** What could not be delivered. */
  readonly deadLetters: DeadLetters;
  readonly #settings: RuntimeSettings;
  readonly #reportFailure: (error: Error) => void;
  readonly #table = new ProcessTable();
  readonly #queue: Scheduler;
  readonly #responder: Responder;
  readonly #tracker = new Tracker();
  readonly #sleepers = new Sleepers();
  readonly #context = newRunContext();
  readonly #delivery: Delivery;
  readonly #exits: Exits;
  readonly #host: CellHost;
  readonly #detachFromClock: () => void;
  #halted = false;
  #closing: Future<void> | undefined;

  /** Throws `OPTION_INVALID`. */
  constructor(options: RuntimeOptions = {}) {
    const settings = checkOptions(options);
    this.#settings = settings;
    this.clock = settings.clock;
    this.random = settings.random;
    this.ids = settings.ids;
    this.logger = settings.logger;
    this.address = settings.address;
    this.#queue = settings.scheduler ?? new RunQueue(settings.turnBudget);
    this.#responder = new Responder(settings.address);
    this.#reportFailure = failureReport(settings);
    this.deadLetters = new DeadLetters(this.#reportFailure);
    this.deadLetters.subscribe(settings.onDeadLetter);
    this.#delivery = new Delivery({
      settings,
      table: this.#table,
      queue: this.#queue,
      responder: this.#responder,
      context: this.#context,
      deadLetters: this.deadLetters,
    });
    this.#exits = new Exits(settings, this.#table, this.#delivery);
    this.#host = {
      table: this.#table,
      context: this.#context,
      mailboxLimit: settings.mailboxLimit,
      filter: settings.eventFilter,
      delivery: this.#delivery,
      exits: this.#exits,
      reportFailure: this.#reportFailure,
      follow: (result) => {
        const completer = this.#completer<unknown>();
        completer.set(result);
        return completer.future;
      },
    };
    this.#detachFromClock = settings.clock.attach?.(this) ?? ((): void => undefined);
    settings.transport?.bind({
      receive: (message) => this.#delivery.receive(message),
      disconnected: (address) => this.#exits.disconnected(address),
      lost: (message, reason) => this.#delivery.lost(message, reason),
      logger: settings.logger,
      clock: settings.clock,
    });
  }

  /** Whether `close` or `halt` was called. */
  get isClosed(): boolean {
    return this.#closing !== undefined;
  }

  /** Whether no process has anything to serve and no I/O is under way. */
  isIdle(): boolean {
    return this.#halted || (this.#queue.isIdle && this.#tracker.isIdle);
  }

  /** The process that is having its turn: for clocks. */
  currentProcess(): Process | undefined {
    return this.#context.cell?.process;
  }

  // ------------------------------------------------------------------ processes

  /**
   * Starts a process. Its `initialize` runs soon, never inside this call; events sent from now on
   * are queued behind it.
   *
   * Throws `PROCESS_ID_TAKEN`, `PROCESS_ID_INVALID`, `PROCESS_SPAWNED_ALREADY` or `RUNTIME_CLOSED`.
   */
  spawn<P extends Process>(process: P): Pid<P> {
    if (this.#closing) throw new ProcessError('RUNTIME_CLOSED', 'this runtime is closed');
    if (process.self[HOME]) {
      throw new ProcessError(
        'PROCESS_SPAWNED_ALREADY',
        `${process.self} was spawned before; make a new one`,
      );
    }
    const options = process[OPTIONS];
    const id = options?.id ?? this.#table.generateId(options?.idPrefix ?? '');
    if (options?.id !== undefined) this.#table.checkId(id);
    const pid = new Pid<P>(id, this.address, this);
    (process as { self: Pid }).self = pid;
    const cell = new ProcessCell(process, this.#host);
    this.#table.add(cell);
    this.clock.order?.(this.currentProcess(), process);
    this.#delivery.schedule(cell);
    if (spawned.hasSubscribers) spawned.publish({ pid, type: process.constructor.name });
    return pid;
  }

  /**
   * Ends a process: `finalize` runs, linked processes see it exit, waiters are told. What is
   * queued behind the request is dropped and the futures of dropped dispatches are abandoned.
   * The event being served is never interrupted. Nothing happens when there is no such process.
   *
   * @param options.inject true (the default): what is queued before is dropped too; false: it is
   * served first
   * @param options.reason the error to end with: linked processes see it, and `finalize` does not run
   */
  terminate(pid: Pid, options: TerminateOptions = {}): void {
    const cell = this.#delivery.find(pid);
    if (!cell) return;
    const { inject = true, reason } = options;
    cell.terminate({ type: 'terminate', inject, reason });
    this.#delivery.schedule(cell);
  }

  /**
   * Waits for a process to end. Ready with true once it has: its id is free then, and linked
   * processes have their `exited` queued. Ready with false at once when there is no such process,
   * or when `timeoutMs` have passed on the clock.
   */
  wait(pid: Pid, options: { readonly timeoutMs?: number } = {}): Future<boolean> {
    const cell = this.#delivery.find(pid);
    if (!cell) return Future.ready(false);
    return this.#exits.wait(cell, this.#completer(), options.timeoutMs);
  }

  /** `process.link(pid)` from outside: for the base class of processes. Throws `LINK_SELF`. */
  link(linkerPid: Pid, linkee: Pid): void {
    const linker = this.#delivery.find(linkerPid);
    if (linker) this.#exits.link(linker, linkee);
  }

  /**
   * All processes at this instant, oldest first. (libprocess: `/__processes__`, which waits for each)
   *
   * @param options.eventsMax how many waiting events of each are shown. Default 100
   */
  processes(options: { readonly eventsMax?: number } = {}): readonly ProcessSnapshot[] {
    const { eventsMax = 100 } = options;
    const nowMs = this.clock.now();
    return this.#table.cells().map((cell) => snapshotOf(cell, nowMs, eventsMax));
  }

  /** @internal */
  [CELLS](): readonly ProcessCell[] {
    return this.#table.cells();
  }

  /** Tells `linker` that `pid` has ended, though it has not: for tests. (libprocess: inject::exited) */
  injectExited(linker: Pid, pid: Pid, reason?: Error): void {
    const cell = this.#delivery.find(linker);
    if (cell) this.#exits.tell(cell, pid, reason);
  }

  // ------------------------------------------------------------------- dispatch

  /**
   * Calls a public method of a process, as an event of that process, and gives its result.
   *
   * The arguments are handed over as they are, not copied: what is changed before the call is served is
   * seen changed. A result that is a future or a promise is followed. A handler that throws fails the future.
   * When the process does not exist or ends before the call is served the future is abandoned
   * (`await` rejects with `FUTURE_ABANDONED`). It fails with `MAILBOX_FULL`,
   * `DISPATCH_METHOD_UNKNOWN`, or `DISPATCH_REMOTE` for a process of another runtime. Discarding
   * it does not stop the call: once it has run, the future it returned is asked to discard.
   */
  dispatch<P, M extends DispatchName<P>>(
    pid: Pid<P>,
    method: M,
    ...args: DispatchArgs<P, M>
  ): Future<DispatchResult<P, M>>;
  /** Runs a closure as an event of a process: for generic methods, whose types a name loses. */
  dispatch<P, R>(pid: Pid<P>, call: (process: P) => R): Future<Resolved<R>>;
  dispatch(pid: Pid, target: Target, ...args: readonly unknown[]): Future<unknown> {
    const completer = this.#completer<unknown>();
    this.#delivery.dispatch(pid, target, args, completer);
    return completer.future;
  }

  /** `dispatch` without a result: nothing is returned, and a failure is reported as unhandled. */
  tell<P, M extends DispatchName<P>>(pid: Pid<P>, method: M, ...args: DispatchArgs<P, M>): void;
  tell<P>(pid: Pid<P>, call: (process: P) => unknown): void;
  tell(pid: Pid, target: Target, ...args: readonly unknown[]): void {
    this.#delivery.dispatch(pid, target, args, undefined);
  }

  /** A function that dispatches its arguments to a process: a callback that runs in its context. */
  defer<P, M extends DispatchName<P>>(
    pid: Pid<P>,
    method: M,
  ): (...args: DispatchArgs<P, M>) => Future<DispatchResult<P, M>>;
  defer<A extends readonly unknown[], R>(
    pid: Pid,
    handler: (...args: A) => R,
  ): (...args: A) => Future<Resolved<R>>;
  defer(
    pid: Pid,
    target: string | ((...args: readonly unknown[]) => unknown),
  ): (...args: readonly unknown[]) => Future<unknown> {
    return (...args) => {
      const completer = this.#completer<unknown>();
      const call = typeof target === 'string' ? target : (): unknown => target(...args);
      this.#delivery.dispatch(pid, call, args, completer);
      return completer.future;
    };
  }

  /**
   * Tells a process something, `delayMs` from now or later, behind what is queued by then. Dropped
   * when the process is gone; a call that is refused (`DISPATCH_REMOTE`) is reported as unhandled. Throws
   * `DELAY_INVALID`.
   */
  delay<P, M extends DispatchName<P>>(
    delayMs: number,
    pid: Pid<P>,
    method: M,
    ...args: DispatchArgs<P, M>
  ): Timer;
  delay<P>(delayMs: number, pid: Pid<P>, call: (process: P) => unknown): Timer;
  delay(delayMs: number, pid: Pid, target: Target, ...args: readonly unknown[]): Timer {
    return this.clock.after(delayMs, () => {
      try {
        this.#delivery.dispatch(pid, target, args, undefined);
      } catch (error) {
        // Whoever asked for it has gone on, and the clock has other timers to serve.
        this.#reportFailure(toError(error));
      }
    });
  }

  /**
   * Ready `delayMs` from now. Discarding it cancels the timer; when the runtime is closed it is
   * abandoned. Throws `DELAY_INVALID`.
   */
  after(delayMs: number): Future<void> {
    return this.#sleepers.add(this.#completer(), this.clock, delayMs);
  }

  /** Of the event that `pid` is serving: for the base class of processes, which documents it. */
  signalOf(pid: Pid): AbortSignal {
    const owner = this.#delivery.find(pid);
    if (!owner) return AbortSignal.abort();
    const event = this.#context.cell === owner ? owner.current : undefined;
    if (event?.type !== 'dispatch' || !event.completer) return owner.endSignal;
    return AbortSignal.any([owner.endSignal, abortOnDiscard(event.completer.future)]);
  }

  /** Of the event being served, or of `withTrace`: what is sent now belongs to it. */
  get trace(): string | undefined {
    return currentTrace(this.#context);
  }

  /**
   * Runs `f`, and lets everything that it sends belong to `trace`: what is sent while that is served
   * does so, too, through any number of processes and runtimes. A W3C `traceparent`, or any text.
   */
  withTrace<R>(trace: string | undefined, f: () => R): R {
    const before = this.#context.trace;
    this.#context.trace = trace;
    try {
      return f();
    } finally {
      this.#context.trace = before;
    }
  }

  // ------------------------------------------------------------------- messages

  /** Sends a message: at most once, in order between two processes. Nobody is told of a loss. */
  send<M>(to: Pid, type: MessageType<M>, message: M, from?: Pid): void {
    this.#transmit(from ?? NOBODY, to, type.typeName, type.encode(message));
  }

  /** Sends bytes under a name. They are copied: the caller may reuse its buffer. */
  post(to: Pid, name: string, body: Uint8Array, from?: Pid): void {
    this.#transmit(from ?? NOBODY, to, name, new Uint8Array(body));
  }

  /**
   * Sends a request and gives the first response of the type asked for, from whomever.
   *
   * There is no time limit: use `after`. Abandoned at once when the process would be in this
   * runtime and is not; fails when the response cannot be decoded. Discarding it forgets the
   * request; the response, if it comes, is dropped.
   */
  request<Q, R>(
    to: Pid,
    requestType: MessageType<Q>,
    request: Q,
    responseType: MessageType<R>,
  ): Future<R> {
    return this.requestEncoded(to, requestType.typeName, requestType.encode(request), responseType);
  }

  /** `request` with a body encoded before: to ask many processes the same. */
  requestEncoded<R>(
    to: Pid,
    name: string,
    body: Uint8Array,
    responseType: MessageType<R>,
  ): Future<R> {
    const { from, response } = this.#responder.open(responseType, this.#reportFailure);
    if (to.address === this.address && !this.#delivery.find(to)) this.#responder.abandon(from);
    else this.#transmit(from, to, name, body);
    return response;
  }

  // ------------------------------------------------------------------ lifecycle

  /**
   * Brings the work of an adapter into this world: `settle` and `close` wait for it, and it comes
   * back as a future. A rejection fails it.
   *
   * @param what names the work in the error of a `close` that waited in vain
   */
  track<T>(what: string, work: PromiseLike<T>): Future<T> {
    return this.#tracker.follow(what, work, this.#completer());
  }

  /**
   * Waits until nothing is left to do at this instant: all runtimes on the same virtual clock have
   * empty run queues, no tracked I/O and no due timers. On real time only this runtime is waited
   * for, and timers that are not due yet do not count.
   */
  async settle(): Promise<void> {
    if (this.clock.settle) return this.clock.settle();
    for (let quietTurns = 0; quietTurns < 2; quietTurns = this.isIdle() ? quietTurns + 1 : 0) {
      await new Promise<void>((resolve) => macrotask(resolve));
    }
  }

  /**
   * Ends every process, youngest first, each after what its mailbox holds; then waits for tracked
   * I/O and closes the transport. Spawning is refused from now on. Idempotent.
   *
   * Fails with `RUNTIME_CLOSE_TIMEOUT`, which names what did not end in `closeTimeoutMs`.
   */
  close(): Future<void> {
    if (this.#closing) return this.#closing;
    const completer = this.#completer<void>();
    this.#closing = completer.future;
    const timer = this.clock.after(this.#settings.closeTimeoutMs, () => {
      completer.fail(
        new ProcessError('RUNTIME_CLOSE_TIMEOUT', `still running: ${this.#whatRuns().join(', ')}`),
      );
    });
    completer.future.onAny(() => timer.cancel());
    this.#shutDown().then(
      () => completer.set(undefined),
      (error: Error) => completer.fail(error),
    );
    return completer.future;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  /**
   * Stops at once, as a machine does that loses its power: no handler and no `finalize` runs any
   * more, nothing leaves, peers see their connections break. I/O under way ends by itself; the
   * promise waits for it, and for the threads of workers, which are killed: so a test can then reopen
   * the files. For tests of failures.
   */
  async halt(): Promise<void> {
    this.#halted = true;
    this.#delivery.halt();
    this.#queue.stop();
    for (const cell of this.#table.cells()) cell.process[STAND_IN]?.halt?.();
    this.#closing ??= Future.ready(undefined);
    await this.#settings.transport?.close();
    this.#leaveClock();
    await this.#tracker.idle();
  }

  async #shutDown(): Promise<void> {
    for (let cell = this.#table.youngest; cell; cell = this.#table.youngest) {
      const ended = this.wait(cell.pid);
      this.terminate(cell.pid, { inject: false });
      await ended;
    }
    await this.#tracker.idle();
    this.#responder.abandonAll();
    await this.#settings.transport?.close();
    this.#leaveClock();
  }

  /** What still waits for a time will not see it; a clock of our own ends with us. */
  #leaveClock(): void {
    this.#detachFromClock();
    this.#sleepers.abandonAll();
    this.#settings.ownClock?.[Symbol.dispose]();
  }

  #whatRuns(): readonly string[] {
    return [...this.#table.cells().map((cell) => cell.pid.id), ...this.#tracker.names];
  }

  #transmit(from: Pid, to: Pid, name: string, body: Uint8Array): void {
    this.#delivery.transmit({ from, to, name, body, trace: currentTrace(this.#context) });
  }

  #completer<T>(): Completer<T> {
    return new Completer<T>({ reporter: this.#reportFailure });
  }
}
