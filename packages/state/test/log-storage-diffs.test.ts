import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Operation } from '@quorate/messages';
import { expectFailed, virtualRuntime, type VirtualRuntime } from '@quorate/process/testing';
import fc from 'fast-check';
import type { LogStorageOptions } from '../src/log-storage-options.ts';
import { LogStorage } from '../src/log-storage.ts';
import { snapshotSizeBytes } from '../src/operation-size.ts';
import { State } from '../src/state.ts';
import type { SplicedEntry } from '../src/storage.ts';
import { stateStorageSuite } from '../src/testing/state-storage-suite.ts';
import { FakeLog } from './fake-log.ts';
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

stateStorageSuite('LogStorage with diffs, on a log without replicas', {
  describe,
  test,
  open: () => ({ storage: open() }),
});

const LARGE = bytes('0123456789'.repeat(100));

describe('a store', () => {
  test('is a DIFF up to diffsBetweenSnapshots times in a row, then a SNAPSHOT', async () => {
    const state = new State(open({ diffsBetweenSnapshots: 2 }));
    let variable = (await state.fetch('a')).mutate(LARGE);
    for (let round = 0; round < 7; round++) {
      const stored = await state.store(variable);
      variable = stored?.mutate(LARGE.with(round, 0x78)) ?? variable;
    }
    expect(log.operations().map((each) => each.split(' ')[1])).toEqual(TYPES_OF_7.slice(-1));
    expect(everything).toEqual(TYPES_OF_7);
  });

  const TYPES_OF_7 = ['snapshot', 'diff', 'diff', 'snapshot', 'diff', 'diff', 'snapshot'];
  let everything: string[] = [];
  beforeEach(() => {
    everything = [];
    log.intercept.append = (data) => {
      everything.push(Operation.decode(data).type);
      return undefined;
    };
  });

  test('of a value that its difference does not undercut is a SNAPSHOT', async () => {
    const state = new State(open());
    const stored = await state.store((await state.fetch('a')).mutate(bytes('abc')));
    await state.store(stored?.mutate(bytes('xyz')) ?? (await state.fetch('a')));
    expect(everything).toEqual(['snapshot', 'snapshot']);
  });

  test('by default is a SNAPSHOT, also of splices', async () => {
    const state = new State(open({ diffsBetweenSnapshots: 0 }));
    const stored = await state.store((await state.fetch('a')).mutate(LARGE));
    if (stored) await state.store(stored.splice([{ offset: 0, removed: 1, inserted: bytes('x') }]));
    expect(everything).toEqual(['snapshot', 'snapshot']);
    expect(text((await state.fetch('a')).value).slice(0, 3)).toBe('x12');
  });

  test('of splices writes them, and not what lies between', async () => {
    const state = new State(open());
    const stored = await state.store((await state.fetch('a')).mutate(new Uint8Array(1_000_000)));
    const changed = stored?.splice([
      { offset: 10, removed: 1, inserted: bytes('first') },
      { offset: 999_999, removed: 1, inserted: bytes('last') },
    ]);
    if (changed) await state.store(changed);
    expect(everything).toEqual(['snapshot', 'diff']);
    expect(log.entries().at(-1)?.data.length).toBeLessThan(300);
    const { value } = await new State(open()).fetch('a');
    expect([text(value.slice(10, 15)), text(value.slice(-4)), value.length]).toEqual([
      'first',
      'last',
      1_000_007,
    ]);
  });

  test('of splices of an expunged variable writes the whole value', async () => {
    const state = new State(open());
    const stored = await state.store((await state.fetch('a')).mutate(LARGE));
    if (!stored) throw new Error('not stored');
    await state.expunge(stored);
    await state.store(stored.splice([{ offset: 0, removed: 1, inserted: bytes('x') }]));
    expect(everything).toEqual(['snapshot', 'expunge', 'snapshot']);
  });

  test('from a stale version is refused, spliced or not', async () => {
    const state = new State(open());
    const stored = await state.store((await state.fetch('a')).mutate(LARGE));
    if (!stored) throw new Error('not stored');
    await state.store(stored.mutate(bytes('other')));
    const late = stored.splice([{ offset: 0, removed: 1, inserted: bytes('x') }]);
    expect(await state.store(late)).toBeUndefined();
  });

  test('whose snapshot would be over the cap is refused, though its difference would fit', async () => {
    const storage = open({ entrySizeMaxBytes: 1_100 });
    const state = new State(storage);
    const stored = await state.store((await state.fetch('a')).mutate(LARGE));
    if (!stored) throw new Error('not stored');
    const larger = stored.splice([{ offset: 0, removed: 0, inserted: new Uint8Array(90) }]);
    const error = await expectFailed(state.store(larger), 'STATE_VALUE_TOO_LARGE');
    expect(error).toMatchObject({ outcome: 'definite' });
    expect(everything).toEqual(['snapshot']);
    expect(await state.store(stored.mutate(bytes('small')))).toBeDefined();
  });

  test('of splices that do not make what they announce is refused', async () => {
    const storage = open();
    await new State(storage).store((await new State(storage).fetch('a')).mutate(LARGE));
    const stored = await storage.get('a');
    const entry: SplicedEntry = {
      name: 'a',
      uuid: new Uint8Array(16),
      splices: [{ offset: 0, removed: 1, inserted: bytes('x') }],
      sizeBytes: 5,
      value: () => bytes('12345'),
    };
    const storing = storage.setSpliced(entry, stored?.uuid ?? new Uint8Array());
    await expectFailed(storing, 'STATE_SPLICE_INVALID');
    const beyond = { ...entry, splices: [{ offset: 1_000, removed: 1, inserted: bytes('') }] };
    await expectFailed(
      storage.setSpliced(beyond, stored?.uuid ?? new Uint8Array()),
      'STATE_SPLICE_INVALID',
    );
  });
});

describe('the values of variables', () => {
  test('are the same after any changes as before they were read from the log', async () => {
    const change = fc.record({
      name: fc.constantFrom('a', 'b'),
      at: fc.nat(300),
      removed: fc.nat(30),
      inserted: fc.uint8Array({ maxLength: 30 }),
      isWhole: fc.boolean(),
    });
    const property = fc.asyncProperty(
      fc.array(change, { maxLength: 30 }),
      fc.integer({ min: 0, max: 5 }),
      async (changes, diffsBetweenSnapshots) => {
        log = new FakeLog();
        const state = new State(open({ diffsBetweenSnapshots, compactAfterPositions: 7 }));
        for (const name of ['a', 'b']) {
          await state.store((await state.fetch(name)).mutate(new Uint8Array(200).fill(65)));
        }
        for (const { name, at, removed, inserted, isWhole } of changes) {
          const variable = await state.fetch(name);
          const offset = Math.min(at, variable.sizeBytes);
          const splice = {
            offset,
            removed: Math.min(removed, variable.sizeBytes - offset),
            inserted,
          };
          const spliced = variable.splice([splice]);
          const stored = await state.store(isWhole ? variable.mutate(spliced.value) : spliced);
          expect(stored?.value).toEqual(spliced.value);
        }
        await world.clock.settle();
        expectNoHeadlessDiff();
        const again = new State(open());
        for (const name of ['a', 'b']) {
          const [mine, theirs] = [await state.fetch(name), await again.fetch(name)];
          expect([theirs.uuid, theirs.value]).toEqual([mine.uuid, mine.value]);
        }
      },
    );
    await fc.assert(property, { numRuns: 60, seed: 20_240_823 });
  });

  test('are read from a log that begins within differences, as Mesos may truncate it', async () => {
    const entry = (version: number, value: Uint8Array) => ({
      name: 'a',
      uuid: new Uint8Array(16).fill(version),
      value,
    });
    log.pushOperation({ type: 'diff', diff: { entry: entry(1, bytes('whatever')) } });
    await expectFailed(open().get('a'), 'STATE_OPERATION_MALFORMED');
    log.pushOperation({ type: 'snapshot', snapshot: { entry: entry(2, bytes('whole')) } });
    const { value } = await new State(open()).fetch('a');
    expect(text(value)).toBe('whole');
  });

  test('may not grow beyond valueSizeMaxBytes by what the log holds', async () => {
    const state = new State(open());
    const stored = await state.store((await state.fetch('a')).mutate(LARGE));
    if (stored) {
      await state.store(stored.splice([{ offset: 0, removed: 0, inserted: bytes('more') }]));
    }
    const error = await expectFailed(
      open({ valueSizeMaxBytes: 1_003 }).get('a'),
      'STATE_DIFF_MALFORMED',
    );
    expect(error.message).toMatch(/log position 3 holds a DIFF of "a".*more than 1003 bytes/);
  });
});

test('a snapshot has the size that is computed', () => {
  for (const [name, length] of [
    ['a', 0],
    ['ä'.repeat(100), 127],
    ['x', 128],
    ['x', 20_000],
    ['y', 3_000_000],
  ] as const) {
    const entry = { name, uuid: new Uint8Array(16), value: new Uint8Array(length) };
    const operation = Operation.encode({ type: 'snapshot', snapshot: { entry } });
    expect(snapshotSizeBytes(name, length)).toBe(operation.length);
  }
});

/** Mesos ends its program when it reads a difference to a snapshot that is gone. */
function expectNoHeadlessDiff(): void {
  const seen = new Set<string>();
  for (const { data } of log.entries()) {
    const { snapshot, diff } = Operation.decode(data);
    if (snapshot) seen.add(snapshot.entry.name);
    if (diff) expect(seen).toContain(diff.entry.name);
  }
}

function open(options: LogStorageOptions = {}): LogStorage {
  return new LogStorage(log, {
    runtime: world.runtime,
    diffsBetweenSnapshots: 1_000,
    ...options,
  });
}
