import {
  ACTION_TYPES,
  ACTION_TYPE_NUMBER,
  INCARNATION_TAG,
  LENGTH_DELIMITED,
  RECORD_TYPE_ACTION,
  REPLICA_ID_LENGTH_MAX,
  REPLICA_ID_TAG,
  RESPONSE_TYPES,
  WRITE_REQUEST_TYPE_NUMBER,
  tagOf,
} from './everyday-log.ts';
import type {
  EverydayAction,
  EverydayLearnedMessage,
  EverydayRecord,
  EverydayValue,
  EverydayWriteRequest,
  EverydayWriteResponse,
} from './everyday-log.ts';

type Mutable<M> = { -readonly [K in keyof M]: M[K] };

type WideTag = readonly [number, number];

/** Reads fields with tags of one byte, and those of two that are named. */
class EverydayReader {
  readonly bytes: Uint8Array;
  at = 0;
  /** End (exclusive) of the message being read. */
  end: number;
  /** Set once something is not everyday; what is read after that means nothing. */
  failed = false;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.end = bytes.length;
  }

  /** The field's value, or -1 if the next field is another one. */
  varint(tag: number): number {
    if (this.at >= this.end || this.bytes[this.at] !== tag) return -1;
    this.at++;
    return this.varintValue();
  }

  private varintValue(): number {
    const byte = this.at < this.end ? this.bytes[this.at] : undefined;
    if (byte === undefined || byte >= 0x80) return this.longVarint();
    this.at++;
    return byte;
  }

  private longVarint(): number {
    let value = 0;
    let scale = 1;
    // Eight bytes hold 56 bits: a longer varint is beyond 2^53.
    for (let index = 0; index < 8 && this.at < this.end; index++) {
      const byte = this.bytes[this.at++] ?? 0;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) {
        const isPadded = byte === 0;
        return isPadded || value > Number.MAX_SAFE_INTEGER ? this.fail() : value;
      }
      scale *= 128;
    }
    return this.fail();
  }

  /** The value of a field with a tag of two bytes, or -1 if the next field is another one. */
  wideVarint(tag: WideTag): number {
    return this.takeTag(tag) ? this.varintValue() : -1;
  }

  /** The value of a field with a tag of two bytes, or undefined if the next field is another one. */
  wideAscii(tag: WideTag, lengthMax: number): string | undefined {
    if (!this.takeTag(tag)) return undefined;
    const length = this.varintValue();
    if (length > lengthMax || length > this.end - this.at) this.fail();
    if (this.failed) return undefined;
    let text = '';
    for (const end = this.at + length; this.at < end; this.at++) {
      const byte = this.bytes[this.at] ?? 0;
      if (byte >= 0x80) this.fail();
      text += String.fromCharCode(byte);
    }
    return text;
  }

  private takeTag([first, second]: WideTag): boolean {
    const { bytes, at } = this;
    if (at + 1 >= this.end || bytes[at] !== first || bytes[at + 1] !== second) return false;
    this.at += 2;
    return true;
  }

  /** The end of the field's value, or -1 if the next field is another one. */
  lengthEnd(tag: number): number {
    const length = this.varint(tag);
    if (length < 0) return -1;
    return length > this.end - this.at ? this.fail() : this.at + length;
  }

  fail(): -1 {
    this.failed = true;
    return -1;
  }

  get isDone(): boolean {
    return !this.failed && this.at === this.end;
  }
}

/** Undefined means: not the everyday form. */
export function decodeRecord(bytes: Uint8Array): EverydayRecord | undefined {
  const reader = new EverydayReader(bytes);
  if (reader.varint(tagOf(1)) !== RECORD_TYPE_ACTION) return undefined;
  const action = readLastAction(reader, 3);
  return action && { type: 'action', action };
}

/** Undefined means: not the everyday form. */
export function decodeLearnedMessage(bytes: Uint8Array): EverydayLearnedMessage | undefined {
  const action = readLastAction(new EverydayReader(bytes), 1);
  return action && { action };
}

/** Undefined means: not the everyday form. */
export function decodeWriteRequest(bytes: Uint8Array): EverydayWriteRequest | undefined {
  const reader = new EverydayReader(bytes);
  const proposal = reader.varint(tagOf(1));
  const position = reader.varint(tagOf(2));
  if (proposal < 0 || position < 0) return undefined;
  const learned = reader.varint(tagOf(3));
  const type = readType(reader, WRITE_REQUEST_TYPE_NUMBER);
  if (type === undefined) return undefined;
  const request: Mutable<EverydayWriteRequest> =
    learned < 0
      ? { proposal, position, type }
      : { proposal, position, learned: learned !== 0, type };
  readOperands(reader, WRITE_REQUEST_TYPE_NUMBER, request);
  return reader.isDone ? request : undefined;
}

/** Undefined means: not the everyday form. */
export function decodeWriteResponse(bytes: Uint8Array): EverydayWriteResponse | undefined {
  const reader = new EverydayReader(bytes);
  const okay = reader.varint(tagOf(1));
  const proposal = reader.varint(tagOf(2));
  const position = reader.varint(tagOf(3));
  const typeNumber = reader.varint(tagOf(4));
  const replicaId = reader.wideAscii(REPLICA_ID_TAG, REPLICA_ID_LENGTH_MAX);
  const incarnation = reader.wideVarint(INCARNATION_TAG);
  if (!reader.isDone || okay < 0 || proposal < 0 || position < 0) return undefined;
  const response: Mutable<EverydayWriteResponse> = { okay: okay !== 0, proposal, position };
  if (typeNumber >= 0) {
    const type = RESPONSE_TYPES[typeNumber];
    if (type === undefined) return undefined;
    response.type = type;
  }
  if (replicaId !== undefined) response.replicaId = replicaId;
  if (incarnation >= 0) response.incarnation = incarnation;
  return response;
}

/** Reads an action that fills the rest of the bytes. */
function readLastAction(reader: EverydayReader, number: number): EverydayAction | undefined {
  const end = reader.lengthEnd(tagOf(number, LENGTH_DELIMITED));
  if (end !== reader.end) return undefined;
  const position = reader.varint(tagOf(1));
  const promised = reader.varint(tagOf(2));
  if (position < 0 || promised < 0) return undefined;
  const action: Mutable<EverydayAction> = { position, promised };
  const performed = reader.varint(tagOf(3));
  if (performed >= 0) action.performed = performed;
  const learned = reader.varint(tagOf(4));
  if (learned >= 0) action.learned = learned !== 0;
  const type = readType(reader, ACTION_TYPE_NUMBER);
  if (type !== undefined) action.type = type;
  readOperands(reader, ACTION_TYPE_NUMBER, action);
  return reader.isDone ? action : undefined;
}

function readType(reader: EverydayReader, number: number): EverydayValue['type'] {
  const typeNumber = reader.varint(tagOf(number));
  if (typeNumber < 0) return undefined;
  const type = ACTION_TYPES[typeNumber];
  if (type === undefined) reader.fail();
  return type;
}

/** Reads `nop`, `append` and `truncate`, which follow `type`. */
function readOperands(
  reader: EverydayReader,
  typeNumber: number,
  out: Mutable<EverydayValue>,
): void {
  const outerEnd = reader.end;
  const nopEnd = reader.lengthEnd(tagOf(typeNumber + 1, LENGTH_DELIMITED));
  if (nopEnd >= 0) {
    reader.end = nopEnd;
    const tombstone = reader.varint(tagOf(1));
    out.nop = tombstone < 0 ? {} : { tombstone: tombstone !== 0 };
    if (reader.at !== nopEnd) reader.fail();
    reader.end = outerEnd;
  }
  const appendEnd = reader.lengthEnd(tagOf(typeNumber + 2, LENGTH_DELIMITED));
  if (appendEnd >= 0) {
    reader.end = appendEnd;
    const bytesEnd = reader.lengthEnd(tagOf(1, LENGTH_DELIMITED));
    if (bytesEnd !== appendEnd) reader.fail();
    else out.append = { bytes: new Uint8Array(reader.bytes.subarray(reader.at, bytesEnd)) };
    reader.at = appendEnd;
    reader.end = outerEnd;
  }
  const truncateEnd = reader.lengthEnd(tagOf(typeNumber + 3, LENGTH_DELIMITED));
  if (truncateEnd >= 0) {
    reader.end = truncateEnd;
    const to = reader.varint(tagOf(1));
    if (to < 0 || reader.at !== truncateEnd) reader.fail();
    out.truncate = { to };
    reader.end = outerEnd;
  }
}
