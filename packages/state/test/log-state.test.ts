import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { LogCluster } from '@quorate/log/testing';
import { Operation } from '@quorate/messages';
import { Future } from '@quorate/process';
import { expectDiscarded, expectFailed, expectReady } from '@quorate/process/testing';
import { LogStorage } from '../src/log-storage.ts';
import { State } from '../src/state.ts';
import { stateStorageSuite } from '../src/testing/state-storage-suite.ts';
import { bytes, text } from './helpers.ts';

// As upstream: two replicas, quorum two. Node 1 has the log, node 2 only a replica.
let cluster: LogCluster;
let storage: LogStorage;

beforeEach(async () => {
  cluster = new LogCluster({ nodes: 2, quorum: 2 });
  // Initialise both, then give node 1 a log on its disk.
  await cluster.startReplicas();
  await cluster.node(1).stop();
  const log = await cluster.node(1).openLog({ entrySizeMaxBytes: 100_000 });
  await cluster.ready(log.recovered);
  storage = new LogStorage(log, {
    runtime: cluster.node(1).runtime,
    diffsBetweenSnapshots: 1024,
  });
});

afterEach(async () => {
  await storage.close();
  await cluster.close();
});

stateStorageSuite('LogStateTest', {
  describe,
  test,
  open: () => ({ storage }),
});

describe('LogStateTest', () => {
  test('Timeout: a store without a quorum stays pending until it is discarded', async () => {
    const state = new State(storage);
    const variable = (await state.fetch('slaves')).mutate(bytes('localhost'));
    await cluster.node(2).stop();
    const storing = state.store(variable);
    const timed = storing.after(cluster.clock, 5_000, (late) => {
      late.discard();
      return Future.failed<undefined>('timed out');
    });
    await cluster.settle();
    expect([storing.isPending, timed.isPending]).toEqual([true, true]);
    const failing = expectFailed(timed);
    await cluster.clock.advance(5_000);
    await expectDiscarded(storing);
    await failing;
  });
});

describe('LogStateTest', () => {
  test('Diff: a large value that changes a little leaves a SNAPSHOT and a DIFF in the log', async () => {
    const state = new State(storage);
    const hosts = Array.from({ length: 1_024 }, () => 'localhost\n').join('');
    const first = await state.store((await state.fetch('slaves')).mutate(bytes(hosts)));
    const second = first && (await state.store(first.mutate(bytes(`${hosts}localhost1024\n`))));
    expect(second).toBeDefined();
    await cluster.settle();
    const reader = cluster.node(1).log.reader();
    const begin = await expectReady(reader.beginning());
    const entries = await expectReady(reader.read(begin, await expectReady(reader.ending())));
    const operations = entries.map(({ data }) => Operation.decode(data));
    expect(operations.map(({ type }) => type)).toEqual(['snapshot', 'diff']);
    expect(operations[1]?.diff?.entry.value.length).toBeLessThan(50);
  });
});

describe('LogStorage on two replicas', () => {
  test('goes on after a store that timed out, once there is a quorum again', async () => {
    const state = new State(storage);
    const first = await state.store((await state.fetch('a')).mutate(bytes('1')));
    await cluster.settle();
    await cluster.node(2).stop();
    const storing = first && state.store(first.mutate(bytes('2')));
    await cluster.settle();
    storing?.discard();
    await cluster.settle();
    expect(storing?.isDiscarded).toBe(true);
    const fetching = state.fetch('a');
    await cluster.node(2).startReplica();
    const current = await cluster.ready(fetching);
    expect(['1', '2']).toContain(text(current.value));
    const stored = await cluster.ready(state.store(current.mutate(bytes('3'))));
    expect(stored && text(stored.value)).toBe('3');
  });

  test('is read by another storage, which takes over', async () => {
    const state = new State(storage);
    const stored = await state.store((await state.fetch('a')).mutate(bytes('1')));
    const second = new LogStorage(cluster.node(1).log, { runtime: cluster.node(1).runtime });
    const fetched = await cluster.ready(new State(second).fetch('a'));
    expect(text(fetched.value)).toBe('1');
    expect(fetched.uuid).toEqual(stored?.uuid);
    const again = await cluster.ready(new State(second).store(fetched.mutate(bytes('2'))));
    expect(again && text(again.value)).toBe('2');
    await expectFailed(state.store(fetched.mutate(bytes('3'))), 'STATE_DEMOTED');
    const current = await cluster.ready(state.fetch('a'));
    expect(text(current.value)).toBe('2');
  });

  test('two storages that take turns lose nothing, and truncate what is superseded', async () => {
    const states = [1, 2].map(
      () => new State(new LogStorage(cluster.node(1).log, { runtime: cluster.node(1).runtime })),
    );
    for (let round = 0; round < 20; round++) {
      for (const state of states) {
        // The first write of a turn may find out that the other has taken over.
        for (let stored = false; !stored;) {
          const current = await cluster.ready(state.fetch('counter'));
          const next = Number(text(current.value)) + 1;
          const storing = state.store(current.mutate(bytes(String(next))));
          const done = storing.repair(() => undefined);
          stored = (await cluster.ready(done)) !== undefined;
        }
      }
    }
    const last = states[1] as State;
    expect(text((await cluster.ready(last.fetch('counter'))).value)).toBe('40');
    await cluster.settle();
    const reader = cluster.node(1).log.reader();
    const [begin, end] = [
      await expectReady(reader.beginning()),
      await expectReady(reader.ending()),
    ];
    expect(end - begin).toBeLessThan(6);
    await cluster.checkAgreement();
  });

  test('a value over the cap of the log fails, and the next one is stored', async () => {
    const state = new State(storage);
    const variable = await state.fetch('a');
    const large = variable.mutate(new Uint8Array(100_000));
    const error = await expectFailed(state.store(large), 'STATE_VALUE_TOO_LARGE');
    expect(error).toMatchObject({ outcome: 'definite' });
    expect(error.message).toMatch(/100\d{3} bytes.*100000/);
    expect(await expectReady(state.store(variable.mutate(bytes('small'))))).toBeDefined();
  });

  test('a closed log fails what is under way and what comes later', async () => {
    const state = new State(storage);
    const variable = await state.fetch('a');
    await cluster.node(2).stop();
    const storing = state.store(variable.mutate(bytes('1')));
    await cluster.settle();
    const failing = expectFailed(storing, 'STATE_LOG_FAILED');
    await cluster.ready(cluster.node(1).log.close());
    expect(await failing).toMatchObject({ outcome: 'unknown', cause: { code: 'LOG_CLOSED' } });
    await expectFailed(state.fetch('a'), 'STATE_LOG_FAILED');
  });
});
