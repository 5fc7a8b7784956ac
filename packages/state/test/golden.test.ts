import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Log } from '@quorate/log';
import { levelStorage } from '@quorate/log/leveldb';
import { Operation } from '@quorate/messages';
import { Runtime } from '@quorate/process';
import type { LogStorageOptions } from '../src/log-storage-options.ts';
import { LogStorage } from '../src/log-storage.ts';
import { State } from '../src/state.ts';
import { bytes, text } from './helpers.ts';

// Logs written by LogStorage of the real Mesos (src/state/log.cpp), as left on disk.
const FIXTURES = join(__dirname, 'fixtures');

let directory: string;
let runtime: Runtime;
let log: Log | undefined;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'quorate-state-'));
  runtime = new Runtime();
});

afterEach(async () => {
  await log?.close();
  log = undefined;
  await runtime.close();
  rmSync(directory, { recursive: true });
});

describe('a log written by Mesos', () => {
  test('registry-log holds the bytes of the registry', async () => {
    const state = await open('registry-log');
    expect(await state.names()).toEqual(new Set(['registry']));
    const { value } = await state.fetch('registry');
    const expected = readFileSync(join(FIXTURES, 'registry-log', 'registry.bin'));
    expect(Buffer.from(value).equals(expected)).toBe(true);
  });

  test('state-log-snapshots holds the last value of each variable', async () => {
    const state = await open('state-log-snapshots');
    expect(await state.names()).toEqual(new Set(['a', 'b', 'd']));
    for (const [name, value] of [
      ['a', 'value-a-3'],
      ['b', 'value-b-2'],
      ['d', 'value-d-1'],
      ['c', ''],
    ] as const) {
      expect(text((await state.fetch(name)).value)).toBe(value);
    }
    expect((await state.fetch('a')).uuid.join()).toBe(
      [0x87, 0x49, 0xbf, 0x5b, 0xa3, 0xd3, 0x48, 0xee]
        .concat([0xb3, 0x12, 0xcd, 0x01, 0x34, 0xb8, 0xff, 0x8e])
        .join(),
    );
  });

  test('it is written on, closed and read again', async () => {
    const state = await open('state-log-snapshots');
    const stored = await state.store((await state.fetch('a')).mutate(bytes('ours')));
    await runtime.settle();
    await log?.close();
    const reopened = await openDirectory();
    expect((await reopened.fetch('a')).uuid).toEqual(stored?.uuid);
    expect(text((await reopened.fetch('a')).value)).toBe('ours');
    expect(text((await reopened.fetch('b')).value)).toBe('value-b-2');
  });

  test('state-log-diffs holds the value that its SNAPSHOT and DIFF make', async () => {
    const state = await open('state-log-diffs');
    expect(await state.names()).toEqual(new Set(['a', 'keep']));
    expect(text((await state.fetch('keep')).value)).toBe('small');
    const variable = await state.fetch('a');
    const line = (n: number): string =>
      `line ${String(n).padStart(4, '0')}: the quick brown fox jumps over the lazy dog\n`;
    const lines = Array.from({ length: 40 }, (_, n) => line(n)).join('');
    const value = text(variable.value);
    expect(value).toHaveLength(2200);
    // Subversion's diff: all but the four bytes that became "LINE".
    const at = value.indexOf('LINE');
    expect(value.slice(0, at) + 'line' + value.slice(at + 4)).toBe(lines);
    expect(Buffer.from(variable.uuid).toString('hex')).toBe('33cfebdb1d354d54bc8720d1b143f355');
  });

  test('state-log-diffs is written on with a DIFF, closed and read again', async () => {
    const state = await open('state-log-diffs', { diffsBetweenSnapshots: 10 });
    const variable = await state.fetch('a');
    const stored = await state.store(
      variable.splice([{ offset: 0, removed: 4, inserted: bytes('ours') }]),
    );
    await runtime.settle();
    expect(await operationTypes()).toEqual(['snapshot', 'snapshot', 'snapshot', 'diff', 'diff']);
    await log?.close();
    const reopened = await openDirectory();
    const fetched = await reopened.fetch('a');
    expect([fetched.uuid, fetched.value]).toEqual([stored?.uuid, stored?.value]);
    expect(text(fetched.value).slice(0, 10)).toBe('ours 0000:');
  });
});

/** A copy, because opening a LevelDB changes its files. */
function open(fixture: string, options: LogStorageOptions = {}): Promise<State> {
  cpSync(join(FIXTURES, fixture, 'db'), join(directory, 'db'), { recursive: true });
  return openDirectory(options);
}

async function operationTypes(): Promise<readonly string[]> {
  const types: string[] = [];
  for await (const { data } of log?.reader().entries() ?? []) {
    types.push(Operation.decode(data).type);
  }
  return types;
}

async function openDirectory(options: LogStorageOptions = {}): Promise<State> {
  log = await Log.open({
    runtime,
    storage: levelStorage({ path: join(directory, 'db') }),
    quorum: 1,
    recovery: 'mesos',
  });
  return new State(new LogStorage(log, { runtime, ...options }));
}
