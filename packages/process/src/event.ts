import type { Completer } from './futures/completer.ts';
import type { Pid } from './pid.ts';
import type { ProcessCell } from './process-cell.ts';

/** A method, by its name, or a closure. */
export type Target = string | ((process: never) => unknown);

/** Whether it is a call that is to be made, not an event of another kind. */
export function isTarget(target: unknown): target is Target {
  return typeof target === 'string' || typeof target === 'function';
}

/** A call of a method (by its name) or of a closure, and the future that waits for its result. */
export interface DispatchEvent {
  readonly type: 'dispatch';
  /** The name of a method, or a closure. */
  readonly target: Target;
  readonly args: readonly unknown[];
  /** Undefined for `tell`: nobody waits. */
  readonly completer: Completer<unknown> | undefined;
  /** The process that was having its turn when it called; undefined from outside any. */
  readonly caller: ProcessCell | undefined;
  readonly trace: string | undefined;
}

/** Bytes that another process sent under a name. */
export interface MessageEvent {
  readonly type: 'message';
  readonly from: Pid;
  readonly name: string;
  readonly body: Uint8Array;
  readonly trace: string | undefined;
}

/** A linked process has ended, or the connection to it broke. */
export interface ExitedEvent {
  readonly type: 'exited';
  readonly pid: Pid;
  /** Why it ended, when it was a failure. */
  readonly reason: Error | undefined;
}

/** The process must end: now (`inject`), or once what was queued before it is served. */
export interface TerminateEvent {
  readonly type: 'terminate';
  readonly inject: boolean;
  /** The error to end with, as if a handler had thrown it. */
  readonly reason: Error | undefined;
}

/** What users send. */
export type UserEvent = DispatchEvent | MessageEvent;

/** What a mailbox holds. The last two are system events: exempt from the mailbox limit. */
export type Event = UserEvent | ExitedEvent | TerminateEvent;

export function isUserEvent(event: Event): event is UserEvent {
  return event.type === 'dispatch' || event.type === 'message';
}

/** The name of the method that is called; undefined for a closure. */
export function methodOf({ target }: DispatchEvent): string | undefined {
  return typeof target === 'string' ? target : undefined;
}

/** The method or message name; undefined for a closure and for system events. */
export function nameOf(event: Event): string | undefined {
  if (event.type === 'dispatch') return methodOf(event);
  return event.type === 'message' ? event.name : undefined;
}

/** Who sent the message, or who has ended; undefined for the others. */
export function senderOf(event: Event): Pid | undefined {
  if (event.type === 'exited') return event.pid;
  return event.type === 'message' ? event.from : undefined;
}

/** What becomes of an event that will never be served: whoever waits for it learns so. */
export function dropEvent(event: Event): void {
  if (event.type === 'dispatch') event.completer?.abandon();
}
