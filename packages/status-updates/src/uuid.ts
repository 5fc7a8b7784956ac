import { StatusUpdateError } from './errors.ts';

/** Bytes of a uuid. */
const UUID_BYTES = 16;

const HEX: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).padStart(2, '0'),
);

/**
 * The text form of a uuid: `41414141-4141-4141-8141-414141414141`. Bytes that are none, as damaged
 * files hold them, become plain hexadecimal digits.
 */
export function formatUuid(bytes: Uint8Array): string {
  let text = '';
  const isUuid = bytes.length === UUID_BYTES;
  for (let index = 0; index < bytes.length; index++) {
    if (isUuid && (index === 4 || index === 6 || index === 8 || index === 10)) text += '-';
    text += HEX[bytes[index] as number];
  }
  return text;
}

/** The bytes of a uuid's text form. Throws `UPDATE_UUID_INVALID`. */
export function parseUuid(text: string): Uint8Array {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) {
    const digits = text.replaceAll('-', '');
    return Uint8Array.from({ length: UUID_BYTES }, (_, index) =>
      parseInt(digits.slice(2 * index, 2 * index + 2), 16),
    );
  }
  throw new StatusUpdateError(
    'UPDATE_UUID_INVALID',
    `expected a uuid such as 41414141-4141-4141-8141-414141414141, got ${JSON.stringify(text)}`,
    { outcome: 'definite' },
  );
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
