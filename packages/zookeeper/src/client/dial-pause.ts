import type { Random } from '@quorate/process';

/** The pause before the second attempt is up to this long. */
const DIAL_PAUSE_MS_FIRST = 50;
/** No pause is longer. */
const DIAL_PAUSE_MS_MAX = 1_000;

/**
 * How long to wait before a connection is tried again: random, so that clients that lost one server at
 * the same time do not come back at the same time.
 *
 * @param failures how many attempts have failed, from 0, which waits for nothing
 */
export function dialPauseMs(failures: number, random: Random): number {
  if (failures === 0) return 0;
  const pauseMs = Math.min(
    DIAL_PAUSE_MS_MAX,
    DIAL_PAUSE_MS_FIRST * 2 ** Math.min(failures - 1, 16),
  );
  return (pauseMs / 2) * (1 + random.next());
}
