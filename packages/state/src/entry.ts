import type { Entry } from '@quorate/messages';
import { StateError } from './errors.ts';

/** The longest variable name, in bytes of UTF-8. */
export const NAME_SIZE_BYTES_MAX = 10_240;

/** A version is 16 raw bytes: a random (version 4) UUID. */
export const UUID_SIZE_BYTES = 16;

const utf8 = new TextEncoder();
// Half of a surrogate pair has no UTF-8 form: two such names would collide on disk.
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Throws `STATE_NAME_INVALID` unless `name` can name a variable. */
export function checkName(name: unknown): asserts name is string {
  if (typeof name !== 'string') {
    throw invalidName(`expected a variable name to be a string, got ${describe(name)}`);
  }
  if (name === '') throw invalidName('expected a variable name, got an empty string');
  if (name.includes('\0')) {
    throw invalidName(`variable name ${quote(name)} contains a NUL character: remove it`);
  }
  if (LONE_SURROGATE.test(name)) {
    throw invalidName(`variable name ${quote(name)} is not well-formed Unicode`);
  }
  const sizeBytes = utf8.encode(name).length;
  if (sizeBytes > NAME_SIZE_BYTES_MAX) {
    const limit = `at most ${NAME_SIZE_BYTES_MAX} are allowed`;
    throw invalidName(`variable name ${quote(name)} has ${sizeBytes} bytes of UTF-8, ${limit}`);
  }
}

/** Throws `STATE_VALUE_INVALID` unless `value` is a byte array. */
export function checkValue(value: unknown): asserts value is Uint8Array {
  if (isUint8Array(value)) return;
  const message = `expected a variable's value to be a Uint8Array, got ${describe(value)}`;
  throw new StateError('STATE_VALUE_INVALID', message);
}

/** A private copy of `value`; throws `STATE_VALUE_INVALID` unless it is a readable byte array. */
export function copyValue(value: unknown): Uint8Array {
  checkValue(value);
  try {
    // Not slice(): a Buffer's slice shares its memory with the caller.
    return new Uint8Array(value);
  } catch (error) {
    const message = 'the bytes of the value are gone: their ArrayBuffer was transferred away';
    throw new StateError('STATE_VALUE_INVALID', message, { cause: error });
  }
}

/** A private copy of `uuid`; throws `STATE_ENTRY_INVALID` unless it is 16 bytes. */
export function copyUuid(uuid: unknown): Uint8Array {
  if (!isUint8Array(uuid) || uuid.length !== UUID_SIZE_BYTES) {
    const actual = isUint8Array(uuid) ? `${uuid.length} bytes` : describe(uuid);
    const message = `expected a version of ${UUID_SIZE_BYTES} bytes, got ${actual}`;
    throw new StateError('STATE_ENTRY_INVALID', message);
  }
  return new Uint8Array(uuid);
}

/** A private, validated copy of `entry`. */
export function copyEntry(entry: Entry): Entry {
  checkName(entry.name);
  return { name: entry.name, uuid: copyUuid(entry.uuid), value: copyValue(entry.value) };
}

/** Whether two versions are the same. */
export function equalUuids(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/** Not instanceof: typed arrays of another realm (a vm context, a test runner) are as good. */
function isUint8Array(value: unknown): value is Uint8Array {
  const tag = Object.prototype.toString.call(value);
  return ArrayBuffer.isView(value) && tag === '[object Uint8Array]';
}

function invalidName(message: string): StateError {
  return new StateError('STATE_NAME_INVALID', message);
}

function quote(name: string): string {
  const head = name.length > 40 ? `${name.slice(0, 40)}…` : name;
  return JSON.stringify(head);
}

function describe(value: unknown): string {
  return value === null ? 'null' : typeof value;
}
