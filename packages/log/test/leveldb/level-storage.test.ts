import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { LogRecord } from '@quorate/messages';
import { ClassicLevel } from 'classic-level';
import { execFile } from 'node:child_process';
import {
  mkdir,
  readFile,
  readdir,
  rm,
  truncate as truncateFile,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { levelStorage } from '../../src/leveldb/index.ts';
import type { LevelStorageOptions } from '../../src/leveldb/index.ts';
import { toPosition } from '../../src/protocol/types.ts';
import type { Storage } from '../../src/storage.ts';
import { storageSuite } from '../../src/testing/storage-suite.ts';
import { append, learned, truncate } from '../support/acceptor-harness.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import type { TemporaryDirectory } from '../support/temporary-directory.ts';

storageSuite('levelStorage', {
  describe,
  test,
  place: async () => {
    const directory = await temporaryDirectory();
    const path = join(directory.path, 'replica', 'log');
    return { open: () => levelStorage({ path }), dispose: () => directory.remove() };
  },
});

let directory: TemporaryDirectory;
let path: string;

beforeEach(async () => {
  directory = await temporaryDirectory();
  path = join(directory.path, 'log');
});
afterEach(() => directory.remove());

describe('the name of the group, beside the directory', () => {
  test('outlives the directory', async () => {
    const storage = levelStorage({ path });
    await storage.restore();
    await storage.persist({ memberOf: 'east', actions: [] });
    await storage.close();
    await rm(path, { recursive: true });
    const again = levelStorage({ path });
    expect(await again.restore()).toMatchObject({
      memberOf: 'east',
      metadata: { status: 'empty' },
    });
    await again.close();
    expect(await readdir(directory.path)).toEqual(['log', 'log.group']);
  });

  test.each(['', 'east', '{}', '{"memberOf":1}'])(
    'is refused when it is damaged: %j',
    async (text) => {
      await writeFile(`${path}.group`, text);
      await expect(restore()).rejects.toMatchObject({
        code: 'LOG_CORRUPT',
        message: expect.stringContaining('remove it to go on without'),
      });
    },
  );

  test('is refused when it cannot be read', async () => {
    await mkdir(`${path}.group`);
    await expect(restore()).rejects.toMatchObject({ code: 'LOG_PATH_INVALID' });
  });
});

/** Writes some records, so that there is a table file, and a WAL after a restart. */
async function fill(count = 50): Promise<void> {
  const storage = levelStorage({ path });
  await storage.restore();
  const actions = Array.from({ length: count }, (_, position) => learned(append(position, 1)));
  await storage.persist({ metadata: { status: 'voting', promised: 1 }, actions });
  await storage.close();
}

async function restore(options: Partial<LevelStorageOptions> = {}): Promise<void> {
  const storage = levelStorage({ path, ...options });
  try {
    await storage.restore();
  } finally {
    await storage.close();
  }
}

/** Puts a value under a key, behind the storage's back. */
async function putRaw(key: string, value: Uint8Array): Promise<void> {
  const database = new ClassicLevel<string, Uint8Array>(path, {
    valueEncoding: 'view',
    compression: false,
  });
  await database.put(key, value);
  await database.close();
}

async function rawKeys(): Promise<readonly string[]> {
  const database = new ClassicLevel(path);
  const keys = await database.keys().all();
  await database.close();
  return keys;
}

async function files(suffix: RegExp): Promise<readonly string[]> {
  return (await readdir(path)).filter((name) => suffix.test(name)).map((name) => join(path, name));
}

describe('a path', () => {
  test.each([[''], ['a\0b'], [undefined], [7]])('%j is refused', (given) => {
    expect(() => levelStorage({ path: given as string })).toThrow(
      expect.objectContaining({ code: 'LOG_PATH_INVALID' }),
    );
  });

  test('that is a file is refused by name', async () => {
    await writeFile(path, 'no directory');
    const error = await restore().catch((caught: unknown) => caught);
    expect(error).toMatchObject({
      code: 'LOG_PATH_INVALID',
      message: expect.stringContaining(path),
    });
    await expect(readFile(path, 'utf8')).resolves.toBe('no directory');
  });

  test('below a file is refused', async () => {
    await writeFile(path, '');
    await expect(restore({ path: join(path, 'log') })).rejects.toMatchObject({
      code: 'LOG_PATH_INVALID',
    });
  });

  test('that is missing is refused when it must not be created, and nothing is created', async () => {
    await expect(restore({ createIfMissing: false })).rejects.toMatchObject({
      code: 'LOG_PATH_INVALID',
    });
    expect(await readdir(directory.path)).toEqual([]);
  });

  test('is created with its parents, also by replicas that start side by side', async () => {
    const parent = join(directory.path, 'not', 'there', 'yet');
    const storages = Array.from({ length: 8 }, (_, replica) =>
      levelStorage({ path: join(parent, `replica-${replica}`) }),
    );
    await Promise.all(storages.map((storage) => storage.restore()));
    await Promise.all(storages.map((storage) => storage.close()));
    expect((await readdir(parent)).length).toBe(8);
  });

  test('of an empty directory counts as missing', async () => {
    await mkdir(path);
    await expect(restore({ createIfMissing: false })).rejects.toMatchObject({
      code: 'LOG_PATH_INVALID',
    });
    expect(await readdir(path)).toEqual([]);
  });

  test('where nothing can be created is refused', async () => {
    // Root may write everywhere else.
    await expect(restore({ path: '/proc/quorate/log' })).rejects.toMatchObject({
      code: 'LOG_PATH_INVALID',
    });
  });
});

describe('a lock', () => {
  test('of another process is named, with the path', async () => {
    await fill(1);
    const program = `
      const { ClassicLevel } = require(${JSON.stringify(require.resolve('classic-level'))});
      new ClassicLevel(process.argv[1]).open().then(() => console.log('open'));
      process.stdin.resume();
    `;
    const holder = promisify(execFile)(process.execPath, ['-e', program, path]);
    const { child } = holder;
    await new Promise((resolve) => child.stdout?.once('data', resolve));
    try {
      const error = await restore().catch((caught: unknown) => caught);
      expect(error).toMatchObject({ code: 'LOG_LOCKED', message: expect.stringContaining(path) });
    } finally {
      child.kill();
      await holder.catch(() => undefined);
    }
    await restore();
  });
});

describe('a damaged directory', () => {
  beforeEach(() => fill());

  test('without CURRENT is refused and left alone, not replaced by an empty log', async () => {
    await rm(join(path, 'CURRENT'));
    const before = await readdir(path);
    await expect(restore()).rejects.toMatchObject({ code: 'LOG_CORRUPT' });
    expect(await readdir(path)).toEqual(before);
  });

  test('whose creation was interrupted before CURRENT is a new log', async () => {
    for (const file of await files(/./)) await rm(file);
    await writeFile(join(path, 'MANIFEST-000001'), '');
    await restore();
  });

  test.each<[string, (file: string) => Promise<void>, RegExp]>([
    ['a CURRENT that names nothing', (file) => writeFile(file, 'garbage'), /^CURRENT$/],
    [
      'a CURRENT that names a lost file',
      (file) => writeFile(file, 'MANIFEST-000099\n'),
      /^CURRENT$/,
    ],
    ['a lost MANIFEST', (file) => rm(file), /^MANIFEST/],
    ['a MANIFEST of zeros', (file) => writeFile(file, new Uint8Array(100)), /^MANIFEST/],
  ])('with %s is refused', async (_, damage, name) => {
    for (const file of await files(name)) await damage(file);
    await expect(restore()).rejects.toMatchObject({ code: 'LOG_CORRUPT' });
  });

  test.each<[string, (file: string) => Promise<void>]>([
    ['a lost table', (file) => rm(file)],
    ['a cut table', (file) => truncateFile(file, 100)],
    ['a table of garbage', (file) => writeFile(file, new Uint8Array(1_000).fill(0x5a))],
  ])('with %s is refused', async (_, damage) => {
    await restore(); // Moves the records from the WAL to a table.
    const tables = await files(/\.ldb$/);
    expect(tables.length).toBeGreaterThan(0);
    for (const file of tables) await damage(file);
    await expect(restore()).rejects.toMatchObject({ code: 'LOG_CORRUPT' });
  });

  test('with a torn last write is what it was before that write', async () => {
    const storage = levelStorage({ path });
    await storage.restore();
    await storage.persist({ actions: [learned(append(50, 1))] });
    await storage.persist({ actions: [learned(append(51, 1))] });
    await storage.close();
    const [log] = await files(/\.log$/);
    if (log === undefined) throw new Error('there is no WAL');
    await truncateFile(log, (await readFile(log)).length - 3);

    const again = levelStorage({ path });
    expect(await again.restore()).toMatchObject({ end: 50 });
    await again.close();
  });
});

describe('a record', () => {
  const ACTION = { type: 'action', action: learned(append(3, 1)) } as const;
  const METADATA = { type: 'metadata', metadata: { status: 'voting', promised: 1 } } as const;

  beforeEach(() => fill(3));

  test.each<[string, string, Uint8Array]>([
    ['that is no record', '0000000002', Buffer.from('garbage')],
    ['of another position', '0000000002', LogRecord.encode(ACTION)],
    ['of metadata under a position', '0000000002', LogRecord.encode(METADATA)],
    ['of an action under the metadata', '0000000000', LogRecord.encode(ACTION)],
    ['without its action', '0000000002', LogRecord.encode({ type: 'action' })],
    ['without its metadata', '0000000000', LogRecord.encode({ type: 'metadata' })],
    ['under a foreign key', 'snapshot', LogRecord.encode(ACTION)],
    ['under a second key', 'A00000000000000000004', LogRecord.encode(ACTION)],
    ['of a position above 2^53-1', 'A18446744073709551615', LogRecord.encode(ACTION)],
  ])('%s is refused by its key', async (_, key, value) => {
    await putRaw(key, value);
    const error = await restore().catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'LOG_CORRUPT', message: expect.stringContaining(key) });
    // The lock is given back, for whoever repairs it.
    expect(await rawKeys()).toContain(key);
  });

  test('with a proposal above 2^53-1 is refused, never rounded', async () => {
    // Action { position: 1, promised: 2^53 }.
    const value = Buffer.from('08021a0a0801108080808080808010', 'hex');
    await putRaw('0000000002', value);
    await expect(restore()).rejects.toMatchObject({ code: 'LOG_CORRUPT' });
  });

  test('of a promise, as early Mesos wrote it, makes the replica voting', async () => {
    await putRaw('0000000000', LogRecord.encode({ type: 'promise', promise: { proposal: 9 } }));
    const storage = levelStorage({ path });
    expect((await storage.restore()).metadata).toEqual({ status: 'voting', promised: 9 });
    await storage.persist({ metadata: { status: 'voting', promised: 10 }, actions: [] });
    await storage.close();
    const again = levelStorage({ path });
    expect((await again.restore()).metadata).toEqual({ status: 'voting', promised: 10 });
    await again.close();
  });
});

describe('compaction', () => {
  /** Six times 5 MB, each truncated but for the last entry. */
  async function fillAndTruncate(storage: Storage): Promise<void> {
    await storage.restore();
    const text = 'x'.repeat(50_000);
    for (let position = 0; position < 600;) {
      const actions = Array.from({ length: 99 }, () => learned(append(position++, 1, text)));
      await storage.persist({ actions });
      const to = position - 1;
      await storage.persist({
        actions: [learned(truncate(position++, to))],
        truncateTo: toPosition(to),
      });
      await storage.compact?.();
    }
    await storage.close();
  }

  async function sizeOfDirectory(): Promise<number> {
    const contents = await Promise.all((await files(/./)).map((file) => readFile(file)));
    return contents.reduce((sum, { length }) => sum + length, 0);
  }

  test('gives the space of truncated positions back', async () => {
    await fillAndTruncate(levelStorage({ path }));
    expect(await sizeOfDirectory()).toBeLessThan(14_000_000);
  });

  test('can be switched off', async () => {
    await fillAndTruncate(levelStorage({ path, compactAfterTruncate: false }));
    expect(await sizeOfDirectory()).toBeGreaterThan(25_000_000);
  });
});

test('keys are those of Mesos and no others', async () => {
  await fill(3);
  expect(await rawKeys()).toEqual(['0000000000', '0000000001', '0000000002', '0000000003']);
});
