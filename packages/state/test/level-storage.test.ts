import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { levelEngine, type DatabaseEngine } from '@quorate/log/leveldb';
import { Entry } from '@quorate/messages';
import { Runtime } from '@quorate/process';
import { expectFailed } from '@quorate/process/testing';
import { ClassicLevel } from 'classic-level';
import { LevelStorage, type LevelStorageOptions } from '../src/leveldb/level-storage.ts';
import { State } from '../src/state.ts';
import { stateStorageSuite } from '../src/testing/state-storage-suite.ts';
import { bytes, text } from './helpers.ts';

const FIXTURES = join(__dirname, 'fixtures');

let directory: string;
let runtime: Runtime;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'quorate-state-'));
  runtime = new Runtime();
});

afterEach(async () => {
  await runtime.close();
  rmSync(directory, { recursive: true });
});

stateStorageSuite('LevelDBStateTest', {
  describe,
  test,
  open: async () => {
    const storage = await open();
    return { storage, close: () => storage.close() };
  },
});

describe('a LevelDB storage', () => {
  test('keeps what was stored until it is opened again', async () => {
    const first = await open();
    const stored = await store(first, 'a', 'value');
    await first.close();
    await using second = await open();
    const fetched = await new State(second).fetch('a');
    expect([text(fetched.value), fetched.uuid]).toEqual(['value', stored?.uuid]);
  });

  test('a directory in use is refused with STATE_LOCKED, and free after close', async () => {
    const first = await open();
    await expectFailed(openFuture(), 'STATE_LOCKED');
    await first.close();
    await using second = await open();
    expect((await second.names()).size).toBe(0);
  });

  test('a path that cannot hold one, or holds none, is refused with STATE_PATH_INVALID', async () => {
    writeFileSync(join(directory, 'file'), '');
    await expectFailed(openFuture({ path: join(directory, 'file') }), 'STATE_PATH_INVALID');
    await expectFailed(openFuture({ path: '' }), 'STATE_PATH_INVALID');
    await expectFailed(openFuture({ createIfMissing: false }), 'STATE_PATH_INVALID');
  });

  test('a damaged directory is refused with STATE_CORRUPT', async () => {
    const path = join(directory, 'db');
    mkdirSync(path);
    writeFileSync(join(path, 'CURRENT'), 'MANIFEST-000099\n');
    await expectFailed(openFuture(), 'STATE_CORRUPT');
  });

  test('options that are none are refused with STATE_OPTION_INVALID', async () => {
    for (const entrySizeMaxBytes of [0, 1.5, '1' as never]) {
      await expectFailed(openFuture({ entrySizeMaxBytes }), 'STATE_OPTION_INVALID');
    }
  });

  test('an entry over the cap is refused before anything is written', async () => {
    await using storage = await open({ entrySizeMaxBytes: 100 });
    await store(storage, 'a', 'small');
    const variable = (await new State(storage).fetch('a')).mutate(new Uint8Array(100));
    const error = await expectFailed(new State(storage).store(variable), 'STATE_VALUE_TOO_LARGE');
    expect(error).toMatchObject({ outcome: 'definite' });
    expect(error.message).toMatch(/has 12\d bytes.*entrySizeMaxBytes, which is 100/);
    expect(text((await new State(storage).fetch('a')).value)).toBe('small');
  });

  test('bytes that are no entry, or that of another name, fail with STATE_ENTRY_MALFORMED', async () => {
    await plant('a', Uint8Array.of(0xff));
    await plant('b', Entry.encode({ name: 'x', uuid: new Uint8Array(16), value: bytes('') }));
    await using storage = await open();
    await expectFailed(storage.get('a'), 'STATE_ENTRY_MALFORMED');
    expect((await expectFailed(storage.get('b'))).message).toContain('"x"');
    expect([...(await storage.names())]).toEqual(['a', 'b']);
  });

  test('after close everything fails with STATE_CLOSED, and what was called before is served', async () => {
    const storage = await open();
    const state = new State(storage);
    const storing = state.store((await state.fetch('a')).mutate(bytes('value')));
    const closing = storage.close();
    expect(await storing).toBeDefined();
    await closing;
    await expectFailed(storage.get('a'), 'STATE_CLOSED');
    await storage.close();
  });

  test('a failed write has an unknown outcome, and is the last', async () => {
    let isBroken = false;
    await using storage = await open({ engine: failingEngine(() => isBroken) });
    const stored = await store(storage, 'a', '1');
    isBroken = true;
    const state = new State(storage);
    const storing = state.store((await state.fetch('a')).mutate(bytes('2')));
    expect(await expectFailed(storing, 'STATE_STORAGE_FAILED')).toMatchObject({
      outcome: 'unknown',
      cause: { message: 'no space' },
    });
    isBroken = false;
    const later = await expectFailed(state.fetch('a'), 'STATE_STORAGE_FAILED');
    expect(later.message).toContain('open it anew');
    expect(stored).toBeDefined();
  });

  test('writes are synced', async () => {
    const writes: boolean[] = [];
    await using storage = await open({
      engine: failingEngine((sync) => {
        writes.push(sync);
        return false;
      }),
    });
    const stored = await store(storage, 'a', '1');
    if (stored) await new State(storage).expunge(stored);
    expect(writes).toEqual([true, true]);
  });
});

describe('a database written by Mesos', () => {
  test('state-leveldb is read: names, values and versions', async () => {
    await using storage = await openFixture('state-leveldb');
    const names = ['a', 'big', 'empty', 'name/with:odd~chars'];
    expect([...(await storage.names())]).toEqual(names);
    const state = new State(storage);
    expect(text((await state.fetch('a')).value)).toBe('value-a-2');
    expect(text((await state.fetch('name/with:odd~chars')).value)).toBe('x');
    expect((await state.fetch('empty')).value).toHaveLength(0);
    const line = (n: number): string =>
      `line ${String(n).padStart(4, '0')}: the quick brown fox jumps over the lazy dog\n`;
    const big = Array.from({ length: 40 }, (_, n) => line(n)).join('');
    expect(text((await state.fetch('big')).value)).toBe(big);
    const uuid = Buffer.from((await state.fetch('a')).uuid).toString('hex');
    expect(uuid).toBe('d3c7f8d4f4974c5098d131eee1824c8c');
    expect(await storage.get('b')).toBeUndefined();
  });

  test('what is stored here has the bytes that Mesos stored, key by key', async () => {
    const theirs = await dump(copyFixture('state-leveldb'));
    const path = join(directory, 'ours');
    const storage = await open({ path });
    for (const value of theirs.values()) {
      await storage.set(Entry.decode(value), new Uint8Array(16));
    }
    await storage.close();
    expect(theirs.size).toBe(4);
    expect(await dump(path)).toEqual(theirs);
  });

  test('registry-leveldb holds the bytes of the registry, also after a store of ours', async () => {
    const registry = readFileSync(join(FIXTURES, 'registry-log', 'registry.bin'));
    await using storage = await openFixture('registry-leveldb');
    const state = new State(storage);
    const variable = await state.fetch('registry');
    expect(Buffer.from(variable.value).equals(registry)).toBe(true);
    await state.store(variable.mutate(variable.value));
    expect(Buffer.from((await state.fetch('registry')).value).equals(registry)).toBe(true);
  });
});

function openFuture(options: Partial<LevelStorageOptions> = {}) {
  return LevelStorage.open({ path: join(directory, 'db'), runtime, ...options });
}

async function open(options: Partial<LevelStorageOptions> = {}): Promise<LevelStorage> {
  return openFuture(options);
}

/** A copy, because opening a LevelDB changes its files. */
function copyFixture(fixture: string): string {
  const path = join(directory, fixture);
  cpSync(join(FIXTURES, fixture, 'db'), path, { recursive: true });
  return path;
}

function openFixture(fixture: string): Promise<LevelStorage> {
  return open({ path: copyFixture(fixture) });
}

async function store(storage: LevelStorage, name: string, value: string) {
  const state = new State(storage);
  return await state.store((await state.fetch(name)).mutate(bytes(value)));
}

async function dump(path: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const database = new ClassicLevel<string, Uint8Array>(path, { valueEncoding: 'view' });
  const entries = await database.iterator().all();
  await database.close();
  return new Map(entries.map(([key, value]) => [key, new Uint8Array(value)]));
}

async function plant(key: string, value: Uint8Array): Promise<void> {
  const database = new ClassicLevel<string, Uint8Array>(join(directory, 'db'), {
    valueEncoding: 'view',
  });
  await database.put(key, value);
  await database.close();
}

/** LevelDB, whose writes fail with "no space" when asked to. */
function failingEngine(fails: (sync: boolean) => boolean): DatabaseEngine {
  return {
    ...levelEngine,
    open: async (path, createIfMissing) => {
      const database = await levelEngine.open(path, createIfMissing);
      return {
        get: (key) => database.get(key),
        iterator: (options) => database.iterator(options),
        keys: (options) => database.keys(options),
        compactRange: (from, to) => database.compactRange(from, to),
        approximateSize: (from, to) => database.approximateSize(from, to),
        close: () => database.close(),
        batch: () => {
          const batch = database.batch();
          return {
            put: (key, value) => batch.put(key, value),
            del: (key) => batch.del(key),
            close: () => batch.close(),
            write: (options) => {
              if (!fails(options.sync)) return batch.write(options);
              return Promise.reject(new Error('no space'));
            },
          };
        },
      };
    },
  };
}
