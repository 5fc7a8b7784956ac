import { appendOnce } from './append-once.ts';
import { logHistoryOf } from './log-history.ts';
import type { LogOperation, LogViolation } from './log-history.ts';
import { noFutureReads } from './no-future-reads.ts';
import { oneValuePerPosition } from './one-value-per-position.ts';
import { readComplete } from './read-complete.ts';
import { realTimeOrder } from './real-time-order.ts';
import { uniquePositions } from './unique-positions.ts';

const RULES = [
  uniquePositions,
  oneValuePerPosition,
  appendOnce,
  realTimeOrder,
  noFutureReads,
  readComplete,
];

/**
 * The first rule of a replicated log that a history of appends and reads breaks; undefined if it keeps
 * all. Takes O(n log n) for n operations and entries read, where a search for a linearization may take
 * forever. It tells most when every value is appended once.
 *
 * Throws `HISTORY_INVALID` for times that are not in order, and outputs of another kind of operation.
 */
export function checkLogOrder(history: readonly LogOperation[]): LogViolation | undefined {
  const sorted = logHistoryOf(history);
  for (const rule of RULES) {
    const violation = rule(sorted);
    if (violation) return violation;
  }
  return undefined;
}
