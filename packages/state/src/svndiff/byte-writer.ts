/** Collects bytes of which it is not known before how many there are. */
export class ByteWriter {
  #bytes = new Uint8Array(256);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** What was written; a view that the next write may make stale. */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  byte(value: number): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = value;
  }

  /** In 7-bit digits, the highest first; all but the last have the top bit set. */
  number(value: number): void {
    let digits = 1;
    for (let rest = value; rest >= 0x80; rest = Math.floor(rest / 0x80)) digits++;
    this.#reserve(digits);
    let rest = value;
    for (let index = digits - 1; index >= 0; index--) {
      const more = index === digits - 1 ? 0 : 0x80;
      this.#bytes[this.#length + index] = (rest % 0x80) | more;
      rest = Math.floor(rest / 0x80);
    }
    this.#length += digits;
  }

  append(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  clear(): void {
    this.#length = 0;
  }

  #reserve(length: number): void {
    const needed = this.#length + length;
    if (needed <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(needed, 2 * this.#bytes.length));
    grown.set(this.bytes);
    this.#bytes = grown;
  }
}
