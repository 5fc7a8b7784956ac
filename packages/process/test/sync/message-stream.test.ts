import { describe, expect, test } from '@jest/globals';
import type { MessageType } from '@quorate/process';
import { virtualCluster, virtualRuntime } from '@quorate/process/testing';
import { MessageStream } from '@quorate/process/sync';

const TEXT: MessageType<string> = {
  typeName: 'test.Text',
  encode: (text) => new TextEncoder().encode(text),
  decode: (bytes) => new TextDecoder('utf8', { fatal: true }).decode(bytes),
};

async function textsOf(stream: MessageStream<string>): Promise<readonly string[]> {
  const texts: string[] = [];
  for await (const { from, message } of stream) texts.push(`${message} of ${from.id}`);
  return texts;
}

describe('a stream of messages', () => {
  test('gives them in order, with their senders, until it is closed', async () => {
    const { runtimes, clock } = virtualCluster({ nodes: 2 });
    const [here, there] = runtimes;
    if (!here || !there) throw new Error('two nodes');
    const stream = new MessageStream(TEXT, { runtime: here, id: 'inbox' });
    const other = new MessageStream(TEXT, { runtime: there, id: 'other' });
    const taking = textsOf(stream);
    there.send(stream.pid, TEXT, 'a', other.pid);
    here.send(stream.pid, TEXT, 'b', stream.pid);
    await clock.settle();
    there.send(stream.pid, TEXT, 'c', other.pid);
    there.post(stream.pid, TEXT.typeName, new Uint8Array([0xff])); // is no text
    await clock.settle();
    const closing = stream.close();
    await clock.settle();
    expect(closing.isReady).toBe(true);
    expect((await taking).toSorted()).toEqual(['a of other', 'b of inbox', 'c of other']);
  });

  test('keeps so many, and then drops the oldest', async () => {
    const { runtime, clock } = virtualRuntime();
    const stream = new MessageStream(TEXT, { runtime, limit: 2 });
    for (const text of ['a', 'b', 'c']) runtime.send(stream.pid, TEXT, text, stream.pid);
    await clock.settle();
    expect(stream.dropped).toBe(1);
    await runtime.close();
    expect(await textsOf(stream)).toEqual(['b of messages(1)', 'c of messages(1)']);
    expect(() => new MessageStream(TEXT, { limit: 0 })).toThrow(
      expect.objectContaining({ code: 'SYNC_OPTION_INVALID' }),
    );
  });

  test('that is left in the middle can be gone on with', async () => {
    const { runtime, clock } = virtualRuntime();
    await using stream = new MessageStream(TEXT, { runtime });
    for (const text of ['a', 'b', 'c']) runtime.send(stream.pid, TEXT, text);
    await clock.settle();
    const seen: string[] = [];
    for await (const { message } of stream) if (seen.push(message) === 2) break;
    for await (const { message } of stream) if (seen.push(message) === 3) break;
    expect(seen).toEqual(['a', 'b', 'c']);
  });
});
