import { createHmac, timingSafeEqual } from 'node:crypto';
import { FrameError } from './frame-error.ts';
import { GrowingBytes } from './growing-bytes.ts';

// What a connection carries whose peers share a secret: the bytes of the frames, cut into records.
//
//   record = u32 bytes of payload, payload, 32 bytes of HMAC-SHA-256 over u64 number, u32 length, payload
//
// Numbers count from 0 and are not sent: a record that is left out, repeated or moved has a wrong MAC.

const LENGTH_BYTES = 4;
const MAC_BYTES = 32;
/** What a reader holds of a record before it knows whether to trust it. */
const RECORD_BYTES_MAX = 256 * 1024;

/** Makes records of bytes. */
export class RecordSealer {
  readonly #key: Buffer;
  #next = 0n;

  constructor(key: Buffer) {
    this.#key = key;
  }

  seal(bytes: Uint8Array): readonly Uint8Array[] {
    const pieces: Uint8Array[] = [];
    for (let at = 0; at < bytes.length; at += RECORD_BYTES_MAX) {
      const payload = bytes.subarray(at, at + RECORD_BYTES_MAX);
      const head = headOf(this.#next++, payload.length);
      pieces.push(head.subarray(8), payload, macOf(this.#key, head, payload));
    }
    return pieces;
  }
}

/** Gives back the bytes of records, in pieces of any size; not one byte that was not sealed with the key. */
export class RecordOpener {
  readonly #key: Buffer;
  readonly #opened: (bytes: Buffer) => void;
  #next = 0n;
  readonly #bytes = new GrowingBytes();

  constructor(key: Buffer, opened: (bytes: Buffer) => void) {
    this.#key = key;
    this.#opened = opened;
  }

  /** Whether a record has begun, and not come to its end. */
  get isPartial(): boolean {
    return this.#bytes.length > 0;
  }

  /** Throws `FrameError`. */
  push(piece: Buffer): void {
    this.#bytes.push(piece);
    const bytes = this.#bytes.view;
    let at = 0;
    while (bytes.length - at >= LENGTH_BYTES) {
      const length = bytes.readUInt32BE(at);
      if (length > RECORD_BYTES_MAX) {
        throw new FrameError('too-large', `a record of ${length} bytes`);
      }
      const end = at + LENGTH_BYTES + length + MAC_BYTES;
      if (bytes.length < end) break;
      this.#open(bytes.subarray(at + LENGTH_BYTES, end));
      at = end;
    }
    this.#bytes.drop(at);
  }

  #open(sealed: Buffer): void {
    const payload = sealed.subarray(0, -MAC_BYTES);
    const mac = macOf(this.#key, headOf(this.#next++, payload.length), payload);
    if (!timingSafeEqual(mac, sealed.subarray(-MAC_BYTES))) {
      const message = `record ${this.#next - 1n} is not what this peer sealed for here`;
      throw new FrameError('wrong-credentials', message);
    }
    this.#opened(payload);
  }
}

function headOf(number: bigint, length: number): Buffer {
  const head = Buffer.allocUnsafe(8 + LENGTH_BYTES);
  head.writeBigUInt64BE(number);
  head.writeUInt32BE(length, 8);
  return head;
}

function macOf(key: Buffer, head: Buffer, payload: Uint8Array): Buffer {
  return createHmac('sha256', key).update(head).update(payload).digest();
}
