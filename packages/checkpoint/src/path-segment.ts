import { CheckpointError } from './errors.ts';

/** What file systems hold in one name, in bytes of UTF-8. */
const SEGMENT_BYTES_MAX = 255;
/** Names that Windows gives to devices, whatever their extension. */
const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[\d¹²³])(\.|$)/i;
const FORBIDDEN = /[\p{Cc}/\\]/u;

/**
 * Checks a text from outside (an id, a role) that is to become one name in a path, and gives it
 * back: it can neither leave its directory nor mean different files on different systems.
 *
 * Accepts 1 to 255 bytes of UTF-8 in normalization form C, without control characters, `/` and `\`,
 * that do not begin with a dot, do not end with a dot or a space, and are no device of Windows.
 *
 * @param what names the text in the error
 * @throws CheckpointError `CHECKPOINT_PATH_INVALID`
 */
export function checkPathSegment(what: string, value: string): string {
  const fault = faultOf(value);
  if (fault === undefined) return value;
  throw new CheckpointError(
    'CHECKPOINT_PATH_INVALID',
    `${what} ${quoted(value)} cannot be a file's name: ${fault}; choose another ${what}`,
  );
}

/** As much of a text as a message bears, with nothing in it that steers a terminal. */
function quoted(value: unknown): string {
  const text =
    JSON.stringify(typeof value === 'string' ? value.slice(0, 80) : value) ?? 'undefined';
  return text.replace(/[\p{Cc}\p{Cf}]/gu, (character) => {
    return `\\u{${character.codePointAt(0)?.toString(16) ?? ''}}`;
  });
}

function faultOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return `it is a ${typeof value}, not a string`;
  if (value === '') return 'it is empty';
  if (new TextEncoder().encode(value).length > SEGMENT_BYTES_MAX) {
    return `it takes more than ${SEGMENT_BYTES_MAX} bytes`;
  }
  if (/\p{Cs}/u.test(value)) return 'it holds half a surrogate pair';
  if (FORBIDDEN.test(value)) return 'it holds a control character or a separator';
  if (value.startsWith('.')) return 'it begins with a dot';
  if (/[. ]$/.test(value)) return 'it ends with a dot or a space';
  if (RESERVED.test(value)) return 'Windows gives that name to a device';
  if (value.normalize('NFC') !== value) return 'it is not in normalization form C';
  return undefined;
}
