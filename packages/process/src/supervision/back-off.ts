import type { Random } from '../random.ts';

/** How long a child that failed again and again stays down before it is started once more. */
export interface BackOff {
  /** The first delay, in milliseconds from 0. 0: there is none, ever. */
  readonly minMs: number;
  /** No delay is longer. A child that ran for as long as this begins at `minMs` again. */
  readonly maxMs: number;
  /** Each delay is that of the failure before times this. 1 or more. */
  readonly factor: number;
  /** The share of a delay, 0 to 1, that chance may take off: children that fell together rise apart. */
  readonly jitter: number;
}

/** What is used where nothing else is asked for. */
export const BACK_OFF: BackOff = { minMs: 100, maxMs: 30_000, factor: 2, jitter: 0.2 };

/**
 * The delay before the next start.
 *
 * @param failures how often in a row the child has failed before this time, from 0
 */
export function backOffMs(backOff: BackOff, failures: number, random: Random): number {
  const { minMs, maxMs, factor, jitter } = backOff;
  if (minMs === 0) return 0;
  return Math.min(maxMs, minMs * factor ** failures) * (1 - jitter * random.next());
}

/** How many failures in a row count, when a child fails that had run for `ranMs`. */
export function failuresAfter(backOff: BackOff, failures: number, ranMs: number): number {
  return ranMs >= backOff.maxMs ? 0 : failures;
}
