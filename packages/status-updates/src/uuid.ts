import { formatUuid } from '@quorate/messages';
import { StatusUpdateError } from './errors.ts';

/** Bytes of a uuid. */
const UUID_BYTES = 16;

/** The bytes of a uuid's text form. Throws `UPDATE_UUID_INVALID`. */
export function parseUuid(text: string): Uint8Array {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) {
    const digits = text.replaceAll('-', '');
    const bytes = new Uint8Array(UUID_BYTES);
    for (let index = 0; index < UUID_BYTES; index++) {
      bytes[index] = parseInt(digits.slice(2 * index, 2 * index + 2), 16);
    }
    return bytes;
  }
  throw new StatusUpdateError(
    'UPDATE_UUID_INVALID',
    `expected a uuid such as 41414141-4141-4141-8141-414141414141, got ${JSON.stringify(text)}`,
    { outcome: 'definite' },
  );
}

/** A uuid's text form in lower-case letters. Throws `UPDATE_UUID_INVALID`. */
export function canonicalUuid(text: string): string {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) return text;
  return formatUuid(parseUuid(text));
}

/** The text form of an update's uuid. Throws `UPDATE_UUID_INVALID` for other than 16 bytes. */
export function checkUuid(bytes: Uint8Array): string {
  if (bytes.length === UUID_BYTES) return formatUuid(bytes);
  throw new StatusUpdateError(
    'UPDATE_UUID_INVALID',
    `the uuid of a status update has ${bytes.length} bytes (${formatUuid(bytes)}); it needs ${UUID_BYTES}`,
    { outcome: 'definite' },
  );
}
