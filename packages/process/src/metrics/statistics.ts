/** What a number of values comes to. */
export interface Statistics {
  readonly count: number;
  readonly min: number;
  readonly max: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p90: number;
  readonly p95: number;
  readonly p99: number;
  readonly p999: number;
  readonly p9999: number;
}

/**
 * Of two values or more; between two of them a percentile lies on the line from one to the other.
 * (libprocess statistics.hpp)
 *
 * @returns undefined for fewer than two
 */
export function statisticsOf(values: Iterable<number>): Statistics | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const [min] = sorted;
  const max = sorted.at(-1);
  if (min === undefined || max === undefined || sorted.length < 2) return undefined;
  const p = (part: number): number => percentile(sorted, part);
  return {
    ...{ count: sorted.length, min, max },
    ...{ p25: p(0.25), p50: p(0.5), p75: p(0.75), p90: p(0.9) },
    ...{ p95: p(0.95), p99: p(0.99), p999: p(0.999), p9999: p(0.9999) },
  };
}

function percentile(sorted: readonly number[], part: number): number {
  const position = part * (sorted.length - 1);
  const index = Math.floor(position);
  const low = sorted[index] ?? 0;
  const high = sorted[index + 1] ?? low;
  return low + (position - index) * (high - low);
}
