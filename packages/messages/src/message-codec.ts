import protobuf from 'protobufjs/minimal.js';
import type { Reader, Writer } from 'protobufjs/minimal.js';
import { DecodeError } from './errors.ts';
import type { Field, FieldTable } from './field.ts';
import type { Kind } from './kind.ts';
import { checkMessage, checkNested } from './message-check.ts';
import { nestedFromJson, nestedToJson } from './message-json.ts';
import { layoutOf } from './message-layout.ts';
import type { MessageLayout } from './message-layout.ts';
import { fromGenerated, toGenerated } from './message-shape.ts';
import type { Shape } from './message-shape.ts';
import type { MessageType } from './message-type.ts';
import { LENGTH_DELIMITED, WireCursor } from './wire-cursor.ts';

/** What the generated code offers for one message. */
export interface GeneratedType {
  encode(message: object, writer: Writer): Writer;
  decode(reader: Reader): object;
}

/** A quicker way for some messages; answers undefined for the others. */
export interface ShortCut<M> {
  encode(message: M): Uint8Array | undefined;
  decode(bytes: Uint8Array): M | undefined;
}

/**
 * Encodes and decodes one message type.
 *
 * `encode` writes the declared fields in tag order, exactly those that are present (a zero that was
 * set is on the wire), then the unknown fields unchanged. It throws an EncodeError with code
 * `MESSAGE_INVALID` for a value that is not an `M`. `decode` accepts exactly what is well-formed and
 * throws a DecodeError with code `MESSAGE_MALFORMED` for anything else; the message shares no
 * memory with the bytes.
 */
export class MessageCodec<M> implements MessageType<M> {
  readonly typeName: string;
  /** The declared fields. Internal to this package: its shape may change at any time. */
  readonly layout: MessageLayout;
  readonly #generated: GeneratedType;
  readonly #shortCut: ShortCut<M> | undefined;

  constructor(layout: MessageLayout, generated: GeneratedType, shortCut?: ShortCut<M>) {
    this.typeName = layout.typeName;
    this.layout = layout;
    this.#generated = generated;
    this.#shortCut = shortCut;
  }

  encode(message: M): Uint8Array {
    const isObject = typeof message === 'object' && message !== null;
    const quick = isObject ? this.#shortCut?.encode(message) : undefined;
    return quick ?? this.encodeAny(message);
  }

  decode(bytes: Uint8Array): M {
    if (!(bytes instanceof Uint8Array)) throw new DecodeError('not-bytes', this.layout, 0);
    return this.#shortCut?.decode(bytes) ?? this.decodeAny(bytes);
  }

  /**
   * Throws what `decode` would throw for these bytes, and makes no message: for bytes whose parts are
   * decoded when they are looked at.
   */
  check(bytes: Uint8Array): void {
    if (!(bytes instanceof Uint8Array)) throw new DecodeError('not-bytes', this.layout, 0);
    checkMessage(this.layout, new WireCursor(bytes), 0);
  }

  private encodeAny(message: M): Uint8Array {
    const raw = toGenerated(this.layout, message, this.layout, 0);
    const writer = this.#generated.encode(raw, new protobuf.Writer());
    // Not `finish`: its result is a piece of a pool that other messages share.
    return writer.finishInto(new Uint8Array(writer.pos));
  }

  private decodeAny(bytes: Uint8Array): M {
    // Shared memory could change between the check and the decoding.
    const stable = bytes.buffer instanceof ArrayBuffer ? bytes : new Uint8Array(bytes);
    checkMessage(this.layout, new WireCursor(stable), 0);
    const reader = new protobuf.Reader(stable);
    reader.discardUnknown = false;
    return fromGenerated(this.layout, this.#generated.decode(reader) as Shape) as M;
  }
}

/**
 * Declares a message: binds its field table to the generated code.
 *
 * @param typeName full proto name
 */
export function defineMessage<M>(
  typeName: string,
  generated: GeneratedType,
  fields: FieldTable<M>,
  shortCut?: ShortCut<M>,
): MessageCodec<M> {
  const table = fields as { readonly [name: string]: Field };
  return new MessageCodec<M>(layoutOf(typeName, table), generated, shortCut);
}

/** The type of fields that hold a message. */
export function message<M>(codec: MessageCodec<M>): Kind<M> {
  return kindOf(codec.typeName, () => codec.layout);
}

/**
 * The same for a message that contains itself: its codec does not exist yet when its own fields are
 * declared.
 */
export function recursiveMessage<M>(typeName: string, codec: () => MessageCodec<M>): Kind<M> {
  return kindOf(typeName, () => codec().layout);
}

function kindOf<M>(typeName: string, layout: () => MessageLayout): Kind<M> {
  return {
    name: typeName,
    wireType: LENGTH_DELIMITED,
    check: (cursor, place, depth) => {
      checkNested(layout(), cursor, place, depth + 1);
    },
    fromGenerated: (raw) => fromGenerated(layout(), raw as Shape) as M,
    toGenerated: (value, place, depth) => toGenerated(layout(), value, place, depth + 1),
    toJson: (value) => nestedToJson(layout(), value as Shape),
    fromJson: (json, path, depth) => nestedFromJson(layout(), json, path, depth + 1) as M,
  };
}
