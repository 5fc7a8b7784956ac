import type { Action } from '@quorate/messages';
import { POSITION_MAX } from './types.ts';

/**
 * Where the log begins once `action` is learned; 0 when it truncates nothing.
 *
 * A tombstone says that its own position was truncated, so the log begins behind it; a TRUNCATE
 * says that everything below `to` was, and is itself still there.
 */
export function beginAfter(action: Action): number {
  if (action.type === undefined) return 0;
  switch (action.type) {
    case 'truncate':
      return action.truncate?.to ?? 0;
    case 'nop':
      // Behind the last position there is none: the log is full, and stays full.
      return action.nop?.tombstone === true ? Math.min(action.position + 1, POSITION_MAX) : 0;
    case 'append':
      return 0;
  }
}

/**
 * The records below this position may be deleted once `action` is durable and learned.
 *
 * Never beyond the action's own position: its record is the only witness on disk that the log
 * begins where it does, and a replica that forgot that would take truncated positions for holes.
 * So a tombstone stays, although the log begins behind it, and so does a TRUNCATE to a position
 * behind itself (where Mesos deletes the witness: src/log/leveldb.cpp).
 */
export function deletableBelow(action: Action): number {
  return Math.min(beginAfter(action), action.position);
}
