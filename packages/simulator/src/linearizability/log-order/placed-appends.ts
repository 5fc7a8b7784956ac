import { byPosition } from './log-history.ts';
import type { LogHistory, PlacedAppend } from './log-history.ts';

/**
 * Appends whose position is known, by position: those acknowledged, and those of unknown outcome that
 * a read found, as far as their value tells which they are.
 */
export function placedAppends({
  acknowledged,
  appendsOf,
  reads,
}: LogHistory): readonly PlacedAppend[] {
  const placed = new Map(acknowledged.map((append) => [append.position, append]));
  for (const { position, value } of reads.flatMap(({ entries }) => entries)) {
    const [operation, ...others] = appendsOf.get(value) ?? [];
    if (!operation || others.length > 0 || placed.has(position)) continue;
    placed.set(position, { position, value, operation });
  }
  return [...placed.values()].sort(byPosition);
}
