import type { Random } from '@quorate/process';
import { hasCode } from './errors.ts';

/** What failed is tried again after half of this to this long; each later pause doubles. */
const RETRY_MS_MIN = 100;
/** No pause is longer. */
const RETRY_MS_MAX = 2_000;

/** Whether the same may succeed when asked again, in this session or in a new one. */
export function isRetryable(error: unknown): boolean {
  return hasCode(error, 'ZOOKEEPER_CONNECTION_LOSS', 'ZOOKEEPER_SESSION_EXPIRED');
}

/**
 * How long to wait. A lost connection is waited for anyway: this is for servers that answer and
 * refuse for a while.
 *
 * @param attempts how many have failed, from 1
 */
export function retryPauseMs(attempts: number, random: Random): number {
  const pauseMs = Math.min(RETRY_MS_MAX, RETRY_MS_MIN * 2 ** Math.min(attempts - 1, 16));
  return (pauseMs / 2) * (1 + random.next());
}
