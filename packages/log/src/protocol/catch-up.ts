import type { IntervalSet } from './interval-set.ts';
import { toPosition } from './types.ts';
import type { Position, Proposal } from './types.ts';

/** What the driver of a catch-up must do next. Every step asks for exactly one thing. */
export type CatchUpEffect =
  /** Ask the local replica whether it still misses `position`; starts the time limit when new. */
  | { readonly type: 'check'; readonly position: Position; readonly isNew: boolean }
  | { readonly type: 'fill'; readonly position: Position; readonly proposal: Proposal }
  | { readonly type: 'caught-up'; readonly proposal: Proposal };

/**
 * Makes the local replica learn a set of positions, one after the other in ascending order.
 *
 * The order matters beyond simplicity: a TRUNCATE that is learned before the positions it removes
 * cannot remove them again when they are filled later.
 */
export class CatchUp {
  readonly #positions: Iterator<number>;
  #position: Position | undefined;
  #proposal: Proposal;

  /** @param proposal a number to start with, if one is known to be high enough; else 0 */
  constructor(positions: IntervalSet, proposal: Proposal) {
    this.#positions = positions[Symbol.iterator]();
    this.#proposal = proposal;
  }

  start(): CatchUpEffect {
    return this.#next();
  }

  /** The answer of the local replica about the position being caught up. */
  onChecked(missing: boolean): CatchUpEffect {
    const position = this.#position;
    if (!missing || position === undefined) return this.#next();
    return { type: 'fill', position, proposal: this.#proposal };
  }

  /**
   * @param promised the number the fill succeeded with: likely high enough for the next position,
   *   too, which saves it a rejection
   */
  onFilled(promised: Proposal): CatchUpEffect {
    if (promised > this.#proposal) this.#proposal = promised;
    return this.#again();
  }

  /** The position took too long: messages may have been lost, so start it again. */
  onTimeout(): CatchUpEffect {
    const effect = this.#again();
    return effect.type === 'check' ? { ...effect, isNew: true } : effect;
  }

  /** Learned messages carry no acknowledgement: only the replica knows that it has learned. */
  #again(): CatchUpEffect {
    const position = this.#position;
    return position === undefined ? this.#next() : { type: 'check', position, isNew: false };
  }

  #next(): CatchUpEffect {
    const next = this.#positions.next();
    if (next.done === true) {
      this.#position = undefined;
      return { type: 'caught-up', proposal: this.#proposal };
    }
    this.#position = toPosition(next.value);
    return { type: 'check', position: this.#position, isNew: true };
  }
}
