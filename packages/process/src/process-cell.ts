import type { Completer } from './futures/completer.ts';
import type { Delivery } from './delivery.ts';
import { served as servedChannel } from './diagnostics.ts';
import type { Exits } from './exits.ts';
import { isTarget, isUserEvent, nameOf, senderOf } from './event.ts';
import type { DispatchEvent, Event, MessageEvent, Target, TerminateEvent } from './event.ts';
import { failureOf, isFuture } from './futures/future.ts';
import type { Future } from './futures/future.ts';
import { Mailbox } from './mailbox.ts';
import type { Pid } from './pid.ts';
import { HANDLERS, OPTIONS, Process, STAND_IN } from './process.ts';
import type { HandlerResult } from './process.ts';
import { ProcessError } from './process-error.ts';
import type { OverflowPolicy } from './process-options.ts';
import type { EventFilter } from './runtime-options.ts';
import type { RunContext } from './run-context.ts';
import type { Runnable } from './run-queue.ts';
import type { StandIn } from './stand-in.ts';

/** The protected methods of a process: `protected` keeps users out, the runtime calls them. */
interface ProcessHooks {
  initialize(): void;
  finalize(): HandlerResult;
  exited(pid: Pid, reason: Error | undefined): void;
}

/** What a cell needs of the runtime that it lives in. */
export interface CellHost {
  readonly table: object;
  readonly context: RunContext;
  /** Of processes that have none of their own. */
  readonly mailboxLimit: number;
  /** Whether an event is dropped instead of being served: of tests. */
  readonly filter: EventFilter | undefined;
  readonly delivery: Delivery;
  readonly exits: Exits;
  /** Nobody waits for the result of this failed work. */
  reportFailure(error: Error): void;
  /** Follows what a handler returned: it may be a promise that fails. */
  follow(result: unknown): Future<unknown>;
}

/** Not for others to call: what the base class has, and what every object has. */
const OF_EVERY_PROCESS: ReadonlySet<string> = new Set(
  [Process.prototype, Object.prototype].flatMap(Object.getOwnPropertyNames),
);

/** The name that was found not to be among them last: what is called is mostly called again. */
let ownName: string | undefined;

function isOwn(name: string): boolean {
  if (name === ownName) return true;
  if (OF_EVERY_PROCESS.has(name)) return false;
  ownName = name;
  return true;
}

type CellState = 'spawned' | 'running' | 'ended';

/** What few processes need: made for the first that does. */
interface CellDetails {
  /** Processes that get `exited` when this one ends. */
  linkers?: Set<ProcessCell>;
  waiters?: Completer<boolean>[];
  /** Calls that were served, and whose results are not there yet. Of known callers only. */
  unanswered?: Set<DispatchEvent>;
  aborts?: AbortController;
  /** A terminate was injected: what lies before it is dropped. */
  isPurging?: boolean;
}

/** The event whose asynchronous handler keeps the others waiting, and since when. */
interface Held {
  readonly event: Event | undefined;
  readonly sinceMs: number;
}

/** Of all processes that nothing was sent to: most of a large program. Nothing is put into it. */
const UNUSED = new Mailbox(0);

/** One incarnation of a spawned process: its mailbox, and the serving of one event at a time. */
export class ProcessCell implements Runnable {
  readonly process: Process;
  readonly host: CellHost;
  /** To be looked at; `open()` gives one to put something into. */
  mailbox = UNUSED;
  /** Whether it waits in the run queue or is being served. */
  queued = false;
  /** Those that were spawned before and after it, while it is alive. */
  older: ProcessCell | undefined = undefined;
  younger: ProcessCell | undefined = undefined;
  details: CellDetails | undefined = undefined;
  held: Held | undefined = undefined;
  #state: CellState = 'spawned';
  /** Kept here, since it is looked at for every call. */
  readonly #standIn: StandIn | undefined;

  constructor(process: Process, host: CellHost) {
    this.process = process;
    this.host = host;
    this.#standIn = process[STAND_IN];
  }

  get pid(): Pid {
    return this.process.self;
  }

  get ended(): boolean {
    return this.#state === 'ended';
  }

  /** It serves nothing until an asynchronous handler has come to its end. */
  get isHeld(): boolean {
    return this.held !== undefined;
  }

  /** The event being served: by a handler that runs now, or one that the others wait for. */
  get current(): Event | undefined {
    return this.host.context.cell === this ? this.mailbox.taken : this.held?.event;
  }

  get overflow(): OverflowPolicy {
    return this.process[OPTIONS]?.overflow ?? 'reject';
  }

  /** Aborts when the process ends. */
  get endSignal(): AbortSignal {
    return (this.detailed().aborts ??= new AbortController()).signal;
  }

  get runnable(): boolean {
    return (this.queued = !this.ended && this.mailbox.length > 0 && !this.isHeld);
  }

  /** Its mailbox, to put something into. */
  open(): Mailbox {
    if (this.mailbox === UNUSED) {
      this.mailbox = new Mailbox(this.process[OPTIONS]?.mailboxLimit ?? this.host.mailboxLimit);
    }
    return this.mailbox;
  }

  detailed(): CellDetails {
    return (this.details ??= {});
  }

  terminate(event: TerminateEvent): void {
    if (event.inject) this.detailed().isPurging = true;
    this.open().push(event);
  }

  run(budget: number): number {
    const { context } = this.host;
    context.cell = this;
    let served = 0;
    try {
      if (this.#state === 'spawned') {
        this.#initialize();
        served++;
      }
      const isWatched = this.host.filter !== undefined || servedChannel.hasSubscribers;
      while (served < budget && this.#state === 'running' && !this.held) {
        if (this.details?.isPurging) this.#purge(this.details);
        if (!this.mailbox.take()) break;
        if (isWatched) this.#serveWatched();
        else this.#serve();
        served++;
      }
      return served;
    } finally {
      // An event filter may throw: that is the end of the turn, not of the process.
      this.mailbox.release();
      context.cell = undefined;
      context.eventTrace = undefined;
    }
  }

  #initialize(): void {
    this.#state = 'running';
    try {
      this.#hooks.initialize();
    } catch (error) {
      this.#end(failureOf(error));
    }
  }

  /** Drops what was queued before the first terminate, of whichever kind. */
  #purge(details: CellDetails): void {
    details.isPurging = false;
    for (;;) {
      const event = this.mailbox.peek();
      if (!event || event.type === 'terminate') return;
      this.mailbox.remove();
      this.host.delivery.bury('process-ended', this, event);
    }
  }

  #serve(): void {
    const { mailbox } = this;
    const { target } = mailbox;
    if (isTarget(target)) this.#onCall(target, mailbox.args, mailbox.completer);
    else if (target) this.#onEvent(target);
  }

  #onEvent(event: Event): void {
    const { context } = this.host;
    if (isUserEvent(event)) context.eventTrace = event.trace;
    else this.mailbox.takeRoom();
    switch (event.type) {
      case 'dispatch':
        this.#onCall(event.target, event.args, event.completer);
        break;
      case 'message':
        this.#orEnd(() => this.#onMessage(event));
        break;
      case 'exited':
        this.#orEnd(() => this.#hooks.exited(event.pid, event.reason));
        break;
      case 'terminate':
        if (event.reason && !this.#standIn) this.#end(event.reason);
        else this.#onTerminate(event);
    }
    context.eventTrace = undefined;
  }

  #isDropped(filter: EventFilter, event: Event): boolean {
    if (event.type === 'terminate') return false;
    return filter({ type: event.type, to: this.pid, name: nameOf(event), from: senderOf(event) });
  }

  /** As `#serve`, with somebody who looks on. */
  #serveWatched(): void {
    const event = this.mailbox.taken as Event;
    const { context, filter } = this.host;
    const trace = isUserEvent(event) ? event.trace : undefined;
    context.eventTrace = trace;
    if (filter && this.#isDropped(filter, event)) {
      if (!isUserEvent(event)) this.mailbox.takeRoom();
      this.host.delivery.bury('filtered', this, event);
    } else if (servedChannel.hasSubscribers) this.#serveTimed(event, trace);
    else this.#serve();
  }

  #serveTimed(event: Event, trace: string | undefined): void {
    const { clock } = this.process.runtime;
    const startMs = clock.now();
    this.#serve();
    this.host.context.eventTrace = trace;
    const durationMs = clock.now() - startMs;
    const { pid } = this;
    servedChannel.publish({ pid, event: event.type, name: nameOf(event), trace, durationMs });
  }

  #onCall(
    target: Target,
    args: readonly unknown[],
    completer: Completer<unknown> | undefined,
  ): void {
    let result: unknown;
    try {
      result = this.#call(target, args);
    } catch (error) {
      if (completer) completer.fail(failureOf(error));
      else this.host.reportFailure(failureOf(error));
      return;
    }
    if (typeof result !== 'object' || result === null) completer?.set(result);
    else if (completer) this.#onResult(completer, result);
    else if (this.host.follow(result).isPending) this.#hold(result);
  }

  #onResult(completer: Completer<unknown>, result: object): void {
    completer.set(result);
    if (!completer.future.isPending) return;
    this.#hold(result);
    const event = this.mailbox.taken as DispatchEvent;
    if (!event.caller) return;
    const unanswered = (this.detailed().unanswered ??= new Set());
    unanswered.add(event);
    whenOver(result, () => unanswered.delete(event));
  }

  #call(target: Target, args: readonly unknown[]): unknown {
    if (this.#standIn) return this.#standIn.call(this.mailbox.taken as DispatchEvent);
    if (typeof target === 'function') return target(this.process as never);
    const method = (this.process as unknown as Readonly<Record<string, unknown>>)[target];
    if (typeof method !== 'function' || !isOwn(target)) {
      throw new ProcessError(
        'DISPATCH_METHOD_UNKNOWN',
        `${this.pid} has no method ${JSON.stringify(target)} of its own`,
      );
    }
    // Without a list to be spread it is a plain call.
    if (args.length === 0) return method.call(this.process) as unknown;
    return method.apply(this.process, args) as unknown;
  }

  #onMessage(event: MessageEvent): void {
    if (this.#standIn) return this.#standIn.message(event);
    const handlers = this.process[HANDLERS];
    const handler = handlers?.byName.get(event.name);
    if (!handlers || typeof handler !== 'function') {
      if (typeof handler === 'object') this.host.delivery.transmit({ ...event, to: handler });
      else this.host.delivery.bury('no-handler', this, event);
      return;
    }
    let result: unknown;
    handlers.sender = event.from;
    try {
      result = handler(event.from, event.body);
    } finally {
      handlers.sender = undefined;
    }
    if (result === undefined) return;
    // As if it had thrown: nobody else hears of it.
    const done = this.host.follow(result).repair((failed) => this.#end(failed.failure()));
    if (done.isPending) this.#hold(done);
  }

  /** Keeps the other events waiting, if the process asked for that, until its result is there. */
  #hold(result: object): void {
    if (this.process[OPTIONS]?.handlers !== 'serialized') return;
    const held = this.#holdUp(this.mailbox.taken);
    whenOver(result, () => {
      if (this.held !== held) return;
      this.held = undefined;
      if (this.mailbox.length > 0 && !this.ended) this.host.delivery.schedule(this);
    });
  }

  #holdUp(event: Event | undefined): Held {
    return (this.held = { event, sinceMs: this.process.runtime.clock.now() });
  }

  #onTerminate(event: TerminateEvent): void {
    let work: unknown;
    try {
      work = this.#standIn ? this.#standIn.end(event) : this.#hooks.finalize();
    } catch (error) {
      return this.#end(failureOf(error));
    }
    if (work === undefined) this.#end(undefined);
    else this.#endAfter(event, this.host.follow(work));
  }

  /** Nothing is served any more; it has ended when that is done. */
  #endAfter(event: TerminateEvent, work: Future<unknown>): void {
    const end = (): void => this.#end(work.isFailed ? work.failure() : undefined);
    this.#holdUp(event);
    work.onAny(end).onAbandoned(end);
  }

  #orEnd(serve: () => void): void {
    try {
      serve();
    } catch (error) {
      this.#end(failureOf(error));
    }
  }

  #end(reason: Error | undefined): void {
    if (this.#state === 'ended') return;
    this.#state = 'ended';
    // First the books, then the callbacks: dropping an event may run code of users.
    this.host.exits.ended(this, reason);
    this.details?.aborts?.abort();
  }

  get #hooks(): ProcessHooks {
    return this.process as unknown as ProcessHooks;
  }
}

/**
 * Calls `f` when the result of a handler is there, or will never be. It is the handler's own that is
 * looked at: a failure of the caller's future has to be looked at by the caller.
 */
function whenOver(result: object, f: () => void): void {
  if (isFuture(result)) result.onAny(f).onAbandoned(f);
  else (result as PromiseLike<unknown>).then(f, f);
}
