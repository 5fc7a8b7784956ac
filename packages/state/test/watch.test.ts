import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { LogCluster } from '@quorate/log/testing';
import { Future, Runtime } from '@quorate/process';
import { expectFailed } from '@quorate/process/testing';
import { LevelStorage } from '../src/leveldb/level-storage.ts';
import { LogFollower } from '../src/log-follower.ts';
import { LogStorage } from '../src/log-storage.ts';
import { MemoryStorage } from '../src/memory-storage.ts';
import { State } from '../src/state.ts';
import type { Variable } from '../src/variable.ts';
import { ChangeListeners } from '../src/watch/change-listener.ts';
import { WatchStream } from '../src/watch/watch-stream.ts';
import { FakeLog } from './fake-log.ts';
import { bytes, text } from './helpers.ts';

type Watch = AsyncIterableIterator<Variable, undefined>;

async function next(watch: Watch): Promise<string | undefined> {
  const { value } = await watch.next();
  return value && text(value.value);
}

async function put(state: State, value: string, name = 'a'): Promise<void> {
  expect(await state.store((await state.fetch(name)).mutate(bytes(value)))).toBeDefined();
}

describe('a watch', () => {
  test('of a storage that tells of no changes is refused', () => {
    const { subscribe: _, ...storage } = methodsOf(new MemoryStorage());
    expect(() => new State(storage).watch('a')).toThrow(
      expect.objectContaining({ code: 'STATE_WATCH_UNSUPPORTED' }),
    );
    expect(() => new State(new MemoryStorage()).watch('')).toThrow(
      expect.objectContaining({ code: 'STATE_NAME_INVALID' }),
    );
  });

  test('looks once more at what changed while it looked', async () => {
    const listeners = new ChangeListeners();
    const values = [1, 2, 3];
    const watch = new WatchStream({
      subscribe: (listener) => listeners.add('a', listener),
      read: () => {
        const value = values.shift();
        if (value === 1) listeners.changed('a');
        return Future.ready(value === undefined ? undefined : { value, version: value });
      },
    });
    expect([await watch.next(), await watch.next()]).toEqual([
      { done: false, value: 1 },
      { done: false, value: 2 },
    ]);
    const waiting = watch.next();
    listeners.changed('a');
    expect(await waiting).toEqual({ done: false, value: 3 });
    await watch.return();
    expect(listeners.size).toBe(0);
  });

  test('that ends for good rejects once, and holds nothing', async () => {
    const listeners = new ChangeListeners();
    const controller = new AbortController();
    const source = {
      subscribe: listeners.add.bind(listeners, 'a'),
      read: () => Future.ready({ value: 1, version: 1 }),
    };
    const [one, other] = [new WatchStream(source, controller), new WatchStream(source)];
    await one.next();
    const waiting = one.next();
    listeners.end(new Error('over'));
    await expect(waiting).rejects.toThrow('over');
    expect(await one.next()).toEqual({ done: true, value: undefined });
    await expect(other.next()).rejects.toThrow('over');
    expect(listeners.size).toBe(0);
  });

  test('whose reading fails rejects with that, and holds nothing', async () => {
    const listeners = new ChangeListeners();
    const watch = new WatchStream({
      subscribe: listeners.add.bind(listeners, 'a'),
      read: () => Future.failed<undefined>('no'),
    });
    await expect(watch.next()).rejects.toThrow('no');
    expect(listeners.size).toBe(0);
  });
});

test('a watch of a LevelDB storage ends with STATE_CLOSED when that is closed', async () => {
  const path = mkdtempSync(join(tmpdir(), 'quorate-watch-'));
  const runtime = new Runtime();
  const storage = await LevelStorage.open({ path, runtime });
  const watch = new State(storage).watch('a');
  expect(await next(watch)).toBe('');
  const waiting = expect(watch.next()).rejects.toMatchObject({ code: 'STATE_CLOSED' });
  await storage.close();
  await waiting;
  await expect(new State(storage).watch('a').next()).rejects.toMatchObject({
    code: 'STATE_CLOSED',
  });
  await runtime.close();
  rmSync(path, { recursive: true });
});

describe('a watch of a LogStorage', () => {
  test('ends with STATE_DEMOTED when a store finds that another has taken over', async () => {
    const log = new FakeLog();
    const [mine, other] = [new LogStorage(log), new LogStorage(log)];
    const state = new State(mine);
    await put(state, '1');
    const watch = state.watch('a');
    expect(await next(watch)).toBe('1');
    const stale = await state.fetch('a');
    await put(new State(other), '2');
    const waiting = expect(watch.next()).rejects.toMatchObject({ code: 'STATE_DEMOTED' });
    await expectFailed(state.store(stale), 'STATE_DEMOTED');
    await waiting;
    const again = state.watch('a');
    expect(await next(again)).toBe('2');
    await again.return?.();
    await mine.close();
    await other.close();
  });

  test('ends with STATE_CLOSED when the storage is closed', async () => {
    const storage = new LogStorage(new FakeLog());
    const watch = new State(storage).watch('a');
    expect(await next(watch)).toBe('');
    const waiting = expect(watch.next()).rejects.toMatchObject({ code: 'STATE_CLOSED' });
    await storage.close();
    await waiting;
  });
});

describe('a LogFollower', () => {
  let cluster: LogCluster;

  afterEach(() => cluster.close());

  async function open(): Promise<{ leader: State; follower: LogFollower }> {
    cluster = new LogCluster({ nodes: 3, quorum: 2 });
    await cluster.startReplicas();
    for (const node of [1, 2, 3]) {
      await cluster.node(node).stop();
      await cluster.node(node).openLog();
    }
    for (const node of [1, 2, 3]) await cluster.ready(cluster.node(node).log.recovered);
    const leader = new State(new LogStorage(cluster.node(1).log));
    return { leader, follower: new LogFollower(cluster.node(2).log, { intervalMs: 500 }) };
  }

  /** Lets time pass until it is there. */
  async function soon<T>(promise: Promise<T>): Promise<T> {
    let isDone = false;
    void promise.finally(() => (isDone = true)).catch(() => undefined);
    for (let n = 0; n < 200 && !isDone; n++) await cluster.clock.advance(100);
    expect(isDone).toBe(true);
    return promise;
  }

  test('sees what the leader stores and expunges, and disturbs nobody', async () => {
    const { leader, follower } = await open();
    const watch = new State(follower).watch('a');
    expect(await soon(next(watch))).toBe('');
    await soon(put(leader, '1'));
    expect(await soon(next(watch))).toBe('1');
    for (const value of ['2', '3', '4']) await soon(put(leader, value));
    let seen: string | undefined;
    while (seen !== '4') seen = await soon(next(watch));
    const variable = await cluster.ready(leader.fetch('a'));
    expect(await cluster.ready(leader.expunge(variable))).toBe(true);
    expect(await soon(next(watch))).toBe('');
    await watch.return?.();
    follower.close();
  });

  test('goes on after the log was truncated past what it had read', async () => {
    const { leader, follower } = await open();
    await soon(put(leader, '0'));
    const watch = new State(follower).watch('a');
    expect(await soon(next(watch))).toBe('0');
    await cluster.node(2).stop();
    follower.close();
    for (let n = 1; n <= 5; n++) await soon(put(leader, String(n)));
    await cluster.node(2).openLog();
    const later = new LogFollower(cluster.node(2).log, { intervalMs: 500 });
    const again = new State(later).watch('a');
    // Catching up leaves out the last position, which the next entry brings.
    let seen = await soon(next(again));
    await soon(put(leader, '6'));
    while (seen !== '6') seen = await soon(next(again));
    expect([...(await cluster.ready(later.names()))]).toEqual(['a']);
    later.close();
    await expect(again.next()).rejects.toMatchObject({ code: 'STATE_CLOSED' });
    await expectFailed(later.get('a'), 'STATE_CLOSED');
  });

  test('stores nothing', async () => {
    const { follower } = await open();
    const state = new State(follower);
    const variable = await soon(Promise.resolve(state.fetch('a')));
    await expectFailed(state.store(variable), 'STATE_READ_ONLY');
    await expectFailed(state.expunge(variable), 'STATE_READ_ONLY');
    expect((await cluster.ready(follower.names())).size).toBe(0);
    expect(() => new LogFollower(cluster.node(2).log, { intervalMs: 0 })).toThrow(
      expect.objectContaining({ code: 'STATE_OPTION_INVALID' }),
    );
    follower.close();
  });

  test('a watch ends with what ends its log', async () => {
    const { follower } = await open();
    const watch = new State(follower).watch('a');
    expect(await soon(next(watch))).toBe('');
    const waiting = expect(watch.next()).rejects.toMatchObject({ code: 'STATE_LOG_FAILED' });
    await cluster.ready(cluster.node(2).log.close());
    await cluster.clock.advance(5_000);
    await waiting;
    follower.close();
  });
});

function methodsOf(storage: MemoryStorage) {
  return {
    get: storage.get.bind(storage),
    set: storage.set.bind(storage),
    expunge: storage.expunge.bind(storage),
    names: storage.names.bind(storage),
    subscribe: storage.subscribe.bind(storage),
  };
}
