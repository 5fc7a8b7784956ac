/**
 * A fingerprint of everything that has happened, in order: two runs are the same run if theirs
 * are equal. Two 32-bit lanes of multiply and xor, which every engine computes alike.
 */
export class TraceHash {
  #low = 0x811c9dc5;
  #high = 0x9e3779b9;

  /** Takes note of an integer below 2^53. */
  number(value: number): void {
    this.#mix(value >>> 0);
    if (value > 0xffff_ffff) this.#mix(Math.floor(value / 2 ** 32));
  }

  text(value: string): void {
    for (let index = 0; index < value.length; index++) this.#mix(value.charCodeAt(index));
    this.#mix(value.length);
  }

  bytes(value: Uint8Array): void {
    for (const byte of value) this.#mix(byte);
    this.#mix(value.length);
  }

  /** 16 hexadecimal digits. */
  digest(): string {
    const hex = (lane: number): string => (lane >>> 0).toString(16).padStart(8, '0');
    return hex(this.#high) + hex(this.#low);
  }

  #mix(value: number): void {
    this.#low = Math.imul(this.#low ^ value, 0x01000193);
    this.#high = Math.imul(this.#high ^ value ^ (this.#low >>> 15), 0x85ebca6b) + 0x6b43a9b5;
  }
}
