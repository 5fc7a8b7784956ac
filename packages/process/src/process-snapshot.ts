import { isUserEvent, nameOf, senderOf } from './event.ts';
import type { Event } from './event.ts';
import type { ProcessCell } from './process-cell.ts';

/** An event, as a snapshot shows it. (libprocess: the events of `/__processes__`) */
export interface EventSnapshot {
  readonly type: 'DISPATCH' | 'MESSAGE' | 'EXITED' | 'TERMINATE';
  /** The method or message name. */
  readonly name?: string;
  /** Who sent the message, who has ended, or whose turn it was when the call was made. */
  readonly from?: string;
  readonly bodyBytes?: number;
  readonly trace?: string;
}

/** A process at one instant. Plain data: `JSON.stringify` takes it. */
export interface ProcessSnapshot {
  readonly id: string;
  /** The name of its class. */
  readonly type: string;
  /** Events that wait. */
  readonly mailbox: number;
  /** The event being served, or that of a serialized handler which has not come to its end. */
  readonly current?: EventSnapshot & { readonly ageMs: number };
  /** Those that wait, the oldest first; the first `eventsMax` of them. */
  readonly events: readonly EventSnapshot[];
  /** Calls of other processes that were served, and whose results are not there yet. */
  readonly unanswered: number;
}

export function snapshotOf(cell: ProcessCell, nowMs: number, eventsMax: number): ProcessSnapshot {
  const { current, process, pid, mailbox, details } = cell;
  const events: EventSnapshot[] = [];
  for (const event of mailbox) {
    if (events.length >= eventsMax) break;
    events.push(eventSnapshot(event));
  }
  const ageMs = nowMs - (cell.held?.sinceMs ?? nowMs);
  return {
    id: pid.id,
    type: process.constructor.name,
    mailbox: mailbox.length,
    ...(current && { current: { ...eventSnapshot(current), ageMs } }),
    events,
    unanswered: details?.unanswered?.size ?? 0,
  };
}

function eventSnapshot(event: Event): EventSnapshot {
  const name = nameOf(event);
  const from = event.type === 'dispatch' ? event.caller?.pid : senderOf(event);
  return {
    type: event.type.toUpperCase() as EventSnapshot['type'],
    ...(name !== undefined && { name }),
    ...(from && { from: `${from}` }),
    ...(event.type === 'message' && { bodyBytes: event.body.length }),
    ...(isUserEvent(event) && event.trace !== undefined && { trace: event.trace }),
  };
}
