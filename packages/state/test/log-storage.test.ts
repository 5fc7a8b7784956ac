import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { LogError, toPosition, type Position, type StartResult } from '@quorate/log';
import { Operation, type Entry } from '@quorate/messages';
import { Completer, Future } from '@quorate/process';
import {
  expectDiscarded,
  expectFailed,
  expectPending,
  expectReady,
  virtualRuntime,
  type VirtualRuntime,
} from '@quorate/process/testing';
import type { LogStorageOptions } from '../src/log-storage-options.ts';
import { LogStorage } from '../src/log-storage.ts';
import { stateStorageSuite } from '../src/testing/state-storage-suite.ts';
import { demotion, FakeLog } from './fake-log.ts';
import { bytes, text } from './helpers.ts';

let world: VirtualRuntime;
let log: FakeLog;
let storage: LogStorage;

beforeEach(() => {
  world = virtualRuntime();
  log = new FakeLog();
  storage = new LogStorage(log, { runtime: world.runtime });
});

afterEach(async () => {
  await world.runtime.close();
});

stateStorageSuite('LogStorage on a log without replicas', {
  describe,
  test,
  open: () => ({ storage }),
});

describe('starting', () => {
  test('the first operation starts the writer, once for all that wait', async () => {
    await world.clock.settle();
    expect(log.starts).toBe(0);
    await Promise.all([storage.get('a'), storage.names(), storage.set(entry('a', 1), uuid(0))]);
    expect(log.starts).toBe(1);
  });

  test('a lost election is tried again after 100 to 200 ms, doubling up to 2 s', async () => {
    const attemptsAtMs: number[] = [];
    log.intercept.start = () => {
      attemptsAtMs.push(world.clock.now());
      return Future.ready<StartResult>({ type: 'rejected' });
    };
    const getting = storage.get('a');
    await world.clock.advance(20_000);
    const delaysMs = attemptsAtMs.slice(1).map((at, index) => at - (attemptsAtMs[index] ?? 0));
    const bounds = [100, 200, 400, 800, ...Array.from(delaysMs.slice(4), () => 1_000)];
    expect(delaysMs.length).toBeGreaterThan(8);
    delaysMs.forEach((delayMs, index) => {
      const minMs = bounds[index] ?? 0;
      expect(delayMs).toBeGreaterThanOrEqual(minMs);
      expect(delayMs).toBeLessThan(2 * minMs);
    });
    expect(new Set(delaysMs).size).toBeGreaterThan(1);

    log.intercept.start = () => undefined;
    await world.clock.advance(2_000);
    expect(await expectReady(getting)).toBeUndefined();
  });

  test('after startAttemptsMax lost elections those who wait fail, and the next tries anew', async () => {
    const bounded = new LogStorage(log, { runtime: world.runtime, startAttemptsMax: 3 });
    log.intercept.start = () => Future.ready<StartResult>({ type: 'rejected' });
    const waiting = [bounded.get('a'), bounded.set(entry('a', 1), uuid(0))];
    const failing = Promise.all(
      waiting.map((each: Future<unknown>) => expectFailed(each, 'STATE_NOT_ELECTED')),
    );
    await world.clock.advance(10_000);
    for (const error of await failing) {
      expect(error).toMatchObject({ outcome: 'definite' });
      expect(error.message).toMatch(/in 3 attempts.*rejected/);
    }
    expect(log.starts).toBe(3);
    log.intercept.start = () => undefined;
    expect(await expectReady(bounded.get('a'))).toBeUndefined();
  });

  test('a discarded wait ends at once, and with the last one the attempts end', async () => {
    log.intercept.start = () => Future.ready<StartResult>({ type: 'ignored' });
    const [first, second] = [storage.get('a'), storage.get('a')];
    await expectPending(first, world.clock);
    first.discard();
    await expectDiscarded(first);
    await expectPending(second, world.clock);
    second.discard();
    await expectDiscarded(second);
    const { starts } = log;
    await world.clock.advance(60_000);
    await world.clock.settle();
    expect(log.starts).toBe(starts);
  });

  test('a discard of one wait does not reach the election that others wait for', async () => {
    const election = new Completer<StartResult>();
    log.intercept.start = () => election.future;
    const [first, second] = [storage.get('a'), storage.get('a')];
    await world.clock.settle();
    first.discard();
    await expectDiscarded(first);
    expect(election.future.hasDiscard).toBe(false);
    election.set({ type: 'elected', position: log.end });
    expect(await expectReady(second)).toBeUndefined();
  });

  test('the last discard asks the election to stop, and the next operation starts anew', async () => {
    const election = new Completer<StartResult>();
    election.future.onDiscard(() => election.discard());
    log.intercept.start = () => election.future;
    const first = storage.get('a');
    await world.clock.settle();
    first.discard();
    await expectDiscarded(first);
    expect(election.future.hasDiscard).toBe(true);
    log.intercept.start = () => undefined;
    expect(await expectReady(storage.get('a'))).toBeUndefined();
  });

  test('an election that was shared with a given up attempt is tried again', async () => {
    const election = new Completer<StartResult>();
    log.intercept.start = () => election.future;
    const first = storage.get('a');
    await world.clock.settle();
    first.discard();
    await expectDiscarded(first);
    // The log answers both attempts with one election until the discard is through.
    const second = storage.get('a');
    await world.clock.settle();
    log.intercept.start = () => undefined;
    election.discard();
    await world.clock.advance(200);
    expect(await expectReady(second)).toBeUndefined();
  });

  test('what becomes of a given up attempt does not matter to the next one', async () => {
    const elections = [new Completer<StartResult>(), new Completer<StartResult>()];
    let round = 0;
    log.intercept.start = () => elections[round++]?.future;
    const first = storage.get('a');
    await world.clock.settle();
    first.discard();
    await expectDiscarded(first);
    const second = storage.get('a');
    await world.clock.settle();
    elections[0]?.fail(new LogError('RECOVERY_FAILED', 'too late to matter'));
    await expectPending(second, world.clock);
    elections[1]?.set({ type: 'elected', position: log.end });
    expect(await expectReady(second)).toBeUndefined();
    expect(log.starts).toBe(2);
  });

  test('a failed start fails those who wait, and the next operation starts anew', async () => {
    const cause = new LogError('RECOVERY_FAILED', 'no quorum');
    log.intercept.start = () => Future.failed(cause);
    const waiting = [storage.get('a'), storage.names(), storage.set(entry('a', 1), uuid(0))];
    const errors = await Promise.all(
      waiting.map((each: Future<unknown>) => expectFailed(each, 'STATE_LOG_FAILED')),
    );
    for (const error of errors) expect(error.cause).toBe(cause);
    log.intercept.start = () => undefined;
    expect(await expectReady(storage.set(entry('a', 1), uuid(0)))).toBe(true);
  });

  test('a failed read fails those who wait, and the next operation starts anew', async () => {
    log.intercept.read = () => Future.failed(new LogError('READ_MISSING', 'a hole'));
    await expectFailed(storage.get('a'), 'STATE_LOG_FAILED');
    log.intercept.read = () => undefined;
    expect(await expectReady(storage.get('a'))).toBeUndefined();
  });

  test('a log that abandons a request fails it', async () => {
    log.intercept.start = () => Future.abandoned();
    await expectFailed(storage.get('a'), 'STATE_CLOSED');
  });
});

describe('reading the log', () => {
  test('operations are applied in order, NOPs and truncations passed over', async () => {
    log.pushOperation(snapshot('a', 1, 'one'));
    log.push(undefined);
    log.pushOperation(snapshot('b', 2, 'two'));
    log.pushOperation(snapshot('a', 3, 'three'));
    log.pushOperation({ type: 'expunge', expunge: { name: 'b' } });
    expect(await storage.names()).toEqual(new Set(['a']));
    const stored = await storage.get('a');
    expect(stored && text(stored.value)).toBe('three');
    expect(stored?.uuid).toEqual(uuid(3));
  });

  test('a long log is read piece by piece', async () => {
    for (let n = 1; n <= 300; n++) log.pushOperation(snapshot(`v${n}`, 1, 'x'));
    expect((await storage.names()).size).toBe(300);
    expect(log.reads).toEqual([
      [0, 127],
      [128, 255],
      [256, 300],
    ]);
  });

  test.each([
    ['is no svndiff', bytes('difference'), 'STATE_DIFF_MALFORMED'],
    ['is compressed', Uint8Array.of(0x53, 0x56, 0x4e, 1), 'STATE_DIFF_UNSUPPORTED'],
  ])('a DIFF that %s fails with its position and variable', async (_what, value, code) => {
    log.pushOperation(snapshot('a', 1, 'one'));
    log.pushOperation({ type: 'diff', diff: { entry: { ...entry('a', 2), value } } });
    const failing = [() => storage.get('a'), () => storage.set(entry('b', 1), uuid(0))];
    for (const operation of failing) {
      const error = await expectFailed(operation(), code);
      expect(error.message).toContain('log position 2');
      expect(error.message).toContain('"a"');
    }
  });

  test.each([
    ['bytes that are no operation', bytes('hello')],
    ['a SNAPSHOT without a snapshot', Operation.encode({ type: 'snapshot' })],
    ['a DIFF without an entry', Operation.encode({ type: 'diff' })],
    ['a DIFF of nothing', Operation.encode({ type: 'diff', diff: { entry: entry('a', 2) } })],
    ['an EXPUNGE without a name', Operation.encode({ type: 'expunge' })],
    [
      'a version of 3 bytes',
      Operation.encode({
        type: 'snapshot',
        snapshot: { entry: { ...entry('a', 1), uuid: new Uint8Array(3) } },
      }),
    ],
  ])('%s fail with STATE_OPERATION_MALFORMED', async (_what, data) => {
    log.push(data);
    const error = await expectFailed(storage.get('a'), 'STATE_OPERATION_MALFORMED');
    expect(error.message).toContain('log position 1');
  });
});

describe('writing', () => {
  test('a store appends one SNAPSHOT, an expunge one EXPUNGE', async () => {
    await storage.set(entry('a', 1), uuid(0));
    await storage.set(entry('b', 1), uuid(0));
    await storage.expunge(entry('b', 1));
    expect(log.operations()).toEqual(['1 snapshot a', '3 snapshot b', '4 expunge b']);
  });

  test('a store or expunge of another version appends nothing', async () => {
    await storage.set(entry('a', 1), uuid(0));
    await world.clock.settle();
    const { end } = log;
    expect(await storage.set(entry('a', 2), uuid(0))).toBe(false);
    expect(await storage.expunge(entry('a', 2))).toBe(false);
    expect(await storage.expunge(entry('b', 1))).toBe(false);
    await world.clock.settle();
    expect(log.end).toBe(end);
  });

  test('one append is in flight at a time', async () => {
    const held: Completer<Position>[] = [];
    log.intercept.append = () => {
      const completer = new Completer<Position>();
      held.push(completer);
      return completer.future;
    };
    const stores = ['a', 'b', 'c'].map((name) => storage.set(entry(name, 1), uuid(0)));
    for (let sent = 1; sent <= 3; sent++) {
      await world.clock.settle();
      expect(held).toHaveLength(sent);
      held[sent - 1]?.set(toPosition(sent));
    }
    for (const store of stores) expect(await expectReady(store)).toBe(true);
  });

  test('a queued store that is discarded is never sent', async () => {
    const append = new Completer<Position>();
    log.intercept.append = () => append.future;
    const first = storage.set(entry('a', 1), uuid(0));
    const second = storage.set(entry('b', 1), uuid(0));
    await world.clock.settle();
    second.discard();
    await expectDiscarded(second);
    log.intercept.append = () => undefined;
    append.set(toPosition(1));
    expect(await expectReady(first)).toBe(true);
    await world.clock.settle();
    expect(await storage.names()).toEqual(new Set(['a']));
  });

  test('a discarded append leaves the outcome to the log, which is read again', async () => {
    const append = new Completer<Position>();
    append.future.onDiscard(() => append.discard());
    log.intercept.append = (data) => {
      log.push(data);
      return append.future;
    };
    const storing = storage.set(entry('a', 1, 'x'), uuid(0));
    await world.clock.settle();
    storing.discard();
    await expectDiscarded(storing);
    log.intercept.append = () => undefined;
    const stored = await storage.get('a');
    expect(stored && text(stored.value)).toBe('x');
    expect(log.starts).toBe(2);
  });

  test('an append that succeeds in spite of a discard is remembered', async () => {
    const append = new Completer<Position>();
    log.intercept.append = () => append.future;
    const storing = storage.set(entry('a', 1), uuid(0));
    await world.clock.settle();
    storing.discard();
    await world.clock.settle();
    append.set(toPosition(1));
    await world.clock.settle();
    expect(storing.isPending).toBe(false);
    log.intercept.append = () => undefined;
    expect(await storage.set(entry('a', 2), uuid(7))).toBe(false);
    expect((await storage.get('a'))?.uuid).toEqual(uuid(1));
  });

  test('a value over the cap of the log fails without stopping the writer', async () => {
    const cause = new LogError('ENTRY_TOO_LARGE', '2 bytes exceed 1', { outcome: 'definite' });
    log.intercept.append = () => Future.failed(cause);
    const error = await expectFailed(storage.set(entry('a', 1), uuid(0)), 'STATE_VALUE_TOO_LARGE');
    expect(error).toMatchObject({ outcome: 'definite', cause });
    log.intercept.append = () => undefined;
    expect(await storage.set(entry('a', 1), uuid(0))).toBe(true);
    expect(log.starts).toBe(1);
  });

  test('a failure of the log keeps cause and outcome, and the next operation starts anew', async () => {
    const cause = new LogError('STORAGE_FAILED', 'no space left', { outcome: 'unknown' });
    log.intercept.append = () => Future.failed(cause);
    const error = await expectFailed(storage.set(entry('a', 1), uuid(0)), 'STATE_LOG_FAILED');
    expect(error).toMatchObject({ outcome: 'unknown', cause });
    log.intercept.append = () => undefined;
    expect(await storage.set(entry('a', 1), uuid(0))).toBe(true);
    expect(log.starts).toBe(2);
  });
});

describe('demotion', () => {
  let rival: LogStorage;

  beforeEach(async () => {
    rival = new LogStorage(log, { runtime: world.runtime });
    expect(await storage.set(entry('a', 1, 'mine'), uuid(0))).toBe(true);
    await world.clock.settle();
  });

  test('a demoted storage fails its next store with STATE_DEMOTED, then takes over again', async () => {
    expect(await rival.set(entry('a', 2, 'theirs'), uuid(1))).toBe(true);
    const error = await expectFailed(storage.set(entry('a', 3), uuid(1)), 'STATE_DEMOTED');
    expect(error).toMatchObject({ outcome: 'unknown' });
    expect(await storage.set(entry('a', 3), uuid(1))).toBe(false);
    expect((await storage.get('a'))?.uuid).toEqual(uuid(2));
    expect(await storage.set(entry('a', 3), uuid(2))).toBe(true);
    await expectFailed(rival.expunge(entry('a', 2)), 'STATE_DEMOTED');
  });

  test('a demoted storage answers with stale entries until its next store', async () => {
    await rival.set(entry('a', 2, 'theirs'), uuid(1));
    const stale = await storage.get('a');
    expect(stale && text(stale.value)).toBe('mine');
  });

  test('a writer that is not started any more fails the store for certain', async () => {
    log.intercept.append = () =>
      Future.failed(new LogError('WRITER_NOT_STARTED', 'not started', { outcome: 'definite' }));
    const error = await expectFailed(storage.set(entry('a', 2), uuid(1)), 'STATE_DEMOTED');
    expect(error).toMatchObject({ outcome: 'definite' });
  });

  test('only what is new is read after another election', async () => {
    await rival.set(entry('b', 1), uuid(0));
    await world.clock.settle();
    await expectFailed(storage.set(entry('c', 1), uuid(0)), 'STATE_DEMOTED');
    log.reads = [];
    expect(await storage.names()).toEqual(new Set(['a', 'b']));
    expect(log.reads).toEqual([[3, 3]]);
  });

  test('a log truncated past what was read is read from its beginning', async () => {
    // A log that another rewrote in between: "a" is gone from it, and so is everything we read.
    await rival.expunge(entry('a', 1));
    await rival.set(entry('b', 1), uuid(0));
    await world.clock.settle();
    await rival.set(entry('b', 2), uuid(1));
    await world.clock.settle();
    expect(log.begin).toBeGreaterThan(3);
    await expectFailed(storage.set(entry('c', 1), uuid(0)), 'STATE_DEMOTED');
    expect(await storage.names()).toEqual(new Set(['b']));
    expect((await storage.get('b'))?.uuid).toEqual(uuid(2));
    expect(log.reads.at(-1)?.[0]).toBe(log.begin);
  });

  test('a truncation between election and read leads to another election', async () => {
    await rival.set(entry('a', 2), uuid(1));
    await expectFailed(storage.set(entry('a', 3), uuid(1)), 'STATE_DEMOTED');
    log.intercept.read = () => {
      log.intercept.read = () => undefined;
      return Future.failed(new LogError('READ_TRUNCATED', 'gone'));
    };
    const getting = storage.get('a');
    await expectPending(getting, world.clock);
    await world.clock.advance(200);
    expect((await expectReady(getting))?.uuid).toEqual(uuid(2));
  });
});

describe('truncation', () => {
  test('the log is truncated to the oldest snapshot that is current', async () => {
    await storage.set(entry('a', 1), uuid(0)); // 1, then truncated to 1 at 2
    await world.clock.settle();
    await storage.set(entry('b', 1), uuid(0)); // 3
    await storage.set(entry('b', 2), uuid(1)); // 4
    await world.clock.settle();
    expect(log.truncations).toEqual([1]);
    await storage.set(entry('a', 2), uuid(1)); // 5
    await world.clock.settle();
    expect(log.truncations).toEqual([1, 4]);
    expect(await storage.names()).toEqual(new Set(['a', 'b']));
  });

  test('an expunge frees what it kept in the log', async () => {
    await storage.set(entry('a', 1), uuid(0));
    await storage.set(entry('b', 1), uuid(0));
    await world.clock.settle();
    await storage.expunge(entry('a', 1));
    await world.clock.settle();
    expect(log.truncations).toEqual([1, 3]);
  });

  test('nothing is truncated while there is no snapshot', async () => {
    await storage.set(entry('a', 1), uuid(0));
    await world.clock.settle();
    await storage.expunge(entry('a', 1));
    await world.clock.settle();
    expect(log.truncations).toEqual([1]);
  });

  test('a store does not wait for the truncation', async () => {
    log.intercept.truncate = () => new Completer<Position>().future;
    expect(await expectReady(storage.set(entry('a', 1), uuid(0)))).toBe(true);
  });

  test('a failed truncation fails nobody and is made up for by the next one', async () => {
    log.intercept.truncate = () => Future.failed(demotion('unknown'));
    await storage.set(entry('a', 1), uuid(0));
    await world.clock.settle();
    log.intercept.truncate = () => undefined;
    expect(await storage.set(entry('a', 2), uuid(1))).toBe(true);
    await world.clock.settle();
    expect(log.truncations).toEqual([2]);
  });
});

describe('closing', () => {
  test('what is under way fails with STATE_CLOSED, and so does what comes later', async () => {
    const append = new Completer<Position>();
    log.intercept.append = () => append.future;
    const storing = storage.set(entry('a', 1), uuid(0));
    const queued = storage.set(entry('b', 1), uuid(0));
    await world.clock.settle();
    const closing = storage.close();
    const waiting: readonly Future<unknown>[] = [
      storing,
      queued,
      storage.get('a'),
      storage.names(),
    ];
    await Promise.all(waiting.map((each) => expectFailed(each, 'STATE_CLOSED')));
    await expectReady(closing);
    await expectReady(storage.close());
    await expectFailed(storage.get('a'), 'STATE_CLOSED');
  });

  test('a start that is under way fails with STATE_CLOSED', async () => {
    const election = new Completer<StartResult>();
    log.intercept.start = () => election.future;
    const getting = storage.get('a');
    await world.clock.settle();
    await expectReady(storage.close());
    await expectFailed(getting, 'STATE_CLOSED');
    expect(election.future.hasDiscard).toBe(true);
  });

  test.each([
    { diffsBetweenSnapshots: -1 },
    { operationsMax: 0 },
    { operationsMax: 1.5 },
    { compactAfterPositions: 0 },
    { entrySizeMaxBytes: 0 },
    { valueSizeMaxBytes: NaN },
    { startAttemptsMax: 0 },
  ])('the option %o throws STATE_OPTION_INVALID', (option) => {
    const options = { runtime: world.runtime, ...option } as LogStorageOptions;
    expect(() => new LogStorage(log, options)).toThrow(
      expect.objectContaining({ code: 'STATE_OPTION_INVALID' }),
    );
  });

  test('operations beyond the limit fail with STATE_QUEUE_FULL, until others are done', async () => {
    const election = new Completer<StartResult>();
    log.intercept.start = () => election.future;
    const small = new LogStorage(log, { runtime: world.runtime, operationsMax: 2 });
    const waiting: Future<unknown>[] = [small.get('a'), small.set(entry('a', 1), uuid(0))];
    await expectFailed(small.names(), 'STATE_QUEUE_FULL');
    election.set({ type: 'elected', position: log.end });
    log.leader = undefined;
    log.intercept.append = () => Future.ready(toPosition(1));
    await Promise.all(waiting);
    expect(await small.names()).toEqual(new Set(['a']));
  });
});

function uuid(version: number): Uint8Array {
  return new Uint8Array(16).fill(version);
}

function entry(name: string, version: number, value = 'x'): Entry {
  return { name, uuid: uuid(version), value: bytes(value) };
}

function snapshot(name: string, version: number, value: string): Operation {
  return { type: 'snapshot', snapshot: { entry: entry(name, version, value) } };
}
