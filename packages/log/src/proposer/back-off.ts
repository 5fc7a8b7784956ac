import type { Future, Runtime } from '@quorate/process';

/**
 * Waits between `delayMsMin` and twice that, drawn at random: two that got in each other's way
 * drift apart.
 */
export function backOff(runtime: Runtime, delayMsMin: number): Future<void> {
  return runtime.after(delayMsMin * (1 + runtime.random.next()));
}
