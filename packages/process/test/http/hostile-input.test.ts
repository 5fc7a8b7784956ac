// Each hostile input has the outcome that the table gives, and afterwards the listener answers as before.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { httpTransport, mutualTls, sharedSecret } from '../../src/http/index.ts';
import type { HttpTransport, HttpTransportOptions, RefusalReason } from '../../src/http/index.ts';
import { Completer, Pid, Process, Runtime } from '../../src/index.ts';
import { CertificateAuthority } from '../../../../testing/certificates.ts';
import { HOSTILE_INPUTS } from './hostile-inputs.ts';
import type { HostileInput, Target } from './hostile-inputs.ts';
import { RawClient } from './sockets.ts';

const PAGE = join(__dirname, '..', '..', '..', '..', 'docs', 'internals', 'hostile-input.md');
const HOST = '127.0.0.1';

/** Knows when it was asked. */
class Receiver extends Process {
  #asked = new Completer<void>();

  async asked(by: () => void): Promise<void> {
    this.#asked = new Completer<void>();
    by();
    await this.#asked.future;
  }

  protected override initialize(): void {
    this.install('note', () => undefined);
    this.install('ping', () => void this.#asked.set());
  }
}

/** A listener, and a peer that it ought to hear. */
class Site {
  readonly transport: HttpTransport;
  readonly reasons: RefusalReason[];
  readonly #receiver = new Receiver({ id: 'receiver' });
  readonly #peer: Runtime;
  readonly #runtime: Runtime;

  private constructor(transport: HttpTransport, peer: HttpTransport, reasons: RefusalReason[]) {
    this.transport = transport;
    this.reasons = reasons;
    this.#runtime = new Runtime({ transport });
    this.#runtime.spawn(this.#receiver);
    this.#runtime.spawn(new Receiver({ id: 'private' }));
    this.#peer = new Runtime({ transport: peer });
  }

  static async open(options: Partial<HttpTransportOptions>): Promise<Site> {
    const listen = { host: HOST, port: 0 };
    const peer = await httpTransport({ listen, ...options, limits: {} });
    const reasons: RefusalReason[] = [];
    const transport = await httpTransport({
      listen,
      exposes: ['receiver'],
      ...(options.security && { peers: [peer.address, '127.0.0.1:9'] }),
      ...options,
      onEvent: (event) => event.type === 'refused' && reasons.push(event.reason),
    });
    return new Site(transport, peer, reasons);
  }

  /** Whether a message of a peer still arrives; over a connection of its own. */
  answers(): Promise<void> {
    const to = new Pid('receiver', this.transport.address);
    return this.#receiver.asked(() => {
      this.#peer.post(to, 'ping', new Uint8Array());
    });
  }

  async close(): Promise<void> {
    await this.#peer.close();
    await this.#runtime.close();
  }
}

const sites = new Map<Target, Site>();
const siteOf = (target: Target): Site => sites.get(target) as Site;

beforeAll(async () => {
  const tls = mutualTls(await (await CertificateAuthority.make()).issue([HOST]));
  const limits = { bodyBytesMax: 10_000 };
  sites.set('open', await Site.open({ limits }));
  sites.set('slow', await Site.open({ limits: { headTimeoutMs: 300, requestTimeoutMs: 1_000 } }));
  sites.set(
    'secret',
    await Site.open({ security: sharedSecret([{ id: 'k1', secret: 'x'.repeat(32) }]) }),
  );
  sites.set('TLS', await Site.open({ security: tls }));
});

afterAll(async () => {
  for (const site of sites.values()) await site.close();
});

async function until(isMet: () => boolean): Promise<void> {
  while (!isMet()) await new Promise((resolve) => setTimeout(resolve, 1));
}

async function send(
  site: Site,
  { pieces, end, answers, staysOpen }: HostileInput,
): Promise<RawClient> {
  const client = new RawClient(site.transport.address);
  await new Promise((resolve) => client.socket.once('connect', resolve));
  for (const piece of pieces) {
    if (typeof piece === 'number') await client.answered(piece);
    else client.write(typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece);
    if (typeof piece === 'string' && piece.length === 1) await new Promise(setImmediate);
  }
  if (end === 'close') client.socket.end();
  if (end === 'reset') client.socket.resetAndDestroy();
  if (staysOpen) await client.answered(answers.length);
  else await client.closed;
  return client;
}

describe('hostile input', () => {
  test('there are 60 or more', () => {
    expect(HOSTILE_INPUTS.length).toBeGreaterThanOrEqual(60);
    expect(new Set(HOSTILE_INPUTS.map(({ name, to }) => `${to} ${name}`)).size).toBe(
      HOSTILE_INPUTS.length,
    );
  });

  test.each(HOSTILE_INPUTS.map((input) => [input.to, input.name, input] as const))(
    '%s: %s',
    async (to, _, input) => {
      const site = siteOf(to);
      site.reasons.length = 0;
      const client = await send(site, input);
      const expected = input.reason ? [input.reason] : [];
      if (input.reason) await until(() => site.reasons.length > 0);
      await site.answers();
      expect({ answers: client.statuses, reasons: site.reasons }).toEqual({
        answers: input.answers,
        reasons: expected,
      });
      expect(client.socket.destroyed).toBe(input.staysOpen !== true);
      client.socket.destroy();
    },
  );

  test('1,000 connections that say nothing: those past the limit are refused, and peers are heard', async () => {
    const site = siteOf('open');
    await site.answers();
    site.reasons.length = 0;
    const port = Number(site.transport.address.split(':')[1]);
    const idle = Array.from({ length: 1_000 }, () => connect(port, HOST));
    let closed = 0;
    for (const socket of idle) socket.on('error', () => undefined).on('close', () => closed++);
    await until(() => closed >= 1_000 - 256);
    expect(new Set(site.reasons)).toEqual(new Set(['too-many-connections']));
    await site.answers();
    for (const socket of idle) socket.destroy();
    await until(() => closed === 1_000);
  });

  test('a client that never reads its answers is cut off', async () => {
    const site = siteOf('slow');
    site.reasons.length = 0;
    const port = Number(site.transport.address.split(':')[1]);
    const socket = connect(port, HOST);
    socket.on('error', () => undefined).pause();
    const closed = new Promise((resolve) => socket.on('close', resolve));
    const request = Buffer.from(
      'POST /receiver/note HTTP/1.1\r\nHost: x\r\nLibprocess-From: s@127.0.0.1:9\r\n\r\n'.repeat(
        1_000,
      ),
    );
    // As much as there is room for in both directions, and more.
    const more = (): void => {
      while (!socket.destroyed && socket.write(request));
    };
    socket.on('drain', more);
    more();
    await closed;
    expect(site.reasons).toEqual(['too-slow']);
    await site.answers();
  });

  test(`docs/internals/hostile-input.md says so (UPDATE=1 writes it)`, () => {
    const page = pageOf(HOSTILE_INPUTS);
    if (process.env['UPDATE'] === '1') writeFileSync(PAGE, page);
    expect(readFileSync(PAGE, 'utf8')).toBe(page);
  });
});

function pageOf(inputs: readonly HostileInput[]): string {
  const rows = inputs.map(({ to, name, answers, reason, staysOpen }) => {
    const [first = ''] = answers;
    const answer = answers.length > 3 ? `${answers.length} × ${first}` : answers.join(', ');
    return `| ${to} | ${name} | ${answer || 'none'} | ${reason ?? ''} | ${staysOpen ? 'open' : 'closed'} |`;
  });
  return `# Hostile input

What somebody may send to a listener of \`@quorate/process/http\` who means harm, or is broken, and what becomes of
it. [hostile-input.test.ts](../../packages/process/test/http/hostile-input.test.ts) sends each to a live listener,
and after each a message of a peer, which has to arrive; it also checks that this page says the same.

Listeners: _open_, without credentials, bodies up to 10,000 bytes; _slow_, with short time limits; _secret_, with a
shared secret; _TLS_, with certificates. _Refused as_ is the reason that the listener counts, logs and tells.

| listener | input | answer | refused as | connection |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
}
