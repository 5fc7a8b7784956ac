// Processes that answer HTTP, over real sockets.
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { RouteTable } from '../../src/http/route-table.ts';
import {
  basicAuthenticator,
  disabledEndpoints,
  httpTransport,
  jsonResponse,
  methodNotAllowed,
  provide,
  route,
  serveHttp,
  textResponse,
  unauthorized,
} from '../../src/http/index.ts';
import type {
  Authenticator,
  HttpService,
  HttpServiceOptions,
  Principal,
  RouteHandler,
  RouteOptions,
} from '../../src/http/index.ts';
import { Completer, Process, Runtime } from '../../src/index.ts';
import type { Pid } from '../../src/index.ts';
import { RawClient } from './sockets.ts';

const LOOPBACK = { host: '127.0.0.1', port: 0 };

let runtime: Runtime;
let service: HttpService;

async function serve(options: Partial<HttpServiceOptions> = {}): Promise<void> {
  service = await serveHttp(runtime, { at: LOOPBACK, ...options });
}

beforeEach(() => {
  runtime = new Runtime();
});

afterEach(async () => {
  await service.close();
  await runtime.close();
});

type Routes = Readonly<Record<string, RouteHandler | [RouteHandler, RouteOptions]>>;

/** Answers what it is made with. */
class Web extends Process {
  readonly #routes: Routes;

  constructor(id: string, routes: Routes) {
    super({ id });
    this.#routes = routes;
  }

  protected override initialize(): void {
    for (const [path, entry] of Object.entries(this.#routes)) {
      const [handler, options] = Array.isArray(entry) ? entry : [entry, undefined];
      route(this, path, handler, options);
    }
  }
}

async function spawnWeb(id: string, routes: Routes): Promise<Pid> {
  const pid = runtime.spawn(new Web(id, routes));
  await runtime.settle();
  return pid;
}

const url = (path: string): string => `http://${service.address}${path}`;
const textOf = async (path: string): Promise<string> => (await fetch(url(path))).text();
const statusOf = async (path: string, init?: RequestInit): Promise<number> => {
  const response = await fetch(url(path), init);
  await response.text();
  return response.status;
};
async function piecesOf(path: string): Promise<Uint8Array[]> {
  const pieces: Uint8Array[] = [];
  for await (const piece of (await fetch(url(path))).body ?? []) pieces.push(piece as Uint8Array);
  return pieces;
}
const ok: RouteHandler = () => textResponse(200, 'ok');

describe('routes', () => {
  test('Endpoints: a slash at the end makes no difference, and a failure is 500 with its text', async () => {
    await serve();
    await spawnWeb('web', {
      '/body': ok,
      '/fails': () => {
        throw new Error('this is why');
      },
      '/rejects': () => Promise.reject(new Error('later')),
    });
    expect(await textOf('/web/body')).toBe('ok');
    expect(await textOf('/web/body/')).toBe('ok');
    const failed = await fetch(url('/web/fails'));
    expect([failed.status, await failed.text()]).toEqual([500, 'this is why']);
    expect(await statusOf('/web/rejects')).toBe(500);
    const client = new RawClient(service.address);
    client.write('GET /web/body HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n');
    await client.answered(1);
    expect(client.text).toMatch(/\r\nConnection: keep-alive\r\n/i);
    client.socket.destroy();
  });

  test('Get: with and without a query', async () => {
    await serve();
    const seen: (string | null)[] = [];
    await spawnWeb('web', {
      '/get': ({ url: asked }) => {
        seen.push(new URL(asked).searchParams.get('foo'));
        return textResponse(200);
      },
    });
    await textOf('/web/get');
    await textOf('/web/get?foo=b%20r');
    expect(seen).toEqual([null, 'b r']);
    expect(await textOf('/web/get')).toBe('200 OK.');
  });

  test('NestedGet: the longest route has it, by whole segments', async () => {
    await serve();
    const says = (text: string): RouteHandler => {
      return (_, { rest }) => textResponse(200, `${text} ${rest}`);
    };
    await spawnWeb('web', { '/': says('root'), '/a': says('a'), '/a/b/c': says('abc') });
    expect(await textOf('/web')).toBe('root ');
    expect(await textOf('/web/')).toBe('root ');
    expect(await textOf('/web/a')).toBe('a ');
    expect(await textOf('/web/a/b')).toBe('a /b');
    expect(await textOf('/web/a/b/c')).toBe('abc ');
    expect(await textOf('/web/a/b/c/d')).toBe('abc /d');
    expect(await statusOf('/web/ab')).toBe(404);
    expect(await statusOf('/web/b')).toBe(404);
  });

  test('PercentEncodedURLs: an id is decoded for routes, too', async () => {
    await serve();
    await spawnWeb('web(42)', { '/a': ok });
    expect(await statusOf('/web%2842%29/a')).toBe(200);
    expect(await statusOf('/%zz/a')).toBe(404);
  });

  const echo: Routes = {
    '/echo': async (request) => textResponse(200, `${request.method} ${await request.text()}`),
  };

  test('Post: a body reaches the handler', async () => {
    await serve();
    await spawnWeb('web', echo);
    const response = await fetch(url('/web/echo'), { method: 'POST', body: 'this is the body' });
    expect(await response.text()).toBe('POST this is the body');
  });

  test('Delete: the method reaches the handler', async () => {
    await serve();
    await spawnWeb('web', echo);
    expect(await (await fetch(url('/web/echo'), { method: 'DELETE' })).text()).toBe('DELETE ');
  });

  test('Request: any method, with or without a body', async () => {
    await serve();
    await spawnWeb('web', echo);
    for (const method of ['PUT', 'PATCH', 'OPTIONS']) {
      const response = await fetch(url('/web/echo'), { method, body: 'body' });
      expect(await response.text()).toBe(`${method} body`);
    }
    expect(await textOf('/web/echo')).toBe('GET ');
    expect(await statusOf('/web/echo', { method: 'HEAD' })).toBe(200);
    const client = new RawClient(service.address);
    await client.write('TRACE /web/echo HTTP/1.1\r\nHost: x\r\n\r\n').answered(1);
    expect(client.statuses).toEqual([501]);
    client.socket.destroy();
  });

  test('paths that lead elsewhere are refused', async () => {
    await serve();
    await spawnWeb('web', { '/a': ok });
    const client = new RawClient(service.address);
    for (const path of ['/web/../web/a', '//web/a', '/nobody/a', '/web', '/', 'http://x/web/a']) {
      client.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`);
    }
    await client.answered(6);
    expect(client.statuses).toEqual([404, 404, 404, 404, 404, 400]);
    client.socket.destroy();
  });

  test('a process that has ended answers nothing, and its id can be used again', async () => {
    await serve();
    const pid = await spawnWeb('web', { '/a': ok });
    expect(await statusOf('/web/a')).toBe(200);
    runtime.terminate(pid);
    await runtime.wait(pid);
    expect(await statusOf('/web/a')).toBe(404);
    await spawnWeb('web', { '/b': ok });
    expect(await statusOf('/web/a')).toBe(404);
    expect(await statusOf('/web/b')).toBe(200);
  });

  test.each(['', 'a', '/a/', '//', '/a b', '/a?b', '/a#b'])(
    'the path %p is refused',
    async (path) => {
      await serve();
      expect(() => new RouteTable().add({ path, handler: ok })).toThrow(
        expect.objectContaining({ code: 'ROUTE_INVALID' }),
      );
    },
  );
});

describe('an answer', () => {
  test('Pipeline: comes in the order of the requests, also from different processes', async () => {
    await serve();
    const slow = new Completer<Response>();
    const order: string[] = [];
    await spawnWeb('one', { '/slow': () => slow.future });
    await spawnWeb('two', {
      '/fast': () => {
        order.push('fast');
        slow.set(textResponse(200, 'slow'));
        return textResponse(200, 'fast');
      },
    });
    const client = new RawClient(service.address);
    for (const path of ['/one/slow', '/two/fast', '/one/none']) {
      client.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`);
    }
    await client.answered(3);
    expect(client.statuses).toEqual([200, 200, 404]);
    expect(client.text.indexOf('slow')).toBeLessThan(client.text.indexOf('fast'));
    expect(order).toEqual(['fast']);
    client.socket.destroy();
  });

  test('of a process that ends meanwhile is 503, and so is one that is abandoned', async () => {
    await serve();
    const never = new Completer<Response>();
    const pid = await spawnWeb('web', {
      '/abandons': () => {
        const completer = new Completer<Response>();
        completer.abandon();
        return completer.future;
      },
      '/ends': () => {
        runtime.terminate(pid);
        return textResponse(200, 'served before');
      },
      '/never': () => never.future,
    });
    expect(await statusOf('/web/abandons')).toBe(503);
    const client = new RawClient(service.address);
    client.write(
      'GET /web/ends HTTP/1.1\r\nHost: x\r\n\r\nGET /web/never HTTP/1.1\r\nHost: x\r\n\r\n',
    );
    await client.answered(2);
    expect(client.statuses).toEqual([200, 503]);
    client.socket.destroy();
  });

  test('that is discarded is 500, and one that is no response, too', async () => {
    await serve();
    await spawnWeb('web', {
      '/discards': () => {
        const completer = new Completer<Response>();
        completer.discard();
        return completer.future;
      },
      '/nothing': (() => 'text') as unknown as RouteHandler,
    });
    const response = await fetch(url('/web/discards'));
    expect([response.status, await response.text()]).toEqual([500, 'discarded future']);
    expect(await statusOf('/web/nothing')).toBe(500);
  });

  test('Discard: is asked to discard when the client goes away', async () => {
    await serve();
    const waiting = new Completer<Response>();
    const called = new Completer<AbortSignal>();
    await spawnWeb('web', {
      '/waits': ({ signal }) => {
        called.set(signal);
        return waiting.future;
      },
    });
    const discarded = new Completer<void>();
    waiting.future.onDiscard(() => discarded.set());
    const client = new RawClient(service.address);
    client.write('GET /web/waits HTTP/1.1\r\nHost: x\r\n\r\n');
    const signal = await called.future;
    expect(signal.aborted).toBe(false);
    client.socket.destroy();
    await discarded.future;
    expect(signal.aborted).toBe(true);
    waiting.discard();
  });

  test('StreamingGetComplete: is written as it comes', async () => {
    await serve();
    const stream = new TransformStream<Uint8Array, Uint8Array>();
    await spawnWeb('web', { '/stream': () => new Response(stream.readable) });
    const response = await fetch(url('/web/stream'));
    const reader = response.body?.getReader();
    const writer = stream.writable.getWriter();
    for (const text of ['hello', 'world']) {
      void writer.write(new TextEncoder().encode(text));
      const piece: unknown = (await reader?.read())?.value;
      expect(new TextDecoder().decode(piece as Uint8Array)).toBe(text);
    }
    void writer.close();
    expect((await reader?.read())?.done).toBe(true);
  });

  test('StreamingGetFailure: that fails half-way breaks the connection', async () => {
    await serve();
    const stream = new TransformStream<Uint8Array, Uint8Array>();
    await spawnWeb('web', { '/stream': () => new Response(stream.readable) });
    const response = await fetch(url('/web/stream'));
    const writer = stream.writable.getWriter();
    void writer.write(new TextEncoder().encode('hello'));
    const reader = response.body?.getReader();
    await reader?.read();
    writer.abort(new Error('no more')).catch(() => undefined);
    await expect(reader?.read()).rejects.toThrow();
  });

  test('PipeReaderCloses: a stream whose client goes is cancelled', async () => {
    await serve();
    const cancelled = new Completer<void>();
    const source = {
      pull: (controller: ReadableStreamDefaultController<Uint8Array>) =>
        controller.enqueue(new Uint8Array(1024)),
      cancel: () => void cancelled.set(),
    };
    await spawnWeb('web', { '/endless': () => new Response(new ReadableStream(source)) });
    const abort = new AbortController();
    const response = await fetch(url('/web/endless'), { signal: abort.signal });
    await response.body?.getReader().read();
    abort.abort();
    await cancelled.future;
  });

  test('RequestStreaming: a handler reads a body while it comes', async () => {
    await serve();
    const first = new Completer<string>();
    await spawnWeb('web', {
      '/stream': async (request) => {
        const texts: string[] = [];
        for await (const piece of request.body ?? []) {
          texts.push(new TextDecoder().decode(piece as Uint8Array));
          first.set(texts[0] ?? '');
        }
        return textResponse(200, texts.join('|'));
      },
    });
    const client = new RawClient(service.address);
    client.write(
      'POST /web/stream HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n',
    );
    expect(await first.future).toBe('hello');
    client.write('5\r\nworld\r\n0\r\n\r\n');
    await client.answered(1);
    expect(client.text).toMatch(/hello\|world$/);
    client.socket.destroy();
  });

  test('bodies above the limit are 413, by their length or while they come', async () => {
    await serve({ limits: { bodyBytesMax: 10 } });
    await spawnWeb('web', { '/read': async (request) => textResponse(200, await request.text()) });
    const post = 'POST /web/read HTTP/1.1\r\nHost: x\r\n';
    const sent: [string, number][] = [
      ['Content-Length: 10\r\n\r\n0123456789', 200],
      ['Content-Length: 11\r\n\r\n0123456789a', 413],
      ['Transfer-Encoding: chunked\r\n\r\nb\r\n0123456789a\r\n0\r\n\r\n', 413],
    ];
    for (const [rest, status] of sent) {
      const client = new RawClient(service.address).write(post + rest);
      await client.answered(1);
      expect(client.statuses).toEqual([status]);
      client.socket.destroy();
    }
  });

  test('Statuses: helpers say what they mean', async () => {
    await serve();
    const not = textResponse(404);
    expect([not.status, await not.text()]).toEqual([404, '404 Not Found.']);
    expect(textResponse(200, 'ü').headers.get('content-length')).toBe('2');
  });

  test('Headers: of the request reach the handler, of the response the client', async () => {
    await serve();
    await spawnWeb('web', {
      '/headers': ({ headers }) => {
        const response = textResponse(200, headers.get('x-asked') ?? '', { 'X-Answer': 'yes' });
        response.headers.append('Set-Cookie', 'a=1');
        response.headers.append('Set-Cookie', 'b=2');
        return response;
      },
    });
    const response = await fetch(url('/web/headers'), { headers: { 'X-Asked': 'this' } });
    expect(await response.text()).toBe('this');
    expect(response.headers.get('x-answer')).toBe('yes');
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(response.headers.get('date')).toMatch(/GMT$/);
  });

  test('JSON is sent as what it is, or as a call with it', async () => {
    await serve();
    const json = jsonResponse({ a: 1 });
    expect([json.headers.get('Content-Type'), await json.text()]).toEqual([
      'application/json',
      '{"a":1}',
    ]);
    const jsonp = jsonResponse([1], { jsonp: 'call.back' });
    expect([jsonp.headers.get('content-type'), await jsonp.text()]).toEqual([
      'text/javascript',
      'call.back([1]);',
    ]);
    expect(jsonResponse([1], { jsonp: 'alert(1);x' }).status).toBe(400);
    const method = methodNotAllowed(['GET', 'HEAD'], 'POST');
    expect([method.status, method.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

describe('files', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'quorate-http-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  class Files extends Process {
    protected override initialize(): void {
      provide(this, '/file', join(directory, 'one.txt'));
      provide(this, '/files', directory);
    }
  }

  test('ProvideSendfile: small ones, large ones and empty ones, by their type', async () => {
    await serve();
    const large = randomBytes(1024 * 1024 + 7);
    writeFileSync(join(directory, 'one.txt'), 'hello');
    writeFileSync(join(directory, 'large.bin'), large);
    writeFileSync(join(directory, 'empty.json'), '');
    mkdirSync(join(directory, 'sub'));
    writeFileSync(join(directory, 'sub', 'page.html'), '<p>');
    runtime.spawn(new Files({ id: 'web' }));
    await runtime.settle();
    const one = await fetch(url('/web/file'));
    expect([await one.text(), one.headers.get('content-type')]).toEqual([
      'hello',
      'text/plain; charset=utf-8',
    ]);
    const got = Buffer.concat(await piecesOf('/web/files/large.bin'));
    const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
    expect([got.length, digest(got)]).toEqual([large.length, digest(large)]);
    const empty = await fetch(url('/web/files/empty.json'));
    expect([empty.status, await empty.text(), empty.headers.get('content-length')]).toEqual([
      200,
      '',
      '0',
    ]);
    expect(await textOf('/web/files/sub/page.html')).toBe('<p>');
    expect(await statusOf('/web/files/one.txt', { method: 'HEAD' })).toBe(200);
    expect(await statusOf('/web/files/one.txt', { method: 'POST' })).toBe(405);
  });

  test('that are not there, directories, and what is outside are not found', async () => {
    await serve();
    mkdirSync(join(directory, 'sub'));
    runtime.spawn(new Files({ id: 'web' }));
    await runtime.settle();
    const paths = ['', '/none', '/sub', '/sub/none/deep', '/%2e%2e/etc/passwd', '/..%2fx', '/%zz'];
    for (const path of paths)
      expect([path, await statusOf(`/web/files${path}`)]).toEqual([path, 404]);
    expect(await statusOf('/web/file')).toBe(404);
    expect(await statusOf('/web/files/%00')).toBe(400);
  });
});

describe('who may come in', () => {
  const whoami: RouteHandler = (_, { principal }) =>
    textResponse(200, principal?.value ?? 'nobody');
  const returning = (result: Principal | Response | Promise<Principal>): Authenticator => ({
    authenticate: () => result,
  });

  async function ask(realms: HttpServiceOptions['realms']): Promise<Response> {
    await serve({ ...(realms && { realms }) });
    await spawnWeb('web', { '/a': [whoami, { realm: 'realm' }] });
    return fetch(url('/web/a'));
  }

  test('NoAuthenticator: everybody, without a principal', async () => {
    expect(await (await ask({})).text()).toBe('nobody');
  });

  test('Unauthorized: 401 with what would be accepted', async () => {
    const response = await ask({ realm: returning(unauthorized(['Basic realm="realm"'])) });
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([
      401,
      'Basic realm="realm"',
    ]);
  });

  test('Forbidden: 403', async () => {
    expect((await ask({ realm: returning(textResponse(403)) })).status).toBe(403);
  });

  test('Authenticated: the handler knows who asks', async () => {
    expect(await (await ask({ realm: returning({ value: 'benh' }) })).text()).toBe('benh');
  });

  test('InvalidPrincipal: neither a value nor claims is 500', async () => {
    expect((await ask({ realm: returning({}) })).status).toBe(500);
  });

  test('an authenticator that fails is 500', async () => {
    const response = await ask({ realm: returning(Promise.reject(new Error('no directory'))) });
    expect([response.status, await response.text()]).toEqual([500, 'no directory']);
  });

  test('Pipelining: requests are served in their order, whoever is authenticated first', async () => {
    const waiting: Completer<Principal>[] = [];
    const both = new Completer<void>();
    const slow: Authenticator = {
      authenticate: () => {
        const completer = new Completer<Principal>();
        if (waiting.push(completer) === 2) both.set();
        return completer.future;
      },
    };
    await serve({ realms: { realm: slow } });
    const served: (string | undefined)[] = [];
    const serves: RouteHandler = (_, { principal }) => {
      served.push(principal?.value);
      return textResponse(200);
    };
    await spawnWeb('web', { '/a': [serves, { realm: 'realm' }] });
    const client = new RawClient(service.address);
    for (let count = 0; count < 2; count++) client.write('GET /web/a HTTP/1.1\r\nHost: x\r\n\r\n');
    await both.future;
    waiting[1]?.set({ value: 'second' });
    waiting[0]?.set({ value: 'first' });
    await client.answered(2);
    expect(served).toEqual(['first', 'second']);
    client.socket.destroy();
  });

  test('Basic: name and password, which may have colons', async () => {
    const realm = basicAuthenticator({ realm: 'realm', credentials: { user: 'pass:word', a: '' } });
    await serve({ realms: { realm } });
    await spawnWeb('web', { '/a': [whoami, { realm: 'realm' }] });
    const ask = async (header?: string): Promise<number> =>
      statusOf('/web/a', header === undefined ? {} : { headers: { Authorization: header } });
    const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;
    expect(await ask(basic('user:pass:word'))).toBe(200);
    expect(await ask(basic('a:'))).toBe(200);
    const wrong = [undefined, 'Basic', 'Basic !', 'Bearer x', basic('user'), basic('user:pass')];
    for (const header of [...wrong, basic('other:pass:word'), basic(':'), basic('__proto__:')]) {
      expect([header, await ask(header)]).toEqual([header, 401]);
    }
  });

  test('an authorization is asked after that, with the principal', async () => {
    const asked: unknown[] = [];
    await serve({
      realms: { realm: returning({ value: 'benh' }) },
      authorizations: {
        '/web/a': (_, principal) => {
          asked.push(principal);
          return false;
        },
      },
    });
    await spawnWeb('web', { '/a': [whoami, { realm: 'realm' }], '/b': whoami });
    expect(await statusOf('/web/a')).toBe(403);
    expect(await statusOf('/web/a/below')).toBe(403);
    expect(await statusOf('/web/b')).toBe(200);
    expect(asked).toEqual([{ value: 'benh' }, { value: 'benh' }]);
  });

  test('FirewallDisablePaths: exactly these paths are kept out', async () => {
    await serve({ firewall: [disabledEndpoints(['/web/a', '/web/b/c'])] });
    const served: string[] = [];
    const serves =
      (path: string): RouteHandler =>
      () => {
        served.push(path);
        return textResponse(200);
      };
    await spawnWeb('web', { '/a': serves('a'), '/b': serves('b'), '/b/c': serves('bc') });
    const response = await fetch(url('/web/a'));
    expect([response.status, await response.text()]).toEqual([
      403,
      "Endpoint '/web/a' is disabled",
    ]);
    expect(await statusOf('/web/b/c')).toBe(403);
    expect(await statusOf('/web/a/x')).toBe(200);
    expect(await statusOf('/web/b')).toBe(200);
    expect(served).toEqual(['a', 'b']);
  });

  test('FirewallUninstall: without rules everything is served', async () => {
    await serve({ firewall: [] });
    await spawnWeb('web', { '/a': ok });
    expect(await statusOf('/web/a')).toBe(200);
  });
});

test('at a transport requests are served beside messages', async () => {
  await runtime.close();
  const transport = await httpTransport({ listen: LOOPBACK });
  runtime = new Runtime({ transport });
  const got = new Completer<string>();
  await serve({ at: transport });
  class Both extends Web {
    protected override initialize(): void {
      super.initialize();
      this.install('M', (from) => void got.set(`${from}`));
    }
  }
  runtime.spawn(new Both('web', { '/M': ok }));
  await runtime.settle();
  expect(await statusOf('/web/M', { method: 'POST' })).toBe(200);
  const headers = { 'Libprocess-From': 'a@127.0.0.1:9' };
  expect(await statusOf('/web/M', { method: 'POST', headers })).toBe(202);
  expect(await got.future).toBe('a@127.0.0.1:9');
  await service.close();
  expect(await statusOf('/web/M')).toBe(404);
});

test('endpoints come before processes, and an address that others reach takes insecure', async () => {
  await serve({ endpoints: [{ path: '/web/a', handler: () => textResponse(200, 'endpoint') }] });
  await spawnWeb('web', { '/a': ok, '/b': ok });
  expect([await textOf('/web/a'), await textOf('/web/b')]).toEqual(['endpoint', 'ok']);
  const everywhere = { host: '0.0.0.0', port: 0 };
  await expect(serveHttp(runtime, { at: everywhere })).rejects.toMatchObject({
    code: 'TRANSPORT_INSECURE',
  });
  await (await serveHttp(runtime, { at: everywhere, insecure: true })).close();
});
