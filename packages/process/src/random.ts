/** Chance, injected: a runtime and everything above it draw from here and nowhere else. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** An integer in [0, `limit`). `limit` is an integer from 1 to 2^32. */
  intBelow(limit: number): number;
  /** `length` random bytes. */
  bytes(length: number): Uint8Array;
}

/**
 * A repeatable source: the same seed gives the same draws on every engine, because it computes
 * with 32-bit integers only (the generator is Bob Jenkins' small fast counter, sfc32).
 *
 * Not for secrets.
 */
export function seededRandom(seed: number): Random {
  const nextUint32 = smallFastCounter(seed);
  return {
    next: () => nextUint32() / 2 ** 32,
    intBelow: (limit) => nextUint32() % limit,
    bytes: (length) => Uint8Array.from({ length }, () => nextUint32() & 0xff),
  };
}

function smallFastCounter(seed: number): () => number {
  let a = seed >>> 0;
  let b = Math.floor(seed / 2 ** 32) >>> 0;
  let c = 0x9e3779b9;
  let counter = 1;
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  // The first outputs still show the seed: close seeds would give close runs.
  for (let round = 0; round < 15; round++) next();
  return next;
}
