// What must not happen before a write is durable, shown with a storage that holds writes back.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { PromiseRequest, PromiseResponse, WriteRequest, WriteResponse } from '@quorate/messages';
import type { Action } from '@quorate/messages';
import { Completer, silentLogger } from '@quorate/process';
import type { Future } from '@quorate/process';
import { expectFailed, expectReady, turns, virtualRuntime } from '@quorate/process/testing';
import type { VirtualRuntime } from '@quorate/process/testing';
import { LogError } from '../src/errors.ts';
import { memoryDisk, memoryStorage } from '../src/memory-storage.ts';
import type { MemoryDisk } from '../src/memory-storage.ts';
import { toPosition } from '../src/protocol/types.ts';
import {
  REPLICA_BATCH_LENGTH_MAX,
  REPLICA_BATCH_SIZE_BYTES_MAX,
  REPLICA_QUEUE_LENGTH_MAX,
  REPLICA_QUEUE_SIZE_BYTES_MAX,
  ReplicaDriver,
} from '../src/replica/replica-driver.ts';
import { Replica } from '../src/replica/replica.ts';
import { HeldStorage } from '../src/testing/held-storage.ts';
import { append, appendRequest, learned, truncate } from './support/acceptor-harness.ts';

const at = toPosition;

let world: VirtualRuntime;
let disk: MemoryDisk;
let storage: HeldStorage;
let replica: Replica;
let fatal: LogError[];

beforeEach(async () => {
  world = virtualRuntime();
  disk = memoryDisk();
  await start([]);
});
afterEach(async () => {
  await storage.releaseAll();
  await world.runtime.close();
  expect(storage.overlaps).toBe(0);
});

/** Starts a voting replica on a disk with these records, and holds its writes from then on. */
async function start(records: readonly Action[]): Promise<void> {
  if (disk.metadata) await expectReady(replica.close());
  const preparing = memoryStorage({ disk });
  await preparing.restore();
  await preparing.persist({ metadata: { status: 'voting', promised: 0 }, actions: records });
  await preparing.close();
  storage = new HeldStorage(memoryStorage({ disk }));
  fatal = [];
  replica = Replica.open(world.runtime, storage, { onFatal: (error) => fatal.push(error) });
  await expectReady(replica.restored);
  storage.hold();
}

function write(position: number, proposal = 1, text?: string): Future<WriteResponse> {
  const request = appendRequest(position, proposal, text);
  return world.runtime.request(replica.pid, WriteRequest, request, WriteResponse);
}

function promise(proposal: number, position?: number): Future<PromiseResponse> {
  const request = position === undefined ? { proposal } : { proposal, position };
  return world.runtime.request(replica.pid, PromiseRequest, request, PromiseResponse);
}

/** Lets everything happen that does not wait for a held write. */
async function pass(): Promise<void> {
  await turns(20);
}

async function release(): Promise<void> {
  await storage.release();
  await pass();
}

describe('an answer waits for the write', () => {
  test('of an accepted write', async () => {
    const response = write(1);
    await pass();
    expect([storage.held, response.isPending]).toEqual([1, true]);
    await release();
    expect(response.value()).toMatchObject({ type: 'accept' });
  });

  test('of promises, implicit and explicit', async () => {
    const responses = [promise(3), promise(4, 7)];
    await pass();
    expect(storage.held).toBe(1);
    expect(responses.every((response) => response.isPending)).toBe(true);
    await release();
    expect(responses.map((response) => response.value().type)).toEqual(['accept', 'accept']);
  });

  test('of a change of status', async () => {
    await start([]);
    const fresh = new HeldStorage();
    fresh.hold();
    const other = Replica.open(world.runtime, fresh);
    const updated = other.update('starting');
    await pass();
    expect([fresh.held, updated.isPending]).toEqual([1, true]);
    await fresh.release();
    await expectReady(updated);
    await expectReady(other.close());
  });

  test('even when it only shows what is being written', async () => {
    const accepted = promise(3);
    const rejected = promise(2);
    const status = replica.promised();
    const ending = replica.ending();
    await pass();
    expect([rejected.isPending, status.isPending, ending.isPending]).toEqual([true, true, true]);
    await release();
    expect(accepted.value().type).toBe('accept');
    expect(rejected.value()).toMatchObject({ type: 'reject', proposal: 3 });
    expect(status.value()).toBe(3);
  });

  test('also when it came in while the write was under way, and wrote nothing itself', async () => {
    const first = write(1);
    await pass();
    const ending = replica.ending();
    const read = replica.read(at(1), at(1));
    await pass();
    expect([ending.isPending, read.isPending]).toEqual([true, true]);
    await release();
    expect(first.value().type).toBe('accept');
    expect(ending.value()).toBe(1);
    expect(read.value()).toEqual([append(1, 1)]);
    expect(storage.reads).toBe(0);
  });

  test('and comes in the order of the requests', async () => {
    const order: string[] = [];
    for (const position of [1, 2, 3])
      write(position).onReady(() => order.push(`write ${position}`));
    replica.ending().onReady((end) => order.push(`end ${end}`));
    promise(9).onReady(() => order.push('promise'));
    await pass();
    await storage.releaseAll();
    await pass();
    expect(order).toEqual(['write 1', 'write 2', 'write 3', 'end 3', 'promise']);
  });
});

describe('learning', () => {
  test('is ready before it is durable, and durable with the next write', async () => {
    const learning = replica.learn(learned(append(1, 1)));
    await pass();
    expect([learning.isReady, storage.held, disk.records.size]).toEqual([true, 1, 0]);
    await release();
    expect(disk.records.get(1)).toEqual(learned(append(1, 1)));
  });

  test('does not wait for a write that is under way', async () => {
    void write(1);
    await pass();
    const learning = replica.learn(learned(append(1, 1)));
    await pass();
    expect([learning.isReady, storage.held]).toEqual([true, 1]);
    await release();
    expect(storage.batches.map(({ actions }) => actions)).toEqual([
      [append(1, 1)],
      [learned(append(1, 1))],
    ]);
  });

  test('is seen by a read that comes after it', async () => {
    await expectReady(replica.learn(learned(append(1, 1))));
    const read = replica.read(at(1), at(1));
    await pass();
    expect(read.isPending).toBe(true);
    await release();
    expect(read.value()).toEqual([learned(append(1, 1))]);
  });
});

describe('writes', () => {
  test('that arrive together share one, and all that arrive meanwhile the next', async () => {
    const first = [1, 2, 3].map((position) => write(position));
    await pass();
    const second = Array.from({ length: 500 }, (_, index) => write(4 + index));
    await pass();
    expect(storage.held).toBe(1);
    await release();
    expect(first.every((response) => response.isReady)).toBe(true);
    expect(second.some((response) => response.isReady)).toBe(false);
    await release();
    expect(second.every((response) => response.isReady)).toBe(true);
    expect(storage.batches.map(({ actions }) => actions.length)).toEqual([3, 500]);
  });

  test('to one position are one record in the batch: the last', async () => {
    const responses = [write(1, 1, 'first'), write(1, 2, 'second'), write(1, 1, 'late')];
    await pass();
    await release();
    expect(responses.map((response) => response.value().type)).toEqual([
      'accept',
      'accept',
      'reject',
    ]);
    expect(storage.batches.map(({ actions }) => actions)).toEqual([[append(1, 2, 'second')]]);
    expect(storage.reads).toBe(0);
  });

  test('are bounded in number', async () => {
    const count = 2 * REPLICA_BATCH_LENGTH_MAX + 10;
    const responses = Array.from({ length: count }, (_, position) => write(position));
    await pass();
    await storage.releaseAll();
    await pass();
    expect(responses.every((response) => response.isReady)).toBe(true);
    const lengths = storage.batches.map(({ actions }) => actions.length);
    expect(Math.max(...lengths)).toBe(REPLICA_BATCH_LENGTH_MAX);
    expect(lengths.length).toBeLessThanOrEqual(4);
  });

  test('are bounded in size, but a single one may be larger', async () => {
    const text = 'x'.repeat(REPLICA_BATCH_SIZE_BYTES_MAX / 4);
    const large = 'x'.repeat(REPLICA_BATCH_SIZE_BYTES_MAX + 1);
    const responses = [1, 2, 3, 4, 5].map((position) => write(position, 1, text));
    responses.push(write(6, 1, large));
    await pass();
    await storage.releaseAll();
    await pass();
    expect(responses.every((response) => response.isReady)).toBe(true);
    expect(storage.batches.map(({ actions }) => actions.length)).toEqual([3, 2, 1]);
  });

  test('of a truncation delete in the same batch', async () => {
    await start([0, 1, 2, 3].map((position) => learned(append(position, 1))));
    void replica.learn(learned(truncate(4, 3)));
    void replica.learn(learned(append(5, 1)));
    await pass();
    expect(storage.batches).toEqual([
      { actions: [learned(truncate(4, 3)), learned(append(5, 1))], truncateTo: 3 },
    ]);
    await release();
    expect([...disk.records.keys()].sort()).toEqual([3, 4, 5]);
  });

  test('on the path of an append read nothing', async () => {
    await storage.releaseAll();
    for (let position = 1; position < 20; position++) {
      await expectReady(write(position));
      await expectReady(replica.learn(learned(append(position, 1))));
    }
    expect(storage.reads).toBe(0);
    expect(`${await expectReady(replica.missing(at(0), at(19)))}`).toBe('{[0,1)}');
  });
});

describe('records that have to be read', () => {
  const records = [1, 2, 3].map((position) => append(position, 1));

  beforeEach(() => start(records));

  test('are read once for many requests, and no write begins meanwhile', async () => {
    const responses = [promise(2, 1), promise(2, 2), write(3, 1, 'again'), promise(3, 1)];
    await pass();
    expect([storage.reads, storage.held]).toEqual([3, 1]);
    await release();
    expect(responses.map((response) => response.value())).toMatchObject([
      { type: 'accept', action: append(1, 1) },
      { type: 'accept', action: append(2, 1) },
      { type: 'accept', position: 3 },
      { type: 'accept', action: { ...append(1, 1), promised: 2 } },
    ]);
  });

  test('are read after a write under way, which may replace them', async () => {
    void promise(5, 1);
    await pass();
    const next = promise(6, 1);
    const other = promise(6, 2);
    await pass();
    expect([storage.reads, next.isPending]).toEqual([1, true]);
    await release();
    expect(storage.reads).toBe(2);
    await release();
    expect(next.value()).toMatchObject({ action: { promised: 5 } });
    expect(other.value()).toMatchObject({ action: append(2, 1) });
  });

  test('show what requests before have changed, and not what those behind will', async () => {
    const before = replica.read(at(1), at(3));
    void replica.learn(learned(truncate(4, 3)));
    const after = replica.read(at(3), at(4));
    const truncated = expectFailed(replica.read(at(1), at(3)), 'READ_TRUNCATED');
    await pass();
    await release();
    expect(before.value()).toEqual(records);
    expect(after.value()).toEqual([append(3, 1), learned(truncate(4, 3))]);
    await truncated;
  });

  test('of a range that a request before makes valid are read then', async () => {
    void write(4);
    const read = replica.read(at(1), at(4));
    await pass();
    await release();
    expect(read.value()).toEqual([...records, append(4, 1)]);
  });

  test('that cannot be read leave only their own requests without an answer', async () => {
    const broken = new LogError('LOG_CORRUPT', 'bit rot');
    storage.read = () => Promise.reject(broken);
    storage.readRange = () => Promise.reject(broken);
    const unanswered = promise(2, 1);
    const mark: Action = { position: 2, promised: 1, performed: 1, learned: true };
    const failures = [
      expectFailed(replica.read(at(1), at(2)), 'LOG_CORRUPT'),
      expectFailed(replica.learn(mark), 'STORAGE_FAILED'),
    ];
    const answered = write(4);
    await pass();
    await release();
    expect(answered.value().type).toBe('accept');
    expect(unanswered.isPending).toBe(true);
    await Promise.all(failures);
    expect(fatal).toEqual([]);
    unanswered.discard();
  });
});

describe('a write that fails', () => {
  const broken = new Error('EIO: no spare blocks');

  test('is fatal: nothing is answered, and everything fails from then on', async () => {
    const accepted = write(1);
    const ending = replica.ending();
    await pass();
    const meanwhile = replica.status();
    const later = write(2);
    await pass();
    storage.fail(broken);
    await expectFailed(ending, 'STORAGE_FAILED');
    await expectFailed(meanwhile, 'STORAGE_FAILED');
    await expectFailed(replica.status(), 'STORAGE_FAILED');
    await expectFailed(replica.learn(learned(append(3, 1))), 'STORAGE_FAILED');
    await expectFailed(replica.update('voting'), 'STORAGE_FAILED');
    const afterwards = write(4);
    await pass();
    expect([accepted, later, afterwards].map((response) => response.isPending)).toEqual([
      true,
      true,
      true,
    ]);
    expect(storage.batches).toHaveLength(1);
    expect(fatal.map(({ code }) => code)).toEqual(['STORAGE_FAILED']);
    expect(fatal[0]?.message).toContain('EIO');
    for (const response of [accepted, later, afterwards]) response.discard();
  });

  test('also fails what was learned in memory, in spite of its answer', async () => {
    await expectReady(replica.learn(learned(append(1, 1))));
    storage.fail(broken);
    await expectFailed(replica.isMissing(at(1)), 'STORAGE_FAILED');
    expect(disk.records.size).toBe(0);
  });

  test('leaves the storage to be closed, and the disk to be opened anew', async () => {
    const failed = replica.ending();
    void replica.learn(learned(append(1, 1)));
    await pass();
    storage.fail(broken);
    await expectFailed(failed);
    await expectReady(replica.close());
    expect(await memoryStorage({ disk }).restore()).toMatchObject({ end: 0 });
  });

  test('while the replica closes lets that end', async () => {
    void replica.learn(learned(append(1, 1)));
    await pass();
    const closing = replica.close();
    await pass();
    expect(closing.isPending).toBe(true);
    storage.fail(broken);
    await expectReady(closing);
    await memoryStorage({ disk }).restore();
  });

  test('tells nobody twice, and survives a listener that throws', async () => {
    await expectReady(replica.close());
    storage = new HeldStorage(memoryStorage({ disk }));
    let calls = 0;
    replica = Replica.open(world.runtime, storage, {
      onFatal: () => {
        calls++;
        throw new Error('of the listener');
      },
    });
    await expectReady(replica.restored);
    storage.hold();
    const failed = replica.ending();
    void write(1).discard();
    await pass();
    storage.fail(broken);
    await expectFailed(failed, 'STORAGE_FAILED');
    await expectFailed(replica.status(), 'STORAGE_FAILED');
    expect(calls).toBe(1);
  });
});

describe('a close', () => {
  test('waits for the write in flight and for what was learned', async () => {
    const response = write(1);
    await pass();
    await expectReady(replica.learn(learned(append(2, 1))));
    const closing = replica.close();
    await pass();
    expect(closing.isPending).toBe(true);
    await release();
    expect([response.isReady, closing.isPending]).toEqual([true, true]);
    await release();
    await expectReady(closing);
    expect([...disk.records.keys()]).toEqual([1, 2]);
  });

  test('by the end of the process closes the storage behind the write in flight', async () => {
    const response = write(1);
    const ending = replica.ending();
    await pass();
    world.runtime.terminate(replica.pid);
    await expectFailed(ending, 'LOG_CLOSED');
    await storage.releaseAll();
    await world.clock.settle();
    expect(response.isPending).toBe(true);
    expect((await memoryStorage({ disk }).restore()).end).toBe(1);
    response.discard();
  });
});

describe('requests that wait are bounded: more are refused, and the rest is served', () => {
  /** A driver without a process, which takes many requests in no time. */
  function standalone(): ReplicaDriver {
    return new ReplicaDriver(memoryStorage(), {
      name: 'the replica',
      logger: silentLogger,
      track: <T>(_: string, work: () => Promise<T>): Future<T> => {
        const completer = new Completer<T>();
        completer.set(work());
        return completer.future;
      },
      identity: () => undefined,
      inTurn: (run) => setImmediate(run),
      respond: () => undefined,
      onFatal: () => undefined,
    });
  }

  test('in number', async () => {
    const refused: string[] = [];
    let answered = 0;
    const driver = standalone();
    for (let index = 0; index < REPLICA_QUEUE_LENGTH_MAX + 10; index++) {
      driver.enqueue({
        type: 'query',
        ask: () => ({ complete: () => answered++ }),
        fail: ({ code }) => refused.push(code),
      });
    }
    expect(refused).toEqual(Array(10).fill('REPLICA_QUEUE_FULL'));
    driver.start();
    await driver.close();
    expect(answered).toBe(REPLICA_QUEUE_LENGTH_MAX);
  });

  test('in size', async () => {
    const driver = standalone();
    const action = learned(append(1, 1, 'x'.repeat(1_048_576)));
    const completers = Array.from({ length: 70 }, () => new Completer<void>());
    for (const completer of completers) {
      completer.future.onFailed(() => undefined);
      driver.enqueue({ type: 'learn', input: { type: 'learned', action }, completer });
    }
    const refused = completers.filter(({ future }) => future.isFailed).length;
    expect(70 - refused).toBe(Math.ceil(REPLICA_QUEUE_SIZE_BYTES_MAX / (1_048_576 + 256)));
    driver.start();
    await driver.close();
    expect(completers.filter(({ future }) => future.isReady).length).toBe(70 - refused);
  });
});

test('compaction is asked for after a truncation, once at a time, and does not stop writes', async () => {
  await storage.releaseAll();
  let running = 0;
  let calls = 0;
  let finish = (): void => undefined;
  storage.compact = () => {
    calls++;
    running++;
    expect(running).toBe(1);
    return new Promise<void>((resolve) => {
      finish = () => {
        running--;
        resolve();
      };
    });
  };
  await expectReady(replica.learn(learned(append(1, 1))));
  await pass();
  expect(calls).toBe(0);
  for (const position of [2, 3, 4]) {
    await expectReady(replica.learn(learned(truncate(position, position))));
    await expectReady(replica.ending());
  }
  expect(calls).toBe(1);
  finish();
  await pass();
  expect(calls).toBe(2);
  finish();
});
