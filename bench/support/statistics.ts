/** The value that half of the others do not exceed. */
export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** The smallest of the values that at least `percent` percent do not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = Float64Array.from(values).sort();
  const rank = Math.ceil((percent / 100) * sorted.length);
  return sorted[Math.max(rank, 1) - 1] ?? NaN;
}

/** To so many significant digits: more would claim what was not measured. */
export function rounded(value: number, digits = 3): number {
  return Number(value.toPrecision(digits));
}
