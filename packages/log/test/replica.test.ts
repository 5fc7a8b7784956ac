// Upstream's ReplicaTest cases by name, on both storages, and what the facade promises.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  PromiseRequest,
  PromiseResponse,
  RecoverRequest,
  RecoverResponse,
} from '@quorate/messages';
import { LearnedMessage, WriteRequest, WriteResponse } from '@quorate/messages';
import type { Action } from '@quorate/messages';
import type { Future } from '@quorate/process';
import { expectFailed, expectReady, virtualRuntime } from '@quorate/process/testing';
import type { VirtualRuntime } from '@quorate/process/testing';
import { join } from 'node:path';
import { levelStorage } from '../src/leveldb/index.ts';
import { memoryDisk, memoryStorage } from '../src/memory-storage.ts';
import { toPosition, toProposal } from '../src/protocol/types.ts';
import { Replica } from '../src/replica/replica.ts';
import type { Storage } from '../src/storage.ts';
import { append, appendRequest, bytes, learned, truncate } from './support/acceptor-harness.ts';
import { temporaryDirectory } from './support/temporary-directory.ts';
import type { TemporaryDirectory } from './support/temporary-directory.ts';

const at = toPosition;

let world: VirtualRuntime;
let directory: TemporaryDirectory;
let openStorage: () => Storage;

beforeEach(async () => {
  world = virtualRuntime();
  directory = await temporaryDirectory();
  const disk = memoryDisk();
  openStorage = () => memoryStorage({ disk });
});
afterEach(async () => {
  await world.runtime.close();
  await directory.remove();
});

async function open(status: 'empty' | 'voting' = 'voting'): Promise<Replica> {
  const replica = Replica.open(world.runtime, openStorage());
  if (status === 'empty' || (await expectReady(replica.status())) === 'voting') return replica;
  await expectReady(replica.update('starting'));
  await expectReady(replica.update('voting'));
  return replica;
}

function promise(replica: Replica, request: PromiseRequest): Promise<PromiseResponse> {
  return expectReady(world.runtime.request(replica.pid, PromiseRequest, request, PromiseResponse));
}

function requestWrite(replica: Replica, request: WriteRequest): Future<WriteResponse> {
  return world.runtime.request(replica.pid, WriteRequest, request, WriteResponse);
}

function write(replica: Replica, request: WriteRequest): Promise<WriteResponse> {
  return expectReady(requestWrite(replica, request));
}

describe.each(['memory', 'LevelDB'])('ReplicaTest on %s', (kind) => {
  beforeEach(() => {
    if (kind === 'LevelDB') openStorage = () => levelStorage({ path: join(directory.path, 'log') });
  });

  test('Promise: a number is promised once, and only to the highest', async () => {
    const replica = await open();
    expect(await promise(replica, { proposal: 2 })).toEqual({
      okay: true,
      proposal: 2,
      position: 0,
      type: 'accept',
    });
    expect(await promise(replica, { proposal: 1 })).toEqual({
      okay: false,
      proposal: 2,
      type: 'reject',
    });
    expect(await promise(replica, { proposal: 3 })).toEqual({
      okay: true,
      proposal: 3,
      position: 0,
      type: 'accept',
    });
    expect(await expectReady(replica.promised())).toBe(toProposal(3));
  });

  test('Append: a promised write is accepted, and read as not learned', async () => {
    const replica = await open();
    await promise(replica, { proposal: 1 });
    expect(await write(replica, appendRequest(1, 1, 'hello world'))).toEqual({
      okay: true,
      proposal: 1,
      position: 1,
      type: 'accept',
    });
    expect(await expectReady(replica.read(at(1), at(1)))).toEqual([append(1, 1, 'hello world')]);
  });

  test('Restore: an accepted write is there after a restart', async () => {
    const replica = await open();
    await promise(replica, { proposal: 1 });
    await write(replica, appendRequest(1, 1, 'hello world'));
    await expectReady(replica.close());

    const again = await open();
    expect(await expectReady(again.read(at(1), at(1)))).toEqual([append(1, 1, 'hello world')]);
    expect(await expectReady(again.promised())).toBe(1);
    expect(await expectReady(again.isMissing(at(1)))).toBe(true);
  });

  test('NonVoting: an empty replica ignores promises and writes, and says so', async () => {
    const replica = await open('empty');
    expect(await promise(replica, { proposal: 2 })).toEqual({
      okay: false,
      proposal: 2,
      type: 'ignored',
    });
    expect(await write(replica, appendRequest(1, 3))).toEqual({
      okay: false,
      proposal: 3,
      position: 1,
      type: 'ignored',
    });
  });

  test('a learned message is stored by an empty replica, too', async () => {
    const replica = await open('empty');
    world.runtime.send(replica.pid, LearnedMessage, { action: learned(append(3, 1)) });
    expect(await expectReady(replica.read(at(3), at(3)))).toEqual([learned(append(3, 1))]);
    expect(`${await expectReady(replica.missing(at(0), at(5)))}`).toBe('{[0,3)[4,6)}');
  });

  test('a truncation removes records, and survives a restart', async () => {
    const replica = await open();
    for (let position = 0; position < 5; position++) {
      await expectReady(replica.learn(learned(append(position, 1))));
    }
    await expectReady(replica.learn(learned(truncate(5, 3))));
    for (const instance of [replica, undefined]) {
      const current = instance ?? (await open());
      expect(await expectReady(current.beginning())).toBe(3);
      expect(await expectReady(current.ending())).toBe(5);
      expect(await expectReady(current.read(at(3), at(5)))).toEqual([
        learned(append(3, 1)),
        learned(append(4, 1)),
        learned(truncate(5, 3)),
      ]);
      await expectFailed(current.read(at(2), at(5)), 'READ_TRUNCATED');
      expect(await promise(current, { proposal: 9, position: 1 })).toMatchObject({
        action: { learned: true, type: 'nop', nop: { tombstone: true } },
      });
      if (instance) await expectReady(instance.close());
    }
  });

  test('a write that overwrites an accepted one reads the record from the storage', async () => {
    const first = await open();
    await write(first, appendRequest(1, 2, 'old'));
    await expectReady(first.close());
    const replica = await open();
    expect(await write(replica, appendRequest(1, 1, 'low'))).toMatchObject({ type: 'reject' });
    expect(await promise(replica, { proposal: 5, position: 1 })).toMatchObject({
      action: append(1, 2, 'old'),
    });
    expect(await write(replica, appendRequest(1, 4, 'low'))).toMatchObject({ type: 'reject' });
    expect(await write(replica, appendRequest(1, 5, 'new'))).toMatchObject({ type: 'accept' });
    expect(await expectReady(replica.read(at(1), at(1)))).toEqual([append(1, 5, 'new')]);
  });

  test('a storage that is in use fails everything with LOG_LOCKED', async () => {
    await open();
    const second = Replica.open(world.runtime, openStorage());
    await expectFailed(second.restored, 'LOG_LOCKED');
    await expectFailed(second.status(), 'LOG_LOCKED');
    await expectReady(second.close());
  });
});

describe('a replica', () => {
  test('can be asked before its storage has been read', async () => {
    const replica = Replica.open(world.runtime, openStorage());
    expect(await expectReady(replica.status())).toBe('empty');
    expect(replica.restored.isReady).toBe(true);
  });

  test('answers a recover request with bounds once it votes', async () => {
    const recover = (replica: Replica): Promise<RecoverResponse> =>
      expectReady(world.runtime.request(replica.pid, RecoverRequest, {}, RecoverResponse));
    const replica = await open('empty');
    expect(await recover(replica)).toEqual({ status: 'empty' });
    await expectReady(replica.update('recovering'));
    expect(await recover(replica)).toEqual({ status: 'recovering' });
    await expectReady(replica.update('voting'));
    expect(await recover(replica)).toEqual({ status: 'voting', begin: 0, end: 0 });
  });

  test('refuses a status that skips recovery', async () => {
    const replica = await open('empty');
    const error = await expectFailed(replica.update('voting'), 'REPLICA_STATUS_INVALID');
    expect(error.message).toBe('a replica that is empty cannot become voting');
    expect(await expectReady(replica.status())).toBe('empty');
  });

  test('refuses to learn what is not marked as learned or has no value', async () => {
    const replica = await open();
    await expectFailed(replica.learn(append(1, 1)), 'REPLICA_ACTION_INVALID');
    const noValue: Action = {
      position: 1,
      promised: 1,
      performed: 1,
      learned: true,
      type: 'append',
    };
    await expectFailed(replica.learn(noValue), 'REPLICA_ACTION_INVALID');
    const mark: Action = { position: 1, promised: 1, performed: 1, learned: true };
    await expectFailed(replica.learn(mark), 'REPLICA_ACTION_INVALID');
  });

  test('learns what it has accepted by the bare mark, and what it knows already at once', async () => {
    const replica = await open();
    await write(replica, appendRequest(1, 4));
    const mark: Action = { position: 1, promised: 4, performed: 4, learned: true };
    await expectReady(replica.learn(mark));
    expect(await expectReady(replica.isMissing(at(1)))).toBe(false);
    expect(await expectReady(replica.read(at(1), at(1)))).toEqual([learned(append(1, 4))]);
    await expectReady(replica.learn(mark));
    await expectReady(replica.learn(learned(truncate(2, 2))));
    await expectReady(replica.learn(learned(append(1, 4))));
  });

  test.each([
    ['before the begin', 0, 3, 'READ_TRUNCATED'],
    ['behind the end', 2, 4, 'READ_PAST_END'],
    ['backwards', 3, 2, 'READ_RANGE_INVALID'],
  ])('refuses to read %s', async (_, from, to, code) => {
    const replica = await open();
    await expectReady(replica.learn(learned(truncate(3, 1))));
    await expectFailed(replica.read(at(from), at(to)), code);
  });

  test.each([[-1], [0.5], [2 ** 53], [NaN]])('refuses the position %d', async (position) => {
    const replica = await open();
    const bad = position as never;
    await expectFailed(replica.read(bad, at(1)), 'POSITION_INVALID');
    await expectFailed(replica.read(at(0), bad), 'POSITION_INVALID');
    await expectFailed(replica.isMissing(bad), 'POSITION_INVALID');
    await expectFailed(replica.missing(bad, bad), 'POSITION_INVALID');
    await expectFailed(replica.learn(learned(append(position, 1))), 'POSITION_INVALID');
  });

  test('leaves holes out of what is read', async () => {
    const replica = await open();
    await expectReady(replica.learn(learned(append(2, 1))));
    await expectReady(replica.learn(learned(append(4, 1))));
    const actions = await expectReady(replica.read(at(0), at(4)));
    expect(actions.map(({ position }) => position)).toEqual([2, 4]);
  });

  test('ignores messages that cannot be decoded', async () => {
    const replica = await open();
    for (const name of [PromiseRequest.typeName, WriteRequest.typeName, LearnedMessage.typeName]) {
      world.runtime.post(replica.pid, name, Uint8Array.of(0xff, 0xff, 0xff));
      world.runtime.post(replica.pid, name, new Uint8Array(0));
    }
    world.runtime.post(replica.pid, 'mesos.internal.log.Unheard', new Uint8Array(0));
    expect(await expectReady(replica.status())).toBe('voting');
  });

  test('ignores messages that no honest peer sends', async () => {
    const replica = await open();
    world.runtime.send(replica.pid, LearnedMessage, { action: append(1, 1) });
    world.runtime.send(replica.pid, WriteRequest, { proposal: 1, position: 1, type: 'append' });
    world.runtime.send(replica.pid, LearnedMessage, {
      action: { position: 1, promised: 1, learned: true, type: 'nop' },
    });
    expect(await expectReady(replica.ending())).toBe(0);
  });

  test('is found by the id that was asked for', () => {
    const replica = Replica.open(world.runtime, openStorage(), { id: 'my-replica' });
    expect(`${replica.pid}`).toBe('my-replica@node-1');
    expect(() => Replica.open(world.runtime, memoryStorage(), { id: 'my-replica' })).toThrow(
      expect.objectContaining({ code: 'PROCESS_ID_TAKEN' }),
    );
  });

  test('is called log-replica(N) otherwise', () => {
    const replica = Replica.open(world.runtime, openStorage());
    expect(replica.pid.id).toBe('log-replica(1)');
  });
});

describe('closing a replica', () => {
  test('serves what was asked before, and closes the storage', async () => {
    const replica = await open();
    const pending = [write(replica, appendRequest(1, 1)), expectReady(replica.status())] as const;
    const closing = replica.close();
    expect(replica.close()).toBe(closing);
    expect(await pending[0]).toMatchObject({ type: 'accept' });
    expect(await pending[1]).toBe('voting');
    await expectReady(closing);
    expect((await openStorage().restore()).end).toBe(1);
  });

  test('fails what is asked later', async () => {
    const replica = await open();
    const closing = replica.close();
    await expectFailed(replica.status(), 'LOG_CLOSED');
    await expectReady(closing);
    await expectFailed(replica.learn(learned(append(1, 1))), 'LOG_CLOSED');
    await expectFailed(replica.read(at(0), at(0)), 'LOG_CLOSED');
  });

  test('makes what was learned durable', async () => {
    const replica = await open();
    await expectReady(replica.learn(learned(append(1, 1, 'learned'))));
    await expectReady(replica.close());
    expect(`${(await openStorage().restore()).learned}`).toBe('{[1,2)}');
  });

  test('before the storage was read waits for that', async () => {
    const replica = Replica.open(world.runtime, openStorage());
    await expectReady(replica.close());
    await openStorage().restore();
  });

  test('happens when its runtime closes, too', async () => {
    const replica = await open();
    await world.runtime.close();
    await openStorage().restore();
    await expectFailed(replica.status(), 'LOG_CLOSED');
    await expectReady(replica.close());
  });

  test('twice in a row with its runtime ends', async () => {
    const replica = await open();
    const closing = replica.close();
    await world.runtime.close();
    await expectReady(closing);
    await openStorage().restore();
  });
});

test('bytes that are read are not those that were sent', async () => {
  const replica = await open();
  const data = bytes('before');
  const sent = requestWrite(replica, {
    proposal: 1,
    position: 1,
    type: 'append',
    append: { bytes: data },
  });
  data.fill(0);
  await expectReady(sent);
  const [action] = await expectReady(replica.read(at(1), at(1)));
  expect(action?.append?.bytes).toEqual(bytes('before'));
});
