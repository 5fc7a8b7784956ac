import { describeLogOperation } from './log-history.ts';
import type { LogHistory, LogViolation } from './log-history.ts';

/** No position was acknowledged to two appends. */
export function uniquePositions({ acknowledged }: LogHistory): LogViolation | undefined {
  for (const [index, { position, operation }] of acknowledged.entries()) {
    const before = acknowledged[index - 1];
    if (before?.position !== position) continue;
    const operations = [before.operation, operation];
    const [one, other] = operations.map(describeLogOperation);
    const message = `position ${position} was acknowledged to ${one} and to ${other}`;
    return { rule: 'unique-positions', message, operations };
  }
  return undefined;
}
