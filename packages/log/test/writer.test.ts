import { afterEach, describe, expect, test } from '@jest/globals';
import { WriteRequest, WriteResponse } from '@quorate/messages';
import { expectDiscarded } from '@quorate/process/testing';
import { toPosition } from '../src/protocol/types.ts';
import type { LogCluster } from '../src/testing/log-cluster.ts';
import { startCluster } from '../src/testing/start-cluster.ts';
import type { LogOptions } from '../src/log-options.ts';
import type { Writer } from '../src/writer.ts';

let cluster: LogCluster;

afterEach(async () => {
  await cluster.checkAgreement();
  await cluster.close();
});

const bytes = (text: string) => new TextEncoder().encode(text);

async function open(log: Partial<LogOptions> = {}): Promise<void> {
  cluster = await startCluster({ nodes: 3, log });
}

async function startedWriter(number = 1): Promise<Writer> {
  const writer = cluster.node(number).log.writer();
  await restart(writer);
  return writer;
}

const restart = (writer: Writer) => cluster.elect(writer);

/** What became of the writes: their positions, or code and outcome. */
async function outcomes(writes: readonly ReturnType<Writer['append']>[]): Promise<unknown[]> {
  const results: unknown[] = [];
  for (const write of writes) write.onFailed(() => undefined);
  for (const write of writes) {
    await cluster.settle();
    if (write.isReady) results.push(write.value());
    else if (write.isDiscarded) results.push('discarded');
    else {
      const { code, outcome } = await cluster.failed(write);
      results.push(`${code} ${String(outcome)}`);
    }
  }
  return results;
}

describe('Writer', () => {
  test('appends that are called at once get positions in the order of the calls', async () => {
    await open();
    const writer = await startedWriter();
    const writes = Array.from({ length: 50 }, (_, n) => writer.append(bytes(`${n}`)));
    expect(await outcomes(writes)).toEqual(Array.from({ length: 50 }, (_, n) => n + 1));
    expect(await cluster.node(1).texts(1, 50)).toEqual(writes.map((_, n) => `${n}`));
  });

  test('at most one write is in flight', async () => {
    await open();
    const writer = await startedWriter();
    const requests = cluster.filters.hold({ name: WriteRequest, toAddress: 'node-2' });
    const writes = ['a', 'b', 'c'].map((entry) => writer.append(bytes(entry)));
    const other = cluster.filters.hold({ name: WriteRequest, toAddress: 'node-3' });
    await cluster.settle();
    expect([requests.messages.length, other.messages.length]).toEqual([1, 1]);
    other.release();
    requests.release();
    expect(await outcomes(writes)).toEqual([1, 2, 3]);
  });

  test('before start, and while it starts, writes are refused as definite', async () => {
    await open();
    const writer = cluster.node(1).log.writer();
    const early = writer.append(bytes('early'));
    const starting = writer.start();
    const during = writer.append(bytes('during'));
    expect(writer.start()).toBe(starting);
    expect(await outcomes([early, during])).toEqual([
      'WRITER_NOT_STARTED definite',
      'WRITER_NOT_STARTED definite',
    ]);
    await cluster.ready(starting);
  });

  test('a demotion fails the write in flight as unknown and the queued ones as definite', async () => {
    await open();
    const writer = await startedWriter(1);
    await cluster.ready(writer.append(bytes('first')));
    const rival = await startedWriter(2);
    const writes = ['a', 'b', 'c'].map((entry) => writer.append(bytes(entry)));
    expect(await outcomes(writes)).toEqual([
      'WRITER_DEMOTED unknown',
      'WRITER_DEMOTED definite',
      'WRITER_DEMOTED definite',
    ]);
    expect(await outcomes([writer.append(bytes('late'))])).toEqual(['WRITER_NOT_STARTED definite']);
    expect(await outcomes([rival.append(bytes('second'))])).toEqual([2]);
    await restart(writer);
    expect(await outcomes([writer.append(bytes('third'))])).toEqual([3]);
    expect(await cluster.node(1).texts(1, 3)).toEqual(['first', 'second', 'third']);
  });

  test('a queued write that is discarded is never sent', async () => {
    await open();
    const writer = await startedWriter();
    const [first, second, third] = ['a', 'b', 'c'].map((entry) => writer.append(bytes(entry)));
    if (!first || !second || !third) throw new Error('three writes');
    second.discard();
    expect(second.isDiscarded).toBe(true);
    expect(await outcomes([first, second, third])).toEqual([1, 'discarded', 2]);
    expect(await cluster.node(1).texts(1, 2)).toEqual(['a', 'c']);
  });

  test('discarding the sent write stops the writer; the queued ones fail as definite', async () => {
    await open();
    const writer = await startedWriter();
    const answers = cluster.filters.hold({ name: WriteResponse });
    const [sent, queued] = ['sent', 'queued'].map((entry) => writer.append(bytes(entry)));
    if (!sent || !queued) throw new Error('two writes');
    await cluster.settle();
    sent.discard();
    await expectDiscarded(sent);
    answers.release();
    expect(await outcomes([queued, writer.append(bytes('late'))])).toEqual([
      'WRITER_DEMOTED definite',
      'WRITER_NOT_STARTED definite',
    ]);
    // The accepts were on disk: the next election finds the write in doubt.
    expect(await restart(writer)).toBe(1);
    expect(await cluster.node(1).texts(1, 1)).toEqual(['sent']);
    expect(await outcomes([writer.append(bytes('next'))])).toEqual([2]);
  });

  test('start while a write is in flight fails, and leaves the writer as it is', async () => {
    await open();
    const writer = await startedWriter();
    const write = writer.append(bytes('a'));
    expect((await cluster.failed(writer.start())).code).toBe('WRITER_BUSY');
    expect(await outcomes([write, writer.append(bytes('b'))])).toEqual([1, 2]);
  });

  test('start when started is a new election: a rival that took over is noticed', async () => {
    await open();
    const writer = await startedWriter(1);
    const rival = await startedWriter(2);
    await restart(writer);
    expect(await outcomes([rival.append(bytes('a'))])).toEqual(['WRITER_DEMOTED unknown']);
    expect(await outcomes([writer.append(bytes('b'))])).toEqual([1]);
  });

  test('a discarded start can be repeated', async () => {
    await open();
    const writer = cluster.node(1).log.writer();
    const starting = writer.start();
    starting.discard();
    await expectDiscarded(starting);
    await restart(writer);
    expect(await outcomes([writer.append(bytes('a'))])).toEqual([1]);
  });

  test('the queue has a limit', async () => {
    await open({ writerQueueLengthMax: 2 });
    const writer = await startedWriter();
    const writes = ['a', 'b', 'c', 'd'].map((entry) => writer.append(bytes(entry)));
    expect(await outcomes(writes)).toEqual([1, 2, 3, 'WRITER_BUSY definite']);
  });

  test('a discarded write does not count towards the limit', async () => {
    await open({ writerQueueLengthMax: 1 });
    const writer = await startedWriter();
    const writes = [writer.append(bytes('a')), writer.append(bytes('b'))];
    writes[1]?.discard();
    writes.push(writer.append(bytes('c')));
    expect(await outcomes(writes)).toEqual([1, 'discarded', 2]);
  });

  test('a callback of start may append', async () => {
    await open();
    const writer = cluster.node(1).log.writer();
    const writes: ReturnType<Writer['append']>[] = [];
    const starting = writer.start().onReady(() => writes.push(writer.append(bytes('x'))));
    await cluster.ready(starting);
    expect(await outcomes(writes)).toEqual([1]);
  });

  test('a callback may append again', async () => {
    await open();
    const writer = await startedWriter();
    const writes: ReturnType<Writer['append']>[] = [];
    const appendNext = (): void => {
      if (writes.length === 5) return;
      const write = writer.append(bytes('x'));
      writes.push(write);
      write.onReady(appendNext);
    };
    appendNext();
    for (let turn = 0; turn < 5; turn++) await cluster.settle();
    expect(await outcomes(writes)).toEqual([1, 2, 3, 4, 5]);
  });

  test('an entry may be empty, and as long as the limit, and no longer', async () => {
    await open({ entrySizeMaxBytes: 1000 });
    const writer = await startedWriter();
    const sizes = [0, 999, 1000, 1001];
    const writes = sizes.map((size) => writer.append(new Uint8Array(size)));
    expect(await outcomes(writes)).toEqual([1, 2, 3, 'ENTRY_TOO_LARGE definite']);
    const entries = await cluster.ready(
      cluster.node(1).log.reader().read(toPosition(1), toPosition(3)),
    );
    expect(entries.map(({ data }) => data.byteLength)).toEqual([0, 999, 1000]);
  });

  test('the default limit is 1 MiB', async () => {
    await open();
    const writer = await startedWriter();
    const writes = [1024 * 1024, 1024 * 1024 + 1].map((size) =>
      writer.append(new Uint8Array(size)),
    );
    expect(await outcomes(writes)).toEqual([1, 'ENTRY_TOO_LARGE definite']);
  });

  test('the bytes are copied at the call', async () => {
    await open();
    const writer = await startedWriter();
    const shared = new Uint8Array(new SharedArrayBuffer(1)).fill(65);
    const buffer = Buffer.from('B');
    const writes = [writer.append(shared), writer.append(buffer)];
    shared.fill(88);
    buffer.fill(88);
    expect(await outcomes(writes)).toEqual([1, 2]);
    expect(await cluster.node(2).texts(1, 2)).toEqual(['A', 'B']);
  });

  test.each<[string, () => unknown]>([
    ['a string', () => 'text'],
    ['undefined', () => undefined],
    ['null', () => null],
    ['an array', () => [1, 2]],
    ['an ArrayBuffer', () => new ArrayBuffer(1)],
    ['another typed array', () => new Uint16Array(1)],
    ['a DataView', () => new DataView(new ArrayBuffer(1))],
    ['a detached buffer', () => detached()],
  ])('%s is not an entry', async (_, make) => {
    await open();
    const writer = await startedWriter();
    const write = writer.append(make() as Uint8Array);
    expect(await outcomes([write, writer.append(bytes('next'))])).toEqual([
      'ENTRY_INVALID definite',
      1,
    ]);
  });

  function detached(): Uint8Array {
    const array = new Uint8Array(4);
    structuredClone(array.buffer, { transfer: [array.buffer] });
    return array;
  }

  test('truncation: below the beginning changes nothing, beyond the end is refused', async () => {
    await open();
    const writer = await startedWriter();
    for (const entry of ['a', 'b', 'c', 'd']) writer.append(bytes(entry));
    const truncations = [3, 1, 0, 8, 10].map((to) => writer.truncate(toPosition(to)));
    expect(await outcomes(truncations)).toEqual([5, 6, 7, 8, 'POSITION_INVALID definite']);
    expect(await cluster.ready(cluster.node(1).log.reader().beginning())).toBe(8);
    expect(await outcomes([writer.append(bytes('e'))])).toEqual([9]);
  });

  test.each([-1, 1.5, NaN, 2 ** 53])('truncation to %d is refused', async (to) => {
    await open();
    const writer = await startedWriter();
    expect(await outcomes([writer.truncate(to as never), writer.append(bytes('a'))])).toEqual([
      'POSITION_INVALID definite',
      1,
    ]);
  });

  test('a queue of 500 writes is served in order without deep recursion', async () => {
    await open();
    const writer = await startedWriter();
    const writes = Array.from({ length: 500 }, (_, n) => writer.append(bytes(`${n}`)));
    await cluster.ready(writes.at(-1) ?? writer.append(bytes('none')));
    expect(writes.map((write) => write.value())).toEqual(writes.map((_, n) => n + 1));
  });
});
