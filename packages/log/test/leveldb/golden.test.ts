// What Mesos wrote reads to the values that it reads itself, and writing the same records gives
// the same keys and values, byte for byte.
import { describe, expect, test } from '@jest/globals';
import { LogRecord } from '@quorate/messages';
import type { Action, Metadata } from '@quorate/messages';
import { ClassicLevel } from 'classic-level';
import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { levelStorage } from '../../src/leveldb/index.ts';
import { missingOf } from '../../src/protocol/restore.ts';
import { POSITION_MAX, toPosition } from '../../src/protocol/types.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const GOLDEN = join(__dirname, '..', 'fixtures', 'golden');

interface Expected {
  readonly recovered: {
    readonly begin: string;
    readonly end: string;
    readonly promised: string;
    readonly status: string;
    readonly missing: string;
  };
  readonly records: readonly ExpectedRecord[];
}

interface ExpectedRecord {
  readonly key: string;
  readonly valueLength: number;
  readonly valueHex: string;
}

interface RawRecord {
  readonly key: string;
  readonly value: Uint8Array;
}

/** Directory, file of expected values, and what the replica recovers: begin, end, promise, status, missing. */
const CASES: readonly (readonly [string, string, string])[] = [
  ['log-fresh/db', 'log-fresh/expected.json', '0/0/0/EMPTY/{[0,1)}'],
  ['log-empty/db', 'log-empty/expected.json', '0/0/0/EMPTY/{[0,1)}'],
  ['log-starting/db', 'log-starting/expected.json', '0/0/0/STARTING/{[0,1)}'],
  ['log-recovering/db', 'log-recovering/expected.json', '0/0/0/RECOVERING/{[0,1)}'],
  ['log-voting/db', 'log-voting/expected.json', '0/0/0/VOTING/{[0,1)}'],
  ['log-voting-promised/db', 'log-voting-promised/expected.json', '0/0/300/VOTING/{[0,1)}'],
  ['log-appends/db', 'log-appends/expected.json', '0/5/1/VOTING/{}'],
  ['log-appends-reopened/db', 'log-appends-reopened/expected.json', '0/5/1/VOTING/{}'],
  ['log-truncated/db', 'log-truncated/expected.json', '3/6/1/VOTING/{}'],
  ['log-many/db', 'log-many/expected.json', '101/600/1/VOTING/{}'],
  ['log-unlearned/db', 'log-unlearned/expected.json', '0/10/1/VOTING/{[1,2)[3,5)[6,11)}'],
  ['log-bigpos/db', 'log-bigpos/expected.json', '0/10000000000/1/VOTING/{[0,9999999997)}'],
  ['log-snappy-debian-leveldb/db', 'log-snappy-debian-leveldb/expected.json', '0/7/1/VOTING/{}'],
  ['log-group3/r1', 'log-group3/expected-r1.json', '2/6/1/VOTING/{}'],
  ['log-group3/r2', 'log-group3/expected-r2.json', '2/6/1/VOTING/{}'],
  ['log-group3/r3', 'log-group3/expected-r3.json', '2/6/1/VOTING/{}'],
];

describe.each(CASES)('%s', (directory, expectedFile, facts) => {
  test('restores to what Mesos recovers', async () => {
    await withCopy(directory, async (path) => {
      const { recovered } = await readExpected(expectedFile);
      const { begin, end, promised, status, missing } = recovered;
      expect([begin, end, promised, status, missing].join('/')).toBe(facts);
      expect(await restoredFacts(path)).toBe(facts);
    });
  });

  test('opens a second time with the same result', async () => {
    await withCopy(directory, async (path) => {
      await restoredFacts(path);
      expect(await restoredFacts(path)).toBe(facts);
    });
  });

  test('holds the keys and values that Mesos reads', async () => {
    await withCopy(directory, async (path) => {
      const { records } = await readExpected(expectedFile);
      const raw = await dump(path);
      expect(raw.map(shown)).toEqual(records.map(expectedShown));
    });
  });

  test('comes out the same, byte for byte, when its records are written anew', async () => {
    await withCopy(directory, async (path) => {
      const raw = await dump(path);
      const copy = join(path, '..', 'rewritten');
      await rewrite(raw, copy);
      expect(await dump(copy)).toEqual(raw);
    });
  });
});

test('the entries of log-appends are what its writer appended', async () => {
  await withCopy('log-appends/db', async (path) => {
    const storage = levelStorage({ path, createIfMissing: false });
    await storage.restore();
    const actions = await storage.readRange(toPosition(1), POSITION_MAX);
    await storage.close();
    const entries = actions.map(({ append }) =>
      Buffer.from(append?.bytes ?? []).toString('latin1'),
    );
    expect(entries).toEqual(['hello', 'world', '\x00\x01\xfe\xff\x00', '', 'x'.repeat(70_000)]);
  });
});

test('registry-log holds the operation that stores the registry, and a truncation', async () => {
  await withCopy('registry-log/db', async (path) => {
    expect(await restoredFacts(path)).toBe('1/2/1/VOTING/{}');
    const raw = await dump(path);
    const text = await readFile(join(GOLDEN, 'registry-log', 'dump.txt'), 'utf8');
    const expected = [...text.matchAll(/key='(\S+)'.*valuelen=(\d+)\s+valuehex=([0-9a-f]+)/g)];
    const shownBy = expected.map(([, key = '', length, hex = '']) =>
      expectedShown({ key, valueLength: Number(length), valueHex: hex }),
    );
    expect(raw.map(shown)).toEqual(shownBy);
    expect(raw).toHaveLength(3);
  });
});

test('a golden directory can be written on, and Mesos finds its keys where it left them', async () => {
  await withCopy('log-truncated/db', async (path) => {
    const before = await dump(path);
    const storage = levelStorage({ path });
    await storage.restore();
    const action: Action = {
      position: 7,
      promised: 1,
      performed: 1,
      learned: true,
      type: 'append',
      append: { bytes: Buffer.from('v7') },
    };
    await storage.persist({ actions: [action] });
    await storage.close();
    const after = await dump(path);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length).map(({ key }) => key)).toEqual(['0000000008']);
  });
});

async function withCopy(directory: string, use: (path: string) => Promise<void>): Promise<void> {
  const temporary = await temporaryDirectory();
  try {
    const path = join(temporary.path, 'db');
    await cp(join(GOLDEN, directory), path, { recursive: true });
    await use(path);
  } finally {
    await temporary.remove();
  }
}

async function readExpected(file: string): Promise<Expected> {
  return JSON.parse(await readFile(join(GOLDEN, file), 'utf8')) as Expected;
}

async function restoredFacts(path: string): Promise<string> {
  const storage = levelStorage({ path, createIfMissing: false });
  const restored = await storage.restore();
  await storage.close();
  const { metadata, begin, end } = restored;
  const status = metadata.status.toUpperCase();
  return [begin, end, metadata.promised, status, missingOf(restored)].join('/');
}

/** All keys and values, read without the code under test. */
async function dump(path: string): Promise<readonly RawRecord[]> {
  const database = new ClassicLevel<string, Uint8Array>(path, { valueEncoding: 'view' });
  const entries = await database.iterator().all();
  await database.close();
  return entries.map(([key, value]) => ({ key, value: Uint8Array.from(value) }));
}

function shown({ key, value }: RawRecord): object {
  const valueHex = Buffer.from(value).toString('hex');
  return expectedShown({ key, valueLength: value.length, valueHex });
}

/** Values that were cut are compared as far as they go. */
function expectedShown({ key, valueLength, valueHex }: ExpectedRecord): object {
  return { key, valueLength, valueHex: valueLength > 512 ? valueHex.slice(0, 128) : valueHex };
}

async function rewrite(records: readonly RawRecord[], path: string): Promise<void> {
  const decoded = records.map(({ value }) => LogRecord.decode(value));
  const actions = decoded.flatMap(({ action }) => action ?? []);
  const metadata: Metadata | undefined = decoded.find((record) => record.metadata)?.metadata;
  const storage = levelStorage({ path });
  await storage.restore();
  await storage.persist(metadata ? { metadata, actions } : { actions });
  await storage.close();
}
