/** Spreads the bits of a 32-bit integer over all of them. */
export function mix(value: number): number {
  let bits = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}

/** Of strings and numbers; all other values have one hash. */
export function hashOf(value: unknown): number {
  if (typeof value !== 'string' && typeof value !== 'number') return 0;
  const text = String(value);
  let hash = text.length;
  for (let index = 0; index < text.length; index++) {
    hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
  }
  return hash;
}
