import { DecodeError } from './errors.ts';
import type { DecodeErrorReason, FieldPlace } from './errors.ts';

/** The protobuf wire types; 6 and 7 do not exist. */
export const VARINT = 0;
export const FIXED64 = 1;
export const LENGTH_DELIMITED = 2;
const START_GROUP = 3;
const END_GROUP = 4;
const FIXED32 = 5;

/** How many messages and groups may be nested in each other. */
export const NESTING_DEPTH_MAX = 100;

const VARINT_BYTES_MAX = 10;
const SHORT_VARINT_BYTES_MAX = 5;
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Walks over wire bytes and checks what it walks over; keeps no values but the last varint.
 *
 * A varint is left in two halves, `low` and `high`, because 64 bits do not fit a number.
 */
export class WireCursor {
  readonly bytes: Uint8Array;
  position = 0;
  /** End (exclusive) of the message being walked; narrower inside a nested one. */
  end: number;
  /** Low 32 bits of the last varint, unsigned. */
  low = 0;
  /** High 32 bits of the last varint, unsigned. */
  high = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.end = bytes.length;
  }

  fail(reason: DecodeErrorReason, place: FieldPlace): never {
    throw new DecodeError(reason, place, this.position);
  }

  /** Walks over a varint into `low` and `high`. */
  varint(place: FieldPlace): void {
    const first = this.position < this.end ? this.bytes[this.position] : undefined;
    if (first !== undefined && first < 0x80) {
      this.position++;
      this.low = first;
      this.high = 0;
      return;
    }
    this.longVarint(place);
  }

  /** Whether the last varint fits an int32; a negative one is extended to 64 bits on the wire. */
  get isInt32(): boolean {
    return this.low < 2 ** 31 ? this.high === 0 : this.high === 2 ** 32 - 1;
  }

  /** Tags and lengths: upstream refuses more than 5 bytes, even if only zeros are added. */
  private shortVarint(place: FieldPlace): void {
    const start = this.position;
    this.varint(place);
    if (this.position - start > SHORT_VARINT_BYTES_MAX) this.fail('varint-too-long', place);
  }

  private longVarint(place: FieldPlace): void {
    const start = this.position;
    let low = 0;
    let high = 0;
    for (let index = 0; index < VARINT_BYTES_MAX; index++) {
      const byte = start + index < this.end ? this.bytes[start + index] : undefined;
      if (byte === undefined) this.fail('truncated', place);
      const bits = byte & 0x7f;
      if (index < 4) low |= bits << (7 * index);
      else if (index === 4) {
        low |= bits << 28;
        high = bits >>> 4;
      } else high |= bits << (7 * index - 32);
      if (byte < 0x80) {
        // The tenth byte has room for bit 63 only.
        if (index === VARINT_BYTES_MAX - 1 && byte > 1) this.fail('integer-out-of-range', place);
        this.position = start + index + 1;
        this.low = low >>> 0;
        this.high = high >>> 0;
        return;
      }
    }
    this.fail('varint-too-long', place);
  }

  /** Walks over a tag and returns it: field number * 8 + wire type. */
  tag(place: FieldPlace): number {
    this.shortVarint(place);
    // Field numbers end at 2^29-1, so a tag fits 32 bits; 0-7 would be field number 0.
    if (this.high !== 0 || this.low < 8) this.fail('invalid-tag', place);
    return this.low;
  }

  /** Walks over a length and returns the end of the bytes it announces. */
  lengthEnd(place: FieldPlace): number {
    this.shortVarint(place);
    if (this.high !== 0 || this.low > this.end - this.position) {
      this.fail('length-out-of-range', place);
    }
    return this.position + this.low;
  }

  /** Walks over a fixed number of bytes. */
  skip(count: number, place: FieldPlace): void {
    if (count > this.end - this.position) this.fail('truncated', place);
    this.position += count;
  }

  /** Walks over a string and returns where its first byte is. */
  string(place: FieldPlace): number {
    const end = this.lengthEnd(place);
    const { bytes, position: start } = this;
    for (let at = start; at < end; at++) {
      const byte = bytes[at];
      if (byte !== undefined && byte < 0x80) continue;
      try {
        UTF8.decode(bytes.subarray(at, end));
        break;
      } catch {
        this.fail('invalid-utf8', place);
      }
    }
    this.position = end;
    return start;
  }

  /** Walks over the value of a field nobody declared. */
  skipUnknown(tag: number, place: FieldPlace, depth: number): void {
    switch (tag & 7) {
      case VARINT:
        return this.varint(place);
      case FIXED64:
        return this.skip(8, place);
      case LENGTH_DELIMITED:
        this.position = this.lengthEnd(place);
        return;
      case START_GROUP:
        return this.skipGroup(tag, place, depth + 1);
      case FIXED32:
        return this.skip(4, place);
      default:
        this.fail('invalid-tag', place);
    }
  }

  private skipGroup(startTag: number, place: FieldPlace, depth: number): void {
    if (depth > NESTING_DEPTH_MAX) this.fail('nesting-too-deep', place);
    const endTag = startTag - START_GROUP + END_GROUP;
    for (;;) {
      if (this.position >= this.end) this.fail('truncated', place);
      const tag = this.tag(place);
      if (tag === endTag) return;
      // Any other end tag falls into 'invalid-tag' there.
      this.skipUnknown(tag, place, depth);
    }
  }
}
