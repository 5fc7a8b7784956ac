import type { Action, WriteRequest } from '@quorate/messages';
import type { AcceptorEffect } from './acceptor-effect.ts';
import { applyRecord } from './acceptor-state.ts';
import type { AcceptorState } from './acceptor-state.ts';
import { beginAfter, deletableBelow } from './truncation.ts';

/**
 * The highest number this record rules others out with. Records that Mesos wrote may be performed
 * under a higher number than they promise.
 */
export function promisedAt(record: Action): number {
  return Math.max(record.promised, record.performed ?? 0);
}

/** Whether an action was performed and carries the payload that its type declares. */
export function hasValue(action: Action): boolean {
  if (action.performed === undefined || action.type === undefined) return false;
  switch (action.type) {
    case 'nop':
      return true;
    case 'append':
      return action.append !== undefined;
    case 'truncate':
      return action.truncate !== undefined;
  }
}

/** Whether a write has the value that a record holds. */
export function isSameValue(request: WriteRequest, record: Action): boolean {
  if (request.type !== record.type) return false;
  switch (request.type) {
    case 'nop':
      return true;
    case 'append':
      return isSameBytes(request.append?.bytes, record.append?.bytes);
    case 'truncate':
      return request.truncate !== undefined && request.truncate.to === record.truncate?.to;
  }
}

function isSameBytes(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  if (a?.length !== b?.length) return false;
  return a !== undefined && b !== undefined && a.every((byte, index) => byte === b[index]);
}

/** Takes note of a record, and has it written; once it is learned, what it truncates is deleted. */
export function persist(state: AcceptorState, action: Action): AcceptorEffect[] {
  const beginBefore = state.begin;
  applyRecord(state, action);
  const effects: AcceptorEffect[] = [{ type: 'persist-action', action }];
  if (action.learned !== true) return effects;
  // A truncation that reaches no further than earlier ones deletes nothing: among what it would
  // delete is the record that witnesses where the log begins.
  if (beginAfter(action) < beginBefore) return effects;
  const to = deletableBelow(action);
  if (to > 0) effects.push({ type: 'truncate', to });
  return effects;
}
