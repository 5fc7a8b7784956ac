const CAPACITY_MIN = 8;
/** Of all that hold nothing: most processes of a large program are idle. */
const NO_RING: never[] = [];

/** First in, first out, both ends in constant time: a ring that doubles when it is full. */
export class Mailbox<T> {
  #ring: (T | undefined)[] = NO_RING;
  #head = 0;
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(item: T): void {
    if (this.#length === this.#ring.length) this.#grow();
    this.#ring[(this.#head + this.#length) & (this.#ring.length - 1)] = item;
    this.#length++;
  }

  /** The oldest item, or undefined when there is none. */
  shift(): T | undefined {
    if (this.#length === 0) return undefined;
    const item = this.#ring[this.#head];
    this.#ring[this.#head] = undefined;
    this.#head = (this.#head + 1) & (this.#ring.length - 1);
    this.#length--;
    // A burst must not pin its memory for the life of an idle process.
    if (this.#length === 0 && this.#ring.length > 1024) {
      this.#ring = NO_RING;
      this.#head = 0;
    }
    return item;
  }

  /** The oldest item, left in place. */
  peek(): T | undefined {
    return this.#ring[this.#head];
  }

  /** Takes out the oldest item of this kind, leaving the order of the others. */
  removeFirst(isWanted: (item: T) => boolean): T | undefined {
    for (let index = 0; index < this.#length; index++) {
      const item = this.#at(index);
      if (!isWanted(item)) continue;
      // Those in front of it move up by one.
      for (let before = index; before > 0; before--) this.#put(before, this.#at(before - 1));
      this.shift();
      return item;
    }
    return undefined;
  }

  /** What is in it, oldest first. */
  *[Symbol.iterator](): IterableIterator<T> {
    for (let index = 0; index < this.#length; index++) yield this.#at(index);
  }

  #at(index: number): T {
    return this.#ring[(this.#head + index) & (this.#ring.length - 1)] as T;
  }

  #put(index: number, item: T): void {
    this.#ring[(this.#head + index) & (this.#ring.length - 1)] = item;
  }

  #grow(): void {
    const ring = new Array<T | undefined>(Math.max(CAPACITY_MIN, this.#ring.length * 2));
    for (let index = 0; index < this.#length; index++) {
      ring[index] = this.#ring[(this.#head + index) & (this.#ring.length - 1)];
    }
    this.#ring = ring;
    this.#head = 0;
  }
}
