import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Entry } from '@quorate/messages';
import { State } from '@quorate/state';
import { stateStorageSuite } from '@quorate/state/testing';
import { ZooKeeperStorage } from '../../src/index.ts';
import type { ZooKeeper, ZooKeeperStorageOptions } from '../../src/index.ts';
import { report } from '../../../../testing/report.ts';
import { describeWithServer } from '../../../../testing/describe-with-server.ts';
import { ZooKeeperServer } from '../../../../testing/zookeeper-server.ts';
import { ZooKeeperWorld, digest, eventually, text } from '../support/zookeeper-world.ts';

const bytes = (value: string): Uint8Array => new TextEncoder().encode(value);
const uuid = (version: number): Uint8Array => new Uint8Array(16).fill(version);
const entry = (name: string, version: number, value: string): Entry => {
  return { name, uuid: uuid(version), value: bytes(value) };
};

describeWithServer('ZooKeeper', () => {
  let server: ZooKeeperServer;
  let world: ZooKeeperWorld;

  beforeAll(async () => {
    server = await ZooKeeperServer.start();
  });
  afterAll(async () => {
    await server.destroy();
  });
  beforeEach(async () => {
    world = await ZooKeeperWorld.open(server);
  });
  afterEach(async () => {
    await world.close();
  });

  function open(options: Partial<ZooKeeperStorageOptions> = {}): ZooKeeperStorage {
    return new ZooKeeperStorage({ ...world.connection(), path: `${world.path}/`, ...options });
  }

  /** A client that the proxy does not touch. */
  function observer(): ZooKeeper {
    return world.client({ servers: server.address });
  }

  const at = (name: string): string => `${world.path}/${name}`;

  stateStorageSuite('ZooKeeperStateTest', {
    describe: (_, body) => body(),
    test,
    open: () => {
      const storage = open();
      return { storage, close: () => storage.close() };
    },
  });

  test('a watch sees what others store, over lost connections and sessions, until it is closed', async () => {
    const storage = open({ sessionTimeoutMs: 2_000 });
    const other = open({ servers: server.address });
    const watch = new State(storage).watch('watched');
    const next = async () => text((await watch.next()).value?.value);
    expect(await next()).toBe('');
    await other.set(entry('watched', 1, 'one'), uuid(0));
    expect(await next()).toBe('one');
    // Stored while the watcher is cut off: the watch comes back with the connection.
    world.proxy.shutdownNetwork();
    await other.set(entry('watched', 2, 'two'), uuid(1));
    world.proxy.startNetwork();
    expect(await next()).toBe('two');
    // And with the next session, when the one it was set in has expired.
    world.proxy.shutdownNetwork();
    await world.advance(5_000);
    await other.set(entry('watched', 3, 'three'), uuid(2));
    world.proxy.startNetwork();
    expect(await next()).toBe('three');
    await other.expunge(entry('watched', 3, ''));
    expect(await next()).toBe('');
    const waiting = expect(watch.next()).rejects.toMatchObject({ code: 'STATE_CLOSED' });
    await storage.close();
    await waiting;
    await expect(new State(storage).watch('watched').next()).rejects.toMatchObject({
      code: 'STATE_CLOSED',
    });
    await other.close();
  });

  test('an entry is a znode of its name, with the bytes that Mesos writes', async () => {
    const storage = open();
    await storage.set(entry('registry', 1, 'value'), uuid(9));
    const { data } = await observer().get(at('registry'));
    expect(data).toEqual(Entry.encode(entry('registry', 1, 'value')));
    await observer().create(at('by Mesos'), Entry.encode(entry('by Mesos', 2, 'x')));
    expect(await storage.get('by Mesos')).toEqual(entry('by Mesos', 2, 'x'));
    expect([...(await storage.names())].sort()).toEqual(['by Mesos', 'registry']);
  });

  test('with authentication anyone reads, and only the creator writes', async () => {
    const storage = open({ authentication: digest('creator') });
    await storage.set(entry('a', 1, 'x'), uuid(9));
    const stranger = open();
    expect(await stranger.get('a')).toEqual(entry('a', 1, 'x'));
    const noAuth = { code: 'ZOOKEEPER_NO_AUTH', outcome: 'definite' };
    await expect(stranger.set(entry('a', 2, 'y'), uuid(1))).rejects.toMatchObject(noAuth);
    await expect(stranger.set(entry('b', 2, 'y'), uuid(1))).rejects.toMatchObject(noAuth);
    await expect(stranger.expunge(entry('a', 1, 'x'))).rejects.toMatchObject(noAuth);
    expect(await storage.set(entry('a', 2, 'y'), uuid(1))).toBe(true);
  });

  test('an authentication that is refused fails every operation', async () => {
    const storage = open({ authentication: { scheme: 'none', credentials: 'x' } });
    const failed = { code: 'ZOOKEEPER_AUTH_FAILED' };
    await expect(storage.get('a')).rejects.toMatchObject(failed);
    await expect(storage.names()).rejects.toMatchObject(failed);
    await expect(storage.set(entry('a', 1, 'x'), uuid(9))).rejects.toMatchObject(failed);
    await expect(storage.expunge(entry('a', 1, 'x'))).rejects.toMatchObject(failed);
  });

  test('a value above 1 MiB is refused before any request, one just below it is stored', async () => {
    const storage = open();
    const state = new State(storage);
    const variable = await state.fetch('large');
    await storage.names();
    world.proxy.shutdownNetwork();
    const tooLarge = state.store(variable.mutate(new Uint8Array(1024 * 1024)));
    await expect(tooLarge).rejects.toMatchObject({
      code: 'STATE_VALUE_TOO_LARGE',
      outcome: 'definite',
      message: expect.stringContaining('1048576 bytes'),
    });
    world.proxy.startNetwork();
    const largest = new Uint8Array(1024 * 1024 - 300).fill(7);
    const stored = await state.store(variable.mutate(largest));
    expect(await state.store(stored?.mutate(largest) ?? variable)).toBeDefined();
    expect((await state.fetch('large')).value).toEqual(largest);
  });

  test('operations wait for the connection, expunges too, and the next session', async () => {
    const storage = open({ sessionTimeoutMs: 10_000 });
    await storage.set(entry('a', 1, 'x'), uuid(9));
    world.proxy.shutdownNetwork();
    const results = [
      storage.get('a'),
      storage.set(entry('a', 2, 'y'), uuid(1)),
      storage.expunge(entry('a', 2, 'y')),
      storage.names(),
    ];
    await world.advance(30_000);
    expect(results.every(({ isPending }) => isPending)).toBe(true);
    world.proxy.startNetwork();
    expect(await Promise.all(results)).toEqual([entry('a', 1, 'x'), true, true, new Set()]);
  });

  test('a store whose answer was lost is known to have been done', async () => {
    const storage = open();
    for (const [version, before] of [
      [1, 9],
      [2, 1],
    ] as const) {
      await storage.names();
      world.proxy.loseNextWrite();
      expect(await storage.set(entry('a', version, 'x'), uuid(before))).toBe(true);
      expect(world.proxy.hasLostWrite).toBe(true);
    }
    expect((await observer().get(at('a'))).stat.version).toBe(1);
  });

  test('a store that was lost and overtaken is false, and what cannot be told fails', async () => {
    const storage = open();
    await storage.set(entry('a', 1, 'x'), uuid(9));
    const other = observer();
    const unknown = { code: 'ZOOKEEPER_CONNECTION_LOSS', outcome: 'unknown' };
    // Ours never arrived, and another took its version.
    world.proxy.dropRequests();
    const overtaken = storage.set(entry('a', 2, 'ours'), uuid(1));
    await world.runtime.after(100);
    await other.set(at('a'), Entry.encode(entry('a', 3, 'theirs')));
    world.proxy.breakConnections();
    world.proxy.startNetwork();
    expect(await overtaken).toBe(false);
    // Ours was done, and another was done on top of it.
    await storage.names();
    world.proxy.loseNextWrite(() => other.set(at('a'), Entry.encode(entry('a', 5, 'on top'))));
    await expect(storage.set(entry('a', 4, 'ours'), uuid(3))).rejects.toMatchObject(unknown);
    // It is gone, by us or by somebody else.
    await storage.names();
    world.proxy.loseNextWrite();
    await expect(storage.expunge(entry('a', 5, ''))).rejects.toMatchObject(unknown);
    expect(await storage.get('a')).toBeUndefined();
  });

  test('a session that expires under an operation is followed by the next', async () => {
    const storage = open();
    await storage.set(entry('a', 1, 'x'), uuid(9));
    await world.proxy.expireSession(world.proxy.sessions.at(-1) ?? 0n);
    expect(await storage.set(entry('a', 2, 'y'), uuid(1))).toBe(true);
    expect(world.proxy.sessions).toHaveLength(2);
  });

  test('what is no entry is told, and is not replaced; names of others are left out', async () => {
    const storage = open();
    await storage.set(entry('a', 1, 'x'), uuid(9));
    await observer().create(at('foreign'), bytes('no entry'));
    await observer().create(at('%zz'), bytes(''));
    const malformed = { code: 'ZOOKEEPER_ENTRY_MALFORMED' };
    await expect(storage.get('foreign')).rejects.toMatchObject(malformed);
    await expect(storage.set(entry('foreign', 1, 'x'), uuid(9))).rejects.toMatchObject(malformed);
    expect(text((await observer().get(at('foreign'))).data)).toBe('no entry');
    expect([...(await storage.names())].sort()).toEqual(['a', 'foreign']);
  });

  test('a closed storage fails what waits and what comes, and their number has a limit', async () => {
    const storage = open({ operationsMax: 2 });
    world.proxy.shutdownNetwork();
    const closed = { code: 'STATE_CLOSED' };
    const waiting = [storage.get('a'), storage.get('b')].map((result) =>
      expect(result).rejects.toMatchObject(closed),
    );
    await expect(storage.get('c')).rejects.toMatchObject({ code: 'STATE_QUEUE_FULL' });
    await storage.close();
    await Promise.all(waiting);
    await expect(storage.names()).rejects.toMatchObject(closed);
    await expect(storage.set(entry('a', 1, 'x'), uuid(9))).rejects.toMatchObject(closed);
  });

  test('a discarded operation is given up, and the next one is served', async () => {
    const storage = open();
    world.proxy.shutdownNetwork();
    const [first, second] = [storage.get('a'), storage.get('b')];
    await world.runtime.after(50);
    first.discard();
    await expect(first).rejects.toMatchObject({ code: 'FUTURE_DISCARDED' });
    world.proxy.startNetwork();
    expect(await second).toBeUndefined();
  });

  test('killed and restarted again and again under load: each store is what was said of it', async () => {
    const [one, two] = [open({ sessionTimeoutMs: 30_000 }), open({ sessionTimeoutMs: 30_000 })];
    let isOver = false;
    let version = 0;
    const said: { readonly version: number; readonly stored: boolean | 'unknown' }[] = [];
    const write = async (storage: ZooKeeperStorage): Promise<void> => {
      while (!isOver) {
        const current = await storage.get('contended');
        const mine = ++version;
        const value = { name: 'contended', uuid: wide(mine), value: bytes(`${mine}`) };
        try {
          const stored = await storage.set(value, current?.uuid ?? uuid(255));
          said.push({ version: mine, stored });
        } catch {
          said.push({ version: mine, stored: 'unknown' });
        }
      }
    };
    const before = (): number => said.filter(({ stored }) => stored === true).length;
    const writers = [write(one), write(two)];
    for (let round = 0; round < 2; round++) {
      const count = before();
      await eventually('stores go on', () => before() > count + 20);
      await server.kill();
      await server.start();
    }
    const count = before();
    await eventually('stores go on', () => before() > count + 20);
    isOver = true;
    await Promise.all(writers);
    // Each store that was done raised the version of the znode by one, or created it.
    const { stat } = await observer().get(at('contended'));
    const unknown = said.filter(({ stored }) => stored === 'unknown').length;
    expect(stat.version + 1).toBeGreaterThanOrEqual(before());
    expect(stat.version + 1).toBeLessThanOrEqual(before() + unknown);
    report(
      'zookeeper',
      'server killed twice under two storages that store one variable',
      `${before()} stores done, ${unknown} of unknown outcome, ${stat.version + 1} versions of the znode`,
      'as many versions as stores were done, and at most those of unknown outcome more',
    );
  });

  /** A version of its own for each number. */
  function wide(value: number): Uint8Array {
    const wideUuid = new Uint8Array(16);
    new DataView(wideUuid.buffer).setUint32(0, value);
    return wideUuid;
  }
});
