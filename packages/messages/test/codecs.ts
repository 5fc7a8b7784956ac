import * as entry from '../src/index.ts';
import { MessageCodec } from '../src/message-codec.ts';

type AnyMessage = Readonly<Record<string, unknown>>;

/** Every codec of the package by its full proto name. */
export const codecs: ReadonlyMap<string, MessageCodec<AnyMessage>> = new Map(
  Object.values(entry)
    .filter((value): value is MessageCodec<AnyMessage> => value instanceof MessageCodec)
    .map((codec) => [codec.typeName, codec]),
);

/** The codec of a full proto name; fails the test if there is none. */
export function codecOf(typeName: string): MessageCodec<AnyMessage> {
  const codec = codecs.get(typeName);
  if (codec === undefined) throw new Error(`no codec for ${typeName}`);
  return codec;
}
