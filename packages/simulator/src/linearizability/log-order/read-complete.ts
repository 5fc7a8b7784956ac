import { returnedAt } from '../operation.ts';
import { firstIndex } from './first-index.ts';
import { describeLogOperation } from './log-history.ts';
import type { LogHistory, LogRead, LogViolation, PlacedAppend } from './log-history.ts';

/**
 * A read gives ascending positions of its range, and all in it that were acknowledged before it was
 * invoked.
 *
 * To be looked at after `realTimeOrder`: then, of the appends below the highest position that was
 * acknowledged before a read, only those missing in it are looked at in vain that were concurrent with
 * the append at that position.
 */
export function readComplete({ acknowledged, reads }: LogHistory): LogViolation | undefined {
  const highestBefore = highestPositions(acknowledged);
  for (const read of reads) {
    const problem = strayEntry(read);
    if (problem !== undefined) return violation(problem, read);
    const missing = missingIn(read, acknowledged, highestBefore(read.operation.invoked));
    if (missing) {
      const append = describeLogOperation(missing.operation);
      return violation(`misses position ${missing.position} of ${append}`, read, missing);
    }
  }
  return undefined;
}

function violation(problem: string, read: LogRead, append?: PlacedAppend): LogViolation {
  const message = `${describeLogOperation(read.operation)} ${problem}`;
  const operations = [read.operation, ...(append ? [append.operation] : [])];
  return { rule: 'read-complete', message, operations };
}

function strayEntry({ from, to, entries }: LogRead): string | undefined {
  let last = -Infinity;
  for (const { position } of entries) {
    if (position < from || position > to) return `gives position ${position}, outside its range`;
    if (position <= last) return `gives position ${position} behind ${last}`;
    last = position;
  }
  return undefined;
}

/** The first append that should be in a read and is not. */
function missingIn(
  { from, to, entries, operation }: LogRead,
  acknowledged: readonly PlacedAppend[],
  highest: number,
): PlacedAppend | undefined {
  const last = Math.min(to, highest);
  const found = new Set(entries.map(({ position }) => position));
  let index = firstIndex(acknowledged.length, (at) => (acknowledged[at]?.position ?? 0) >= from);
  for (; index < acknowledged.length; index++) {
    const append = acknowledged[index];
    if (!append || append.position > last) return undefined;
    if (!found.has(append.position) && returnedAt(append.operation) < operation.invoked)
      return append;
  }
  return undefined;
}

/** Tells the highest position that was acknowledged before a time. */
function highestPositions(acknowledged: readonly PlacedAppend[]): (time: number) => number {
  const byReturn = acknowledged.toSorted(
    (one, other) => returnedAt(one.operation) - returnedAt(other.operation),
  );
  let highest = -Infinity;
  const steps = byReturn.map(({ position, operation }) => {
    highest = Math.max(highest, position);
    return { returned: returnedAt(operation), highest };
  });
  return (time) => {
    const after = firstIndex(steps.length, (at) => (steps[at]?.returned ?? Infinity) >= time);
    return steps[after - 1]?.highest ?? -Infinity;
  };
}
