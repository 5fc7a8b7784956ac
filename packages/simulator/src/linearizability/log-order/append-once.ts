import type { LogHistory, LogViolation } from './log-history.ts';

/**
 * A value stands at as many positions as it was appended at most: once for each append that was
 * acknowledged or is of unknown outcome. One that failed stands nowhere.
 */
export function appendOnce(history: LogHistory): LogViolation | undefined {
  for (const [value, positions] of positionsOf(history)) {
    const appends = history.appendsOf.get(value) ?? [];
    const effective = appends.filter(({ outcome }) => outcome.type !== 'failed');
    if (positions.size <= effective.length) continue;
    const places = [...positions].join(', ');
    const count = `${effective.length} of its ${appends.length} appends can have taken effect`;
    const message = `${value} stands at position ${places}, but ${count}`;
    const readers = history.reads.filter(({ entries }) =>
      entries.some((entry) => entry.value === value),
    );
    const operations = [...appends, ...readers.map(({ operation }) => operation)];
    return { rule: 'append-once', message, operations };
  }
  return undefined;
}

/** Where each value stands, acknowledged or read. */
function positionsOf({ acknowledged, reads }: LogHistory): ReadonlyMap<string, Set<number>> {
  const positions = new Map<string, Set<number>>();
  for (const { position, value } of [...acknowledged, ...reads.flatMap(({ entries }) => entries)]) {
    const found = positions.get(value);
    if (found) found.add(position);
    else positions.set(value, new Set([position]));
  }
  return positions;
}
