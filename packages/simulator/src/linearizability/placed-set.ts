import { mix } from './hash.ts';

const WORD_BITS = 32;

/**
 * Which calls are placed, as bits: those with a return in `closed`, the others in `open`. Of the
 * closed ones all words before `low` are full and all behind `high` empty, so that two sets are
 * compared by what lies between: as much as there are concurrent operations, however long the history.
 */
export class PlacedSet {
  readonly closed: Int32Array;
  readonly open: Int32Array;
  low = 0;
  high = -1;
  /** Of the closed ones, 64 bits in two integers. */
  hashLow = 0;
  hashHigh = 0;
  readonly #closedCount: number;

  constructor(closedCount: number, count: number) {
    this.#closedCount = closedCount;
    this.closed = new Int32Array(Math.ceil(closedCount / WORD_BITS));
    this.open = new Int32Array(Math.ceil((count - closedCount) / WORD_BITS));
  }

  add(call: number): void {
    const word = this.#flip(call);
    if (word === undefined) return;
    if (word > this.high) this.high = word;
    while (this.closed[this.low] === -1) this.low++;
  }

  delete(call: number): void {
    const word = this.#flip(call);
    if (word === undefined) return;
    if (word < this.low) this.low = word;
    while (this.closed[this.high] === 0) this.high--;
  }

  /** Gives the word of a closed call. */
  #flip(call: number): number | undefined {
    const isClosed = call < this.#closedCount;
    const words = isClosed ? this.closed : this.open;
    const index = isClosed ? call : call - this.#closedCount;
    const word = Math.floor(index / WORD_BITS);
    words[word] = (words[word] ?? 0) ^ (1 << (index % WORD_BITS));
    if (!isClosed) return undefined;
    this.hashLow ^= mix(2 * call + 1);
    this.hashHigh ^= mix(2 * call + 2);
    return word;
  }
}
