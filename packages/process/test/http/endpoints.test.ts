// What operators ask a program for.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  basicAuthenticator,
  healthEndpoints,
  helpEndpoints,
  helpText,
  loggingEndpoints,
  metricsEndpoints,
  processEndpoints,
  route,
  serveHttp,
  systemEndpoints,
  textResponse,
} from '../../src/http/index.ts';
import type { HttpService, HttpServiceOptions } from '../../src/http/index.ts';
import { Completer, Process, Runtime, VirtualClock } from '../../src/index.ts';
import { Counter, Metrics, PullGauge, PushGauge } from '../../src/metrics/index.ts';
import { spawnSystem } from '../../src/node/index.ts';
import { RateLimiter } from '../../src/sync/index.ts';

let runtime: Runtime;
let service: HttpService;

async function serve(
  endpoints: HttpServiceOptions['endpoints'],
  options: Partial<HttpServiceOptions> = {},
): Promise<void> {
  const at = { host: '127.0.0.1', port: 0 };
  service = await serveHttp(runtime, { at, ...options, ...(endpoints && { endpoints }) });
}

beforeEach(() => {
  runtime = new Runtime();
});

afterEach(async () => {
  await service.close();
  await runtime.close();
});

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`http://${service.address}${path}`, { headers });
const textOf = async (path: string): Promise<string> => (await get(path)).text();
const jsonOf = async (path: string): Promise<unknown> => (await get(path)).json();

class Documented extends Process {
  protected override initialize(): void {
    const help = helpText({ tldr: 'Says <b>.', description: 'At length.', references: 'None.' });
    route(this, '/body', () => textResponse(200), { help });
    route(this, '/body/deep', () => textResponse(200));
  }
}

describe('help', () => {
  test('EndpointsHelp: lists processes and routes, and shows the help of each', async () => {
    await serve(helpEndpoints(runtime));
    runtime.spawn(new Documented({ id: 'http(1)' }));
    await runtime.settle();
    const curl = { 'User-Agent': 'curl/7.88.1' };
    const all = await get('/help', curl);
    expect(all.headers.get('content-type')).toBe('text/x-markdown');
    expect(await all.text()).toBe('## HELP\n> [/http(1)](/help/http(1))\n');
    expect(await (await get('/help/http%281%29', curl)).text()).toBe(
      '## /http(1)\n> [/body](/help/http(1)/body)\n> [/body/deep](/help/http(1)/body/deep)\n',
    );
    const one = await (await get('/help/http(1)/body', curl)).text();
    expect(one).toContain('/http(1)/body\n');
    expect(one).toContain(
      '### TL;DR;\nSays <b>.\n\n### DESCRIPTION\nAt length.\n\n### REFERENCES\nNone.',
    );
    const page = await get('/help/http(1)/body');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await page.text()).toContain('Says &lt;b&gt;.');
    expect(await jsonOf('/help?format=json')).toEqual({
      processes: [
        {
          id: 'http(1)',
          endpoints: [
            { name: '/body', text: expect.stringContaining('At length.') },
            { name: '/body/deep', text: '' },
          ],
        },
      ],
    });
  });

  test('EndpointsHelpRemoval: a process that has ended has no help', async () => {
    await serve(helpEndpoints(runtime));
    const pid = runtime.spawn(new Documented({ id: 'http' }));
    await runtime.settle();
    expect((await get('/help/http')).status).toBe(200);
    expect((await get('/help/http/none')).status).toBe(400);
    runtime.terminate(pid);
    await runtime.wait(pid);
    expect((await get('/help/http')).status).toBe(400);
    expect(await jsonOf('/help?format=json')).toEqual({ processes: [] });
  });
});

describe('processes', () => {
  class Busy extends Process {
    readonly never = new Completer<void>();

    constructor() {
      super({ id: 'busy', handlers: 'serialized' });
    }

    wait(): Promise<void> {
      return Promise.resolve(this.never.future);
    }
  }

  test('ProcessesEndpointNoHang: is answered though a process serves nothing', async () => {
    await serve(processEndpoints(runtime));
    const busy = new Busy();
    const pid = runtime.spawn(busy);
    runtime.tell(pid, (process) => process.wait());
    await runtime.settle();
    runtime.tell(pid, (process) => process.wait());
    runtime.post(pid, 'message', new Uint8Array(3), pid);
    expect(await jsonOf('/__processes__')).toEqual([
      {
        id: 'busy',
        events: [
          { type: 'DISPATCH' },
          { type: 'MESSAGE', name: 'message', from: `busy@${runtime.address}` },
        ],
      },
    ]);
    expect(await jsonOf('/processes')).toMatchObject([{ id: 'busy', type: 'Busy', mailbox: 2 }]);
    busy.never.set();
    runtime.terminate(pid);
    await runtime.wait(pid);
    expect(await jsonOf('/__processes__')).toEqual([]);
  });
});

describe('metrics', () => {
  function metricsOf(...names: readonly string[]): Metrics {
    const metrics = new Metrics(runtime.clock);
    for (const name of names) metrics.add(new PushGauge(name));
    return metrics;
  }

  test('THREADSAFE_SnapshotAlphabetical: names are in order', async () => {
    await serve(metricsEndpoints(metricsOf('b/2', 'a/1', 'c')));
    expect(await textOf('/metrics/snapshot')).toBe('{"a/1":0,"b/2":0,"c":0}');
  });

  test('THREADSAFE_Snapshot: has what has a value, as JSON or as a call with it', async () => {
    const metrics = metricsOf();
    const counter = new Counter('test/counter');
    counter.increment(3);
    metrics.add(counter, new PullGauge('test/fails', () => Promise.reject(new Error('no value'))));
    await serve(metricsEndpoints(metrics));
    expect(await jsonOf('/metrics/snapshot')).toEqual({ 'test/counter': 3 });
    const jsonp = await get('/metrics/snapshot?jsonp=show');
    expect([jsonp.headers.get('content-type'), await jsonp.text()]).toEqual([
      'text/javascript',
      'show({"test/counter":3});',
    ]);
  });

  test('THREADSAFE_SnapshotTimeout: does not wait longer than it is told', async () => {
    const metrics = metricsOf('quick');
    metrics.add(new PullGauge('never', () => new Promise<number>(() => undefined)));
    await serve(metricsEndpoints(metrics));
    for (const timeout of ['foobar', '2', '', '-1secs', '2parsecs', 'secs', '1toString']) {
      expect((await get(`/metrics/snapshot?timeout=${timeout}`)).status).toBe(400);
    }
    expect(await jsonOf('/metrics/snapshot?timeout=20ms')).toEqual({ quick: 0 });
    expect(await jsonOf('/metrics/snapshot?timeout=0.01secs')).toEqual({ quick: 0 });
  });

  test('THREADSAFE_SnapshotAuthenticationEnabled: is for who is known', async () => {
    const realm = basicAuthenticator({ realm: 'readonly', credentials: { user: 'secret' } });
    await serve(metricsEndpoints(metricsOf('a'), { realm: 'readonly' }), {
      realms: { readonly: realm },
    });
    expect((await get('/metrics/snapshot')).status).toBe(401);
    const Authorization = `Basic ${btoa('user:secret')}`;
    expect((await get('/metrics/snapshot', { Authorization })).status).toBe(200);
  });

  test('snapshots wait for the limiter', async () => {
    const limiter = new RateLimiter({ permits: 1, perMs: 3_600_000, clock: runtime.clock });
    await serve(metricsEndpoints(metricsOf('a'), { limiter }));
    expect(await jsonOf('/metrics/snapshot')).toEqual({ a: 0 });
    const second = get('/metrics/snapshot');
    const first = await Promise.race([second, get('/none').then(() => 'still waiting')]);
    expect(first).toBe('still waiting');
    limiter[Symbol.dispose]();
    expect((await second).status).toBe(500);
  });

  test('are read by Prometheus', async () => {
    const metrics = metricsOf('1/min', 'a/b-c');
    await serve(metricsEndpoints(metrics));
    const response = await get('/metrics');
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(await response.text()).toBe(
      '# TYPE _1_min gauge\n_1_min 0\n# TYPE a_b_c gauge\na_b_c 0\n',
    );
  });
});

test('the machine is described in the words of libprocess', async () => {
  const metrics = new Metrics(runtime.clock);
  const system = spawnSystem({ metrics, runtime });
  await serve(systemEndpoints(runtime, system));
  expect(await jsonOf('/system/stats.json')).toEqual({
    avg_load_1min: expect.any(Number),
    avg_load_5min: expect.any(Number),
    avg_load_15min: expect.any(Number),
    cpus_total: expect.any(Number),
    mem_total_bytes: expect.any(Number),
    mem_free_bytes: expect.any(Number),
  });
});

describe('health', () => {
  test('a program is alive when it answers, and ready when it says so', async () => {
    let reason: string | undefined = 'the log has no quorum';
    await serve(healthEndpoints({ notReady: () => reason }));
    expect(await textOf('/livez')).toBe('ok');
    const response = await get('/readyz');
    expect([response.status, await response.text()]).toEqual([503, 'the log has no quorum']);
    reason = undefined;
    expect((await get('/readyz')).status).toBe(200);
  });

  test('not to know is not to be ready', async () => {
    await serve(healthEndpoints({ notReady: () => Promise.reject(new Error('no answer')) }));
    const response = await get('/readyz');
    expect([response.status, await response.text()]).toEqual([503, 'no answer']);
  });
});

describe('logging', () => {
  test('more is logged for a while, which may be extended', async () => {
    const clock = new VirtualClock();
    const logger = { level: 'info' };
    await serve(loggingEndpoints(logger, clock));
    expect(await textOf('/logging/toggle')).toBe('info\n');
    expect((await get('/logging/toggle?level=debug&duration=10secs')).status).toBe(200);
    expect(await textOf('/logging/toggle')).toBe('debug\n');
    await clock.advance(9_000);
    await get('/logging/toggle?level=trace&duration=10secs');
    await clock.advance(9_000);
    expect(logger.level).toBe('trace');
    await clock.advance(1_000);
    expect(logger.level).toBe('info');
  });

  test.each([
    'level=debug',
    'duration=1secs',
    'level=x&duration=1secs',
    'level=debug&duration=x',
    'level=warn&duration=1secs',
  ])('%s is refused', async (query) => {
    const logger = { level: 'info' };
    await serve(loggingEndpoints(logger, runtime.clock));
    expect((await get(`/logging/toggle?${query}`)).status).toBe(400);
    expect(logger.level).toBe('info');
  });
});
