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
  EverydayValue,
  EverydayWriteRequest,
  EverydayWriteResponse,
} from './everyday-log.ts';

/** Fields that the everyday form does not have; a message with any of them is not everyday. */
interface Extras {
  readonly replicaId?: unknown;
  readonly incarnation?: unknown;
  readonly known?: unknown;
  readonly unknownFields?: unknown;
}

/**
 * A size that is not a number: the value is not everyday. It spreads through every sum, so that a
 * message is measured and checked in one go.
 */
const NOT_EVERYDAY = Number.NaN;

/** Fills bytes of a size measured before; fields have tags of one byte, or of two that are named. */
class EverydayWriter {
  readonly bytes: Uint8Array;
  private at = 0;

  constructor(size: number) {
    this.bytes = new Uint8Array(size);
  }

  varint(tag: number, value: number): void {
    this.bytes[this.at++] = tag;
    this.varintValue(value);
  }

  wideVarint([first, second]: readonly [number, number], value: number): void {
    this.bytes[this.at++] = first;
    this.varint(second, value);
  }

  wideAscii(tag: readonly [number, number], value: string): void {
    this.wideVarint(tag, value.length);
    for (let index = 0; index < value.length; index++) {
      this.bytes[this.at++] = value.charCodeAt(index);
    }
  }

  private varintValue(value: number): void {
    let rest = value;
    while (rest >= 0x80) {
      this.bytes[this.at++] = (rest % 0x80) + 0x80;
      rest = Math.floor(rest / 0x80);
    }
    this.bytes[this.at++] = rest;
  }

  flag(tag: number, value: boolean | undefined): void {
    if (value !== undefined) this.varint(tag, value ? 1 : 0);
  }

  copy(tag: number, value: Uint8Array): void {
    this.varint(tag, value.length);
    this.bytes.set(value, this.at);
    this.at += value.length;
  }
}

/** Undefined means: not the everyday form. */
export function encodeRecord(
  record: Extras & {
    readonly type: string;
    readonly action?: EverydayAction;
    readonly promise?: unknown;
    readonly metadata?: unknown;
  },
): Uint8Array | undefined {
  if (record.type !== 'action' || hasExtras(record)) return undefined;
  if (record.promise !== undefined || record.metadata !== undefined) return undefined;
  const size = actionSize(record.action);
  if (record.action === undefined || Number.isNaN(size)) return undefined;
  const writer = new EverydayWriter(2 + lengthFieldSize(size));
  writer.varint(tagOf(1), RECORD_TYPE_ACTION);
  writer.varint(tagOf(3, LENGTH_DELIMITED), size);
  writeAction(writer, record.action);
  return writer.bytes;
}

/** Undefined means: not the everyday form. */
export function encodeLearnedMessage(
  message: Extras & { readonly action: EverydayAction },
): Uint8Array | undefined {
  const size = actionSize(message.action);
  if (hasExtras(message) || Number.isNaN(size)) return undefined;
  const writer = new EverydayWriter(lengthFieldSize(size));
  writer.varint(tagOf(1, LENGTH_DELIMITED), size);
  writeAction(writer, message.action);
  return writer.bytes;
}

/** Undefined means: not the everyday form. */
export function encodeWriteRequest(request: Extras & EverydayWriteRequest): Uint8Array | undefined {
  const { proposal, position, learned } = request;
  if (hasExtras(request) || request.type === undefined) return undefined;
  const headSize = varintFieldSize(proposal) + varintFieldSize(position) + flagFieldSize(learned);
  const size = headSize + valueSize(request);
  if (Number.isNaN(size)) return undefined;
  const writer = new EverydayWriter(size);
  writer.varint(tagOf(1), proposal);
  writer.varint(tagOf(2), position);
  writer.flag(tagOf(3), learned);
  writeValue(writer, WRITE_REQUEST_TYPE_NUMBER, request);
  return writer.bytes;
}

/** Undefined means: not the everyday form. */
export function encodeWriteResponse(
  response: Omit<Extras, 'replicaId' | 'incarnation'> & EverydayWriteResponse,
): Uint8Array | undefined {
  const { okay, proposal, position, type, replicaId, incarnation } = response;
  if (response.known !== undefined || response.unknownFields !== undefined) return undefined;
  if (typeof okay !== 'boolean') return undefined;
  const typeSize = type === undefined ? 0 : RESPONSE_TYPES.includes(type) ? 2 : NOT_EVERYDAY;
  const lifeSize =
    (replicaId === undefined ? 0 : 1 + asciiFieldSize(replicaId)) +
    (incarnation === undefined ? 0 : 1 + varintFieldSize(incarnation));
  const size = 2 + varintFieldSize(proposal) + varintFieldSize(position) + typeSize + lifeSize;
  if (Number.isNaN(size)) return undefined;
  const writer = new EverydayWriter(size);
  writer.flag(tagOf(1), okay);
  writer.varint(tagOf(2), proposal);
  writer.varint(tagOf(3), position);
  if (type !== undefined) writer.varint(tagOf(4), RESPONSE_TYPES.indexOf(type));
  if (replicaId !== undefined) writer.wideAscii(REPLICA_ID_TAG, replicaId);
  if (incarnation !== undefined) writer.wideVarint(INCARNATION_TAG, incarnation);
  return writer.bytes;
}

function writeAction(writer: EverydayWriter, action: EverydayAction): void {
  writer.varint(tagOf(1), action.position);
  writer.varint(tagOf(2), action.promised);
  if (action.performed !== undefined) writer.varint(tagOf(3), action.performed);
  writer.flag(tagOf(4), action.learned);
  writeValue(writer, ACTION_TYPE_NUMBER, action);
}

function writeValue(writer: EverydayWriter, typeNumber: number, value: EverydayValue): void {
  const { type, nop, append, truncate } = value;
  if (type !== undefined) writer.varint(tagOf(typeNumber), ACTION_TYPES.indexOf(type));
  if (nop !== undefined) {
    writer.varint(tagOf(typeNumber + 1, LENGTH_DELIMITED), nopSize(nop));
    writer.flag(tagOf(1), nop.tombstone);
  }
  if (append !== undefined) {
    writer.varint(tagOf(typeNumber + 2, LENGTH_DELIMITED), appendSize(append));
    writer.copy(tagOf(1, LENGTH_DELIMITED), append.bytes);
  }
  if (truncate !== undefined) {
    writer.varint(tagOf(typeNumber + 3, LENGTH_DELIMITED), truncateSize(truncate));
    writer.varint(tagOf(1), truncate.to);
  }
}

// The measuring functions get whatever a JavaScript caller passed, so they look before they leap.

function actionSize(action: (Extras & EverydayAction) | undefined): number {
  if (!isObject(action) || hasExtras(action)) return NOT_EVERYDAY;
  const { position, promised, performed, learned } = action;
  const performedSize = performed === undefined ? 0 : varintFieldSize(performed);
  const headSize = varintFieldSize(position) + varintFieldSize(promised) + performedSize;
  return headSize + flagFieldSize(learned) + valueSize(action);
}

function valueSize({ type, nop, append, truncate }: EverydayValue): number {
  let size = 0;
  if (type !== undefined) size += ACTION_TYPES.includes(type) ? 2 : NOT_EVERYDAY;
  if (nop !== undefined) size += lengthFieldSize(nopSize(nop));
  if (append !== undefined) size += lengthFieldSize(appendSize(append));
  if (truncate !== undefined) size += lengthFieldSize(truncateSize(truncate));
  return size;
}

function nopSize(nop: Extras & NonNullable<EverydayValue['nop']>): number {
  return isObject(nop) && !hasExtras(nop) ? flagFieldSize(nop.tombstone) : NOT_EVERYDAY;
}

function appendSize(
  append: Extras & { readonly cksum?: unknown } & NonNullable<EverydayValue['append']>,
): number {
  if (!isObject(append) || append.cksum !== undefined || hasExtras(append)) return NOT_EVERYDAY;
  const { bytes } = append;
  // Empty bytes may be those of a detached buffer, which the general codec looks into.
  if (!(bytes instanceof Uint8Array) || bytes.length === 0) return NOT_EVERYDAY;
  return lengthFieldSize(bytes.length);
}

function truncateSize(truncate: Extras & NonNullable<EverydayValue['truncate']>): number {
  return isObject(truncate) && !hasExtras(truncate) ? varintFieldSize(truncate.to) : NOT_EVERYDAY;
}

/** Bytes of a varint field with its tag. */
function varintFieldSize(value: number): number {
  if (!Number.isSafeInteger(value) || value < 0) return NOT_EVERYDAY;
  let size = 2;
  for (let rest = value; rest >= 0x80; rest = Math.floor(rest / 0x80)) size++;
  return size;
}

/** Bytes of a length-delimited field with its tag, its length and `length` bytes. */
function lengthFieldSize(length: number): number {
  return varintFieldSize(length) + length;
}

/** Bytes of a short field of ASCII characters with its tag. */
function asciiFieldSize(value: string): number {
  if (typeof value !== 'string' || value.length > REPLICA_ID_LENGTH_MAX) return NOT_EVERYDAY;
  for (let index = 0; index < value.length; index++) {
    if (value.charCodeAt(index) >= 0x80) return NOT_EVERYDAY;
  }
  return lengthFieldSize(value.length);
}

function flagFieldSize(value: boolean | undefined): number {
  if (value === undefined) return 0;
  return typeof value === 'boolean' ? 2 : NOT_EVERYDAY;
}

function isObject<T>(value: T): value is NonNullable<T> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasExtras(message: Extras): boolean {
  return (
    message.unknownFields !== undefined ||
    message.replicaId !== undefined ||
    message.incarnation !== undefined ||
    message.known !== undefined
  );
}
