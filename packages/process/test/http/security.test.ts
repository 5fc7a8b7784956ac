// Who may send, and who is sent to: with certificates, with a shared secret, and with neither.
import { mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import type { ConnectionOptions } from 'node:tls';
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { helloFrame, VERSION } from '../../src/http/frames.ts';
import { httpTransport, mutualTls, mutualTlsFiles, serveHttp } from '../../src/http/index.ts';
import { sharedSecret } from '../../src/http/index.ts';
import type {
  HttpTransport,
  HttpTransportOptions,
  MutualTls,
  SharedKey,
  TlsCredentials,
  TransportEvent,
} from '../../src/http/index.ts';
import { Metrics } from '../../src/metrics/index.ts';
import { RecordSealer } from '../../src/http/records.ts';
import { Challenge } from '../../src/http/secret-handshake.ts';
import { Completer, Pid, Process, Runtime, SystemClock } from '../../src/index.ts';
import { CertificateAuthority } from '../../../../testing/certificates.ts';
import { RawClient } from './sockets.ts';

const HOST = '127.0.0.1';
const KEY: SharedKey = { id: 'k1', secret: 'a secret of thirty-two bytes, at least' };
const OTHER: SharedKey = { id: 'k2', secret: 'another one, of thirty-two bytes or more' };

let authority: CertificateAuthority;
let stranger: CertificateAuthority;
let ours: TlsCredentials & { readonly serial: string };
beforeAll(async () => {
  authority = await CertificateAuthority.make();
  stranger = await CertificateAuthority.make('CN=Stranger');
  ours = await authority.issue([HOST]);
});

interface Node {
  readonly runtime: Runtime;
  readonly transport: HttpTransport;
  readonly events: TransportEvent[];
  readonly got: string[];
  readonly logged: { readonly fields: object; readonly message: string }[];
}

const open: Runtime[] = [];
afterEach(async () => {
  for (const runtime of open.splice(0)) await runtime.close();
});

/** Keeps what it is sent. */
class Receiver extends Process {
  readonly #got: string[];

  constructor(got: string[]) {
    super({ id: 'receiver' });
    this.#got = got;
  }

  protected override initialize(): void {
    this.install('note', (from, body) => {
      this.#got.push(`${from.id}: ${Buffer.from(body).toString()}`);
    });
  }
}

async function start(options: Partial<HttpTransportOptions> = {}): Promise<Node> {
  const events: TransportEvent[] = [];
  const got: string[] = [];
  const logged: Node['logged'] = [];
  const nothing = (): void => undefined;
  const logger = {
    ...{ trace: nothing, debug: nothing, info: nothing, error: nothing },
    warn: (fields: object, message = '') => void logged.push({ fields, message }),
    child: () => logger,
  };
  const transport = await httpTransport({
    listen: { host: HOST, port: 0 },
    onEvent: (event) => events.push(event),
    ...options,
  });
  const runtime = new Runtime({ transport, logger });
  runtime.spawn(new Receiver(got));
  open.push(runtime);
  return { runtime, transport, events, got, logged };
}

async function until(isMet: () => boolean): Promise<void> {
  while (!isMet()) await new Promise((resolve) => setTimeout(resolve, 1));
}

function note(from: Node, to: Node | string, text: string, sender = 'sender'): void {
  const address = typeof to === 'string' ? to : to.transport.address;
  const pid = new Pid(sender, from.transport.address);
  from.runtime.post(new Pid('receiver', address), 'note', Buffer.from(text), pid);
}

/** How the next attempt to connect ended. */
async function refusedWith(node: Node): Promise<unknown> {
  const error = (): unknown =>
    node.events.flatMap((event) => (event.type === 'disconnected' ? [event.error] : []))[0];
  await until(() => error() !== undefined);
  return error();
}

const refusals = ({ events }: Node): readonly string[] =>
  events.flatMap((event) => (event.type === 'refused' ? [event.reason] : []));

const tlsOf = (credentials: TlsCredentials = ours): { readonly security: MutualTls } => ({
  security: mutualTls(credentials),
});
const secretOf = (...keys: readonly SharedKey[]) => ({ security: sharedSecret(keys) });

describe('an address that others reach', () => {
  const listen = { host: '0.0.0.0', port: 0 };
  const advertise = { host: HOST };

  test('is not listened on without credentials', async () => {
    const refused = httpTransport({ listen, advertise });
    await expect(refused).rejects.toMatchObject({ code: 'TRANSPORT_INSECURE' });
    await expect(refused).rejects.toThrow(/0\.0\.0\.0:0 .*security: mutualTls or sharedSecret/);
  });

  test.each(['tls', 'secret'])('is, with %s', async (kind) => {
    const node = await start({ listen, advertise, ...(kind === 'tls' ? tlsOf() : secretOf(KEY)) });
    note(node, node, 'to myself');
    await until(() => node.got.length === 1);
  });

  test('serves no endpoints to those who do not know the secret, unless that is said', async () => {
    const { runtime, transport } = await start({ listen, advertise, ...secretOf(KEY) });
    const refused = serveHttp(runtime, { at: transport });
    await expect(refused).rejects.toMatchObject({ code: 'TRANSPORT_INSECURE' });
    await (await serveHttp(runtime, { at: transport, insecure: true })).close();
    const tls = await start({ listen, advertise, ...tlsOf() });
    await (await serveHttp(tls.runtime, { at: tls.transport })).close();
  });
});

describe('with certificates', () => {
  test.each([true, false])('peers talk, upgraded: %p', async (upgrade) => {
    const [a, b] = [await start({ ...tlsOf(), upgrade }), await start(tlsOf())];
    note(a, b, 'hello');
    await until(() => b.got.length === 1);
    note(b, a, 'and back');
    await until(() => a.got.length === 1);
    expect([b.got, a.got]).toEqual([['sender: hello'], ['sender: and back']]);
    expect(refusals(a).concat(refusals(b))).toEqual([]);
  });

  test('NonSSLSocket: whoever does not speak TLS is refused, and is not spoken to without it', async () => {
    const [tls, plain] = [await start(tlsOf()), await start({ upgrade: false })];
    const client = new RawClient(tls.transport.address);
    client.write('POST /receiver/note HTTP/1.1\r\nLibprocess-From: a@127.0.0.1:9\r\n\r\n');
    await client.closed;
    expect(client.text).not.toMatch(/HTTP/);
    expect(refusals(tls)).toEqual(['unauthenticated']);
    note(tls, plain, 'secret');
    expect(await refusedWith(tls)).toMatchObject({ code: 'TRANSPORT_PEER_UNTRUSTED' });
    expect(plain.got).toEqual([]);
  });

  /** What a client of these credentials is told, and why the listener says it refused it. */
  async function ask(
    node: Node,
    credentials: ConnectionOptions,
    request = 'GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  ): Promise<string> {
    const [host, port] = node.transport.address.split(':');
    const socket = connectTls({
      host,
      port: Number(port),
      checkServerIdentity: () => undefined,
      ...credentials,
    });
    const done = new Completer<string>();
    let text = '';
    socket.on('data', (bytes: Buffer) => (text += bytes.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => done.set(text.split('\r\n')[0] ?? ''));
    socket.on('secureConnect', () => socket.write(request));
    return done.future;
  }

  test('RequireBadCA: a client without a certificate, or with one of somebody else, is refused', async () => {
    const node = await start(tlsOf());
    const { ca } = ours;
    expect(await ask(node, { ca })).not.toMatch(/200|202|404/);
    expect(await ask(node, { ...(await stranger.issue([HOST])), ca })).not.toMatch(/200|202|404/);
    const past = { notBefore: new Date(0), notAfter: new Date(1_000) };
    expect(await ask(node, await authority.issue([HOST], { validity: past }))).not.toMatch(/404/);
    expect(await ask(node, ours)).toBe('HTTP/1.1 404 Not Found');
    expect(refusals(node)).toEqual(['unauthenticated', 'wrong-credentials', 'wrong-credentials']);
    expect(await ask(node, { ...ours, maxVersion: 'TLSv1.1', minVersion: 'TLSv1' })).toBe('');
  });

  test('VerifyBadCA: a peer whose certificate is of somebody else is not sent to', async () => {
    const [a, b] = [await start(tlsOf()), await start(tlsOf(await stranger.issue([HOST])))];
    note(a, b, 'for nobody else');
    expect(await refusedWith(a)).toMatchObject({ code: 'TRANSPORT_PEER_UNTRUSTED' });
    expect(b.got).toEqual([]);
  });

  test('PeerAddress: a message of another sender than the certificate has is refused', async () => {
    const node = await start(tlsOf());
    const post = (from: string): string =>
      `POST /receiver/note HTTP/1.1\r\nHost: x\r\nLibprocess-From: ${from}\r\nConnection: close\r\n\r\n`;
    expect(await ask(node, ours, post(`a@${HOST}:9`))).toBe('HTTP/1.1 202 Accepted');
    expect(await ask(node, ours, post('a@10.0.0.1:9'))).toBe('HTTP/1.1 403 Forbidden');
    expect(refusals(node)).toEqual(['foreign-sender']);
    expect(node.got).toEqual(['a: ']);
  });

  test('RequireCertificate: a peer is known by its alternative names, not by its common name', async () => {
    const named = await authority.issue([], { commonName: HOST });
    const [a, b] = [await start(tlsOf()), await start(tlsOf(named))];
    note(a, b, 'for nobody else');
    expect(await refusedWith(a)).toMatchObject({ code: 'TRANSPORT_PEER_UNTRUSTED' });
    note(b, a, 'from nobody');
    await until(() => refusals(a).length === 1);
    expect(refusals(a)).toEqual(['foreign-sender']);
    expect(a.got).toEqual([]);
  });

  test('HostnameMismatch: the name of a peer is the configured one', async () => {
    const named = await authority.issue(['node-b.example.org']);
    const b = await start(tlsOf(named));
    const { address } = b.transport;
    const a = await start({ ...tlsOf(), peers: [{ address, name: 'node-b.example.org' }] });
    note(a, b, 'hello');
    await until(() => b.got.length === 1);
    note(b, a, 'hello');
    await until(() => a.got.length === 1);
    const wrong = await start({ ...tlsOf(), peers: [{ address, name: 'node-c.example.org' }] });
    note(wrong, b, 'hello');
    expect(await refusedWith(wrong)).toMatchObject({ code: 'TRANSPORT_PEER_UNTRUSTED' });
  });

  test('who is none of the peers is neither heard nor sent to', async () => {
    const [a, b] = [await start({ ...tlsOf(), peers: ['127.0.0.1:1'] }), await start(tlsOf())];
    note(b, a, 'hello');
    await until(() => refusals(a).length > 0);
    expect(refusals(a)).toEqual(['unknown-peer']);
    note(a, b, 'hello');
    expect(a.runtime.deadLetters.count('unreachable')).toBe(1);
    expect([a.got, b.got]).toEqual([[], []]);
  });

  test('a revoked certificate is refused, once that is known', async () => {
    const revoked = await authority.issue([HOST]);
    const before = mutualTls({ ...ours, crl: await authority.revoke([]) });
    const a = await start({ security: before });
    const client = (): Promise<string> => ask(a, revoked);
    expect(await client()).toBe('HTTP/1.1 404 Not Found');
    before.replace({ ...ours, crl: await authority.revoke([revoked.serial]) });
    expect(await client()).not.toMatch(/404/);
    expect(refusals(a)).toEqual(['wrong-credentials']);
    const b = await start(tlsOf(revoked));
    note(a, b, 'hello');
    expect(await refusedWith(a)).toMatchObject({ code: 'TRANSPORT_PEER_UNTRUSTED' });
  });

  test('new credentials are for new connections; those that are open stay', async () => {
    const next = await CertificateAuthority.make('CN=Next');
    const [one, two] = [mutualTls(ours), mutualTls(ours)];
    const [a, b] = [await start({ security: one }), await start({ security: two })];
    note(a, b, 'first');
    await until(() => b.got.length === 1);
    two.replace(await next.issue([HOST]));
    note(a, b, 'second');
    await until(() => b.got.length === 2);
    a.transport.reconnect(b.transport.address);
    expect(await refusedWith(a)).toMatchObject({ code: 'TRANSPORT_PEER_UNTRUSTED' });
    one.replace(await next.issue([HOST]));
    note(a, b, 'third');
    await until(() => b.got.length === 3);
    expect(() => one.replace({ ...ours, key: 'none' })).toThrow(
      expect.objectContaining({ code: 'CREDENTIALS_INVALID' }),
    );
    note(b, a, 'fourth');
    await until(() => a.got.length === 1);
  });

  test('files are read again when they change, and only as a whole', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'quorate-tls-'));
    const path = (name: string): string => join(folder, name);
    const put = (name: string, text: string): void => {
      writeFileSync(path('new'), text);
      renameSync(path('new'), path(name));
    };
    const files = { ca: path('ca'), cert: path('cert'), key: path('key') };
    for (const name of ['ca', 'cert', 'key'] as const) put(name, ours[name]);
    const reloads: (Error | undefined)[] = [];
    using credentials = await mutualTlsFiles(files, {
      checkIntervalMs: 20,
      onReload: (error) => reloads.push(error),
    });
    const node = await start({ security: credentials });
    const renewed = await authority.issue([HOST]);
    put('cert', renewed.cert);
    await expect(credentials.reload()).rejects.toMatchObject({
      code: 'CREDENTIALS_INVALID',
    });
    expect(await ask(node, ours)).toBe('HTTP/1.1 404 Not Found');
    put('key', renewed.key);
    await until(() => reloads.includes(undefined));
    expect(await ask(node, ours)).toBe('HTTP/1.1 404 Not Found');
    const missing = mutualTlsFiles({ ...files, key: path('absent') });
    await expect(missing).rejects.toMatchObject({ code: 'CREDENTIALS_INVALID' });
  });

  test.each([
    ['no authority', { ca: '' }],
    ['no key', { key: 'secret' }],
    ['a certificate that is none', { cert: '-----BEGIN CERTIFICATE-----' }],
  ])('%s: invalid', (_, change) => {
    expect(() => mutualTls({ ...ours, ...change })).toThrow(
      expect.objectContaining({ code: 'CREDENTIALS_INVALID' }),
    );
  });
});

describe('with a shared secret', () => {
  test('peers talk, and are who they say', async () => {
    const [a, b] = [await start(secretOf(KEY)), await start(secretOf(KEY))];
    note(a, b, 'hello');
    await until(() => b.got.length === 1);
    expect(a.transport.protocolTo(b.transport.address)).toBe('quorate');
  });

  test.each<readonly [string, readonly SharedKey[], readonly SharedKey[], string]>([
    ['another secret', [KEY], [{ ...OTHER, id: KEY.id }], 'TRANSPORT_PEER_UNTRUSTED'],
    ['another key', [KEY], [OTHER], 'TRANSPORT_PEER_REFUSED'],
    ['no secret over there', [KEY], [], 'TRANSPORT_PEER_UNTRUSTED'],
    ['no secret here', [], [KEY], ''],
  ])('%s: nothing is sent', async (_, one, two, code) => {
    const options = (keys: readonly SharedKey[]): Partial<HttpTransportOptions> =>
      keys.length === 0 ? {} : secretOf(...keys);
    const [a, b] = [await start(options(one)), await start(options(two))];
    note(a, b, 'hello');
    const error = await refusedWith(a);
    expect(error).toMatchObject({ code: code || 'TRANSPORT_PEER_REFUSED' });
    expect(b.got).toEqual([]);
  });

  test('a message of libprocess is refused before its body is read', async () => {
    const node = await start(secretOf(KEY));
    const client = new RawClient(node.transport.address);
    client.write('POST /receiver/note HTTP/1.1\r\nHost: x\r\nLibprocess-From: a@127.0.0.1:9\r\n');
    client.write('Content-Length: 1000\r\n\r\n');
    await client.closed;
    expect(client.text).toMatch(/^HTTP\/1\.1 401 Unauthorized\r\nConnection: close\r\n/);
    expect(client.text).toMatch(/\r\nWWW-Authenticate: Quorate\r\n/);
    expect(refusals(node)).toEqual(['unauthenticated']);
  });

  test('a key is replaced while all go on', async () => {
    const [one, two] = [sharedSecret([KEY]), sharedSecret([KEY])];
    const [a, b] = [await start({ security: one }), await start({ security: two })];
    let sent = 0;
    const talk = async (): Promise<void> => {
      a.transport.reconnect(b.transport.address);
      note(a, b, 'x');
      await until(() => b.got.length > sent);
      sent = b.got.length;
    };
    for (const [mine, other] of [
      [[KEY], [KEY]],
      [[KEY], [KEY, OTHER]],
      [
        [OTHER, KEY],
        [KEY, OTHER],
      ],
      [[OTHER], [OTHER, KEY]],
      [[OTHER], [OTHER]],
    ] as const) {
      one.replace(mine);
      two.replace(other);
      await talk();
    }
    expect(sent).toBe(5);
  });

  test.each<readonly [string, readonly SharedKey[]]>([
    ['none', []],
    ['three', [KEY, OTHER, { ...KEY, id: 'k3' }]],
    ['two of one id', [KEY, { ...OTHER, id: KEY.id }]],
    ['a short one', [{ id: 'k', secret: 'x'.repeat(31) }]],
    ['an id that is no word', [{ ...KEY, id: 'a b' }]],
  ])('%s: invalid keys', (_, keys) => {
    expect(() => sharedSecret(keys)).toThrow(
      expect.objectContaining({ code: 'CREDENTIALS_INVALID' }),
    );
  });

  /** Upgrades as a client would that knows the key. */
  async function join(
    node: Node,
    address: string,
  ): Promise<{ readonly client: RawClient; readonly sealer: RecordSealer }> {
    const challenge = new Challenge(sharedSecret([KEY]), address, node.transport.address);
    const lines = Object.entries(challenge.headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const client = new RawClient(node.transport.address);
    client.write(
      `GET /__quorate__ HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: quorate/1\r\n${lines.join('')}\r\n`,
    );
    await until(() => client.text.includes('\r\n\r\n'));
    const headers = Object.fromEntries(
      [...client.text.matchAll(/^(quorate-\w+): (.*)\r$/gim)].map(([, name = '', value = '']) => [
        name.toLowerCase(),
        value,
      ]),
    );
    return { client, sealer: new RecordSealer(challenge.recordKey(headers)) };
  }

  const hello = (address: string): Uint8Array => helloFrame({ version: VERSION, address });
  function message(from: string, text: string): Uint8Array {
    const fields = ['receiver', from, 'note', ''].flatMap((field) => [
      0,
      field.length,
      ...Buffer.from(field),
    ]);
    const body = Buffer.from(text);
    return Uint8Array.from([
      ...[0, 0, 0, 5 + fields.length + body.length, 1],
      ...[0, 0, 0, fields.length, ...fields, ...body],
    ]);
  }
  const sealed = (sealer: RecordSealer, bytes: Uint8Array): Buffer =>
    Buffer.concat(sealer.seal(bytes));

  test('records of a client are read in their order, once each', async () => {
    const node = await start(secretOf(KEY));
    const address = '127.0.0.1:9';
    const { client, sealer } = await join(node, address);
    const records = [
      hello(address),
      ...['1', '2', '3'].map((text) => message(`a@${address}`, text)),
    ].map((bytes) => sealed(sealer, bytes));
    const [greeting, one, two, three] = records as [Buffer, Buffer, Buffer, Buffer];
    client.write(greeting).write(one).write(two);
    await until(() => node.got.length === 2);
    client.write(two).write(three);
    await client.closed;
    expect(node.got).toEqual(['a: 1', 'a: 2']);
    expect(refusals(node)).toEqual(['wrong-credentials']);

    const again = await join(node, address);
    again.client.write(greeting).write(one);
    await again.client.closed;
    expect(node.got).toHaveLength(2);
    expect(refusals(node)).toEqual(['wrong-credentials', 'wrong-credentials']);
  });

  test.each<readonly [string, (records: readonly Buffer[]) => Buffer, string]>([
    [
      'one bit turned',
      ([a, b]) => flipped(Buffer.concat([a as Buffer, b as Buffer]), -1),
      'wrong-credentials',
    ],
    ['one left out', ([a, , c]) => Buffer.concat([a as Buffer, c as Buffer]), 'wrong-credentials'],
    ['two exchanged', ([a, b, c]) => Buffer.concat([a, c, b] as Buffer[]), 'wrong-credentials'],
    ['the greeting left out', ([, b]) => b as Buffer, 'wrong-credentials'],
    ['one of 4 GiB', () => Buffer.alloc(4, 255), 'too-large'],
  ])('records, %s: refused', async (_, change, reason) => {
    const node = await start(secretOf(KEY));
    const address = '127.0.0.1:9';
    const { client, sealer } = await join(node, address);
    const records = [hello(address), message(`a@${address}`, '1'), message(`a@${address}`, '2')];
    client.write(change(records.map((bytes) => sealed(sealer, bytes))));
    await client.closed;
    expect(node.got).toEqual([]);
    expect(refusals(node)).toEqual([reason]);
  });

  test('a client that greets as another, or sends for another, is refused', async () => {
    const node = await start(secretOf(KEY));
    const address = '127.0.0.1:9';
    const one = await join(node, address);
    one.client.write(sealed(one.sealer, hello('127.0.0.1:10')));
    await one.client.closed;
    const two = await join(node, address);
    two.client.write(sealed(two.sealer, hello(address)));
    two.client.write(sealed(two.sealer, message('a@127.0.0.1:10', 'forged')));
    await two.client.closed;
    expect(refusals(node)).toEqual(['wrong-credentials', 'foreign-sender']);
    expect(node.got).toEqual([]);
  });

  test('a peer that is reached by another address than it says is not sent to', async () => {
    const a = await start(secretOf(KEY));
    const b = await start({ ...secretOf(KEY), advertise: { host: 'node-b.example.org' } });
    const port = b.transport.address.split(':')[1] ?? '';
    note(a, `${HOST}:${port}`, 'hello');
    const error = await refusedWith(a);
    expect(error).toMatchObject({ code: 'TRANSPORT_PEER_UNTRUSTED' });
    expect((error as Error).message).toMatch(/127\.0\.0\.1:\d+ calls itself node-b\.example\.org/);
  });

  test('plain messages cannot be asked for', async () => {
    const listen = { host: HOST, port: 0 };
    const refused = httpTransport({ listen, ...secretOf(KEY), upgrade: false });
    await expect(refused).rejects.toMatchObject({ code: 'TRANSPORT_OPTION_INVALID' });
  });
});

function flipped(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  const index = (at + bytes.length) % bytes.length;
  changed[index] = (changed[index] ?? 0) ^ 1;
  return changed;
}

describe('what was refused', () => {
  test('is counted by reason, shown as metrics, and logged, but not without end', async () => {
    const metrics = new Metrics(new SystemClock());
    const node = await start({ ...secretOf(KEY), metrics });
    for (let count = 0; count < 3; count++) {
      const client = new RawClient(node.transport.address);
      client.write('POST /receiver/note HTTP/1.1\r\nHost: x\r\nLibprocess-From: a@x:9\r\n\r\n');
      await client.closed;
    }
    expect(node.transport.refusals('unauthenticated')).toBe(3);
    expect((await metrics.snapshot()).values).toMatchObject({
      'transport/refused': 3,
      'transport/refused/unauthenticated': 3,
      'transport/refused/unknown_peer': 0,
    });
    expect(node.logged.length).toBeGreaterThan(0);
    expect(node.logged[0]).toMatchObject({ fields: { reason: 'unauthenticated' } });
    await node.runtime.close();
    expect((await metrics.snapshot()).values).toEqual({});
  });

  test('is not written down as the sender would have it', async () => {
    const node = await start();
    const client = new RawClient(node.transport.address);
    client.write('POST /%zz/\u001b[2J HTTP/1.1\r\nHost: x\r\nLibprocess-From: \u0085x\r\n\r\n');
    client.write(
      `POST /%zz/${'x'.repeat(5_000)} HTTP/1.1\r\nHost: x\r\nLibprocess-From: a@x:1\r\n\r\n`,
    );
    await client.closed;
    for (const { message } of node.logged) {
      expect(message).not.toMatch(/\p{Cc}/u);
      expect(message.length).toBeLessThan(300);
    }
    expect(node.logged.length).toBeGreaterThan(0);
  });
});
