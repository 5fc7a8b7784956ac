import type { Future } from './futures/future.ts';
import type { MessageType } from './transport/message-type.ts';
import { HOME, NOBODY } from './pid.ts';
import type { Pid } from './pid.ts';
import { ProcessError } from './process-error.ts';
import { checkProcessOptions } from './process-options.ts';
import type { ProcessOptions } from './process-options.ts';
import type { Runtime } from './runtime.ts';
import type { StandIn } from './stand-in.ts';
import type { Resolved } from './dispatch.ts';
import type { Timer } from './clocks/timer-source.ts';

/** Keyed by symbols of the registry, so that ESM and CommonJS copies of this package agree. */
export const OPTIONS: unique symbol = Symbol.for('quorate.process.options/1') as never;
export const HANDLERS: unique symbol = Symbol.for('quorate.process.handlers/1') as never;
export const STAND_IN: unique symbol = Symbol.for('quorate.process.stand-in/1') as never;

/** What a handler of messages gives: nothing, or when it has come to its end. */
export type HandlerResult = void | PromiseLike<void>;

/** Serves the bytes of a message. */
export type BytesHandler = (from: Pid, body: Uint8Array) => HandlerResult;

/** What a process has once it serves messages. */
export interface MessageHandlers {
  /** Or the pid that messages of this name are passed on to. */
  readonly byName: Map<string, BytesHandler | Pid>;
  /** Of the message that is being handled. */
  sender: Pid | undefined;
}

/**
 * An actor: state that only its own handlers touch, and a mailbox that is served one event at a
 * time, in the order in which events arrived from each sender.
 *
 * Write a subclass whose public methods are what others may `dispatch` to it, and `install`
 * handlers for messages from other runtimes. A handler runs to its end before the next event is
 * served; one that is `async` gives way at its first `await`, and other events are served before
 * it goes on.
 *
 * A handler that throws fails the future of its dispatch. In a message handler, in `initialize`
 * or in `exited` it ends the process: linked processes see the error as the reason.
 */
export abstract class Process {
  /**
   * The address of this process, from `spawn` on. Redeclare it for typed dispatch to oneself:
   * `declare readonly self: Pid<CounterProcess>`.
   */
  readonly self: Pid = NOBODY;
  /** @internal */
  readonly [OPTIONS]: ProcessOptions | undefined;
  /** @internal */
  [HANDLERS]: MessageHandlers | undefined = undefined;
  /** @internal */
  declare readonly [STAND_IN]?: StandIn;

  constructor(options?: ProcessOptions) {
    if (options) checkProcessOptions(options);
    this[OPTIONS] = options;
  }

  /** The runtime this process was spawned in. Throws `PROCESS_NOT_SPAWNED` before that. */
  get runtime(): Runtime {
    const runtime = this.self[HOME] as Runtime | undefined;
    if (runtime) return runtime;
    throw new ProcessError(
      'PROCESS_NOT_SPAWNED',
      `${this.constructor.name} has no runtime yet; use it from initialize() on`,
    );
  }

  /**
   * Of the call being served: aborts when its future is asked to discard, or the process ends. Read it
   * before the first `await` of a handler; for other events it aborts when the process ends.
   */
  protected get signal(): AbortSignal {
    return this.runtime.signalOf(this.self);
  }

  /** Of the event being served: what was given to `Runtime.withTrace` when it was sent. */
  protected get trace(): string | undefined {
    return this.runtime.trace;
  }

  /** Runs first, before any event, even when termination was requested right after spawn. */
  protected initialize(): void {}

  /**
   * Runs last, when the process is told to terminate. Not called after a failure. If it returns a
   * future or a promise, the process has ended when that is complete, with its failure as the reason.
   * Until then nothing else is served: what it waits for must not be an event of this process.
   */
  protected finalize(): HandlerResult {}

  /**
   * A linked process has ended, or the connection to its runtime broke. The link is used up.
   *
   * @param _reason the error it ended with; undefined when it was terminated
   */
  protected exited(_pid: Pid, _reason: Error | undefined): void {}

  /** Serves messages of this type, or of this name as bytes. A second call replaces the first. */
  protected install<M>(
    type: MessageType<M>,
    handler: (from: Pid, message: M) => HandlerResult,
  ): void;
  protected install(name: string, handler: BytesHandler): void;
  protected install<M>(
    typeOrName: MessageType<M> | string,
    handler: ((from: Pid, message: M) => HandlerResult) | BytesHandler,
  ): void {
    const { byName } = handlersOf(this);
    if (typeof typeOrName === 'string') {
      byName.set(typeOrName, handler as BytesHandler);
      return;
    }
    const serve = handler as (from: Pid, message: M) => HandlerResult;
    byName.set(typeOrName.typeName, (from, body) => {
      const message = decode(this, typeOrName, from, body);
      return message && serve(from, message.value);
    });
  }

  /**
   * Passes messages of this name on to another process, from whom they came. A handler that is
   * installed, before or later, has them instead.
   */
  protected delegate(name: string, to: Pid): void {
    const { byName } = handlersOf(this);
    if (typeof byName.get(name) !== 'function') byName.set(name, to);
  }

  /** Sends a message from this process: at most once, in order with this process' other sends. */
  protected send<M>(to: Pid, type: MessageType<M>, message: M): void {
    this.runtime.send(to, type, message, this.self);
  }

  /** Answers the message being handled. Throws `REPLY_OUTSIDE_HANDLER` anywhere else. */
  protected reply<M>(type: MessageType<M>, message: M): void {
    const sender = this[HANDLERS]?.sender;
    if (!sender) {
      throw new ProcessError(
        'REPLY_OUTSIDE_HANDLER',
        `reply(${type.typeName}) outside a message handler; keep \`from\` and use send()`,
      );
    }
    this.send(sender, type, message);
  }

  /**
   * Asks for one `exited` when `pid` ends; at once when there is no such process. A process in
   * another runtime counts as ended when the connection to its runtime breaks. Linking twice is
   * linking once. Throws `LINK_SELF`.
   */
  protected link<P>(pid: Pid<P>): Pid<P> {
    this.runtime.link(this.self, pid);
    return pid;
  }

  /**
   * A function that runs `handler` as an event of this process, wherever it is called from:
   * callbacks of futures and timers come back to the actor through it.
   */
  protected defer<A extends readonly unknown[], R>(
    handler: (...args: A) => R,
  ): (...args: A) => Future<Resolved<R>> {
    return this.runtime.defer(this.self, handler);
  }

  /** Runs `handler` as an event of this process, `delayMs` from now or later. */
  protected delay(delayMs: number, handler: () => void): Timer {
    const { runtime, self } = this;
    return runtime.clock.after(delayMs, () => runtime.tell(self, handler));
  }
}

// No private methods: each process of a program would carry the mark of a class that has some.

function handlersOf(process: Process): MessageHandlers {
  return (process[HANDLERS] ??= { byName: new Map(), sender: undefined });
}

/** A message that cannot be read is logged and dropped: a peer must not be able to end us. */
function decode<M>(
  { runtime, self }: Process,
  type: MessageType<M>,
  from: Pid,
  body: Uint8Array,
): { value: M } | undefined {
  try {
    return { value: type.decode(body) };
  } catch (error) {
    const fields = { from: `${from}`, to: `${self}`, name: type.typeName, err: error };
    runtime.logger.warn(fields, 'dropped a message that cannot be decoded');
    return undefined;
  }
}
