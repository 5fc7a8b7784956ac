/** Bytes from hex; spaces separate fields. */
export function hex(text: string): Uint8Array {
  const digits = text.replaceAll(' ', '');
  const out = new Uint8Array(digits.length / 2);
  for (let index = 0; index < out.length; index++) {
    out[index] = Number.parseInt(digits.slice(2 * index, 2 * index + 2), 16);
  }
  return out;
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Bytes of a text. */
export function utf8(text: string): Uint8Array {
  return new Uint8Array(new TextEncoder().encode(text));
}
