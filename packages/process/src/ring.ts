const CAPACITY_MIN = 8;
const CAPACITY_KEPT = 1024;

/** First in, first out, both ends in constant time: an array in a circle that doubles when it is full. */
export class Ring<T> {
  #items: (T | undefined)[] = [];
  #head = 0;
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(item: T): void {
    if (this.#length === this.#items.length) this.#grow();
    this.#items[(this.#head + this.#length) & (this.#items.length - 1)] = item;
    this.#length++;
  }

  /** The oldest item, or undefined when there is none. */
  shift(): T | undefined {
    if (this.#length === 0) return undefined;
    const item = this.#items[this.#head];
    this.#items[this.#head] = undefined;
    this.#head = (this.#head + 1) & (this.#items.length - 1);
    this.#length--;
    // What a burst took is not kept for good.
    if (this.#length === 0 && this.#items.length > CAPACITY_KEPT) {
      this.#items = [];
      this.#head = 0;
    }
    return item;
  }

  #grow(): void {
    const items = new Array<T | undefined>(Math.max(CAPACITY_MIN, this.#items.length * 2));
    for (let index = 0; index < this.#length; index++) {
      items[index] = this.#items[(this.#head + index) & (this.#items.length - 1)];
    }
    this.#items = items;
    this.#head = 0;
  }
}
