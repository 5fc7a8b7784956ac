// Status updates, operations and resources of agents: bytes of the C++ Mesos and of protoc (from
// Mesos' own .proto files) decode to the documented values and encode to the same bytes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  ContainerID,
  NetworkInfo,
  OfferOperation,
  ResourceProviderInfo,
  StatusUpdateRecord,
  TaskStatus,
  UpdateOperationStatusRecord,
  fromProtoJson,
  toProtoJson,
} from '../src/index.ts';
import { hex, toHex, utf8 } from './bytes.ts';
import { codecOf } from './codecs.ts';
import agentMessages from './fixtures/agent-messages.json';
import { textFormat } from './text-format.ts';

/** The bodies of the records of a file: each behind its length, 4 bytes, little-endian. */
function recordsOf(operationUuid: string): readonly Uint8Array[] {
  const path = join(__dirname, 'fixtures', 'operation-updates', operationUuid, 'operation.updates');
  const file = new Uint8Array(readFileSync(path));
  const view = new DataView(file.buffer);
  const bodies: Uint8Array[] = [];
  for (let at = 0; at < file.length;) {
    const end = at + 4 + view.getUint32(at, true);
    bodies.push(file.subarray(at + 4, end));
    at = end;
  }
  return bodies;
}

/** 16 bytes: one letter, but for the marks of a random UUID. */
function uuid(letter: string): Uint8Array {
  const bytes = utf8(letter.repeat(16));
  bytes[6] = 0x41;
  bytes[8] = 0x81;
  return bytes;
}

function updateRecord(
  state: string,
  letter: string,
  operation: string,
  operationId?: string,
): object {
  return {
    type: 'UPDATE',
    update: {
      frameworkId: { value: 'framework-1' },
      slaveId: { value: 'agent-S0' },
      status: {
        ...(operationId === undefined ? {} : { operationId: { value: operationId } }),
        state,
        message: `message ${letter}`,
        convertedResources: [],
        uuid: { value: uuid(letter) },
        slaveId: { value: 'agent-S0' },
      },
      operationUuid: { value: uuid(operation) },
    },
  };
}

const ackRecord = (letter: string): object => ({ type: 'ACK', uuid: { value: uuid(letter) } });

const files: readonly (readonly [string, readonly object[]])[] = [
  [
    '41414141-4141-4141-8141-414141414141',
    [
      updateRecord('OPERATION_PENDING', 'a', 'A', 'operation-one'),
      updateRecord('OPERATION_FINISHED', 'b', 'A', 'operation-one'),
      ackRecord('a'),
    ],
  ],
  [
    '42424242-4242-4142-8142-424242424242',
    [updateRecord('OPERATION_FAILED', 'c', 'B'), ackRecord('c')],
  ],
  [
    '43434343-4343-4143-8143-434343434343',
    [updateRecord('OPERATION_UNREACHABLE', 'd', 'C', 'operation-one')],
  ],
];

describe('files of operation updates written by the C++ Mesos', () => {
  test.each(files)('%s', (operationUuid, expected) => {
    const bodies = recordsOf(operationUuid);
    const records = bodies.map((body) => UpdateOperationStatusRecord.decode(body));
    expect(records).toStrictEqual(expected);
    expect(records.map((record) => toHex(UpdateOperationStatusRecord.encode(record)))).toEqual(
      bodies.map(toHex),
    );
  });
});

describe('messages written by protoc', () => {
  test.each(agentMessages)('$type: $name', ({ type, hex: bytes, text }) => {
    const codec = codecOf(type);
    const message = codec.decode(hex(bytes));
    expect(textFormat(type, message)).toBe(text);
    expect(toHex(codec.encode(message))).toBe(bytes);
    expect(JSON.stringify(message, printable)).not.toContain('unknownFields');
    const json = toProtoJson(codec, message);
    expect(toProtoJson(codec, fromProtoJson(codec, json))).toEqual(json);
  });
});

function printable(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}

describe('bodies that are not declared are kept', () => {
  test('the tasks of a launch', () => {
    const launch =
      '12260a240a017412080a067461736b2d311a0a0a086167656e742d53303a091a07736c6565702031';
    const id = '620d0a0b6f7065726174696f6e2d31';
    const operation = OfferOperation.decode(hex(`0801 ${launch} ${id}`));
    expect(operation).toStrictEqual({
      type: 'LAUNCH',
      id: { value: 'operation-1' },
      unknownFields: [hex(launch)],
    });
    expect(toHex(OfferOperation.encode(operation))).toBe(`0801${id}${launch}`);
  });

  test('the storage plugin of a resource provider', () => {
    const bytes =
      '0a0c0a0a70726f76696465722d311a136f72672e6578616d706c652e73746f7261676522056c6f63616c' +
      '32180a160a0f6f72672e6578616d706c652e63736912036c766d';
    const info = ResourceProviderInfo.decode(hex(bytes));
    expect(info).toMatchObject({ name: 'local', unknownFields: [hex(bytes.slice(-52))] });
    expect(toHex(ResourceProviderInfo.encode(info))).toBe(bytes);
  });
});

describe('enums', () => {
  test('the type of a record is one of two', () => {
    expect(StatusUpdateRecord.decode(hex('0800'))).toStrictEqual({ type: 'UPDATE' });
    expect(StatusUpdateRecord.decode(hex('0801'))).toStrictEqual({ type: 'ACK' });
  });

  test('a reason that a newer Mesos has added does not lose the status', () => {
    const bytes = hex('0a03 0a0174 1003 5063');
    const status = TaskStatus.decode(bytes);
    expect(status).toStrictEqual({
      taskId: { value: 't' },
      state: 'TASK_FAILED',
      unknownFields: [hex('5063')],
    });
    expect(TaskStatus.encode(status)).toEqual(bytes);
  });

  test('names in mixed case stay as they are', () => {
    const network = NetworkInfo.decode(hex('2a02 0802'));
    expect(network.ipAddresses).toEqual([{ protocol: 'IPv6' }]);
    const json = { ip_addresses: [{ protocol: 'IPv6' }] };
    expect(toProtoJson(NetworkInfo, network)).toEqual(json);
    expect(fromProtoJson(NetworkInfo, json)).toEqual(network);
    const absent = NetworkInfo.decode(hex('2a00'));
    expect(toProtoJson(NetworkInfo, absent)).toEqual({ ip_addresses: [{ protocol: 'IPv4' }] });
  });
});

describe('a container inside containers', () => {
  const nested = (parents: number): ContainerID =>
    Array.from({ length: parents }).reduce<ContainerID>((parent) => ({ value: 'c', parent }), {
      value: 'outermost',
    });

  test('keeps all of them, and what nobody declared at every level', () => {
    const bytes = hex('0a0163 120d 0a0162 1206 0a0161 7a01ff 7801 78ff01');
    const container = ContainerID.decode(bytes);
    expect(container).toStrictEqual({
      value: 'c',
      parent: {
        value: 'b',
        parent: { value: 'a', unknownFields: [hex('7a01ff')] },
        unknownFields: [hex('7801')],
      },
      unknownFields: [hex('78ff01')],
    });
    expect(ContainerID.encode(container)).toEqual(bytes);
  });

  test('100 around each other are accepted', () => {
    const container = nested(100);
    expect(ContainerID.decode(ContainerID.encode(container))).toStrictEqual(container);
    const json = toProtoJson(ContainerID, container);
    expect(fromProtoJson(ContainerID, json)).toStrictEqual(container);
  });
});
