/**
 * The keys of Mesos' replicated log (src/log/leveldb.cpp): decimal digits, so that LevelDB's
 * order of bytes is the order of positions.
 *
 * A position's number is written plus one, because zero is the key of the metadata: in 10 digits
 * as long as they suffice, then as `A` and 20 digits ('A' sorts behind '9').
 */
const SHORT_DIGITS = 10;
const LONG_DIGITS = 20;
const SHORT_MAX = 9_999_999_999;

/** The key of the record that belongs to no position. */
export const METADATA_KEY: Uint8Array = Buffer.from('0'.repeat(SHORT_DIGITS));

/** Before and behind every key, for ranges over all of them. */
export const KEY_MIN: Uint8Array = Uint8Array.of(0x00);
export const KEY_MAX: Uint8Array = Uint8Array.of(0xff);

/** What a key stands for; `beyond` is a position of Mesos' above 2^53-1, `foreign` none of its keys. */
export type KeyMeaning = number | 'metadata' | 'beyond' | 'foreign';

export function keyOf(position: number): Uint8Array {
  return Buffer.from(keyText(position), 'latin1');
}

function keyText(position: number): string {
  // Exact up to and including 2^53, the number of the last position.
  const number = position + 1;
  if (number <= SHORT_MAX) return String(number).padStart(SHORT_DIGITS, '0');
  return `A${String(number).padStart(LONG_DIGITS, '0')}`;
}

export function meaningOf(key: Uint8Array): KeyMeaning {
  const text = showKey(key);
  if (/^\d{10}$/.test(text)) return Number(text) === 0 ? 'metadata' : Number(text) - 1;
  if (!/^A\d{20}$/.test(text)) return 'foreign';
  const position = BigInt(text.slice(1)) - 1n;
  if (position > BigInt(Number.MAX_SAFE_INTEGER)) return 'beyond';
  // A small number in the long form would be a second key for one position.
  return keyText(Number(position)) === text ? Number(position) : 'foreign';
}

/** The key as text; of a foreign one, whatever it holds. */
export function showKey(key: Uint8Array): string {
  return Buffer.from(key.buffer, key.byteOffset, key.byteLength).toString('latin1');
}
