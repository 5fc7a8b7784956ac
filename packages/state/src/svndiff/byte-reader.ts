import { StateError } from '../errors.ts';

/** Larger numbers than any a difference can mean; as many 7-bit digits as 2^53 needs. */
const NUMBER_BYTES_MAX = 8;

/** Goes through the bytes of a difference; throws `STATE_DIFF_MALFORMED` where they end too early. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  byte(what: string): number {
    const byte = this.#bytes[this.#at];
    if (byte === undefined) throw malformed(`it ends within ${what}`);
    this.#at++;
    return byte;
  }

  /** A number of 7-bit digits, the highest first; all but the last have the top bit set. */
  number(what: string): number {
    let value = 0;
    for (let length = 1; length <= NUMBER_BYTES_MAX; length++) {
      const byte = this.byte(what);
      value = value * 0x80 + (byte & 0x7f);
      if (byte < 0x80) {
        if (Number.isSafeInteger(value)) return value;
        break;
      }
    }
    throw malformed(`${what} is too large a number`);
  }

  /** The next bytes, as a view. */
  take(length: number, what: string): Uint8Array {
    const end = this.#at + length;
    if (end > this.#bytes.length) throw malformed(`it ends within ${what}`);
    const taken = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return taken;
  }
}

/** Says what is wrong with a difference. */
export function malformed(problem: string): StateError {
  return new StateError('STATE_DIFF_MALFORMED', `the difference is malformed: ${problem}`);
}

/** Of a version that compresses, which no Mesos writes. */
export function unsupported(version: number | undefined): StateError {
  return new StateError(
    'STATE_DIFF_UNSUPPORTED',
    `the difference is an svndiff of version ${version}; only version 0 is known, which Mesos writes`,
  );
}
