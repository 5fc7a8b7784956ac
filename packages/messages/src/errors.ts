/** Where in a message an error was found: the message's full proto name and, if known, the field. */
export interface FieldPlace {
  /** Full proto name, for example `mesos.internal.log.Action`. */
  readonly typeName: string;
  /** Name of the field in TypeScript, for example `maxGracePeriod`; absent for the message itself. */
  readonly name?: string;
}

/** Why bytes are not a message. */
export type DecodeErrorReason =
  | 'not-bytes' // something else than a Uint8Array
  | 'truncated' // the bytes end inside a value
  | 'varint-too-long' // a varint of more than 10 bytes
  | 'length-out-of-range' // a length beyond the bytes that are left
  | 'invalid-tag' // field number 0, wire type 6 or 7, or an unmatched group
  | 'wrong-wire-type' // a declared field in another encoding
  | 'missing-required'
  | 'duplicate-field' // a second occurrence of a singular field, a map key or a oneof
  | 'unknown-enum'
  | 'invalid-utf8'
  | 'integer-out-of-range' // beyond the field's type, or beyond 2^53-1 where the field is a number
  | 'nesting-too-deep'; // more than NESTING_DEPTH_MAX messages and groups in each other

const DECODE_EXPLANATIONS: { readonly [R in DecodeErrorReason]: string } = {
  'not-bytes': 'expected a Uint8Array',
  truncated: 'the bytes end inside a value',
  'varint-too-long': 'a varint is longer than 10 bytes',
  'length-out-of-range': 'a length reaches beyond the end of the bytes',
  'invalid-tag': 'not a valid field number or wire type, or an unmatched group',
  'wrong-wire-type': 'the field is not encoded as its type demands',
  'missing-required': 'a required field is missing',
  'duplicate-field': 'a field that may occur once occurs again',
  'unknown-enum': 'no such enum value',
  'invalid-utf8': 'a string is not valid UTF-8',
  'integer-out-of-range': 'an integer is beyond the largest value accepted',
  'nesting-too-deep': 'messages are nested too deeply',
};

/**
 * Bytes that are not a message of the expected type. Nothing of such a message may be used: what a
 * lenient parser repairs (a repeated field overwrites, an unknown enum value vanishes) would be a
 * vote or a position that nobody sent.
 */
export class DecodeError extends Error {
  override readonly name = 'DecodeError';
  readonly code = 'MESSAGE_MALFORMED';
  readonly reason: DecodeErrorReason;
  /** Full proto name of the innermost message concerned. */
  readonly typeName: string;
  /** Field of that message, in TypeScript spelling; undefined if no declared field is concerned. */
  readonly fieldName: string | undefined;
  /** Offset in the decoded bytes where the error was noticed. */
  readonly offset: number;

  constructor(reason: DecodeErrorReason, place: FieldPlace, offset: number) {
    super(`${label(place)} at byte ${offset}: ${DECODE_EXPLANATIONS[reason]} (${reason})`);
    this.reason = reason;
    this.typeName = place.typeName;
    this.fieldName = place.name;
    this.offset = offset;
  }
}

/** Why a value cannot be encoded. */
export type EncodeErrorReason =
  | 'missing-required'
  | 'wrong-type' // such as a string or a bigint where a number belongs, or a detached buffer
  | 'unknown-enum' // a string that is none of the field's literals
  | 'integer-out-of-range' // negative, fractional, or beyond the field's type or 2^53-1
  | 'invalid-utf8' // a string with a lone surrogate, which UTF-8 cannot carry
  | 'nesting-too-deep' // more than NESTING_DEPTH_MAX messages in each other
  | 'oneof-conflict' // two fields of which at most one may be present
  | 'invalid-unknown-field'; // an element of `unknownFields` that is no undeclared field

/** A value that is not a message of its type; a mistake of the caller, nothing was encoded. */
export class EncodeError extends Error {
  override readonly name = 'EncodeError';
  readonly code = 'MESSAGE_INVALID';
  readonly reason: EncodeErrorReason;
  /** Full proto name of the innermost message concerned. */
  readonly typeName: string;
  /** Field of that message, in TypeScript spelling; undefined if no declared field is concerned. */
  readonly fieldName: string | undefined;

  constructor(reason: EncodeErrorReason, place: FieldPlace, detail: string) {
    super(`${label(place)}: ${detail} (${reason})`);
    this.reason = reason;
    this.typeName = place.typeName;
    this.fieldName = place.name;
  }
}

/** JSON that is not a message of the expected type; the message names the path and the fix. */
export class ProtoJsonError extends Error {
  override readonly name = 'ProtoJsonError';
  readonly code = 'MESSAGE_JSON_INVALID';
  /** Where in the JSON, for example `$.slaves.slaves[0].info.hostname`. */
  readonly path: string;

  constructor(path: string, detail: string) {
    super(`${path}: ${detail}`);
    this.path = path;
  }
}

/** A short description of any value for an error message; never runs code of the value. */
export function describe(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return `the string ${JSON.stringify(value.slice(0, 40))}`;
  if (typeof value === 'bigint') return `the bigint ${value}n`;
  if (typeof value === 'number' || typeof value === 'boolean') return `${value}`;
  return Array.isArray(value) ? 'an array' : `a value of type ${typeof value}`;
}

function label(place: FieldPlace): string {
  return place.name === undefined ? place.typeName : `${place.typeName}.${place.name}`;
}
