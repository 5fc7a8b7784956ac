import type { Random } from '../random.ts';

/** The machine's own cryptographic source, through Web Crypto (Node, browsers, workers). */
export const systemRandom: Random = {
  next: () => uint32() / 2 ** 32,
  intBelow: (limit) => Math.floor((uint32() / 2 ** 32) * limit),
  bytes: (length) => globalThis.crypto.getRandomValues(new Uint8Array(length)),
};

function uint32(): number {
  return globalThis.crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}
