import type Long from 'long';
import protobuf from 'protobufjs/minimal.js';
import { EncodeError } from './errors.ts';
import { fail, failJson } from './kind.ts';
import type { Kind } from './kind.ts';
import { FIXED64, LENGTH_DELIMITED, VARINT } from './wire-cursor.ts';

/** The generated code holds 64-bit integers as `Long`; only its halves matter here. */
type Halves = Readonly<Pick<Long, 'low' | 'high'>>;

const TWO_32 = 2 ** 32;
const TWO_21 = 2 ** 21;

function integerKind(
  name: string,
  range: { readonly min: number; readonly max: number },
  wire: Pick<Kind<number>, 'check' | 'fromGenerated'>,
): Kind<number> {
  const { min, max } = range;
  const expected = `an integer from ${min} to ${max}`;
  const isInRange = (value: number): boolean =>
    Number.isInteger(value) && value >= min && value <= max;
  return {
    ...wire,
    name,
    wireType: VARINT,
    toGenerated(value, place) {
      if (typeof value !== 'number') return fail(place, 'wrong-type', expected, value);
      if (!isInRange(value)) return fail(place, 'integer-out-of-range', expected, value);
      return value;
    },
    toJson: (value) => value,
    fromJson(json, path) {
      if (typeof json === 'number' && isInRange(json)) return json;
      return failJson(path, expected, json);
    },
  };
}

function fromHalves(raw: unknown): number {
  const { low, high } = raw as Halves;
  return high * TWO_32 + (low >>> 0);
}

/** Unsigned 64 bits as a number: 0 to 2^53-1, anything larger is refused. */
export const uint64: Kind<number> = integerKind(
  'uint64',
  { min: 0, max: Number.MAX_SAFE_INTEGER },
  {
    check(cursor, place) {
      cursor.varint(place);
      if (cursor.high >= TWO_21) cursor.fail('integer-out-of-range', place);
    },
    fromGenerated: fromHalves,
  },
);

/** Unsigned 32 bits. */
export const uint32: Kind<number> = integerKind(
  'uint32',
  { min: 0, max: TWO_32 - 1 },
  {
    check(cursor, place) {
      cursor.varint(place);
      if (cursor.high !== 0) cursor.fail('integer-out-of-range', place);
    },
    fromGenerated: (raw) => raw as number,
  },
);

/** Signed 32 bits. */
export const int32: Kind<number> = integerKind(
  'int32',
  { min: -(2 ** 31), max: 2 ** 31 - 1 },
  {
    check(cursor, place) {
      cursor.varint(place);
      if (!cursor.isInt32) cursor.fail('integer-out-of-range', place);
    },
    fromGenerated: (raw) => raw as number,
  },
);

const INT64_MIN = -(2n ** 63n);
const INT64_MAX = 2n ** 63n - 1n;
const INT64_EXPECTED = `a bigint from -2^63 to 2^63-1`;

/**
 * Signed 64 bits as a bigint. Nanoseconds need it: those of today are beyond 2^53.
 *
 * JSON numbers beyond 2^53 are read as the nearest double, which is all `JSON.parse` leaves of them.
 */
export const int64: Kind<bigint> = {
  name: 'int64',
  wireType: VARINT,
  check(cursor, place) {
    cursor.varint(place);
  },
  fromGenerated(raw) {
    const { low, high } = raw as Halves;
    return (BigInt(high) << 32n) | BigInt(low >>> 0);
  },
  toGenerated(value, place) {
    if (typeof value !== 'bigint') return fail(place, 'wrong-type', INT64_EXPECTED, value);
    if (value < INT64_MIN || value > INT64_MAX) {
      return fail(place, 'integer-out-of-range', INT64_EXPECTED, value);
    }
    return { low: Number(BigInt.asIntN(32, value)), high: Number(value >> 32n), unsigned: false };
  },
  toJson: (value) => value,
  fromJson(json, path) {
    const value = typeof json === 'number' && Number.isInteger(json) ? BigInt(json) : undefined;
    if (value !== undefined && value >= INT64_MIN && value <= INT64_MAX) return value;
    return failJson(path, 'an integer from -2^63 to 2^63-1', json);
  },
};

/** A flag. */
export const bool: Kind<boolean> = {
  name: 'bool',
  wireType: VARINT,
  check(cursor, place) {
    cursor.varint(place);
  },
  fromGenerated: (raw) => raw as boolean,
  toGenerated(value, place) {
    return typeof value === 'boolean' ? value : fail(place, 'wrong-type', 'a boolean', value);
  },
  toJson: (value) => value,
  fromJson: (json, path) =>
    typeof json === 'boolean' ? json : failJson(path, 'true or false', json),
};

/** A double; NaN and the infinities have no JSON form. */
export const double: Kind<number> = {
  name: 'double',
  wireType: FIXED64,
  check(cursor, place) {
    cursor.skip(8, place);
  },
  fromGenerated: (raw) => raw as number,
  toGenerated(value, place) {
    return typeof value === 'number' ? value : fail(place, 'wrong-type', 'a number', value);
  },
  toJson: (value) => value,
  fromJson: (json, path) => (typeof json === 'number' ? json : failJson(path, 'a number', json)),
};

const LONE_SURROGATE = /\p{Surrogate}/u;

/** Text; must be well-formed, because UTF-8 has no form for a lone surrogate. */
export const string: Kind<string> = {
  name: 'string',
  wireType: LENGTH_DELIMITED,
  check(cursor, place) {
    cursor.string(place);
  },
  fromGenerated: (raw) => raw as string,
  toGenerated(value, place) {
    if (typeof value !== 'string') return fail(place, 'wrong-type', 'a string', value);
    if (LONE_SURROGATE.test(value)) {
      return fail(place, 'invalid-utf8', 'a string without lone surrogates', value);
    }
    return value;
  },
  toJson: (value) => value,
  fromJson(json, path) {
    if (typeof json === 'string' && !LONE_SURROGATE.test(json)) return json;
    return failJson(path, 'a string without lone surrogates', json);
  },
};

/** Bytes; copied when decoded, so that a message never changes with the buffer it came in. */
export const bytes: Kind<Uint8Array> = {
  name: 'bytes',
  wireType: LENGTH_DELIMITED,
  check(cursor, place) {
    cursor.position = cursor.lengthEnd(place);
  },
  fromGenerated: (raw) => new Uint8Array(raw as Uint8Array),
  toGenerated(value, place) {
    if (!(value instanceof Uint8Array)) return fail(place, 'wrong-type', 'a Uint8Array', value);
    if (value.length === 0 && isDetached(value)) {
      throw new EncodeError('wrong-type', place, 'the ArrayBuffer of these bytes is detached');
    }
    return value;
  },
  toJson: (value) => protobuf.util.base64.encode(value, 0, value.length),
  fromJson(json, path) {
    if (typeof json !== 'string' || !isBase64(json)) return failJson(path, 'base64', json);
    const out = new Uint8Array(protobuf.util.base64.length(json));
    protobuf.util.base64.decode(json, out, 0);
    return out;
  },
};

/** A detached buffer looks empty, and its lost bytes would be written as an empty value. */
function isDetached(value: Uint8Array): boolean {
  try {
    new Uint8Array(value.buffer);
    return false;
  } catch {
    return true;
  }
}

function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
}
