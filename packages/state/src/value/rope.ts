import type { Splice } from './splice.ts';

/** Below this a run of bytes is copied rather than shared. */
const SHARED_RUN_LENGTH_MIN = 32;

/** More pieces than this, and they are copied together: each one costs every later change. */
const PIECES_MAX = 1_024;

/**
 * Immutable bytes in pieces that may be shared with other ropes: changing a little of a large value
 * copies little.
 */
export class Rope {
  readonly length: number;
  readonly #pieces: readonly Uint8Array[];

  /** @param pieces not copied: nobody may change them any more */
  constructor(pieces: readonly Uint8Array[]) {
    this.#pieces = pieces;
    this.length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  }

  /** Of bytes that nobody changes any more. */
  static of(bytes: Uint8Array): Rope {
    return new Rope(bytes.length === 0 ? [] : [bytes]);
  }

  /** How many pieces it has: what a change of it costs. */
  get pieceCount(): number {
    return this.#pieces.length;
  }

  /** A copy of a part of the bytes. */
  bytes(from = 0, to = this.length): Uint8Array {
    const bytes = new Uint8Array(to - from);
    let start = 0;
    for (const piece of this.#pieces) {
      const end = start + piece.length;
      if (start >= to) break;
      if (end > from) {
        const part = piece.subarray(Math.max(from - start, 0), to - start);
        bytes.set(part, Math.max(start - from, 0));
      }
      start = end;
    }
    return bytes;
  }

  reader(): RopeReader {
    return new RopeReader(this.#pieces);
  }

  /** The bytes with these parts replaced; see `checkSplices` for what is valid. */
  splice(splices: readonly Splice[]): Rope {
    const builder = new RopeBuilder();
    const reader = this.reader();
    let kept = 0;
    for (const { offset, removed, inserted } of splices) {
      reader.copyTo(builder, kept, offset - kept);
      builder.append(inserted);
      kept = offset + removed;
    }
    reader.copyTo(builder, kept, this.length - kept);
    return builder.finish();
  }
}

/** Reads parts of a rope, the quicker the nearer each begins to where the one before ended. */
export class RopeReader {
  readonly #pieces: readonly Uint8Array[];
  #index = 0;
  /** Where the piece at `#index` begins. */
  #start = 0;

  constructor(pieces: readonly Uint8Array[]) {
    this.#pieces = pieces;
  }

  copyTo(builder: RopeBuilder, from: number, length: number): void {
    while (from < this.#start) {
      this.#index--;
      this.#start -= this.#pieces[this.#index]?.length ?? 0;
    }
    for (let at = from, left = length; left > 0;) {
      const piece = this.#pieces[this.#index];
      if (!piece) throw new RangeError(`the rope ends before ${at + left}`);
      const offset = at - this.#start;
      if (offset >= piece.length) {
        this.#index++;
        this.#start += piece.length;
        continue;
      }
      const part = piece.subarray(offset, offset + left);
      builder.append(part);
      at += part.length;
      left -= part.length;
    }
  }
}

/** Puts a rope together. */
export class RopeBuilder {
  readonly #pieces: Uint8Array[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** @param bytes not copied, unless they are few: nobody may change them any more */
  append(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#length += bytes.length;
    const last = this.#pieces.at(-1);
    const joined = last && join(last, bytes);
    if (joined) this.#pieces[this.#pieces.length - 1] = joined;
    else this.#pieces.push(bytes);
  }

  finish(): Rope {
    const rope = new Rope(this.#pieces);
    return this.#pieces.length > PIECES_MAX ? Rope.of(rope.bytes()) : rope;
  }
}

/** Both as one piece, if they lie side by side or one of them is not worth a piece of its own. */
function join(left: Uint8Array, right: Uint8Array): Uint8Array | undefined {
  const length = left.length + right.length;
  if (left.buffer === right.buffer && left.byteOffset + left.length === right.byteOffset) {
    return new Uint8Array(left.buffer, left.byteOffset, length);
  }
  if (length > SHARED_RUN_LENGTH_MIN) return undefined;
  const joined = new Uint8Array(length);
  joined.set(left);
  joined.set(right, left.length);
  return joined;
}
