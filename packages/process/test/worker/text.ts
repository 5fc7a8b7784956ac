import type { MessageType } from '@quorate/process';

/** A message that is nothing but a text. */
export const Text: MessageType<string> = {
  typeName: 'test.Text',
  encode: (text) => new TextEncoder().encode(text),
  decode: (bytes) => new TextDecoder().decode(bytes),
};
