import { ZooKeeperError } from '../errors.ts';

const utf8 = new TextEncoder();
const utf8Reader = new TextDecoder('utf-8', { fatal: true });
const CAPACITY_BYTES_MIN = 64;

/**
 * Writes jute, ZooKeeper's serialisation: big-endian integers; buffers, strings and vectors behind
 * their length in four bytes, −1 for none.
 */
export class JuteWriter {
  #bytes = new Uint8Array(CAPACITY_BYTES_MIN);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  int(value: number): this {
    const offset = this.#reserve(4);
    this.#view.setInt32(offset, value);
    return this;
  }

  long(value: bigint): this {
    const offset = this.#reserve(8);
    this.#view.setBigInt64(offset, value);
    return this;
  }

  bool(value: boolean): this {
    const offset = this.#reserve(1);
    this.#view.setUint8(offset, value ? 1 : 0);
    return this;
  }

  buffer(value: Uint8Array): this {
    this.int(value.length);
    const offset = this.#reserve(value.length);
    this.#bytes.set(value, offset);
    return this;
  }

  string(value: string): this {
    return this.buffer(utf8.encode(value));
  }

  vector<T>(values: readonly T[], write: (value: T) => void): this {
    this.int(values.length);
    for (const value of values) write(value);
    return this;
  }

  /** What was written; not copied. */
  done(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  /** Call it before anything is read of this object: it may replace what is written to. */
  #reserve(size: number): number {
    const offset = this.#length;
    this.#length += size;
    if (this.#length > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(this.#length, this.#bytes.length * 2));
      grown.set(this.#bytes.subarray(0, offset));
      this.#bytes = grown;
      this.#view = new DataView(grown.buffer);
    }
    return offset;
  }
}

/** Reads jute. What ends too early, or is no length, throws `ZOOKEEPER_PROTOCOL_VIOLATED`. */
export class JuteReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #offset = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get isAtEnd(): boolean {
    return this.#offset === this.#bytes.length;
  }

  int(): number {
    return this.#view.getInt32(this.#take(4));
  }

  long(): bigint {
    return this.#view.getBigInt64(this.#take(8));
  }

  bool(): boolean {
    return this.#view.getUint8(this.#take(1)) !== 0;
  }

  /** A copy; empty for none, which ZooKeeper does not tell from empty. */
  buffer(): Uint8Array {
    const length = this.int();
    if (length === -1) return new Uint8Array(0);
    const offset = this.#take(length);
    // Not slice(): that of a Buffer shares its memory.
    return new Uint8Array(this.#bytes.subarray(offset, offset + length));
  }

  string(): string {
    try {
      return utf8Reader.decode(this.buffer());
    } catch (error) {
      if (error instanceof ZooKeeperError) throw error;
      throw violated('a string that is not UTF-8', error);
    }
  }

  vector<T>(read: () => T): readonly T[] {
    const length = this.int();
    if (length === -1) return [];
    // Each element has at least one byte: a length that lies must not make us allocate.
    if (length < 0 || length > this.#bytes.length - this.#offset) {
      throw violated(`a vector of ${length} elements`);
    }
    return Array.from({ length }, read);
  }

  #take(size: number): number {
    const offset = this.#offset;
    if (size < 0 || size > this.#bytes.length - offset) {
      throw violated(`${this.#bytes.length} bytes that end ${size} bytes after byte ${offset}`);
    }
    this.#offset += size;
    return offset;
  }
}

/** A server that sends what is not in the protocol. */
export function violated(what: string, cause?: unknown): ZooKeeperError {
  const options = cause === undefined ? {} : { cause };
  return new ZooKeeperError('ZOOKEEPER_PROTOCOL_VIOLATED', `the server sent ${what}`, options);
}
