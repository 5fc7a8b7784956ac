import type { Action, Metadata } from '@quorate/messages';
import { IntervalSet } from './interval-set.ts';
import { beginAfter } from './truncation.ts';
import { toPosition } from './types.ts';
import type { Position } from './types.ts';

/** What a replica was, read from its storage. */
export interface RestoredState {
  readonly metadata: Metadata;
  /** The first position that is not truncated. */
  readonly begin: Position;
  /** The last position that has a record, or `begin - 1` if all that have one are truncated. */
  readonly end: Position;
  /** Positions from `begin` on whose record is learned. */
  readonly learned: IntervalSet;
  /** Positions from `begin` on whose record is promised or accepted, but not learned. */
  readonly unlearned: IntervalSet;
  /** The named group that it has been a voting member of; outlives the records. See `StorageBatch`. */
  readonly memberOf?: string;
}

/** What a replica is before it has written anything. */
export const METADATA_INITIAL: Metadata = { status: 'empty', promised: 0 };

/** Computes the state of a replica from its records, given in any order. */
export class RestoreScan {
  readonly #learned = new IntervalSet();
  readonly #unlearned = new IntervalSet();
  #metadata: Metadata = METADATA_INITIAL;
  #begin = 0;
  #end = 0;

  metadata(metadata: Metadata): void {
    this.#metadata = metadata;
  }

  /**
   * The promise record that Mesos wrote before it had metadata. Such a replica has voted: there
   * was no other status then, and calling it empty would let it forget its promises.
   */
  promise(proposal: number): void {
    this.#metadata = { status: 'voting', promised: proposal };
  }

  action(action: Action): void {
    const { position } = action;
    this.#end = Math.max(this.#end, position);
    if (action.learned !== true) {
      this.#learned.subtract(position);
      this.#unlearned.add(position);
      return;
    }
    this.#unlearned.subtract(position);
    this.#learned.add(position);
    this.#begin = Math.max(this.#begin, beginAfter(action));
  }

  finish(): RestoredState {
    const begin = this.#begin;
    return {
      metadata: this.#metadata,
      begin: toPosition(begin),
      end: toPosition(Math.max(this.#end, begin - 1)),
      learned: this.#learned.subtract([0, begin]),
      unlearned: this.#unlearned.subtract([0, begin]),
    };
  }
}

/**
 * The positions from `begin` to `end` that the replica has no record of.
 *
 * A new log has one: position 0, which its first coordinator fills like any other hole.
 */
export function holesOf(restored: RestoredState): IntervalSet {
  return IntervalSet.closed(restored.begin, restored.end)
    .subtract(restored.learned)
    .subtract(restored.unlearned);
}

/** The positions from `begin` to `end` that are holes or not learned: what must be caught up. */
export function missingOf(restored: RestoredState): IntervalSet {
  return holesOf(restored).add(restored.unlearned);
}
