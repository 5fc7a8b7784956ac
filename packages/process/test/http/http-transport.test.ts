import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { afterEach, describe, expect, test } from '@jest/globals';
import { helloFrame, VERSION } from '../../src/http/frames.ts';
import { httpTransport } from '../../src/http/index.ts';
import type { HttpTransport, HttpTransportOptions, TransportEvent } from '../../src/http/index.ts';
import { Completer, Pid, Process, Runtime } from '../../src/index.ts';
import type { DeadLetter, Future } from '../../src/index.ts';
import { RawClient, vacantPort } from './sockets.ts';

const LOOPBACK = { host: '127.0.0.1', port: 0 };
const UPGRADE =
  'GET /__quorate__ HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: quorate/1\r\n\r\n';

interface Node {
  readonly runtime: Runtime;
  readonly transport: HttpTransport;
  readonly events: TransportEvent[];
  readonly letters: DeadLetter[];
}

const open: Runtime[] = [];
afterEach(async () => {
  for (const runtime of open.splice(0)) await runtime.close();
});

async function start(options: Partial<HttpTransportOptions> = {}): Promise<Node> {
  const events: TransportEvent[] = [];
  const letters: DeadLetter[] = [];
  const transport = await httpTransport({
    listen: LOOPBACK,
    onEvent: (event) => events.push(event),
    ...options,
  });
  const runtime = new Runtime({ transport, onDeadLetter: (letter) => letters.push(letter) });
  open.push(runtime);
  return { runtime, transport, events, letters };
}

/** Keeps what it is sent. */
class Receiver extends Process {
  readonly got: { from: string; body: string }[] = [];
  readonly #first = new Completer<void>();

  get first(): Future<void> {
    return this.#first.future;
  }

  protected override initialize(): void {
    this.install('handler', (from, body) => {
      this.got.push({ from: `${from}`, body: new TextDecoder().decode(body) });
      this.#first.set();
    });
    this.install('echo', (from, body) => {
      this.runtime.post(from, 'pong', body, this.self);
    });
  }
}

function refusals({ events }: Node): readonly string[] {
  return events.flatMap((event) => (event.type === 'refused' ? [event.reason] : []));
}

const chunked = (text: string): string =>
  `Transfer-Encoding: chunked\r\n\r\n${text.length.toString(16)}\r\n${text}\r\n0\r\n\r\n`;

describe('messages of libprocess', () => {
  test('Remote: what somebody writes to a socket is delivered, with its sender', async () => {
    const { runtime, transport } = await start();
    const receiver = new Receiver({ id: 'receiver' });
    runtime.spawn(receiver);
    const head = `POST /receiver/handler HTTP/1.1\r\nUser-Agent: libprocess/s@127.0.0.1:9\r\nLibprocess-From: s@127.0.0.1:9\r\nConnection: Keep-Alive\r\nHost: \r\n`;
    const client = new RawClient(transport.address).write(head + chunked('hello'));
    await receiver.first;
    expect(receiver.got).toEqual([{ from: 's@127.0.0.1:9', body: 'hello' }]);
    await client.answered(1);
    expect(client.text).toMatch(/^HTTP\/1\.1 202 Accepted\r\n/);
    expect(client.text).toMatch(/\r\nContent-Length: 0\r\n/);
    expect(client.text).toMatch(/\r\nDate: /);
    client.socket.destroy();
  });

  test('Http1: a POST whose agent is libprocess is a message', async () => {
    const { runtime, transport } = await start();
    const receiver = new Receiver({ id: 'receiver' });
    runtime.spawn(receiver);
    const response = await fetch(`http://${transport.address}/receiver/handler`, {
      method: 'POST',
      headers: { 'User-Agent': 'libprocess/s@127.0.0.1:9' },
      body: 'hello',
    });
    expect(response.status).toBe(202);
    await receiver.first;
    expect(receiver.got).toEqual([{ from: 's@127.0.0.1:9', body: 'hello' }]);
  });

  test('Http2: a POST with Libprocess-From is a message, and the answer goes to that address', async () => {
    const { runtime, transport } = await start({ upgrade: false });
    runtime.spawn(new Receiver({ id: 'receiver' }));
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const response = await fetch(`http://${transport.address}/receiver/echo`, {
      method: 'POST',
      headers: { 'Libprocess-From': `@127.0.0.1:${port}` },
      body: 'hello',
    });
    expect(response.status).toBe(202);
    const [socket] = (await once(server, 'connection')) as [Socket];
    const [bytes] = (await once(socket, 'data')) as [Buffer];
    expect(bytes.toString()).toMatch(/^POST \/pong HTTP\/1\.1\r\n/);
    socket.destroy();
    server.close();
  });

  test('PercentEncodedURLs: an id is decoded', async () => {
    const { runtime, transport } = await start();
    const receiver = new Receiver({ id: 'receiver(42)' });
    runtime.spawn(receiver);
    const response = await fetch(`http://${transport.address}/receiver%2842%29/handler`, {
      method: 'POST',
      headers: { 'Libprocess-From': 's@127.0.0.1:9' },
    });
    expect(response.status).toBe(202);
    await receiver.first;
  });

  test('a connection that is closed behind a message loses nothing', async () => {
    const { runtime, transport } = await start();
    const receiver = new Receiver({ id: 'receiver' });
    runtime.spawn(receiver);
    const head = 'POST /receiver/handler HTTP/1.1\r\nLibprocess-From: s@127.0.0.1:9\r\nHost: x\r\n';
    const client = new RawClient(transport.address).write(`${head}\r\n${head}${chunked('last')}`);
    client.socket.end();
    await client.closed;
    await runtime.settle();
    expect(receiver.got.map(({ body }) => body)).toEqual(['', 'last']);
  });
});

describe('between runtimes of Quorate', () => {
  test.each([
    ['both know the protocol', true, true, 'quorate'],
    ['only one knows it', true, false, 'libprocess'],
    ['the other asks for none', false, true, 'libprocess'],
  ])('%s: %p and %p speak %s', async (_, one, two, expected) => {
    const [a, b] = [await start({ upgrade: one }), await start({ upgrade: two })];
    const receiver = new Receiver({ id: 'receiver' });
    const pid = b.runtime.spawn(receiver);
    a.runtime.post(new Pid(pid.id, pid.address), 'handler', Buffer.from('hello'));
    await receiver.first;
    expect(a.transport.protocolTo(b.transport.address)).toBe(expected);
    expect(a.events.filter(({ type }) => type === 'connected')).toEqual([
      { type: 'connected', address: b.transport.address, protocol: expected },
    ]);
    expect(a.transport.counts).toEqual({ sent: 1, received: 0, lost: 0, refused: 0 });
    expect(b.transport.counts).toEqual({ sent: 0, received: 1, lost: 0, refused: 0 });
  });

  test('requests are answered', async () => {
    const [a, b] = [await start(), await start()];
    b.runtime.spawn(new Receiver({ id: 'receiver' }));
    const text = (typeName: string) => ({
      typeName,
      encode: (value: string) => new TextEncoder().encode(value),
      decode: (bytes: Uint8Array) => new TextDecoder().decode(bytes),
    });
    const to = new Pid('receiver', b.transport.address);
    expect(await a.runtime.request(to, text('echo'), 'hello', text('pong'))).toBe('hello');
  });

  test('a peer that answers nothing is spoken to as to libprocess', async () => {
    const silent = createServer((socket) => socket.on('error', () => undefined).resume());
    await once(silent.listen(0, '127.0.0.1'), 'listening');
    const address = `127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const { runtime, events } = await start();
    runtime.post(new Pid('receiver', address), 'M', new Uint8Array());
    await once(silent, 'connection');
    await once(silent, 'connection');
    while (events.length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(events).toEqual([{ type: 'connected', address, protocol: 'libprocess' }]);
    await runtime.close();
    silent.close();
  });
});

describe('what is lost is a dead letter', () => {
  test('without anybody at the address', async () => {
    const node = await start();
    const to = new Pid('receiver', `127.0.0.1:${await vacantPort()}`);
    node.runtime.post(to, 'first', new Uint8Array());
    node.runtime.post(to, 'second', new Uint8Array());
    while (node.letters.length < 2) await new Promise((resolve) => setImmediate(resolve));
    expect(node.letters.map(({ reason, name }) => [reason, name])).toEqual([
      ['unreachable', 'first'],
      ['unreachable', 'second'],
    ]);
    expect(node.runtime.deadLetters.count('unreachable')).toBe(2);
    expect(node.transport.counts.lost).toBe(2);
  });

  test('at what is no address', async () => {
    const { runtime } = await start();
    const addresses = [
      'nowhere',
      'host:0',
      'host:08',
      'host:65536',
      'host:-1',
      '[x]:1',
      ':1',
      '::1:1',
    ];
    for (const address of addresses) {
      runtime.post(new Pid('receiver', address), 'M', new Uint8Array());
    }
    expect(runtime.deadLetters.count('unreachable')).toBe(addresses.length);
  });

  test('past the limit of what may wait, the newest', async () => {
    const { runtime, letters } = await start({ limits: { queueBytesMax: 3_000 } });
    const to = new Pid('receiver', `127.0.0.1:${await vacantPort()}`);
    for (const name of ['a', 'b', 'c']) runtime.post(to, name, new Uint8Array(1_000));
    expect(letters.map(({ reason, name }) => [reason, name])).toEqual([['queue-full', 'c']]);
  });

  test('too large, or with a name that cannot be written', async () => {
    const [a, b] = [await start({ limits: { bodyBytesMax: 100 } }), await start()];
    const to = new Pid('receiver', b.transport.address);
    a.runtime.post(to, 'large', new Uint8Array(101));
    a.runtime.post(to, 'a name', new Uint8Array());
    expect(a.letters.map(({ reason }) => reason)).toEqual(['unsendable', 'unsendable']);
  });

  test('of a process that there is not, on the other side', async () => {
    const [a, b] = [await start(), await start()];
    a.runtime.post(new Pid('nobody', b.transport.address), 'M', new Uint8Array());
    while (b.letters.length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(b.letters[0]?.reason).toBe('no-such-process');
  });
});

describe('what is refused', () => {
  const head = 'Libprocess-From: s@127.0.0.1:9\r\nHost: x\r\n';
  const post = `POST /receiver/handler HTTP/1.1\r\n${head}`;

  test.each([
    ['no HTTP', 'hello\r\n\r\n', [400], 'malformed'],
    ['two lengths of one body', `${post}Content-Length: 1\r\n${chunked('x')}`, [400], 'malformed'],
    ['a header with a bare line feed', `${post}A: b\nC: d\r\r\n\r\n`, [400], 'malformed'],
    ['a head without end', `${post}A: ${'x'.repeat(20_000)}`, [400], 'too-large'],
    ['a body that says it is too large', `${post}Content-Length: 101\r\n\r\n`, [413], 'too-large'],
    ['a body that becomes too large', post + chunked('x'.repeat(101)), [413], 'too-large'],
    ['a compressed body', `${post}Content-Encoding: gzip\r\n\r\n`, [415], 'bad-request'],
    ['an id that cannot be decoded', `POST /%zz/M HTTP/1.1\r\n${head}\r\n`, [400], 'bad-request'],
    ['another form of a path', `POST http://x/a/M HTTP/1.1\r\n${head}\r\n`, [400], 'bad-request'],
    [
      'a sender that is no pid',
      'POST /receiver/handler HTTP/1.1\r\nLibprocess-From: not-a-pid\r\nHost: x\r\n\r\n',
      [400],
      'bad-request',
    ],
  ])('%s: the connection is closed', async (_, bytes, statuses, reason) => {
    const node = await start({ limits: { bodyBytesMax: 100 } });
    const receiver = new Receiver({ id: 'receiver' });
    node.runtime.spawn(receiver);
    const client = new RawClient(node.transport.address).write(bytes);
    await client.closed;
    expect(client.statuses).toEqual(statuses);
    expect(refusals(node)).toEqual([reason]);
    expect(node.transport.counts.refused).toBe(1);
    expect(receiver.got).toEqual([]);
  });

  test('what is no message is not found, and the connection goes on', async () => {
    const { transport } = await start();
    const client = new RawClient(transport.address);
    client.write('POST /receiver/handler HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n');
    client.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    await client.answered(2);
    expect(client.statuses).toEqual([404, 404]);
    client.socket.destroy();
  });

  test('a head that takes too long, but not a link that says nothing', async () => {
    const node = await start({ limits: { headTimeoutMs: 100 } });
    const [link, slow] = [
      new RawClient(node.transport.address),
      new RawClient(node.transport.address),
    ];
    slow.write('POST /receiver');
    await slow.closed;
    expect(refusals(node)).toEqual(['too-slow']);
    link.write(`${post}\r\n`);
    await link.answered(1);
    link.socket.destroy();
  });

  test('connections past the limit', async () => {
    const node = await start({ limits: { connectionsPerHostMax: 2 } });
    const clients = [1, 2, 3].map(() => new RawClient(node.transport.address));
    await Promise.race(clients.map(({ closed }) => closed));
    expect(refusals(node)).toEqual(['too-many-connections']);
    for (const { socket } of clients) socket.destroy();
  });

  test('a sender whose address is another, if that is asked for', async () => {
    const node = await start({ requirePeerAddressMatch: true });
    node.runtime.spawn(new Receiver({ id: 'receiver' }));
    const client = new RawClient(node.transport.address);
    client.write(`${post}\r\n`).write(post.replace('127.0.0.1', '10.0.0.1') + '\r\n');
    await client.closed;
    expect(client.statuses).toEqual([202, 400]);
    expect(refusals(node)).toEqual(['foreign-sender']);
  });

  test('processes that are not exposed', async () => {
    const { runtime, transport } = await start({ exposes: (id) => id === 'public' });
    for (const id of ['public', 'private']) runtime.spawn(new Receiver({ id }));
    const client = new RawClient(transport.address);
    for (const id of ['public', 'private'])
      client.write(`POST /${id}/handler HTTP/1.1\r\n${head}\r\n`);
    await client.answered(2);
    expect(client.statuses).toEqual([202, 404]);
    client.socket.destroy();
  });
});

describe('frames that are none', () => {
  const hello = helloFrame({ version: VERSION, address: 'x:1' });
  const frame = (type: number, ...payload: readonly number[]): Uint8Array =>
    Uint8Array.from([0, 0, 0, payload.length + 1, type, ...payload]);

  test.each([
    ['no greeting', [frame(1, 0, 0, 0, 0)], 'malformed'],
    ['a greeting that is no JSON', [frame(0, 123)], 'malformed'],
    ['a greeting without a version', [frame(0, 123, 125)], 'malformed'],
    ['another version', [helloFrame({ version: 2, address: 'x:1' })], 'malformed'],
    ['two greetings', [hello, hello], 'malformed'],
    ['an unknown type', [hello, frame(9)], 'malformed'],
    ['nothing in it', [hello, Uint8Array.of(0, 0, 0, 0, 1)], 'malformed'],
    ['a head longer than the frame', [hello, frame(1, 0, 0, 0, 9, 0)], 'malformed'],
    ['a head that breaks off', [hello, frame(1, 0, 0, 0, 2, 0, 9)], 'malformed'],
    ['a frame of 4 GiB', [hello, Uint8Array.of(255, 255, 255, 255, 1)], 'too-large'],
  ])('%s: the connection is closed', async (_, frames, reason) => {
    const node = await start();
    const client = new RawClient(node.transport.address).write(UPGRADE);
    await client.answered(1);
    expect(client.statuses).toEqual([101]);
    for (const bytes of frames) client.write(bytes);
    await client.closed;
    expect(refusals(node)).toEqual([reason]);
  });

  test('bytes one at a time are read as well', async () => {
    const { runtime, transport } = await start();
    const receiver = new Receiver({ id: 'a' });
    runtime.spawn(receiver);
    const client = new RawClient(transport.address).write(UPGRADE);
    await client.answered(1);
    const text = (value: string): number[] => [0, value.length, ...Buffer.from(value)];
    const head = [...text('a'), ...text('s@x:1'), ...text('handler'), ...text('')];
    const message = frame(1, 0, 0, 0, head.length, ...head, 104, 105);
    for (const byte of [...hello, ...message]) {
      client.socket.write(Uint8Array.of(byte));
      await new Promise((resolve) => setImmediate(resolve));
    }
    await receiver.first;
    expect(receiver.got).toEqual([{ from: 's@x:1', body: 'hi' }]);
    client.socket.destroy();
  });

  test('a peer that does not greet in time', async () => {
    const node = await start({ limits: { headTimeoutMs: 50 } });
    await new RawClient(node.transport.address).write(UPGRADE).closed;
    expect(refusals(node)).toEqual(['too-slow']);
  });

  test('another protocol is not upgraded to', async () => {
    const node = await start();
    const client = new RawClient(node.transport.address);
    await client.write(UPGRADE.replace('quorate/1', 'quorate/2')).closed;
    expect(client.statuses).toEqual([426]);
  });
});

describe('options', () => {
  const misspelt: object = { bodyBytes: 1 };

  test.each([
    [{ listen: { host: '0.0.0.0', port: 0 } }, 'TRANSPORT_INSECURE'],
    [{ listen: { host: '::', port: 0 } }, 'TRANSPORT_INSECURE'],
    [{ listen: { host: '192.0.2.1', port: 0 } }, 'TRANSPORT_INSECURE'],
    [{ listen: { host: 'example.org', port: 0 } }, 'TRANSPORT_INSECURE'],
    [{ listen: { host: '', port: 0 } }, 'TRANSPORT_OPTION_INVALID'],
    [{ listen: { host: '127.0.0.1', port: 65_536 } }, 'TRANSPORT_OPTION_INVALID'],
    [{ listen: LOOPBACK, advertise: { port: -1 } }, 'TRANSPORT_OPTION_INVALID'],
    [{ listen: LOOPBACK, limits: { bodyBytesMax: 0 } }, 'TRANSPORT_OPTION_INVALID'],
    [{ listen: LOOPBACK, limits: misspelt }, 'TRANSPORT_OPTION_INVALID'],
    [{ listen: { host: '0.0.0.0', port: 0 }, insecure: true }, 'TRANSPORT_OPTION_INVALID'],
    [{ listen: { host: '192.0.2.1', port: 0 }, insecure: true }, 'TRANSPORT_LISTEN_FAILED'],
  ])('%j gives %s', async (options, code) => {
    await expect(httpTransport(options)).rejects.toMatchObject({ code });
  });

  test('a port that is taken', async () => {
    const { transport } = await start();
    const port = Number(transport.address.split(':')[1]);
    const taken = httpTransport({ listen: { host: '127.0.0.1', port } });
    await expect(taken).rejects.toMatchObject({ code: 'TRANSPORT_LISTEN_FAILED' });
  });

  test('what is advertised is what pids have', async () => {
    const options = { host: 'node-1.example.org', port: 5050 };
    const { transport, runtime } = await start({ advertise: options });
    expect(transport.address).toBe('node-1.example.org:5050');
    expect(runtime.spawn(new Receiver({ id: 'a' })).address).toBe(transport.address);
  });

  test('anybody may connect where it is said to be insecure', async () => {
    const listen = { host: '0.0.0.0', port: 0 };
    const node = await start({ listen, insecure: true, advertise: { host: '127.0.0.1' } });
    const receiver = new Receiver({ id: 'receiver' });
    node.runtime.spawn(receiver);
    const other = await start();
    other.runtime.post(new Pid('receiver', node.transport.address), 'handler', new Uint8Array());
    await receiver.first;
  });
});

test('events are published to a channel', async () => {
  const published: unknown[] = [];
  const listener = (event: unknown): void => void published.push(event);
  subscribe('quorate:process:transport', listener);
  const node = await start();
  await new RawClient(node.transport.address).write('hello\r\n\r\n').closed;
  unsubscribe('quorate:process:transport', listener);
  expect(published).toEqual(node.events);
  expect(published).toHaveLength(1);
});
