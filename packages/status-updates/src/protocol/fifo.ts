/** Below this many, what was taken out is not worth a copy of the rest. */
const TAKEN_MIN = 1024;

/** First in, first out. To take out of an array of a million would move the rest each time. */
export class Fifo<T> implements Iterable<T> {
  #items: T[] = [];
  /** Where the first one is. */
  #head = 0;

  get length(): number {
    return this.#items.length - this.#head;
  }

  get first(): T | undefined {
    return this.#items[this.#head];
  }

  push(item: T): void {
    this.#items.push(item);
  }

  /** Takes the first one out, if there is one. */
  shift(): T | undefined {
    const first = this.first;
    if (this.length === 0) return undefined;
    this.#head++;
    if (this.#head === this.#items.length) this.#restart([]);
    else if (this.#head >= TAKEN_MIN && this.#head * 2 > this.#items.length) {
      this.#restart(this.#items.slice(this.#head));
    }
    return first;
  }

  [Symbol.iterator](): Iterator<T> {
    return this.#items.slice(this.#head).values();
  }

  #restart(items: T[]): void {
    this.#items = items;
    this.#head = 0;
  }
}
