import { returnedAt } from '../operation.ts';
import { describeLogOperation } from './log-history.ts';
import type { LogHistory, LogViolation } from './log-history.ts';
import { placedAppends } from './placed-appends.ts';

/** Nothing is read before its append was invoked. */
export function noFutureReads(history: LogHistory): LogViolation | undefined {
  const appends = new Map(placedAppends(history).map((append) => [append.position, append]));
  for (const { entries, operation } of history.reads) {
    for (const { position } of entries) {
      const append = appends.get(position);
      if (!append || append.operation.invoked <= returnedAt(operation)) continue;
      const operations = [operation, append.operation];
      const [read, written] = operations.map(describeLogOperation);
      const message = `${read} found position ${position} before ${written} was invoked`;
      return { rule: 'no-future-reads', message, operations };
    }
  }
  return undefined;
}
