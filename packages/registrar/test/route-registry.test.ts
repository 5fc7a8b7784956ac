import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Runtime } from '@quorate/process';
import { basicAuthenticator, serveHttp } from '@quorate/process/http';
import type { HttpService, HttpServiceOptions } from '@quorate/process/http';
import { MemoryStorage, State } from '@quorate/state';
import { routeRegistry } from '../src/http/index.ts';
import { admitAgent } from '../src/operations.ts';
import { Registrar } from '../src/registrar.ts';
import { agent, MASTER } from './helpers.ts';

let runtime: Runtime;
let registrar: Registrar;
let service: HttpService | undefined;

beforeEach(() => {
  runtime = new Runtime();
  registrar = new Registrar(new State(new MemoryStorage()), { runtime });
});

afterEach(async () => {
  await service?.close();
  await runtime.close();
});

async function get(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`http://${service?.address ?? ''}${path}`, init);
}

async function serve(options: Partial<HttpServiceOptions> = {}): Promise<void> {
  service = await serveHttp(runtime, { at: { host: '127.0.0.1', port: 0 }, ...options });
}

describe('/registrar(1)/registry', () => {
  test('is empty before the recovery, and then what was acknowledged', async () => {
    routeRegistry(registrar);
    await serve();
    expect(await (await get('/registrar(1)/registry')).json()).toEqual({});
    await registrar.recover(MASTER);
    await registrar.apply(admitAgent(agent('1')));
    const response = await get('/registrar(1)/registry');
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toMatchObject({
      master: { info: { id: MASTER.id } },
      slaves: { slaves: [{ info: { id: { value: '1' } } }] },
    });
    expect((await get('/registrar%281%29/registry')).status).toBe(200);
  });

  test('is a call of a function when that is asked for', async () => {
    routeRegistry(registrar);
    await serve();
    const response = await get('/registrar(1)/registry?jsonp=show');
    expect(response.headers.get('content-type')).toBe('text/javascript');
    expect(await response.text()).toBe('show({});');
  });

  test('is for those who read only: 405 for anything else', async () => {
    routeRegistry(registrar);
    await serve();
    const response = await get('/registrar(1)/registry', { method: 'POST' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET');
  });

  test('Authentication: 401 without credentials or with bad ones, else 200', async () => {
    routeRegistry(registrar, { realm: 'read-only' });
    const credentials = { operator: 'secret' };
    const realms = { 'read-only': basicAuthenticator({ realm: 'read-only', credentials }) };
    await serve({ realms });
    const as = (credential: string): RequestInit => ({
      headers: { authorization: `Basic ${btoa(credential)}` },
    });
    const path = '/registrar(1)/registry';
    expect((await get(path)).status).toBe(401);
    expect((await get(path, as('operator:wrong'))).status).toBe(401);
    expect((await get(path, as('operator:secret'))).status).toBe(200);
  });
});
