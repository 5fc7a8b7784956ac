import type { KnownIncarnation } from '@quorate/messages';
import { lesser } from './fingerprint.ts';
import type { Fingerprint } from './fingerprint.ts';

/**
 * Other names for the replicas. Two states that differ by names only have the same future, so one of
 * them is explored.
 */
export class Relabelling {
  /** Which one it is, of all. */
  readonly index: number;
  readonly #labels: readonly number[];

  /** @param labels the new number of each replica; one that is not mentioned keeps its own */
  constructor(index: number, labels: readonly number[]) {
    this.index = index;
    this.#labels = labels;
  }

  of(index: number): number {
    return this.#labels[index] ?? index;
  }

  /** A text that begins with a replica's id, such as the token of its disk. */
  text(id: string): string {
    return `${this.of(Number(id[1]))}${id.slice(2)}`;
  }

  /** A set of replicas, a bit each. */
  set(members: number): number {
    let renamed = 0;
    for (let left = members, index = 0; left !== 0; left >>>= 1, index++) {
      if ((left & 1) !== 0) renamed |= 1 << this.of(index);
    }
    return renamed;
  }

  life(life: KnownIncarnation): string {
    const { replicaId, incarnation, startCounter, startToken, reserved, reservedBy } = life;
    const start = startToken === undefined ? '' : `.${startCounter}${this.text(startToken)}`;
    const wish = reservedBy === undefined ? '' : `.${reserved}${this.text(reservedBy)}`;
    return `${this.text(replicaId)}#${incarnation}${start}${wish}`;
  }
}

/** The names as they are. */
export const PLAIN = new Relabelling(0, []);

/**
 * All ways to rename replicas of which the last two have a coordinator each and the others none.
 *
 * @param size at least 2
 */
export function relabellings(size: number): readonly Relabelling[] {
  const plain = permutations(Array.from({ length: size - 2 }, (_, index) => index));
  const [a, b] = [size - 2, size - 1];
  return plain
    .flatMap((order) => [
      [...order, a, b],
      [...order, b, a],
    ])
    .map((labels, index) => new Relabelling(index, labels));
}

/** What states have in common that differ by names only. */
export function commonFingerprint(
  names: readonly Relabelling[],
  fingerprint: (names: Relabelling) => Fingerprint,
): Fingerprint {
  return names.map(fingerprint).reduce(lesser);
}

function permutations(items: readonly number[]): readonly (readonly number[])[] {
  if (items.length === 0) return [[]];
  return items.flatMap((item) =>
    permutations(items.filter((each) => each !== item)).map((rest) => [item, ...rest]),
  );
}
