import { EncodeError, ProtoJsonError, describe } from './errors.ts';
import type { EncodeErrorReason, FieldPlace } from './errors.ts';
import type { ExactJson } from './json-value.ts';
import type { WireCursor } from './wire-cursor.ts';

/**
 * One type of field values: how its wire bytes are checked, and how a value travels between our
 * messages, the generated ones and JSON.
 */
export interface Kind<T> {
  /** The name in .proto files; for enums `enum`, for messages the full name. */
  readonly name: string;
  readonly wireType: number;
  /** Set if the check passes values that the generated decoder keeps as unknown fields. */
  readonly isOpen?: boolean;
  /** Walks over one value, or throws a DecodeError. `depth` counts the messages around it. */
  check(cursor: WireCursor, place: FieldPlace, depth: number): void;
  /** Takes a value that `check` has accepted out of a generated message. Copies bytes. */
  fromGenerated(raw: unknown): T;
  /**
   * Checks a value and turns it into what the generated encoder takes, or throws an EncodeError.
   * `depth` as above.
   */
  toGenerated(value: unknown, place: FieldPlace, depth: number): unknown;
  toJson(value: T): ExactJson;
  /** Throws a ProtoJsonError. `depth` as above. */
  fromJson(json: unknown, path: string, depth: number): T;
}

/** Refuses a value to be encoded. */
export function fail(
  place: FieldPlace,
  reason: EncodeErrorReason,
  expected: string,
  got: unknown,
): never {
  throw new EncodeError(reason, place, `expected ${expected}, got ${describe(got)}`);
}

/** Refuses a value found in JSON. */
export function failJson(path: string, expected: string, got: unknown): never {
  throw new ProtoJsonError(path, `expected ${expected}, got ${describe(got)}`);
}
