// Bytes on the wire: what libprocess sent is read, and what we send is what it would have sent.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { httpTransport } from '../../src/http/index.ts';
import { isSendable, messageText, parsePath, parseSender } from '../../src/http/message-text.ts';
import type { Message } from '../../src/index.ts';
import { Pid } from '../../src/index.ts';
import { RawClient } from './sockets.ts';

const FIXTURES = join(__dirname, '..', 'fixtures', 'wire');
const captures = readdirSync(FIXTURES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: folder }) =>
    readdirSync(join(FIXTURES, folder)).map((file) => join(folder, file)),
  );
const NOT_LIBPROCESS = /^6b.*-to-127\.0\.0\.1_17251|^7.*-to-127\.0\.0\.1_17802/;
const NO_SENDER = /6b-raw-http-probes\/02[0-9]-/;

/** The messages in a capture, as a transport reads them from a socket. */
async function readCapture(
  bytes: Buffer,
): Promise<{ messages: Message[]; statuses: readonly number[] }> {
  const messages: Message[] = [];
  const transport = await httpTransport({ listen: { host: '127.0.0.1', port: 0 } });
  transport.bind({
    receive: (message) => messages.push(message) > 0,
    disconnected: () => undefined,
    lost: () => undefined,
  });
  const client = new RawClient(transport.address).write(bytes);
  client.socket.end();
  await client.closed;
  await transport.close();
  return { messages, statuses: client.statuses };
}

const addressOf = (file: string): string =>
  (/-to-([\d.]+)_(\d+)/.exec(file) ?? []).slice(1).join(':');

describe('captures of libprocess', () => {
  test('there are some', () => expect(captures.length).toBeGreaterThan(100));

  test.each(captures)('%s', async (file) => {
    const bytes = readFileSync(join(FIXTURES, file));
    const requests = [...bytes.toString('latin1').matchAll(/POST \S+ HTTP\/1\.1\r\n/g)].length;
    const { messages, statuses } = await readCapture(bytes);
    if (messages.length < requests) expect(file).toMatch(NO_SENDER);
    expect(statuses).toHaveLength(requests);
    expect(new Set(statuses)).toEqual(new Set([messages.length === requests ? 202 : 404]));
    if (NOT_LIBPROCESS.test(file)) return;
    const to = addressOf(file);
    const sent = messages.flatMap((message) =>
      messageText({ ...message, to: new Pid(message.to.id, to) }),
    );
    expect(Buffer.concat(sent).toString('latin1')).toBe(bytes.toString('latin1'));
  });
});

const message = (changes: Partial<Message> = {}): Message => ({
  from: new Pid('a', '10.0.0.1:1'),
  to: new Pid('b', '10.0.0.2:2'),
  name: 'M',
  body: new Uint8Array(),
  ...changes,
});
const textOf = (changes: Partial<Message>): string =>
  Buffer.concat(messageText(message(changes))).toString('latin1');

describe('a message as text', () => {
  test('without a body has no length, without a sender that of nobody, without an id no segment', () => {
    const head = 'Connection: Keep-Alive\r\nHost: 10.0.0.2:2\r\n';
    expect(textOf({})).toBe(
      `POST /b/M HTTP/1.1\r\nUser-Agent: libprocess/a@10.0.0.1:1\r\nLibprocess-From: a@10.0.0.1:1\r\n${head}\r\n`,
    );
    expect(textOf({ from: new Pid('', ''), to: new Pid('', '10.0.0.2:2') })).toBe(
      `POST /M HTTP/1.1\r\nUser-Agent: libprocess/@0.0.0.0:0\r\nLibprocess-From: @0.0.0.0:0\r\n${head}\r\n`,
    );
  });

  test('has a body of one chunk, its length in lower case', () => {
    const text = textOf({ body: new Uint8Array(26).fill(120) });
    expect(text).toMatch(/\r\nTransfer-Encoding: chunked\r\n\r\n1a\r\nx{26}\r\n0\r\n\r\n$/);
  });

  test.each([
    ['log-replica(1)', '/log-replica(1)/M'],
    ['a b', '/a%20b/M'],
    ['50%', '/50%25/M'],
    ['a+b', '/a%2Bb/M'],
    ['a/b', '/a%2Fb/M'],
    ['a?b#c', '/a%3Fb%23c/M'],
    ['ü', '/%C3%BC/M'],
  ])('an id %p becomes the path %p, and is read from it', (id, path) => {
    expect(textOf({ to: new Pid(id, '10.0.0.2:2') })).toMatch(`POST ${path} HTTP/1.1\r\n`);
    expect(parsePath(path)).toEqual({ id, name: 'M' });
  });

  test.each([
    ['a name with a space', { name: 'a b' }],
    ['a name that ends the request', { name: 'M HTTP/1.1\r\nHost: x\r\n\r\n' }],
    ['a name with a query', { name: 'M?x' }],
    ['a sender that adds a header', { from: new Pid('a\r\nX: y', '10.0.0.1:1') }],
    ['a sender with a space', { from: new Pid('a', '10.0.0.1:1 x') }],
    ['a name that fills the head', { name: 'M'.repeat(20_000) }],
  ])('%s is not sent', (_, changes) => {
    expect(isSendable(message(), 16_384)).toBe(true);
    expect(isSendable(message(changes), 16_384)).toBe(false);
  });
});

describe('reading', () => {
  test.each([
    ['/log-replica%281%29/mesos.M', { id: 'log-replica(1)', name: 'mesos.M' }],
    ['/a+b/M', { id: 'a b', name: 'M' }],
    ['/a/b/c%20d', { id: 'a', name: 'b/c%20d' }],
    ['/a/M?x=/y#z', { id: 'a', name: 'M' }],
    ['/a', { id: 'a', name: '' }],
    ['/', { id: '', name: '' }],
    ['/%zz/M', undefined],
    ['/%ff/M', undefined],
    ['a/M', undefined],
    ['http://host/a/M', undefined],
    ['*', undefined],
  ])('the path %p', (path, expected) => expect(parsePath(path)).toEqual(expected));

  test.each([
    ['a(1)@127.0.0.1:5050', 'a(1)@127.0.0.1:5050'],
    ['a@[::1]:5050', 'a@[::1]:5050'],
    ['@127.0.0.1:5050', '@127.0.0.1:5050'],
    ['@0.0.0.0:0', '@'],
    ['not-a-pid', undefined],
    ['', undefined],
    ['a@', undefined],
    ['a@host', undefined],
    ['a@b@host:1', undefined],
    ['a b@host:1', undefined],
  ])('the sender %p', (text, expected) => {
    const pid = parseSender(text);
    expect(pid && `${pid}`).toBe(expected);
  });
});
