import type { Completer } from './futures/completer.ts';
import type { Pid } from './pid.ts';

/** A call of a method (by its name) or of a closure, and the future that waits for its result. */
export interface DispatchEvent {
  readonly type: 'dispatch';
  readonly method: string | undefined;
  readonly call: ((process: never) => unknown) | undefined;
  readonly args: readonly unknown[];
  /** Undefined for `tell`: nobody waits. */
  readonly completer: Completer<unknown> | undefined;
}

/** Bytes that another process sent under a name. */
export interface MessageEvent {
  readonly type: 'message';
  readonly from: Pid;
  readonly name: string;
  readonly body: Uint8Array;
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
}

/** What a mailbox holds. The last two are system events: exempt from the mailbox limit. */
export type Event = DispatchEvent | MessageEvent | ExitedEvent | TerminateEvent;

/** What becomes of an event that will never be served: whoever waits for it learns so. */
export function dropEvent(event: Event): void {
  if (event.type === 'dispatch') event.completer?.abandon();
}
