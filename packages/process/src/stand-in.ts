import type { DispatchEvent, TerminateEvent } from './event.ts';
import type { Future } from './futures/future.ts';

/** What a process has that stands in for one elsewhere, in a worker thread for example. Internal. */
export interface StandIn {
  /** Passes a call on. What it returns or throws is the result of the call. */
  call(event: DispatchEvent): unknown;
  /** Asks the other one to end: ready when it is gone, or failed with the reason. Served last. */
  end(event: TerminateEvent): Future<void>;
}
