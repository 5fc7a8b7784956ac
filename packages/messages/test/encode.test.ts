// What is not a message is refused before a byte is written.
import { describe, expect, test } from '@jest/globals';
import {
  Action,
  ActionAppend,
  ContainerID,
  CsiVolumeCapability,
  EncodeError,
  Label,
  LogRecord,
  MachineID,
  MasterCapability,
  MasterInfo,
  PromiseRequest,
  QuotaConfig,
  Resource,
  SlaveInfo,
  TimeInfo,
  WriteRequest,
} from '../src/index.ts';
import type { EncodeErrorReason } from '../src/index.ts';
import { hex, toHex, utf8 } from './bytes.ts';

interface Encoder {
  readonly typeName: string;
  // Any argument: these calls are those of a caller without types.
  encode(message: never): Uint8Array;
}

function encodeError(codec: Encoder, message: unknown): EncodeError {
  try {
    codec.encode(message as never);
  } catch (error) {
    if (error instanceof EncodeError) return error;
    throw error;
  }
  throw new Error(`${codec.typeName} was encoded`);
}

const request = { proposal: 1, position: 2, type: 'append', append: { bytes: utf8('x') } };
const scalar = { value: 1 };
const detached = new Uint8Array(4);
structuredClone(detached.buffer, { transfer: [detached.buffer] });
const around: { value: string; parent?: unknown } = { value: 'c' };
around.parent = around;

/** An unknown field of groups inside each other. */
function groups(depth: number): Uint8Array {
  return hex(`${'7b'.repeat(depth)}${'7c'.repeat(depth)}`);
}

const cases: readonly (readonly [string, Encoder, unknown, EncodeErrorReason, string])[] = [
  ['null', PromiseRequest, null, 'wrong-type', 'PromiseRequest'],
  ['an array', PromiseRequest, [1], 'wrong-type', 'PromiseRequest'],
  ['a string', PromiseRequest, 'x', 'wrong-type', 'PromiseRequest'],
  ['a missing required field', PromiseRequest, {}, 'missing-required', 'PromiseRequest.proposal'],
  [
    'a nested missing one',
    LogRecord,
    { type: 'action', action: { position: 1 } },
    'missing-required',
    'Action.promised',
  ],
  [
    'a required field of null',
    PromiseRequest,
    { proposal: null },
    'wrong-type',
    'PromiseRequest.proposal',
  ],
  [
    'an optional field of null',
    PromiseRequest,
    { proposal: 1, position: null },
    'wrong-type',
    'PromiseRequest.position',
  ],
  [
    'a bigint for a number',
    PromiseRequest,
    { proposal: 1n },
    'wrong-type',
    'PromiseRequest.proposal',
  ],
  [
    'a string for a number',
    PromiseRequest,
    { proposal: '1' },
    'wrong-type',
    'PromiseRequest.proposal',
  ],
  [
    'a negative position',
    PromiseRequest,
    { proposal: 1, position: -1 },
    'integer-out-of-range',
    'PromiseRequest.position',
  ],
  [
    'a fraction',
    PromiseRequest,
    { proposal: 1.5 },
    'integer-out-of-range',
    'PromiseRequest.proposal',
  ],
  [
    'NaN',
    PromiseRequest,
    { proposal: Number.NaN },
    'integer-out-of-range',
    'PromiseRequest.proposal',
  ],
  [
    '2^53',
    PromiseRequest,
    { proposal: 2 ** 53 },
    'integer-out-of-range',
    'PromiseRequest.proposal',
  ],
  [
    'a uint32 of 2^32',
    MasterInfo,
    { id: 'm', ip: 2 ** 32, port: 1, capabilities: [] },
    'integer-out-of-range',
    'MasterInfo.ip',
  ],
  [
    'an int32 of 2^31',
    SlaveInfo,
    { hostname: 'h', port: 2 ** 31, resources: [], attributes: [] },
    'integer-out-of-range',
    'SlaveInfo.port',
  ],
  ['a number for nanoseconds', TimeInfo, { nanoseconds: 1 }, 'wrong-type', 'TimeInfo.nanoseconds'],
  [
    'nanoseconds of 2^63',
    TimeInfo,
    { nanoseconds: 2n ** 63n },
    'integer-out-of-range',
    'TimeInfo.nanoseconds',
  ],
  [
    'a number for a flag',
    Action,
    { position: 1, promised: 1, learned: 1 },
    'wrong-type',
    'Action.learned',
  ],
  [
    'an unknown literal',
    WriteRequest,
    { ...request, type: 'APPEND' },
    'unknown-enum',
    'WriteRequest.type',
  ],
  [
    'a name of Object.prototype',
    WriteRequest,
    { ...request, type: 'constructor' },
    'unknown-enum',
    'WriteRequest.type',
  ],
  ['an enum number', WriteRequest, { ...request, type: 2 }, 'wrong-type', 'WriteRequest.type'],
  ['a string for bytes', ActionAppend, { bytes: 'x' }, 'wrong-type', 'Action.Append.bytes'],
  [
    'an ArrayBuffer for bytes',
    ActionAppend,
    { bytes: new ArrayBuffer(1) },
    'wrong-type',
    'Action.Append.bytes',
  ],
  ['detached bytes', ActionAppend, { bytes: detached }, 'wrong-type', 'Action.Append.bytes'],
  [
    'detached bytes in an append',
    WriteRequest,
    { ...request, append: { bytes: detached } },
    'wrong-type',
    'Action.Append.bytes',
  ],
  ['a lone surrogate', Label, { key: 'a\ud800' }, 'invalid-utf8', 'Label.key'],
  [
    'a lone surrogate in a map key',
    QuotaConfig,
    { role: 'r', guarantees: new Map([['\udc00', scalar]]), limits: new Map() },
    'invalid-utf8',
    'QuotaConfig.guarantees',
  ],
  ['a number for a string', Label, { key: 1 }, 'wrong-type', 'Label.key'],
  [
    'a string for a double',
    Resource,
    { name: 'cpus', type: 'SCALAR', scalar: { value: '1' } },
    'wrong-type',
    'Value.Scalar.value',
  ],
  [
    'an object for an array',
    SlaveInfo,
    { hostname: 'h', resources: {}, attributes: [] },
    'wrong-type',
    'SlaveInfo.resources',
  ],
  [
    'an undefined element',
    SlaveInfo,
    { hostname: 'h', resources: [undefined], attributes: [] },
    'wrong-type',
    'SlaveInfo.resources',
  ],
  [
    'an object for a Map',
    QuotaConfig,
    { role: 'r', guarantees: {}, limits: new Map() },
    'wrong-type',
    'QuotaConfig.guarantees',
  ],
  [
    'a Map with other keys',
    QuotaConfig,
    { role: 'r', guarantees: new Map([[1, scalar]]), limits: new Map() },
    'wrong-type',
    'QuotaConfig.guarantees',
  ],
  [
    'both of a oneof',
    CsiVolumeCapability,
    { block: {}, mount: { mountFlags: [] }, accessMode: { mode: 'UNKNOWN' } },
    'oneof-conflict',
    'VolumeCapability.mount',
  ],
  ['a message inside itself', ContainerID, around, 'nesting-too-deep', 'ContainerID.parent'],
  [
    'an unknown group inside nested messages that is nested too deeply with them',
    ContainerID,
    { value: 'c', parent: { value: 'd', unknownFields: [groups(100)] } },
    'invalid-unknown-field',
    'ContainerID.unknownFields',
  ],
];

describe('encoding refuses', () => {
  test.each(cases)('%s', (_, codec, message, reason, place) => {
    const error = encodeError(codec, message);
    expect(error.code).toBe('MESSAGE_INVALID');
    expect(error.reason).toBe(reason);
    const where = [error.typeName, error.fieldName].filter((part) => part !== undefined).join('.');
    expect(`.${where}`.endsWith(`.${place}`)).toBe(true);
    expect(error.message).toContain(where);
  });

  test('an unknown field that is none', () => {
    const malformed = ['', '0801', '78', '7801 7801', '7a05 61', '0001', '7b'];
    for (const field of malformed) {
      const error = encodeError(PromiseRequest, { proposal: 1, unknownFields: [hex(field)] });
      expect(error).toMatchObject({ reason: 'invalid-unknown-field', fieldName: 'unknownFields' });
    }
    for (const unknownFields of ['78', [[0x78, 1]], [null]]) {
      expect(encodeError(PromiseRequest, { proposal: 1, unknownFields }).code).toBe(
        'MESSAGE_INVALID',
      );
    }
  });
});

describe('encoding writes', () => {
  test('fields in tag order whatever the order of the properties', () => {
    const message = {
      append: { bytes: utf8('hello') },
      type: 'append',
      position: 1,
      proposal: 1,
    } as const;
    expect(toHex(WriteRequest.encode(message))).toBe('08011001200232070a0568656c6c6f');
  });

  test('a zero that is set and nothing for what is absent', () => {
    expect(toHex(PromiseRequest.encode({ proposal: 0, position: 0 }))).toBe('08001000');
    expect(toHex(PromiseRequest.encode({ proposal: 0 }))).toBe('0800');
    expect(toHex(MachineID.encode({ hostname: '' }))).toBe('0a00');
  });

  test('bytes of their own', () => {
    const first = PromiseRequest.encode({ proposal: 1 });
    const second = PromiseRequest.encode({ proposal: 2 });
    expect(first.buffer.byteLength).toBe(2);
    expect(first.buffer).not.toBe(second.buffer);
  });
});

describe('unknown fields', () => {
  const kinds = [
    '7801',
    '79 0102030405060708',
    '7a 03 616263',
    '7b 0801 7c',
    '7d 01020304',
    'f8ffffff0f 05',
  ];

  test('of every wire type are kept and come back byte for byte', () => {
    const bytes = hex(`0801 ${kinds.join(' ')}`);
    const message = PromiseRequest.decode(bytes);
    expect(message).toStrictEqual({ proposal: 1, unknownFields: kinds.map((kind) => hex(kind)) });
    expect(toHex(PromiseRequest.encode(message))).toBe(toHex(bytes));
  });

  test('between declared fields come back after them', () => {
    const message = PromiseRequest.decode(hex('7801 0801 7a00 1002'));
    expect(toHex(PromiseRequest.encode(message))).toBe('0801100278017a00');
  });

  test('inside nested messages are kept there', () => {
    const bytes = hex('0802 1a0e 0801 1002 7801 3a04 0a0078 01 7a00');
    const record = LogRecord.decode(hex('0802 1a08 0801 1002 7801 7a00'));
    expect(record.action?.unknownFields).toEqual([hex('7801'), hex('7a00')]);
    expect(toHex(LogRecord.encode(record))).toBe('08021a080801100278017a00');
    expect(bytes).toHaveLength(18);
  });

  test('hold the value of an enum that a newer version has added', () => {
    const capability = MasterCapability.decode(hex('0863'));
    expect(capability).toStrictEqual({ unknownFields: [hex('0863')] });
    expect(toHex(MasterCapability.encode(capability))).toBe('0863');
  });
});
