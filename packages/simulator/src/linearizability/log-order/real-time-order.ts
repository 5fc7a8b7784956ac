import { returnedAt } from '../operation.ts';
import { describeLogOperation } from './log-history.ts';
import type { LogHistory, LogViolation, PlacedAppend } from './log-history.ts';
import { placedAppends } from './placed-appends.ts';

/** An append that returned before another was invoked has the lower position. */
export function realTimeOrder(history: LogHistory): LogViolation | undefined {
  let latest: PlacedAppend | undefined; // of those at lower positions, the one that was invoked last
  for (const append of placedAppends(history)) {
    if (latest && returnedAt(append.operation) < latest.operation.invoked) {
      const operations = [append.operation, latest.operation];
      const [one, other] = operations.map(describeLogOperation);
      const message = `${one} was before ${other}, but has position ${append.position}, not below ${latest.position}`;
      return { rule: 'real-time-order', message, operations };
    }
    if (!latest || append.operation.invoked > latest.operation.invoked) latest = append;
  }
  return undefined;
}
