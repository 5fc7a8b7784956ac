import type { Completer } from './futures/completer.ts';
import { type DeadLetters } from './dead-letters.ts';
import type { DeadLetterReason } from './dead-letters.ts';
import { dropEvent, isTarget, isUserEvent, nameOf } from './event.ts';
import type { DispatchEvent, Event, Target, UserEvent } from './event.ts';
import type { Pid } from './pid.ts';
import type { ProcessCell } from './process-cell.ts';
import { ProcessError } from './process-error.ts';
import type { ProcessTable } from './process-table.ts';
import { currentTrace } from './run-context.ts';
import type { RunContext } from './run-context.ts';
import type { Scheduler } from './run-queue.ts';
import type { RuntimeSettings } from './runtime-options.ts';
import type { Responder } from './transport/responder.ts';
import type { Message } from './transport/transport.ts';

export interface DeliveryOptions {
  readonly settings: RuntimeSettings;
  readonly table: ProcessTable;
  readonly queue: Scheduler;
  readonly responder: Responder;
  readonly context: RunContext;
  readonly deadLetters: DeadLetters;
}

/** For all calls without any: one array less for each. */
const NO_ARGS: readonly unknown[] = [];

/** Puts events into the mailboxes of a runtime, and knows what becomes of those that cannot go. */
export class Delivery {
  readonly #options: DeliveryOptions;
  readonly #address: string;
  readonly #table: ProcessTable;
  readonly #queue: Scheduler;
  readonly #context: RunContext;
  readonly #ordersTime: boolean;
  #isHalted = false;

  constructor(options: DeliveryOptions) {
    this.#options = options;
    this.#address = options.settings.address;
    this.#table = options.table;
    this.#queue = options.queue;
    this.#context = options.context;
    this.#ordersTime = options.settings.clock.order !== undefined;
  }

  /** From here on nothing is found, and nothing leaves. */
  halt(): void {
    this.#isHalted = true;
  }

  find(pid: Pid): ProcessCell | undefined {
    if (pid.address !== this.#address || this.#isHalted) return undefined;
    return this.#table.find(pid);
  }

  schedule(cell: ProcessCell): void {
    if (cell.queued || cell.isHeld) return;
    cell.queued = true;
    this.#queue.add(cell);
  }

  /** System events take no part in the limit of the mailbox. */
  enqueue(cell: ProcessCell, event: Event): void {
    if (this.#ordersTime) this.#orderTime(cell);
    cell.open().push(event);
    this.schedule(cell);
  }

  #orderTime(cell: ProcessCell): void {
    this.#options.settings.clock.order?.(this.#context.cell?.process, cell.process);
  }

  dispatch(
    pid: Pid,
    target: Target,
    args: readonly unknown[],
    completer: Completer<unknown> | undefined,
  ): void {
    const context = this.#context;
    const trace = currentTrace(context);
    const caller = context.cell;
    const cell = isTarget(target) ? this.find(pid) : undefined;
    const mailbox = cell?.open();
    if (cell && mailbox && trace === undefined && !mailbox.isFull) {
      if (this.#ordersTime) this.#orderTime(cell);
      mailbox.pushCall(target, args.length === 0 ? NO_ARGS : args, completer, caller);
      this.schedule(cell);
      return;
    }
    const event: DispatchEvent = { type: 'dispatch', target, args, completer, caller, trace };
    if (cell) this.#offer(cell, event);
    else this.#refuse(pid, event);
  }

  /** Sends a message to wherever it belongs. */
  transmit(message: Message): void {
    if (this.#isHalted) return;
    const { transport } = this.#options.settings;
    if (message.to.address === this.#address) this.receive(message);
    else if (transport) transport.send(message);
    else this.lost(message, 'no-transport');
  }

  /** Takes a message for a process of this runtime; false when there is none. */
  receive(message: Message): boolean {
    const { messageFilter } = this.#options.settings;
    if (!messageFilter) return this.#deliver(message);
    messageFilter(message, () => this.#deliver(message));
    return true;
  }

  /** A message that will not be delivered. */
  lost(message: Message, reason: DeadLetterReason): void {
    this.#bury(reason, message.to, { ...message, type: 'message', trace: undefined });
  }

  /** An event that reached its process and was not served there. */
  bury(reason: DeadLetterReason, cell: ProcessCell, event: Event): void {
    if (isUserEvent(event)) this.#bury(reason, cell.pid, event);
    dropEvent(event);
  }

  #deliver(message: Message): boolean {
    const { from, to, name, body, trace } = message;
    const cell = this.find(to);
    if (cell) this.#offer(cell, { type: 'message', from, name, body, trace });
    else if (!this.#options.responder.receive(message)) {
      this.lost(message, 'no-such-process');
      return false;
    }
    return true;
  }

  #offer(cell: ProcessCell, event: UserEvent): void {
    if (cell.open().isFull) this.#overflow(cell, event);
    else this.enqueue(cell, event);
  }

  #overflow(cell: ProcessCell, event: UserEvent): void {
    if (cell.overflow === 'drop-oldest') {
      const oldest = cell.mailbox.remove(isUserEvent);
      // Nothing but system events may be waiting: then there is room after all.
      this.enqueue(cell, event);
      if (oldest) this.bury('mailbox-full', cell, oldest);
      return;
    }
    this.#bury('mailbox-full', cell.pid, event);
    if (event.type === 'dispatch' && cell.overflow === 'reject') {
      const { length } = cell.mailbox;
      const message = `${cell.pid} has ${length} events waiting; raise mailboxLimit`;
      event.completer?.fail(new ProcessError('MAILBOX_FULL', message));
    } else {
      dropEvent(event);
    }
  }

  #refuse(pid: Pid, event: DispatchEvent): void {
    const error = this.#misdirected(pid, event.target);
    if (!error) {
      // Reported before it is abandoned: abandoning may run code of users.
      this.#bury('no-such-process', pid, event);
      dropEvent(event);
    } else if (event.completer) {
      event.completer.fail(error);
    } else {
      throw error;
    }
  }

  #misdirected(pid: Pid, target: unknown): ProcessError | undefined {
    if (pid.id === '') {
      return new ProcessError('PROCESS_NOT_SPAWNED', 'the process was not spawned');
    }
    if (pid.address === this.#address) {
      // Only where nobody checks types: it would be neither a call nor any other event.
      if (isTarget(target)) return undefined;
      const message = `expected a method or a function, got ${String(target)}`;
      return new ProcessError('DISPATCH_METHOD_UNKNOWN', message);
    }
    const message = `${pid} is not in runtime ${this.#address}; send a message`;
    return new ProcessError('DISPATCH_REMOTE', message);
  }

  #bury(reason: DeadLetterReason, to: Pid, event: UserEvent): void {
    this.#options.deadLetters.add({ reason, to, type: event.type, name: nameOf(event) });
  }
}
