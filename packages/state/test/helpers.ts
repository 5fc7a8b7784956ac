import type { MessageType } from '@quorate/process';

export function bytes(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}

export function text(value: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(value);
}

/** A message that is nothing but text. */
export const Text: MessageType<string> = {
  typeName: 'test.Text',
  encode: (message) => {
    if (typeof message !== 'string') throw new Error('not a string');
    return bytes(message);
  },
  decode: text,
};
