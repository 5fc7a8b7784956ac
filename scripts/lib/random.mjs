// Chance for scripts that kill programs: the same seed kills at the same moments.

/** Mulberry32: 32 bits of state are plenty for moments. Gives numbers from 0 up to `max`. */
export function seededRandom(state) {
  return (max) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * max;
  };
}
