import { mix } from './hash.ts';
import type { PlacedSet } from './placed-set.ts';

/** Of an entry: its two hashes, the next entry of its slot, and where its words begin. */
const ENTRY_WORDS = 4;
/** Of the words: `low` and the number of closed ones. */
const PREFIX_WORDS = 2;
const NONE = -1;

/**
 * Which calls had been placed with which state as the result. It takes about 40 bytes for each, and
 * finds one by its 64-bit hash; what has the same hash is compared word by word.
 */
export class SeenConfigurations<State> {
  readonly #equal: (one: State, other: State) => boolean;
  readonly #states: State[] = [];
  #entries = new Int32Array(64 * ENTRY_WORDS);
  #slots = new Int32Array(64).fill(NONE);
  #words = new Int32Array(256);
  #wordsUsed = 0;

  constructor(equal: (one: State, other: State) => boolean) {
    this.#equal = equal;
  }

  /**
   * Remembers a configuration; false if it leads nowhere that one seen before does not: that had the
   * same state and closed calls, and no open call that this one has not placed.
   */
  add(placed: PlacedSet, state: State, stateHash: number): boolean {
    const low = placed.hashLow ^ mix(stateHash);
    const high = placed.hashHigh ^ mix(stateHash ^ 0x5bd1e995);
    const slot = low & (this.#slots.length - 1);
    for (let entry = this.#slots[slot] ?? NONE; entry !== NONE; entry = this.#field(entry, 2)) {
      if (this.#field(entry, 0) !== low || this.#field(entry, 1) !== high) continue;
      const known = this.#states[entry] as State;
      if (this.#covers(this.#field(entry, 3), placed) && this.#equal(known, state)) return false;
    }
    this.#insert(placed, state, low, high);
    return true;
  }

  #field(entry: number, field: number): number {
    return this.#entries[entry * ENTRY_WORDS + field] ?? NONE;
  }

  #covers(offset: number, { closed, open, low, high }: PlacedSet): boolean {
    const words = this.#words;
    if (words[offset] !== low || words[offset + 1] !== high - low + 1) return false;
    let next = offset + PREFIX_WORDS;
    for (let word = low; word <= high; word++) if (words[next++] !== closed[word]) return false;
    return open.every((word, index) => ((words[next + index] ?? 0) & ~word) === 0);
  }

  #insert(placed: PlacedSet, state: State, low: number, high: number): void {
    const entry = this.#states.length;
    if (entry === this.#slots.length) this.#grow();
    const slot = low & (this.#slots.length - 1);
    const offset = this.#store(placed);
    this.#entries.set([low, high, this.#slots[slot] ?? NONE, offset], entry * ENTRY_WORDS);
    this.#slots[slot] = entry;
    this.#states.push(state);
  }

  #store({ closed, open, low, high }: PlacedSet): number {
    const offset = this.#wordsUsed;
    const count = Math.max(high - low + 1, 0);
    this.#wordsUsed += PREFIX_WORDS + count + open.length;
    while (this.#wordsUsed > this.#words.length) this.#words = doubled(this.#words);
    this.#words.set([low, high - low + 1], offset);
    for (let index = 0; index < count; index++) {
      this.#words[offset + PREFIX_WORDS + index] = closed[low + index] ?? 0;
    }
    this.#words.set(open, offset + PREFIX_WORDS + count);
    return offset;
  }

  /** There are as many slots as entries. */
  #grow(): void {
    this.#entries = doubled(this.#entries);
    this.#slots = new Int32Array(this.#slots.length * 2).fill(NONE);
    const mask = this.#slots.length - 1;
    for (let entry = 0; entry < this.#states.length; entry++) {
      const slot = this.#field(entry, 0) & mask;
      this.#entries[entry * ENTRY_WORDS + 2] = this.#slots[slot] ?? NONE;
      this.#slots[slot] = entry;
    }
  }
}

function doubled(words: Int32Array): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(words.length * 2);
  copy.set(words);
  return copy;
}
