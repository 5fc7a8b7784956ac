const LENGTH_DELIMITED = 2;
const START_GROUP = 3;
const END_GROUP = 4;

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Goes over the fields of a message that a codec has found valid; makes nothing of them. */
export class FieldCursor {
  number = 0;
  wireType = 0;
  /** Of the field's tag. */
  start = 0;
  /** Of its value, behind the length if it has one. */
  valueStart = 0;
  end: number;
  readonly #bytes: Uint8Array;
  readonly #to: number;
  /** Behind the last varint. */
  #at = 0;

  constructor(bytes: Uint8Array, from = 0, to: number = bytes.length) {
    this.#bytes = bytes;
    this.#to = to;
    this.end = from;
  }

  /** Moves on to the next field; false behind the last. */
  next(): boolean {
    if (this.end >= this.#to) return false;
    this.start = this.end;
    this.#tag(this.start);
    this.#value();
    return true;
  }

  /** Moves on to the next field of that number; false if there is none. */
  find(number: number): boolean {
    while (this.next()) if (this.number === number) return true;
    return false;
  }

  /** The fields of the message that is this field's value. */
  nested(): FieldCursor {
    return new FieldCursor(this.#bytes, this.valueStart, this.end);
  }

  /** The value of a varint field, as a truth value. */
  flag(): boolean {
    return this.#varint(this.valueStart) !== 0;
  }

  /** The value of a text field. */
  text(): string {
    return utf8.decode(this.#bytes.subarray(this.valueStart, this.end));
  }

  #tag(at: number): void {
    const tag = this.#varint(at);
    this.number = Math.floor(tag / 8);
    this.wireType = tag % 8;
    this.valueStart = this.#at;
  }

  #value(): void {
    switch (this.wireType) {
      case 0:
        this.#varint(this.valueStart);
        this.end = this.#at;
        break;
      case 1:
        this.end = this.valueStart + 8;
        break;
      case LENGTH_DELIMITED: {
        const length = this.#varint(this.valueStart);
        this.valueStart = this.#at;
        this.end = this.#at + length;
        break;
      }
      case START_GROUP:
        this.end = this.#groupEnd(this.valueStart);
        break;
      default:
        this.end = this.valueStart + 4;
    }
  }

  #groupEnd(from: number): number {
    const inner = new FieldCursor(this.#bytes, from, this.#to);
    do inner.next();
    while (inner.wireType !== END_GROUP);
    return inner.valueStart;
  }

  #varint(from: number): number {
    const bytes = this.#bytes;
    let value = 0;
    let scale = 1;
    for (let at = from; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) {
        this.#at = at + 1;
        return value;
      }
      scale *= 0x80;
    }
    throw new RangeError('the bytes are no registry');
  }
}
