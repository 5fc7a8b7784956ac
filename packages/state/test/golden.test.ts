import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Log } from '@quorate/log';
import { levelStorage } from '@quorate/log/leveldb';
import { Runtime } from '@quorate/process';
import { expectFailed } from '@quorate/process/testing';
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

  test('state-log-diffs is refused, by the position of its first DIFF', async () => {
    const state = await open('state-log-diffs');
    const error = await expectFailed(state.fetch('a'), 'STATE_DIFF_UNSUPPORTED');
    expect(error.message).toContain('log position 10');
  });
});

/** A copy, because opening a LevelDB changes its files. */
function open(fixture: string): Promise<State> {
  cpSync(join(FIXTURES, fixture, 'db'), join(directory, 'db'), { recursive: true });
  return openDirectory();
}

async function openDirectory(): Promise<State> {
  log = await Log.open({
    runtime,
    storage: levelStorage({ path: join(directory, 'db') }),
    quorum: 1,
    recovery: 'mesos',
  });
  return new State(new LogStorage(log, { runtime }));
}
