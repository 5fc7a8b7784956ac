/** Bytes of a uuid. */
const UUID_BYTES = 16;

const DIGITS = Uint8Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));
const HYPHEN = 0x2d;
const latin1 = new TextDecoder('latin1');

/**
 * The text form of a uuid: `41414141-4141-4141-8141-414141414141`. Bytes that are none, as damaged
 * files hold them, become plain hexadecimal digits.
 */
export function formatUuid(bytes: Uint8Array): string {
  const isUuid = bytes.length === UUID_BYTES;
  // Not by appending strings: the engine would keep each part of every uuid that is kept.
  const text = new Uint8Array(2 * bytes.length + (isUuid ? 4 : 0));
  let at = 0;
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index] as number;
    if (isUuid && (index === 4 || index === 6 || index === 8 || index === 10)) text[at++] = HYPHEN;
    text[at++] = DIGITS[byte >>> 4] as number;
    text[at++] = DIGITS[byte & 15] as number;
  }
  return latin1.decode(text);
}
