/** A field of type message: its tag, its length and its value. */
export function messageField(number: number, value: Uint8Array): Uint8Array {
  const header = fieldHeader(number, value.length);
  const field = new Uint8Array(header.length + value.length);
  field.set(header);
  field.set(value, header.length);
  return field;
}

/** The tag and the length in front of a value of so many bytes; for field numbers up to 15. */
export function fieldHeader(number: number, length: number): Uint8Array {
  const header = [number * 8 + 2];
  let rest = length;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) header.push((rest % 0x80) | 0x80);
  header.push(rest);
  return Uint8Array.from(header);
}

/** All in one. */
export function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
