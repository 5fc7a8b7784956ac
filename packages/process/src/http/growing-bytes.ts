/**
 * Bytes that arrive in pieces, put together. Many small pieces cost no more memory than few large ones,
 * and nothing is set aside for what is only announced.
 */
export class GrowingBytes {
  #store: Buffer = Buffer.alloc(0);
  /** Whether the store is ours to write into. */
  #isOurs = false;
  #start = 0;
  #end = 0;

  get length(): number {
    return this.#end - this.#start;
  }

  /** Those that are there. A view: good until the next `push`. */
  get view(): Buffer {
    return this.#store.subarray(this.#start, this.#end);
  }

  push(piece: Buffer): void {
    if (this.length === 0) {
      this.#take(piece, false, piece.length);
      return;
    }
    if (!this.#isOurs || this.#store.length - this.#end < piece.length) {
      const grown = Buffer.allocUnsafe(Math.max(this.length + piece.length, 2 * this.length));
      const { length } = this;
      this.view.copy(grown);
      this.#take(grown, true, length);
    }
    piece.copy(this.#store, this.#end);
    this.#end += piece.length;
  }

  /** The first `count` are not needed any more. */
  drop(count: number): void {
    this.#start += count;
    if (this.length === 0) this.#take(NOTHING, false, 0);
  }

  #take(store: Buffer, isOurs: boolean, length: number): void {
    this.#store = store;
    this.#isOurs = isOurs;
    this.#start = 0;
    this.#end = length;
  }
}

const NOTHING = Buffer.alloc(0);
