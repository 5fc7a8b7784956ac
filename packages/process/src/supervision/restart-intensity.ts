/** How often restarts may come before it makes no sense to go on. */
export interface Intensity {
  /** So many restarts are made within any `withinMs`; the next one is not. */
  readonly restartsMax: number;
  readonly withinMs: number;
}

/**
 * The instants of the restarts that still count at `now`, this one included; undefined when it is
 * one too many. One that is exactly `withinMs` old counts, as it does in OTP.
 *
 * @param restarts what this function gave the last time, oldest first; at first nothing
 */
export function withRestart(
  restarts: readonly number[],
  now: number,
  { restartsMax, withinMs }: Intensity,
): readonly number[] | undefined {
  const recent = restarts.filter((instant) => now - instant <= withinMs);
  return recent.length < restartsMax ? [...recent, now] : undefined;
}
