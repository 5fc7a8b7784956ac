import { seededRandom } from '@quorate/process';
import type { Random } from '@quorate/process';

/** Draws of a simulation. Integer arithmetic only: every engine draws the same. */
export class Chance {
  readonly random: Random;
  readonly #seed: number;

  /** @param seed an integer from 0 to 2^53 - 1 */
  constructor(seed: number) {
    this.#seed = seed;
    this.random = seededRandom(seed);
  }

  /** An integer from `min` to `max`, both included; the span is at most 2^32. */
  between(min: number, max: number): number {
    return min + this.random.intBelow(max - min + 1);
  }

  /** True `permille` times in a thousand. */
  permille(permille: number): boolean {
    return permille > 0 && this.random.intBelow(1000) < permille;
  }

  /** One of the items. There must be one. */
  pick<T>(items: readonly T[]): T {
    const index = this.random.intBelow(items.length);
    return items[index] as T;
  }

  /** The items in a random order. */
  shuffle<T>(items: readonly T[]): T[] {
    const shuffled = [...items];
    for (let last = shuffled.length - 1; last > 0; last--) {
      const other = this.random.intBelow(last + 1);
      const item = shuffled[last] as T;
      shuffled[last] = shuffled[other] as T;
      shuffled[other] = item;
    }
    return shuffled;
  }

  /**
   * A source of its own for one purpose: what others draw does not change what it draws, so a
   * fault can be taken out of a run without moving all the others.
   */
  fork(purpose: string): Chance {
    let hash = (this.#seed ^ 0x811c9dc5) >>> 0;
    for (let index = 0; index < purpose.length; index++) {
      hash = Math.imul(hash ^ purpose.charCodeAt(index), 0x01000193) >>> 0;
    }
    const high = (Math.floor(this.#seed / 2 ** 32) ^ purpose.length) & 0x1f_ffff;
    return new Chance(high * 2 ** 32 + hash);
  }
}
