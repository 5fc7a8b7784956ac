import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Position } from '@quorate/log';
import type { Entry } from '@quorate/messages';
import { Completer, Future } from '@quorate/process';
import {
  expectFailed,
  expectPending,
  expectReady,
  virtualRuntime,
  type VirtualRuntime,
} from '@quorate/process/testing';
import type { LogStorageOptions } from '../src/log-storage-options.ts';
import { LogStorage } from '../src/log-storage.ts';
import { MemoryStorage } from '../src/memory-storage.ts';
import { State } from '../src/state.ts';
import { demotion, FakeLog } from './fake-log.ts';
import { bytes, text } from './helpers.ts';

let world: VirtualRuntime;
let log: FakeLog;

beforeEach(() => {
  world = virtualRuntime();
  log = new FakeLog();
});

afterEach(async () => {
  await world.runtime.close();
});

describe('compaction', () => {
  test('a variable that is not stored any more does not hold up the truncation', async () => {
    const storage = open({ compactAfterPositions: 20 });
    for (const name of ['old', 'older']) await storage.set(entry(name, 1), uuid(0));
    for (let n = 1; n < 200; n++) await storage.set(entry('busy', n + 1), uuid(n));
    await world.clock.settle();
    expect(log.end - log.begin).toBeLessThan(45);
    const again = open();
    expect(await again.names()).toEqual(new Set(['old', 'older', 'busy']));
    expect((await again.get('old'))?.uuid).toEqual(uuid(1));
    expect((await again.get('busy'))?.uuid).toEqual(uuid(200));
  });

  test('leaves the version as it is: a store from before it succeeds', async () => {
    const storage = open({ compactAfterPositions: 5 });
    const state = new State(storage);
    const old = await state.store((await state.fetch('old')).mutate(bytes('1')));
    for (let n = 1; n < 20; n++) await storage.set(entry('busy', n + 1), uuid(n));
    await world.clock.settle();
    expect(old && (await state.store(old.mutate(bytes('2'))))).toBeDefined();
    expect(text((await state.fetch('old')).value)).toBe('2');
  });

  test('by default waits for 10,000 positions, and Infinity for ever', async () => {
    for (const options of [{}, { compactAfterPositions: Infinity }]) {
      log = new FakeLog();
      const storage = open(options);
      await storage.set(entry('old', 1), uuid(0));
      for (let n = 1; n < 50; n++) await storage.set(entry('busy', n + 1), uuid(n));
      await world.clock.settle();
      expect(log.operations()[0]).toBe('1 snapshot old');
    }
  });

  test('that fails fails nobody, and is made up for later', async () => {
    const storage = open({ compactAfterPositions: 5 });
    await storage.set(entry('old', 1), uuid(0));
    let isBroken = false;
    log.intercept.append = (data) =>
      isBroken && !text(data.slice(0, 12)).includes('busy')
        ? Future.failed(demotion('unknown'))
        : undefined;
    isBroken = true;
    for (let n = 1; n < 12; n++) {
      expect(await storage.set(entry('busy', n + 1), uuid(n))).toBe(true);
      await world.clock.settle();
    }
    expect(log.begin).toBe(1);
    isBroken = false;
    await storage.set(entry('busy', 13), uuid(12));
    await world.clock.settle();
    expect(log.begin).toBeGreaterThan(10);
  });
});

describe('a fence', () => {
  test('writes what no reader sees, and lets a leader answer', async () => {
    const storage = open();
    await storage.set(entry('a', 1), uuid(0));
    await world.clock.settle();
    const before = log.operations();
    expect(await expectReady(storage.fence())).toBeUndefined();
    expect(log.operations()).toEqual(before);
    expect((await storage.get('a'))?.uuid).toEqual(uuid(1));
  });

  test('tells a demoted storage, whose next read has what the other stored', async () => {
    const [storage, rival] = [open(), open()];
    await storage.set(entry('a', 1), uuid(0));
    await rival.set(entry('a', 2), uuid(1));
    expect((await storage.get('a'))?.uuid).toEqual(uuid(1));
    await expectFailed(storage.fence(), 'STATE_DEMOTED');
    expect((await storage.get('a'))?.uuid).toEqual(uuid(2));
    await expectReady(storage.fence());
  });

  test('is shared by all who come before it begins, and by none who come later', async () => {
    const storage = open();
    await storage.names();
    const held = new Completer<Position>();
    let truncations = 0;
    log.intercept.truncate = () => {
      truncations++;
      return held.future;
    };
    const first = storage.fence();
    await expectPending(first, world.clock);
    const later = [storage.fence(), storage.fence(), storage.fence()];
    later[0]?.discard();
    await world.clock.settle();
    expect(truncations).toBe(1);
    log.intercept.truncate = () => {
      truncations++;
      return undefined;
    };
    held.set(log.push(undefined));
    await Promise.all([first, later[1], later[2]]);
    expect(truncations).toBe(2);
  });

  test('fetch with fenced has one, and is a plain fetch on storages that are never behind', async () => {
    const [storage, rival] = [open(), open()];
    const state = new State(storage);
    const stored = await state.store((await state.fetch('a')).mutate(bytes('mine')));
    expect(text((await state.fetch('a', { fenced: true })).value)).toBe('mine');
    await rival.set(entry('a', 9, 'theirs'), stored?.uuid ?? uuid(0));
    expect(text((await state.fetch('a')).value)).toBe('mine');
    await expectFailed(state.fetch('a', { fenced: true }), 'STATE_DEMOTED');
    expect(text((await state.fetch('a', { fenced: true })).value)).toBe('theirs');
    const memory = new State(new MemoryStorage());
    expect((await memory.fetch('a', { fenced: true })).value).toHaveLength(0);
  });

  test('many of them do not let the log grow, with variables or without', async () => {
    for (const names of [[], ['a']]) {
      log = new FakeLog();
      const storage = open({ compactAfterPositions: 10 });
      for (const name of names) await storage.set(entry(name, 1), uuid(0));
      for (let n = 0; n < 100; n++) await storage.fence();
      await world.clock.settle();
      expect(log.end - log.begin).toBeLessThan(15);
      expect(await open().names()).toEqual(new Set(names));
    }
  });
});

function open(options: LogStorageOptions = {}): LogStorage {
  return new LogStorage(log, { runtime: world.runtime, ...options });
}

function uuid(version: number): Uint8Array {
  return new Uint8Array(16).fill(version);
}

function entry(name: string, version: number, value = 'x'): Entry {
  return { name, uuid: uuid(version), value: bytes(value) };
}
