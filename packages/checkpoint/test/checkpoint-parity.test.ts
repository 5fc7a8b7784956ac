import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { frameRecord, frameRecords, replaceFile, scanRecords } from '@quorate/checkpoint';
import { nodeFileSystem } from '@quorate/checkpoint/node';
import { bytes, hex, text } from './support/bytes.ts';
import { temporaryDirectory } from './support/temporary-directory.ts';

// The kinds of values that upstream checkpoints, by the meaning of its tests. What messages are is
// not for this package: here they are bytes, as protoc encodes them.
const at = temporaryDirectory();
const fileSystem = nodeFileSystem();
const SIZE_MAX = 1_000_000;
const onDisk = (name: string): Uint8Array => new Uint8Array(readFileSync(at(name)));

test('CheckpointString: a text is the file', async () => {
  await replaceFile(fileSystem, at('test-file'), bytes('test'));
  expect(text(await fileSystem.readFile(at('test-file'), SIZE_MAX))).toBe('test');
  expect(onDisk('test-file')).toEqual(bytes('test'));
});

test('CheckpointProtobufMessage: a message stands behind its length', async () => {
  const slaveId = hex('0a 06 61 67 65 6e 74 31'); // value: "agent1"
  await replaceFile(fileSystem, at('slave.id'), frameRecord(slaveId));
  expect(onDisk('slave.id')).toEqual(hex('08 00 00 00 0a 06 61 67 65 6e 74 31'));
  const { records, tail } = scanRecords(await fileSystem.readFile(at('slave.id'), SIZE_MAX));
  expect(records.map((record) => record.bytes)).toEqual([slaveId]);
  expect(tail).toBe('clean');
});

test('CheckpointRepeatedProtobufMessages: messages one behind the other; none, an empty file', async () => {
  const scalar = (name: string): Uint8Array =>
    new Uint8Array([0x0a, name.length, ...bytes(name), 0x10, 0]);
  const resources = ['cpus', 'mem', 'cpus', 'mem'].map(scalar);
  await replaceFile(fileSystem, at('resources-file'), frameRecords(resources));
  const { records, tail } = scanRecords(await fileSystem.readFile(at('resources-file'), SIZE_MAX));
  expect(records.map((record) => record.bytes)).toEqual(resources);
  expect(tail).toBe('clean');
  await replaceFile(fileSystem, at('resources-file'), frameRecords([]));
  expect(onDisk('resources-file')).toEqual(new Uint8Array());
  expect(scanRecords(onDisk('resources-file'))).toMatchObject({ records: [], tail: 'clean' });
});
