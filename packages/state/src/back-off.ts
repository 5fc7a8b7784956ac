import type { Random } from '@quorate/process';

/** The first wait lasts from this to twice this; each later one doubles both bounds. */
export const START_RETRY_DELAY_MS_MIN = 100;
/** No wait is longer. */
export const START_RETRY_DELAY_MS_MAX = 2_000;

/**
 * How long to wait before the next attempt to be elected: random, so that two masters that duel
 * drift apart.
 *
 * @param attempt counts the failed attempts so far, from 1
 */
export function startRetryDelayMs(attempt: number, random: Random): number {
  const doubled = START_RETRY_DELAY_MS_MIN * 2 ** Math.min(attempt - 1, 16);
  const delayMsMin = Math.min(doubled, START_RETRY_DELAY_MS_MAX / 2);
  return delayMsMin + random.next() * delayMsMin;
}
