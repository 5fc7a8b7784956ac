import { afterEach, describe, expect, test } from '@jest/globals';
import { LearnedMessage, WriteRequest } from '@quorate/messages';
import type { Entry } from '../src/entry.ts';
import { STREAM_CHUNK_BYTES } from '../src/entry-stream.ts';
import { toPosition } from '../src/protocol/types.ts';
import type { Position } from '../src/protocol/types.ts';
import type { Reader } from '../src/reader.ts';
import { LogCluster } from '../src/testing/log-cluster.ts';
import { startCluster } from '../src/testing/start-cluster.ts';
import type { Writer } from '../src/writer.ts';

let cluster: LogCluster;
let reader: Reader;
let writer: Writer;

async function open(): Promise<void> {
  cluster = await startCluster({ nodes: 3 });
  reader = cluster.node(1).log.reader();
  writer = cluster.node(1).log.writer();
  await cluster.elect(writer);
}

afterEach(async () => {
  await cluster.checkAgreement();
  await cluster.close();
});

const at = toPosition;
const bytes = (text: string) => new TextEncoder().encode(text);
const text = ({ data }: Entry) => new TextDecoder().decode(data);

async function append(count: number): Promise<void> {
  const writes = Array.from({ length: count }, (_, n) => writer.append(bytes(`${n + 1}`)));
  for (const write of writes) await cluster.ready(write);
}

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `${from + index}`);

async function readTexts(from: number, to: number): Promise<readonly string[]> {
  return (await cluster.ready(reader.read(at(from), at(to)))).map(text);
}

async function readCode(from: number, to: number): Promise<string> {
  return (await cluster.failed(reader.read(from as Position, to as Position))).code;
}

/** Lets the world go on while an iteration waits. */
async function collect(entries: AsyncIterable<Entry>): Promise<readonly string[]> {
  const texts: string[] = [];
  for await (const entry of entries) texts.push(text(entry));
  return texts;
}

describe('Reader.read', () => {
  test('gives entries only: the NOP of the election and truncations are skipped', async () => {
    await open();
    await append(3);
    await cluster.ready(writer.truncate(at(0)));
    await append(1);
    expect(await readTexts(0, 5)).toEqual(['1', '2', '3', '1']);
    expect(await readTexts(0, 0)).toEqual([]);
  });

  test('what a reader does to its bytes changes nothing', async () => {
    await open();
    await append(1);
    for (const { data } of await cluster.ready(reader.read(at(1), at(1)))) data.fill(0);
    expect(await readTexts(1, 1)).toEqual(['1']);
  });

  test.each<[string, number, number, string]>([
    ['from beyond to', 3, 2, 'READ_RANGE_INVALID'],
    ['to beyond the end', 1, 4, 'READ_PAST_END'],
    ['both beyond the end', 4, 5, 'READ_PAST_END'],
    ['a negative from', -1, 2, 'POSITION_INVALID'],
    ['a fraction', 1.5, 2, 'POSITION_INVALID'],
    ['a huge range', 0, 2 ** 53 - 1, 'READ_PAST_END'],
    ['a to that is not safe', 0, 2 ** 53, 'POSITION_INVALID'],
  ])('%s fails', async (_, from, to, code) => {
    await open();
    await append(3);
    expect(await readCode(from, to)).toBe(code);
  });

  test('truncated positions fail', async () => {
    await open();
    await append(5);
    await cluster.ready(writer.truncate(at(4)));
    expect(await readCode(3, 5)).toBe('READ_TRUNCATED');
    expect(await readTexts(4, 5)).toEqual(['4', '5']);
  });

  /** Node 3 has accepted position 2, missed 4, and learned the others up to 5. */
  async function openWithHoles(): Promise<void> {
    await open();
    await append(1);
    const pid = cluster.node(3).pid;
    const learned = cluster.filters.drop({ name: LearnedMessage, to: pid });
    await append(1);
    learned.cancel();
    await append(1);
    const rules = [WriteRequest, LearnedMessage].map((name) =>
      cluster.filters.drop({ name, to: pid }),
    );
    await append(1);
    for (const rule of rules) rule.cancel();
    await append(1);
    reader = cluster.node(3).log.reader();
  }

  test('a position that is not known to be chosen fails', async () => {
    await openWithHoles();
    expect(await readCode(1, 3)).toBe('READ_PENDING');
    expect(await readCode(2, 2)).toBe('READ_PENDING');
  });

  test.each([
    ['in front', 4, 5],
    ['in the middle', 3, 5],
    ['at the end', 3, 4],
    ['as a whole', 4, 4],
  ])('a gap %s of the range fails', async (_, from, to) => {
    await openWithHoles();
    expect(await readCode(from, to)).toBe('READ_MISSING');
  });

  test('after a catch-up there are no gaps', async () => {
    await openWithHoles();
    expect(await cluster.ready(reader.catchUp())).toBe(4);
    expect((await readTexts(1, 4)).length).toBe(4);
  });
});

describe('Reader.entries', () => {
  test('streams everything from the beginning to the end', async () => {
    await open();
    await append(100);
    expect(await collect(reader.entries())).toEqual(numbers(1, 100));
  });

  test('streams a part', async () => {
    await open();
    await append(30);
    expect(await collect(reader.entries(at(5), at(27)))).toEqual(numbers(5, 27));
    expect(await collect(reader.entries(at(29)))).toEqual(numbers(29, 30));
  });

  test('starts behind a truncation', async () => {
    await open();
    await append(10);
    await cluster.ready(writer.truncate(at(8)));
    expect(await collect(reader.entries())).toEqual(numbers(8, 10));
    await expect(collect(reader.entries(at(7)))).rejects.toMatchObject({ code: 'READ_TRUNCATED' });
  });

  test('of a log that holds only the NOP of the election there are none', async () => {
    await open();
    expect(await collect(reader.entries())).toEqual([]);
  });

  test('ends before positions at the end that are not known to be chosen', async () => {
    await open();
    await append(3);
    cluster.filters.drop({ name: LearnedMessage, to: cluster.node(3).pid });
    await append(2);
    expect(await collect(cluster.node(3).log.reader().entries())).toEqual(numbers(1, 3));
  });

  test('a gap in the middle is an error, not an end', async () => {
    await open();
    const rule = cluster.filters.drop({ name: LearnedMessage, to: cluster.node(3).pid });
    await append(1);
    rule.cancel();
    await append(1);
    await expect(collect(cluster.node(3).log.reader().entries())).rejects.toMatchObject({
      code: 'READ_PENDING',
    });
  });

  test('a range that ends before it begins is refused', async () => {
    await open();
    await append(3);
    await expect(collect(reader.entries(at(3), at(2)))).rejects.toMatchObject({
      code: 'READ_RANGE_INVALID',
    });
  });

  test('reads ahead a bounded number of bytes', async () => {
    await open();
    const size = STREAM_CHUNK_BYTES / 8;
    for (let n = 0; n < 28; n++) await cluster.ready(writer.append(new Uint8Array(size)));
    const reads: number[] = [];
    const { replica } = cluster.node(1);
    const read = replica.read.bind(replica);
    replica.read = (from, to) => {
      reads.push(to - from + 1);
      return read(from, to);
    };
    let count = 0;
    for await (const { data } of reader.entries(at(1))) count += data.byteLength / size;
    expect(count).toBe(28);
    expect(reads).toEqual([16, 8, 4]);
  });

  test('an iteration that is left early stops reading', async () => {
    await open();
    await append(40);
    const entries = reader.entries(at(1));
    for await (const entry of entries) {
      if (text(entry) === '3') break;
    }
    expect(await entries.next()).toEqual({ done: true, value: undefined });
  });

  test('return() ends an iteration whose read is under way', async () => {
    cluster = new LogCluster({ nodes: 3 });
    // The log never recovers: the read would wait for ever.
    reader = (await cluster.node(1).openLog()).reader();
    const entries = reader.entries();
    const next = entries.next();
    await cluster.settle();
    await entries.return?.();
    expect(await next).toEqual({ done: true, value: undefined });
  });

  test('overlapping calls of next() get one entry each, in order', async () => {
    await open();
    await append(3);
    const entries = reader.entries(at(1));
    const results = await Promise.all([1, 2, 3, 4].map(() => entries.next()));
    expect(results.map((result) => (result.done === true ? 'done' : text(result.value)))).toEqual([
      '1',
      '2',
      '3',
      'done',
    ]);
  });

  test('closing the log fails an iteration under way', async () => {
    await open();
    await append(40);
    const entries = reader.entries(at(1));
    await entries.next();
    await cluster.ready(cluster.node(1).log.close());
    await expect(collect(entries)).rejects.toMatchObject({ code: 'LOG_CLOSED' });
    expect(await entries.next()).toEqual({ done: true, value: undefined });
  });
});
