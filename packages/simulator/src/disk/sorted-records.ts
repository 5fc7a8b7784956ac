/** Values under keys, in the order of the keys. Keys come mostly in ascending order. */
export class SortedRecords {
  readonly #values: Map<string, Uint8Array>;
  #keys: string[];

  constructor(from?: SortedRecords) {
    this.#values = new Map(from?.entries());
    this.#keys = from ? [...from.#keys] : [];
  }

  get(key: string): Uint8Array | undefined {
    return this.#values.get(key);
  }

  set(key: string, value: Uint8Array): void {
    if (!this.#values.has(key)) this.#keys.splice(this.#rank(key), 0, key);
    this.#values.set(key, value);
  }

  delete(key: string): void {
    if (this.#values.delete(key)) this.#keys.splice(this.#rank(key), 1);
  }

  entries(): IterableIterator<[string, Uint8Array]> {
    return this.#values.entries();
  }

  /** The keys from `from` on, below `below`. */
  between(from: string, below: string): readonly string[] {
    return this.#keys.slice(this.#rank(from), this.#rank(below));
  }

  get keys(): readonly string[] {
    return this.#keys;
  }

  /** How many keys are lower. */
  #rank(key: string): number {
    const last = this.#keys.at(-1);
    if (last === undefined || last < key) return this.#keys.length;
    let [low, high] = [0, this.#keys.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#keys[middle] as string) < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
