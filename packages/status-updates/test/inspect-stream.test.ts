import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { frameRecord } from '@quorate/checkpoint';
import { UpdateOperationStatusRecord } from '@quorate/messages';
import { inspectStream, operationUpdates } from '@quorate/status-updates';
import { operationUpdate, uuidOf } from './support/agent.ts';

const GOLDEN = join(__dirname, 'fixtures', 'golden');
const STREAMS = [
  '41414141-4141-4141-8141-414141414141',
  '42424242-4242-4142-8142-424242424242',
  '43434343-4343-4143-8143-434343434343',
] as const;

function golden(...names: readonly string[]): Uint8Array {
  return readFileSync(join(GOLDEN, ...names, 'operation.updates'));
}
const goldenCase = (name: string): Uint8Array => golden('cases', name, STREAMS[0]);

function numbersOf(file: Uint8Array) {
  const { fate, updates, state, validBytes, errors } = inspectStream(operationUpdates, file);
  const pending = state?.pending.length ?? 0;
  const terminated = state?.terminated ?? false;
  return { fate, updates: updates.length, pending, terminated, validBytes, errors };
}

const concat = (...parts: readonly ArrayLike<number>[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...Array.from(part)]));

describe('files that the C++ program wrote', () => {
  test.each([
    ['41414141-4141-4141-8141-414141414141', 2, 1, false, 264],
    ['42424242-4242-4142-8142-424242424242', 1, 0, true, 128],
    ['43434343-4343-4143-8143-434343434343', 1, 1, false, 119],
  ])('%s', (uuid, updates, pending, terminated, validBytes) => {
    const file = golden('streams', uuid);
    const expected = { fate: 'stream', updates, pending, terminated, validBytes, errors: 0 };
    expect(numbersOf(file)).toEqual(expected);
  });

  test('every record is written back byte for byte', () => {
    for (const uuid of STREAMS) {
      const file = golden('streams', uuid);
      const frames = inspectStream(operationUpdates, file).records.map(({ record }, index, all) => {
        if (record.type === 'update') return operationUpdates.encodeUpdate(record.update);
        const acknowledged = all
          .slice(0, index)
          .map((one) => one.record)
          .find(
            (one) => one.type === 'update' && operationUpdates.uuidOf(one.update) === record.uuid,
          );
        if (acknowledged?.type !== 'update') throw new Error('an acknowledgement of nothing');
        return operationUpdates.encodeAcknowledgement(acknowledged.update);
      });
      expect(concat(...frames.map((frame) => frameRecord(frame)))).toEqual(new Uint8Array(file));
    }
  });

  test('where the records lie', () => {
    const { records } = inspectStream(operationUpdates, goldenCase('intact'));
    expect(
      records.map(({ offset, sizeBytes, record }) => [record.type, offset, sizeBytes]),
    ).toEqual([
      ['update', 0, 119],
      ['update', 119, 119],
      ['acknowledgement', 238, 26],
    ]);
  });
});

describe('damaged files: the numbers of the C++ program', () => {
  const stream = { fate: 'stream', updates: 2, pending: 1, terminated: false, validBytes: 264 };
  const never = { fate: 'none', updates: 0, pending: 0, terminated: false, validBytes: 0 };
  test.each([
    ['intact', { ...stream, errors: 0 }],
    ['torn-body', { ...stream, pending: 2, validBytes: 238, errors: 0 }],
    ['corrupt-body', { ...stream, errors: 1 }],
    ['unknown-type-enum', { ...stream, errors: 1 }],
    ['torn-first-record', { ...never, errors: 0 }],
    ['empty-file', { ...never, errors: 0 }],
    ['ack-without-update', { ...never, fate: 'absent', validBytes: 26, errors: 1 }],
  ])('%s', (name, expected) => {
    expect(numbersOf(goldenCase(name))).toEqual(expected);
  });

  test.each([
    ['part of a length', [0x73, 0], 0],
    ['a length and nothing behind', [0x73, 0, 0, 0], 0],
    ['a length of 2 GiB', [0xff, 0xff, 0xff, 0x7f, 8, 0], 0],
    ['a record of no bytes', [0, 0, 0, 0], 1],
    ['a type that is none', [2, 0, 0, 0, 8, 7], 1],
  ])('intact, and %s', (_, tail, errors) => {
    const file = concat(goldenCase('intact'), tail);
    expect(numbersOf(file)).toEqual({ ...stream, errors });
  });
});

describe('what upstream would lose', () => {
  const update = (digit: string) =>
    frameRecord(operationUpdates.encodeUpdate(operationUpdate('OPERATION_PENDING', digit)));
  const acknowledgement = (digit: string) =>
    frameRecord(
      operationUpdates.encodeAcknowledgement(operationUpdate('OPERATION_PENDING', digit)),
    );

  test('an acknowledgement that comes twice is not that of the next update', () => {
    const file = concat(update('a'), update('b'), acknowledgement('a'), acknowledgement('a'));
    expect(numbersOf(file)).toMatchObject({ updates: 2, pending: 1, errors: 0 });
  });

  test('an acknowledgement out of turn is damage', () => {
    const file = concat(update('a'), update('b'), acknowledgement('b'));
    const validBytes = 2 * update('a').length;
    expect(numbersOf(file)).toMatchObject({ pending: 2, validBytes, errors: 1 });
  });

  test('one with a uuid that nobody knows is that of the front: its place says so', () => {
    const file = concat(update('a'), update('b'), acknowledgement('f'));
    expect(numbersOf(file)).toMatchObject({ pending: 1, errors: 0 });
  });

  test('a damaged length in front of whole records is no torn tail', () => {
    const file = concat(update('a'), update('b'), update('c'));
    file[update('a').length + 1] = 0x40;
    const { tail, reason } = inspectStream(operationUpdates, file);
    expect([tail, reason]).toEqual(['corrupt', expect.stringContaining('whole records')]);
    expect(numbersOf(file)).toMatchObject({ updates: 1, errors: 1 });
  });

  test('a record of an update without a uuid is damage, and ends no program', () => {
    const record = UpdateOperationStatusRecord.encode({
      type: 'UPDATE',
      update: operationUpdate('OPERATION_PENDING'),
    });
    expect(numbersOf(concat(update('a'), frameRecord(record)))).toMatchObject({ errors: 1 });
    expect(uuidOf('a')).toBe('aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa');
  });
});
