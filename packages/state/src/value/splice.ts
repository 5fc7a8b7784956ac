import { StateError } from '../errors.ts';

/** A part of a value that is replaced by other bytes; the rest of the value stays. */
export interface Splice {
  /** Where it begins, in the value before. */
  readonly offset: number;
  /** How many bytes of the value before it takes out. */
  readonly removed: number;
  /** What comes in their place. Not copied: leave it as it is. */
  readonly inserted: Uint8Array;
}

/**
 * Throws `STATE_SPLICE_INVALID` unless the splices lie within a value of that length, in ascending
 * order, and do not overlap.
 */
export function checkSplices(splices: readonly Splice[], length: number): void {
  let end = 0;
  for (const { offset, removed, inserted } of splices) {
    const isPlace = Number.isSafeInteger(offset) && Number.isSafeInteger(removed) && removed >= 0;
    if (!isPlace || offset < end || offset + removed > length) {
      throw new StateError(
        'STATE_SPLICE_INVALID',
        `a splice of ${removed} bytes at ${offset} is out of order, or not within the ${length} bytes of the value`,
      );
    }
    if (!ArrayBuffer.isView(inserted)) {
      throw new StateError('STATE_SPLICE_INVALID', `the splice at ${offset} inserts no bytes`);
    }
    end = offset + removed;
  }
}

/** How long a value of that length is afterwards. */
export function lengthAfter(splices: readonly Splice[], length: number): number {
  return splices.reduce((sum, { removed, inserted }) => sum - removed + inserted.length, length);
}

/**
 * What has to be replaced in one value to get another: all between the beginning and the end that
 * they have in common. No splice if they are equal.
 */
export function spliceBetween(from: Uint8Array, to: Uint8Array): readonly Splice[] {
  const shorter = Math.min(from.length, to.length);
  let start = 0;
  while (start < shorter && from[start] === to[start]) start++;
  let end = 0;
  while (end < shorter - start && from[from.length - 1 - end] === to[to.length - 1 - end]) end++;
  const removed = from.length - start - end;
  const inserted = to.subarray(start, to.length - end);
  return removed === 0 && inserted.length === 0 ? [] : [{ offset: start, removed, inserted }];
}
