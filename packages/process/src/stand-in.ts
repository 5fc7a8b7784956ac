import type { DispatchEvent, MessageEvent, TerminateEvent } from './event.ts';
import type { Future } from './futures/future.ts';

/** What a process has that stands in for one elsewhere, in a worker thread for example. Internal. */
export interface StandIn {
  /** Passes a call on. What it returns or throws is the result of the call. */
  call(event: DispatchEvent): unknown;
  /** Passes a message on. */
  message(event: MessageEvent): void;
  /** Asks the other one to end: ready when it is gone, or failed with the reason. Served last. */
  end(event: TerminateEvent): Future<void>;
  /** The runtime has lost its power: the other one is to end at once, and nobody is to hear of it. */
  halt?(): void;
}
