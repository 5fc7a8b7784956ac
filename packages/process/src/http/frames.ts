import { Pid } from '../pid.ts';
import type { Message } from '../transport/transport.ts';
import { FrameError } from './frame-error.ts';
import { GrowingBytes } from './growing-bytes.ts';

// The binary protocol between two runtimes of Quorate, after an upgrade of HTTP. Integers are
// big-endian and unsigned.
//
//   frame   = u32 bytes that follow, u8 type, payload
//   hello   = JSON: { version, address }
//   message = u32 bytes of head, head, body
//   head    = to's id, from, name, trace: each u16 bytes, UTF-8

/** What both sides name when they upgrade; another version is another protocol. */
export const PROTOCOL = 'quorate/1';
export const VERSION = 1;

const HELLO = 0;
const MESSAGE = 1;
const PREFIX_BYTES = 5;
const BODY_AT = PREFIX_BYTES + 4;
const HELLO_BYTES_MAX = 16 * 1024;

/** The first frame of each side. Room for what comes later: a reader ignores keys it does not know. */
export interface Hello {
  readonly version: number;
  /** The sender's, as its pids have it. */
  readonly address: string;
}

export function helloFrame(hello: Hello): Uint8Array {
  const text = Buffer.from(JSON.stringify(hello));
  const frame = Buffer.allocUnsafe(PREFIX_BYTES + text.length);
  writePrefix(frame, 0, HELLO, text.length);
  text.copy(frame, PREFIX_BYTES);
  return frame;
}

/** Writes messages as frames, many to a buffer. */
export class FrameEncoder {
  #last: Message | undefined;
  #lastHead: Buffer = Buffer.alloc(0);

  encode(messages: readonly Message[]): Uint8Array {
    const heads = messages.map((message) => this.#headOf(message));
    let total = 0;
    for (const [index, { body }] of messages.entries()) {
      total += BODY_AT + (heads[index]?.length ?? 0) + body.length;
    }
    const bytes = Buffer.allocUnsafe(total);
    let at = 0;
    for (const [index, { body }] of messages.entries()) {
      const head = heads[index] as Buffer;
      writePrefix(bytes, at, MESSAGE, 4 + head.length + body.length);
      bytes.writeUInt32BE(head.length, at + PREFIX_BYTES);
      bytes.set(head, at + BODY_AT);
      bytes.set(body, at + BODY_AT + head.length);
      at += BODY_AT + head.length + body.length;
    }
    return bytes;
  }

  /** One process tends to send many messages to another: their heads are the same. */
  #headOf(message: Message): Buffer {
    const { to, from, name, trace } = message;
    const last = this.#last;
    const isSame =
      last?.to === to && last.from === from && last.name === name && last.trace === trace;
    if (!isSame) {
      this.#last = message;
      this.#lastHead = headOf([to.id, from.address === '' ? '' : `${from}`, name, trace ?? '']);
    }
    return this.#lastHead;
  }
}

function headOf(fields: readonly string[]): Buffer {
  const texts = fields.map((field) => Buffer.from(field));
  return Buffer.concat(
    texts.flatMap((text) => {
      const length = Buffer.allocUnsafe(2);
      length.writeUInt16BE(text.length);
      return [length, text];
    }),
  );
}

function writePrefix(bytes: Buffer, at: number, type: number, payloadBytes: number): void {
  bytes.writeUInt32BE(1 + payloadBytes, at);
  bytes.writeUInt8(type, at + 4);
}

/** What a decoder reads for. */
export interface FrameReader {
  hello(hello: Hello): void;
  message(message: Message): void;
}

/** Reads frames out of pieces of any size. The first has to be the greeting. */
export class FrameDecoder {
  readonly #address: string;
  readonly #frameBytesMax: number;
  readonly #reader: FrameReader;
  readonly #bytes = new GrowingBytes();
  #isGreeted = false;
  #lastHead: Buffer = Buffer.alloc(0);
  #lastFields: Omit<Message, 'body'> | undefined;

  /**
   * @param address of whom the messages are for
   * @param frameBytesMax a frame that says it is larger is refused before it is there
   */
  constructor(address: string, frameBytesMax: number, reader: FrameReader) {
    this.#address = address;
    this.#frameBytesMax = frameBytesMax;
    this.#reader = reader;
  }

  /** Whether a frame has begun that has not come to its end. */
  get isPartial(): boolean {
    return this.#bytes.length > 0;
  }

  push(piece: Buffer): void {
    this.#bytes.push(piece);
  }

  /** Reads what is there, at most so many frames, and gives how many they were. Throws `FrameError`. */
  read(framesMax: number): number {
    const bytes = this.#bytes.view;
    let at = 0;
    let frames = 0;
    while (frames < framesMax && bytes.length - at >= PREFIX_BYTES) {
      const end = at + 4 + this.#frameBytesAt(bytes, at);
      if (bytes.length < end) break;
      this.#read(bytes.readUInt8(at + 4), bytes.subarray(at + PREFIX_BYTES, end));
      at = end;
      frames++;
    }
    this.#bytes.drop(at);
    return frames;
  }

  #frameBytesAt(bytes: Buffer, at: number): number {
    const length = bytes.readUInt32BE(at);
    const limit = this.#isGreeted ? this.#frameBytesMax : HELLO_BYTES_MAX;
    if (length > limit)
      throw new FrameError('too-large', `a frame of ${length} bytes, more than ${limit}`);
    if (length < 1) throw new FrameError('malformed', 'a frame without a type');
    return length;
  }

  #read(type: number, payload: Buffer): void {
    if (type === HELLO && !this.#isGreeted) {
      this.#isGreeted = true;
      this.#reader.hello(helloOf(payload));
    } else if (type === MESSAGE && this.#isGreeted) {
      this.#reader.message(this.#messageOf(payload));
    } else {
      throw new FrameError(
        'malformed',
        `a frame of type ${type}, ${this.#isGreeted ? 'later' : 'first'}`,
      );
    }
  }

  #messageOf(payload: Buffer): Message {
    const headBytes = payload.length < 4 ? Infinity : payload.readUInt32BE(0);
    if (4 + headBytes > payload.length)
      throw new FrameError('malformed', 'a head longer than its frame');
    const head = payload.subarray(4, 4 + headBytes);
    if (!this.#lastFields || !head.equals(this.#lastHead)) {
      this.#lastFields = this.#fieldsOf(head);
      this.#lastHead = Buffer.from(head);
    }
    const { from, to, name, trace } = this.#lastFields;
    // Copied: a small body would keep the whole piece that it arrived in.
    return { from, to, name, trace, body: new Uint8Array(payload.subarray(4 + headBytes)) };
  }

  #fieldsOf(head: Buffer): Omit<Message, 'body'> {
    const [id = '', sender = '', name = '', trace = ''] = textsOf(head);
    const at = sender.indexOf('@');
    if (sender !== '' && at < 0) throw new FrameError('malformed', 'a sender that is no pid');
    return {
      from: new Pid(sender.slice(0, Math.max(at, 0)), sender.slice(at + 1)),
      to: new Pid(id, this.#address),
      name,
      trace: trace === '' ? undefined : trace,
    };
  }
}

const FIELDS = 4;

function textsOf(head: Buffer): readonly string[] {
  const texts: string[] = [];
  let at = 0;
  while (texts.length < FIELDS) {
    const end = at + 2 > head.length ? Infinity : at + 2 + head.readUInt16BE(at);
    if (end > head.length) throw new FrameError('malformed', 'a head that breaks off');
    texts.push(head.toString('utf8', at + 2, end));
    at = end;
  }
  return texts;
}

function helloOf(payload: Buffer): Hello {
  let hello: unknown;
  try {
    hello = JSON.parse(payload.toString());
  } catch {
    throw new FrameError('malformed', 'a greeting that is no JSON');
  }
  const { version, address } = (hello ?? {}) as Partial<Record<keyof Hello, unknown>>;
  if (typeof version !== 'number' || typeof address !== 'string') {
    throw new FrameError('malformed', 'a greeting without version and address');
  }
  return { version, address };
}
