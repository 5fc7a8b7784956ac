import { describeLogOperation } from './log-history.ts';
import type { LogEntry, LogHistory, LogOperation, LogViolation } from './log-history.ts';

/** A position has the value that was acknowledged for it, and the same one in all reads. */
export function oneValuePerPosition(history: LogHistory): LogViolation | undefined {
  const known = new Map<number, LogEntry & { readonly operation: LogOperation }>();
  for (const append of history.acknowledged) known.set(append.position, append);
  for (const { entries, operation } of history.reads) {
    for (const { position, value } of entries) {
      const before = known.get(position) ?? { position, value, operation };
      known.set(position, before);
      if (before.value === value) continue;
      const operations = [before.operation, operation];
      const [one, other] = operations.map(describeLogOperation);
      const message = `position ${position} holds ${before.value} by ${one}, and ${value} by ${other}`;
      return { rule: 'one-value-per-position', message, operations };
    }
  }
  return undefined;
}
