import type { Splice } from '../value/splice.ts';
import { ByteWriter } from './byte-writer.ts';
import {
  COPY_NEW,
  COPY_SOURCE,
  SHORT_LENGTH_MAX,
  SVNDIFF_HEADER,
  WINDOW_SIZE_BYTES_MAX,
} from './limits.ts';

/**
 * The svndiff (version 0) that makes the value with the splices out of the one before.
 *
 * Its cost grows with what is new and with the number of windows, one for every 100 KiB: of what
 * stays the same nothing is looked at.
 *
 * @param length of the value before
 */
export function encodeSvndiff(splices: readonly Splice[], length: number): Uint8Array {
  const encoder = new SvndiffEncoder();
  let kept = 0;
  for (const { offset, removed, inserted } of splices) {
    encoder.copy(kept, offset - kept);
    encoder.insert(inserted);
    kept = offset + removed;
  }
  encoder.copy(kept, length - kept);
  return encoder.finish();
}

/**
 * Cuts copies and new bytes into windows.
 *
 * Subversion reads the value before as a stream: a view that began behind the end of the one before
 * it would be given the wrong bytes. So views follow each other without a gap, over what is not
 * needed as well, even if it takes windows that make nothing.
 */
class SvndiffEncoder {
  readonly #out = new ByteWriter();
  readonly #instructions = new ByteWriter();
  readonly #fresh = new ByteWriter();
  /** Where the window's view of the source begins: where that of the window before ended. */
  #viewOffset = 0;
  /** How far it reaches, once the window has copied anything. */
  #viewLength = 0;
  #targetLength = 0;

  constructor() {
    this.#out.append(SVNDIFF_HEADER);
  }

  copy(offset: number, length: number): void {
    for (let done = 0; done < length;) {
      const at = offset + done;
      const room = this.#roomFor(at);
      if (room <= 0) {
        this.#makeRoom(at);
        continue;
      }
      const part = Math.min(room, length - done);
      this.#instruction(COPY_SOURCE, part, at - this.#viewOffset);
      this.#viewLength = at + part - this.#viewOffset;
      done += part;
    }
  }

  insert(bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length;) {
      const room = WINDOW_SIZE_BYTES_MAX - this.#targetLength;
      if (room === 0) {
        this.#flush();
        continue;
      }
      const part = bytes.subarray(done, done + room);
      this.#instruction(COPY_NEW, part.length);
      this.#fresh.append(part);
      done += part.length;
    }
  }

  finish(): Uint8Array {
    if (this.#targetLength > 0) this.#flush();
    return this.#out.bytes.slice();
  }

  /** How many bytes from there fit: into what the window makes, and into what it looks at. */
  #roomFor(at: number): number {
    const target = WINDOW_SIZE_BYTES_MAX - this.#targetLength;
    return Math.min(target, WINDOW_SIZE_BYTES_MAX - (at - this.#viewOffset));
  }

  #makeRoom(at: number): void {
    if (this.#targetLength === 0) {
      this.#viewLength = Math.min(at - this.#viewOffset, WINDOW_SIZE_BYTES_MAX);
    }
    this.#flush();
  }

  #instruction(selector: number, length: number, offset?: number): void {
    const isShort = length <= SHORT_LENGTH_MAX;
    this.#instructions.byte((selector << 6) | (isShort ? length : 0));
    if (!isShort) this.#instructions.number(length);
    if (offset !== undefined) this.#instructions.number(offset);
    this.#targetLength += length;
  }

  #flush(): void {
    this.#out.number(this.#viewOffset);
    this.#out.number(this.#viewLength);
    this.#out.number(this.#targetLength);
    this.#out.number(this.#instructions.length);
    this.#out.number(this.#fresh.length);
    this.#out.append(this.#instructions.bytes);
    this.#out.append(this.#fresh.bytes);
    this.#instructions.clear();
    this.#fresh.clear();
    this.#viewOffset += this.#viewLength;
    this.#viewLength = 0;
    this.#targetLength = 0;
  }
}
