import type { Relabelling } from './relabelling.ts';

/** 64 bits that stand for a text. */
export interface Fingerprint {
  readonly high: number;
  readonly low: number;
}

function fingerprintOf(text: string): Fingerprint {
  let high = 0x811c9dc5;
  let low = 0x9747b28c;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ code, 0x5bd1e995);
    low ^= low >>> 15;
  }
  return { high: high >>> 0, low: low >>> 0 };
}

/** Something that never changes and makes a difference by its text. */
export abstract class Printed {
  protected prints: Fingerprint[] = [];

  fingerprint(names: Relabelling): Fingerprint {
    return (this.prints[names.index] ??= fingerprintOf(this.text(names)));
  }

  /** All of it that can make a difference later. */
  abstract text(names: Relabelling): string;
}

/** The fingerprint of parts that are the same in any order. */
export class FingerprintSum {
  #high = 0;
  #low = 0;

  /** @param role tells equal parts apart that stand for something else */
  add({ high, low }: Fingerprint, role: number): void {
    const seed = Math.imul(role + 1, 0x9e3779b1);
    this.#high = (this.#high + mixed(high ^ seed, low)) >>> 0;
    this.#low = (this.#low + mixed(low ^ seed, Math.imul(high, 0x27d4eb2f))) >>> 0;
  }

  get total(): Fingerprint {
    return { high: this.#high, low: this.#low };
  }
}

/** After the finalizer of MurmurHash3: every bit of the result hangs on every bit given. */
function mixed(a: number, b: number): number {
  let bits = Math.imul(a ^ Math.imul(b, 0xcc9e2d51), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13) ^ b, 0xc2b2ae35);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  return (bits ^ (bits >>> 13)) >>> 0;
}

/** The lesser of two fingerprints, whatever the order means. */
export function lesser(a: Fingerprint, b: Fingerprint): Fingerprint {
  if (a.high !== b.high) return a.high < b.high ? a : b;
  return a.low <= b.low ? a : b;
}
