import { afterEach, describe, expect, test } from '@jest/globals';
import type { Future } from '@quorate/process';
import { expectDiscarded, expectPending } from '@quorate/process/testing';
import type { LogError } from '../src/errors.ts';
import type { LogEvent } from '../src/events.ts';
import type { Log } from '../src/log.ts';
import { toPosition } from '../src/protocol/types.ts';
import { LogCluster } from '../src/testing/log-cluster.ts';
import { startCluster } from '../src/testing/start-cluster.ts';
import { FailingStorage } from './support/failing-storage.ts';

let cluster: LogCluster;

afterEach(async () => {
  await cluster.checkAgreement();
  await cluster.close();
});

/** The errors of futures that all fail, whichever does first. */
async function failures(futures: readonly Future<unknown>[]): Promise<readonly LogError[]> {
  for (const future of futures) future.onFailed(() => undefined);
  const errors: LogError[] = [];
  for (const future of futures) errors.push(await cluster.failed(future));
  return errors;
}

const codes = async (futures: readonly Future<unknown>[]) =>
  (await failures(futures)).map(({ code, outcome }) => [code, outcome]);

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (data: Uint8Array) => new TextDecoder().decode(data);

/** A log on the node, beside replicas that vote. */
async function openBesideVoting(nodes: number, number: number): Promise<Log> {
  cluster = new LogCluster({ nodes, quorum: 2 });
  await cluster.startReplicas();
  await cluster.node(number).stop();
  return cluster.node(number).openLog({ autoInitialize: false });
}

async function openAll(nodes: number): Promise<readonly Log[]> {
  cluster = await startCluster({ nodes });
  return cluster.nodes.map(({ log }) => log);
}

describe('LogTest', () => {
  test('WriteRead: what a writer appended a reader reads', async () => {
    const log = await openBesideVoting(2, 2);
    const writer = log.writer();
    expect(await cluster.ready(writer.start())).toEqual({ type: 'elected', position: 0 });
    const position = await cluster.ready(writer.append(bytes('hello world')));
    const entries = await cluster.ready(log.reader().read(position, position));
    expect(entries.map(({ position: at, data }) => [at, text(data)])).toEqual([
      [position, 'hello world'],
    ]);
  });

  test('Position: the identity of a position leads back to it', async () => {
    const log = await openBesideVoting(2, 2);
    const writer = log.writer();
    await cluster.ready(writer.start());
    const position = await cluster.ready(writer.append(bytes('hello world')));
    expect(log.position(log.identity(position))).toBe(position);
    expect([...log.identity(toPosition(258))]).toEqual([0, 0, 0, 0, 0, 0, 1, 2]);
    expect([...log.identity(toPosition(2 ** 53 - 1))]).toEqual([
      0, 31, 255, 255, 255, 255, 255, 255,
    ]);
    for (const wrong of [[], [1], [0, 32, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0]]) {
      expect(() => log.position(Uint8Array.from(wrong))).toThrow(
        expect.objectContaining({ code: 'POSITION_INVALID' }),
      );
    }
  });

  test('Metrics: recovered and ensemble_size under the prefix', async () => {
    cluster = new LogCluster({ nodes: 1 });
    const log = await cluster.node(1).openLog({ metricsPrefix: 'prefix/', autoInitialize: true });
    await cluster.ready(log.writer().start());
    expect(log.metrics()).toEqual({ 'prefix/log/recovered': 1, 'prefix/log/ensemble_size': 1 });
  });

  test('ReaderCatchup: a standby reader catches up all but the last entry', async () => {
    cluster = new LogCluster({ nodes: 3, quorum: 2 });
    await cluster.startReplicas();
    const coordinator = cluster.node(2).coordinator([1, 2]);
    await cluster.ready(coordinator.elect());
    for (let n = 1; n <= 10; n++) await cluster.ready(coordinator.append(bytes(`${n}`)));
    await cluster.node(3).stop();
    const reader = (await cluster.node(3).openLog({ autoInitialize: false })).reader();
    const end = await cluster.ready(reader.catchUp());
    const begin = await cluster.ready(reader.beginning());
    const entries = await cluster.ready(reader.read(begin, end));
    expect(entries.map(({ data }) => text(data))).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
    ]);
  });
});

describe('Log', () => {
  test('three empty replicas initialise themselves and write', async () => {
    const [log] = await openAll(3);
    const writer = log?.writer();
    if (!log || !writer) throw new Error('no log');
    expect(await cluster.ready(writer.start())).toEqual({ type: 'elected', position: 0 });
    expect(await cluster.ready(writer.append(bytes('first')))).toBe(1);
  });

  test('reports the way of its replica into the group', async () => {
    cluster = new LogCluster({ nodes: 3 });
    const events: LogEvent[] = [];
    const log = await cluster.node(1).openLog({ onEvent: (event) => events.push(event) });
    expect(log.metrics()).toEqual({ 'log/recovered': 0, 'log/ensemble_size': 3 });
    for (const number of [2, 3]) await cluster.node(number).openLog();
    await cluster.ready(log.recovered);
    expect(events.filter(({ type }) => type === 'status')).toEqual([
      { type: 'status', from: 'empty', to: 'starting' },
      { type: 'status', from: 'starting', to: 'voting' },
    ]);
  });

  test('a listener that throws does not stop it', async () => {
    cluster = new LogCluster({ nodes: 1 });
    const log = await cluster.node(1).openLog({
      onEvent: () => {
        throw new Error('listener');
      },
    });
    await cluster.ready(log.recovered);
  });

  test('what is asked for before the recovery waits for it, and can be discarded', async () => {
    cluster = new LogCluster({ nodes: 3 });
    const log = await cluster.node(1).openLog();
    const starting = log.writer().start();
    const beginning = log.reader().beginning();
    const given = log.reader().ending();
    await expectPending(starting, cluster.clock);
    given.discard();
    await expectDiscarded(given);
    log.recovered.discard();
    for (const number of [2, 3]) await cluster.node(number).openLog();
    expect(await cluster.ready(beginning)).toBe(0);
    expect((await cluster.ready(starting)).type).toMatch(/elected|ignored/);
  });

  test('closing before the recovery fails what waits for it', async () => {
    cluster = new LogCluster({ nodes: 3 });
    const log = await cluster.node(1).openLog();
    const writer = log.writer();
    const waiting = [
      writer.start(),
      log.reader().beginning(),
      log.recovered,
      log.reader().catchUp(),
    ];
    await cluster.settle();
    const closing = log.close();
    for (const [code] of await codes(waiting)) expect(code).toBe('LOG_CLOSED');
    await cluster.ready(closing);
    expect(log.close()).toBe(closing);
  });

  test('closing fails writes in flight as unknown and queued ones as definite', async () => {
    const [log] = await openAll(3);
    if (!log) throw new Error('no log');
    const writer = log.writer();
    await cluster.elect(writer);
    for (const number of [2, 3]) await cluster.node(number).halt();
    const writes = ['sent', 'queued', 'queued'].map((entry) => writer.append(bytes(entry)));
    await cluster.settle();
    const closing = log.close();
    expect(await codes(writes)).toEqual([
      ['LOG_CLOSED', 'unknown'],
      ['LOG_CLOSED', 'definite'],
      ['LOG_CLOSED', 'definite'],
    ]);
    await cluster.ready(closing);
    expect(await cluster.failed(writer.append(bytes('late')))).toMatchObject({
      code: 'LOG_CLOSED',
      outcome: 'definite',
    });
    expect((await cluster.failed(writer.start())).code).toBe('LOG_CLOSED');
    expect((await cluster.failed(log.reader().ending())).code).toBe('LOG_CLOSED');
    expect(() => log.writer()).toThrow(expect.objectContaining({ code: 'LOG_CLOSED' }));
  });

  test('a log can be closed after its runtime was', async () => {
    cluster = new LogCluster({ nodes: 1 });
    const log = await cluster.node(1).openLog();
    await cluster.ready(log.recovered);
    await cluster.node(1).runtime.close();
    await cluster.ready(log.close());
  });

  test('it is closed at the end of an await using block', async () => {
    cluster = new LogCluster({ nodes: 1 });
    const log = await cluster.node(1).openLog();
    await log[Symbol.asyncDispose]();
    expect((await cluster.failed(log.reader().ending())).code).toBe('LOG_CLOSED');
  });

  test('a storage that fails stops the log: every call says STORAGE_FAILED', async () => {
    const storages: FailingStorage[] = [];
    cluster = new LogCluster({
      nodes: 3,
      storage: () => {
        const storage = new FailingStorage();
        storages.push(storage);
        return storage;
      },
    });
    const events: LogEvent[] = [];
    const log = await cluster.node(1).openLog({ onEvent: (event) => events.push(event) });
    for (const number of [2, 3]) await cluster.node(number).openLog();
    await cluster.ready(log.recovered);
    const writer = log.writer();
    await cluster.elect(writer);
    storages[0]?.failFromNowOn();
    const writes = [writer.append(bytes('sent')), writer.append(bytes('queued'))];
    expect(await codes(writes)).toEqual([
      ['STORAGE_FAILED', 'unknown'],
      ['STORAGE_FAILED', 'definite'],
    ]);
    const calls = [writer.start(), log.reader().ending(), writer.append(bytes('late'))];
    for (const [code] of await codes(calls)) expect(code).toBe('STORAGE_FAILED');
    expect(events.at(-1)).toMatchObject({ type: 'failed', error: { code: 'STORAGE_FAILED' } });
    await cluster.ready(log.close());
  });
});
