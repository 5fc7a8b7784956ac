import { isNodeName } from '../protocol/paths.ts';

const utf8 = new TextEncoder();
const utf8Reader = new TextDecoder('utf-8', { fatal: true });

/**
 * The name of the znode that holds a variable: the variable's own name wherever ZooKeeper takes it, as
 * Mesos has it. What it does not take, and `%`, is written as `%` and two hexadecimal digits for each byte
 * of its UTF-8.
 */
export function znodeNameOf(variable: string): string {
  if (variable === '.' || variable === '..') return variable.replaceAll('.', '%2E');
  return [...variable]
    .map((character) => (isPlain(character) ? character : escape(character)))
    .join('');
}

/** The variable that a znode holds; undefined for a name that `znodeNameOf` never gives. */
export function variableOf(znodeName: string): string | undefined {
  const bytes: number[] = [];
  for (const [part, hex] of znodeName.matchAll(/%([0-9A-F]{2})|[^%]+|%/g)) {
    if (hex === undefined) bytes.push(...utf8.encode(part));
    else bytes.push(Number.parseInt(hex, 16));
  }
  try {
    const variable = utf8Reader.decode(Uint8Array.from(bytes));
    return znodeNameOf(variable) === znodeName ? variable : undefined;
  } catch {
    return undefined;
  }
}

function isPlain(character: string): boolean {
  // Only names as a whole may not be dots.
  return character === '.' || (character !== '%' && isNodeName(character));
}

function escape(character: string): string {
  const hex = (byte: number): string => byte.toString(16).toUpperCase().padStart(2, '0');
  return Array.from(utf8.encode(character), (byte) => `%${hex(byte)}`).join('');
}
