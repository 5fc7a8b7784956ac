// Everything a lenient parser would repair in silence is refused, by name.
import { describe, expect, test } from '@jest/globals';
import {
  Action,
  ContainerID,
  CsiVolumeCapability,
  DecodeError,
  DrainInfo,
  LearnedMessage,
  LogRecord,
  MasterInfo,
  Metadata,
  OperationStatus,
  PromiseRequest,
  QuotaConfig,
  RecoverRequest,
  Resource,
  SlaveID,
  StatusUpdate,
  StatusUpdateRecord,
  TaskStatus,
  TimeInfo,
  UpdateOperationStatusRecord,
  WriteRequest,
  WriteResponse,
} from '../src/index.ts';
import type { DecodeErrorReason, MessageCodec } from '../src/index.ts';
import { hex, toHex } from './bytes.ts';

type AnyCodec = Pick<MessageCodec<unknown>, 'check' | 'decode' | 'typeName'>;

function decodeError(codec: AnyCodec, bytes: Uint8Array): DecodeError {
  const error = thrownBy(() => codec.decode(bytes));
  // Whatever cannot be decoded is found without decoding it, too.
  expect(thrownBy(() => codec.check(bytes))).toEqual(error);
  return error;
}

function thrownBy(work: () => unknown): DecodeError {
  try {
    work();
  } catch (error) {
    if (error instanceof DecodeError) return error;
    throw error;
  }
  throw new Error('the bytes were decoded');
}

interface Case {
  readonly name: string;
  readonly codec: AnyCodec;
  readonly bytes: string;
  readonly reason: DecodeErrorReason;
  /** `<type>.<field>` without the package, or only the type. */
  readonly place: string;
}

const MAX_VARINT = 'ffffffffffffffffff01';

const cases: readonly Case[] = [
  {
    name: 'the text that a probe sent to a real replica',
    codec: PromiseRequest,
    bytes: '676172626167652121',
    reason: 'invalid-tag',
    place: 'PromiseRequest',
  },
  {
    name: 'varint cut off',
    codec: PromiseRequest,
    bytes: '0880',
    reason: 'truncated',
    place: 'PromiseRequest.proposal',
  },
  {
    name: 'value missing after its tag',
    codec: PromiseRequest,
    bytes: '0801 10',
    reason: 'truncated',
    place: 'PromiseRequest.position',
  },
  {
    name: 'tag cut off',
    codec: PromiseRequest,
    bytes: '0801 ca',
    reason: 'truncated',
    place: 'PromiseRequest',
  },
  {
    name: 'double cut off',
    codec: Resource,
    bytes: '0a0163 1000 1a05 0900000000',
    reason: 'truncated',
    place: 'Value.Scalar.value',
  },
  {
    name: 'unknown fixed32 cut off',
    codec: PromiseRequest,
    bytes: '0801 7d 0000',
    reason: 'truncated',
    place: 'PromiseRequest',
  },
  {
    name: 'unknown group without end',
    codec: PromiseRequest,
    bytes: '0801 7b 0801',
    reason: 'truncated',
    place: 'PromiseRequest',
  },
  {
    name: 'varint of 11 bytes',
    codec: PromiseRequest,
    bytes: `08 ${'80'.repeat(10)}01`,
    reason: 'varint-too-long',
    place: 'PromiseRequest.proposal',
  },
  {
    name: 'unknown varint of 11 bytes',
    codec: PromiseRequest,
    bytes: `0801 78 ${'80'.repeat(10)}00`,
    reason: 'varint-too-long',
    place: 'PromiseRequest',
  },
  {
    name: 'length of 6 bytes',
    codec: SlaveID,
    bytes: '0a 808080808000',
    reason: 'varint-too-long',
    place: 'SlaveID.value',
  },
  {
    name: 'length of 6 bytes in a hot message',
    codec: LearnedMessage,
    bytes: '0a 848080808000 0801 1002',
    reason: 'varint-too-long',
    place: 'LearnedMessage.action',
  },
  {
    name: 'tag of 6 bytes',
    codec: SlaveID,
    bytes: '8a8080808000 0161',
    reason: 'varint-too-long',
    place: 'SlaveID',
  },
  {
    name: 'length beyond the end',
    codec: SlaveID,
    bytes: '0a05 6162',
    reason: 'length-out-of-range',
    place: 'SlaveID.value',
  },
  {
    name: 'length of 2^32-1',
    codec: SlaveID,
    bytes: '0a ffffffff0f 61',
    reason: 'length-out-of-range',
    place: 'SlaveID.value',
  },
  {
    name: 'nested length beyond its message',
    codec: LearnedMessage,
    bytes: '0a04 0801 3a7f 10',
    reason: 'length-out-of-range',
    place: 'Action.append',
  },
  {
    name: 'unknown length beyond the end',
    codec: PromiseRequest,
    bytes: '0801 7a05 00',
    reason: 'length-out-of-range',
    place: 'PromiseRequest',
  },
  {
    name: 'field number 0',
    codec: PromiseRequest,
    bytes: '0801 0001',
    reason: 'invalid-tag',
    place: 'PromiseRequest',
  },
  {
    name: 'wire type 7',
    codec: PromiseRequest,
    bytes: '0801 7f',
    reason: 'invalid-tag',
    place: 'PromiseRequest',
  },
  {
    name: 'end of a group that never began',
    codec: PromiseRequest,
    bytes: '0801 7c',
    reason: 'invalid-tag',
    place: 'PromiseRequest',
  },
  {
    name: 'group ended by another number',
    codec: PromiseRequest,
    bytes: '0801 7b 6c',
    reason: 'invalid-tag',
    place: 'PromiseRequest',
  },
  {
    name: 'field number beyond 2^29',
    codec: PromiseRequest,
    bytes: '0801 8080808010 00',
    reason: 'invalid-tag',
    place: 'PromiseRequest',
  },
  {
    name: 'integer sent as bytes',
    codec: PromiseRequest,
    bytes: '0a0101',
    reason: 'wrong-wire-type',
    place: 'PromiseRequest.proposal',
  },
  {
    name: 'bytes sent as integer',
    codec: SlaveID,
    bytes: '0801',
    reason: 'wrong-wire-type',
    place: 'SlaveID.value',
  },
  {
    name: 'message sent as fixed64',
    codec: LogRecord,
    bytes: '0802 19 0000000000000000',
    reason: 'wrong-wire-type',
    place: 'Record.action',
  },
  {
    name: 'no bytes for a message with required fields',
    codec: PromiseRequest,
    bytes: '',
    reason: 'missing-required',
    place: 'PromiseRequest.proposal',
  },
  {
    name: 'second required field missing',
    codec: Action,
    bytes: '0801',
    reason: 'missing-required',
    place: 'Action.promised',
  },
  {
    name: 'required field of a nested message missing',
    codec: WriteRequest,
    bytes: '0801 1002 2002 3200',
    reason: 'missing-required',
    place: 'Action.Append.bytes',
  },
  {
    name: 'required field of a map value missing',
    codec: QuotaConfig,
    bytes: '0a0172 1208 0a0463707573 1200',
    reason: 'missing-required',
    place: 'Value.Scalar.value',
  },
  {
    name: 'map entry without a value',
    codec: QuotaConfig,
    bytes: '0a0172 1206 0a0463707573',
    reason: 'missing-required',
    place: 'QuotaConfig.guarantees',
  },
  {
    name: 'map entry without a key',
    codec: QuotaConfig,
    bytes: '0a0172 120b 1209 090000000000000840',
    reason: 'missing-required',
    place: 'QuotaConfig.guarantees',
  },
  {
    name: 'integer twice',
    codec: PromiseRequest,
    bytes: '0801 0802',
    reason: 'duplicate-field',
    place: 'PromiseRequest.proposal',
  },
  {
    name: 'the same integer twice',
    codec: WriteResponse,
    bytes: '0801 1001 1802 2001 2001',
    reason: 'duplicate-field',
    place: 'WriteResponse.type',
  },
  {
    name: 'message twice',
    codec: LogRecord,
    bytes: '0802 1a0408011002 1a0408021002',
    reason: 'duplicate-field',
    place: 'Record.action',
  },
  {
    name: 'map key twice',
    codec: QuotaConfig,
    bytes: `0a0172 ${'120e 0a0161 1209 090000000000000840'.repeat(2)}`,
    reason: 'duplicate-field',
    place: 'QuotaConfig.guarantees',
  },
  {
    name: 'two fields of a oneof',
    codec: CsiVolumeCapability,
    bytes: '0a00 1200 1a020801',
    reason: 'duplicate-field',
    place: 'VolumeCapability.mount',
  },
  {
    name: 'unknown enum value',
    codec: Metadata,
    bytes: '0805 1000',
    reason: 'unknown-enum',
    place: 'Metadata.status',
  },
  {
    name: 'enum value 0 where there is none',
    codec: WriteRequest,
    bytes: '0801 1001 2000',
    reason: 'unknown-enum',
    place: 'WriteRequest.type',
  },
  {
    name: 'unknown value of an optional enum in a hot message',
    codec: LearnedMessage,
    bytes: '0a08 0801 1002 1802 2805',
    reason: 'unknown-enum',
    place: 'Action.type',
  },
  {
    name: 'negative enum value',
    codec: Metadata,
    bytes: `08${MAX_VARINT} 1000`,
    reason: 'unknown-enum',
    place: 'Metadata.status',
  },
  {
    name: 'enum value that a cut to 32 bits would make valid',
    codec: Metadata,
    bytes: '088180808010 1000',
    reason: 'unknown-enum',
    place: 'Metadata.status',
  },
  {
    name: 'unknown value of a required enum that may grow',
    codec: DrainInfo,
    bytes: '0863 1200',
    reason: 'unknown-enum',
    place: 'DrainInfo.state',
  },
  {
    name: 'byte FF in a string',
    codec: SlaveID,
    bytes: '0a0161'.replace('61', 'ff'),
    reason: 'invalid-utf8',
    place: 'SlaveID.value',
  },
  {
    name: 'cut sequence in a string',
    codec: SlaveID,
    bytes: '0a02 61c3',
    reason: 'invalid-utf8',
    place: 'SlaveID.value',
  },
  {
    name: 'surrogate in a string',
    codec: SlaveID,
    bytes: '0a03 eda080',
    reason: 'invalid-utf8',
    place: 'SlaveID.value',
  },
  {
    name: 'overlong NUL in a string',
    codec: SlaveID,
    bytes: '0a02 c080',
    reason: 'invalid-utf8',
    place: 'SlaveID.value',
  },
  {
    name: 'uint64 of 2^53',
    codec: PromiseRequest,
    bytes: '08 8080808080808010',
    reason: 'integer-out-of-range',
    place: 'PromiseRequest.proposal',
  },
  {
    name: 'uint64 of 2^64-1',
    codec: PromiseRequest,
    bytes: `08${MAX_VARINT}`,
    reason: 'integer-out-of-range',
    place: 'PromiseRequest.proposal',
  },
  {
    name: 'varint beyond 64 bits',
    codec: TimeInfo,
    bytes: '08 ffffffffffffffffff02',
    reason: 'integer-out-of-range',
    place: 'TimeInfo.nanoseconds',
  },
  {
    name: 'uint32 of 2^32',
    codec: MasterInfo,
    bytes: '0a0161 10 8080808010',
    reason: 'integer-out-of-range',
    place: 'MasterInfo.ip',
  },
  {
    name: 'groups 101 deep',
    codec: PromiseRequest,
    bytes: `0801 ${'7b'.repeat(101)}${'7c'.repeat(101)}`,
    reason: 'nesting-too-deep',
    place: 'PromiseRequest',
  },
  {
    name: 'containers 101 deep',
    codec: ContainerID,
    bytes: containers(101),
    reason: 'nesting-too-deep',
    place: 'ContainerID',
  },
  {
    name: 'a record of an operation that is neither update nor acknowledgement',
    codec: UpdateOperationStatusRecord,
    bytes: '0807',
    reason: 'unknown-enum',
    place: 'UpdateOperationStatusRecord.type',
  },
  {
    name: 'the same of a task',
    codec: StatusUpdateRecord,
    bytes: '0802',
    reason: 'unknown-enum',
    place: 'StatusUpdateRecord.type',
  },
  {
    name: 'an empty record of an operation',
    codec: UpdateOperationStatusRecord,
    bytes: '',
    reason: 'missing-required',
    place: 'UpdateOperationStatusRecord.type',
  },
  {
    name: 'an empty record of a task',
    codec: StatusUpdateRecord,
    bytes: '',
    reason: 'missing-required',
    place: 'StatusUpdateRecord.type',
  },
  {
    name: 'a record of 0xff',
    codec: UpdateOperationStatusRecord,
    bytes: 'ffffffffff',
    reason: 'truncated',
    place: 'UpdateOperationStatusRecord',
  },
  {
    name: 'the UUID of an acknowledged operation as bytes, without its message',
    codec: UpdateOperationStatusRecord,
    bytes: '0801 1a04 61616161',
    reason: 'truncated',
    place: 'UUID',
  },
  {
    name: 'an operation in a state that nobody knows',
    codec: OperationStatus,
    bytes: '100a',
    reason: 'unknown-enum',
    place: 'OperationStatus.state',
  },
  {
    name: 'a task in a state that nobody knows',
    codec: TaskStatus,
    bytes: '0a03 0a0174 100e',
    reason: 'unknown-enum',
    place: 'TaskStatus.state',
  },
  {
    name: 'the same as the newest state of a status update',
    codec: StatusUpdate,
    bytes: '0a03 0a0166 2207 0a030a01741001 29000000000000f03f 380e',
    reason: 'unknown-enum',
    place: 'StatusUpdate.latestState',
  },
  {
    name: 'a status update without its time',
    codec: StatusUpdate,
    bytes: '0a03 0a0166 2207 0a030a01741001',
    reason: 'missing-required',
    place: 'StatusUpdate.timestamp',
  },
];

/** A container with so many around it. */
function containers(count: number): string {
  let bytes = '0a00';
  for (let index = 0; index < count; index++)
    bytes = `0a00 12${varint(hex(bytes).length)} ${bytes}`;
  return bytes;
}

function varint(value: number): string {
  const bytes = value < 128 ? [value] : [(value & 127) | 128, value >> 7];
  return toHex(Uint8Array.from(bytes));
}

describe('malformed bytes', () => {
  test.each(cases)('$reason: $name', ({ codec, bytes, reason, place }) => {
    const error = decodeError(codec, hex(bytes));
    expect(error.code).toBe('MESSAGE_MALFORMED');
    expect(error.reason).toBe(reason);
    const where = [error.typeName, error.fieldName].filter((part) => part !== undefined).join('.');
    expect(`.${where}`.endsWith(`.${place}`)).toBe(true);
    expect(error.message).toContain(where);
    expect(error.message).toContain(reason);
    expect(error.offset).toBeLessThanOrEqual(hex(bytes).length);
  });

  test('something else than bytes', () => {
    for (const value of [undefined, null, 'abc', [8, 1], {}, new ArrayBuffer(2)]) {
      const error = decodeError(PromiseRequest, value as Uint8Array);
      expect(error).toMatchObject({ code: 'MESSAGE_MALFORMED', reason: 'not-bytes' });
    }
  });

  test('every proper prefix of a message', () => {
    const bytes = hex('0a11080210011801200128023a050a0374776f');
    expect(LearnedMessage.decode(bytes).action.position).toBe(2);
    for (let length = 0; length < bytes.length; length++) {
      expect(() => LearnedMessage.decode(bytes.subarray(0, length))).toThrow(DecodeError);
    }
  });

  test('groups 100 deep are accepted', () => {
    const bytes = hex(`0801 ${'7b'.repeat(100)}${'7c'.repeat(100)}`);
    expect(PromiseRequest.decode(bytes).unknownFields).toHaveLength(1);
  });
});

describe('integers at their limits', () => {
  test('2^53-1 is the largest position', () => {
    const bytes = hex('0801 10 ffffffffffffff0f');
    expect(PromiseRequest.decode(bytes).position).toBe(Number.MAX_SAFE_INTEGER);
    expect(PromiseRequest.encode(PromiseRequest.decode(bytes))).toEqual(bytes);
  });

  test('nanoseconds reach from -2^63 to 2^63-1', () => {
    for (const nanoseconds of [-(2n ** 63n), -1n, 0n, 2n ** 53n + 1n, 2n ** 63n - 1n]) {
      expect(TimeInfo.decode(TimeInfo.encode({ nanoseconds }))).toEqual({ nanoseconds });
    }
  });

  test('a padded varint is legal', () => {
    expect(PromiseRequest.decode(hex('08 8100'))).toEqual({ proposal: 1 });
    expect(WriteResponse.decode(hex('0801 10 8100 1800'))).toEqual({
      okay: true,
      proposal: 1,
      position: 0,
    });
  });
});

describe('what decoding does to the outside', () => {
  test('a message shares no memory with the bytes', () => {
    const bytes = hex('0801 1002 2002 3207 0a05 68656c6c6f 7a0161');
    const message = WriteRequest.decode(bytes);
    const everyday = WriteRequest.decode(bytes.subarray(0, 15));
    bytes.fill(0);
    expect(message.append?.bytes).toEqual(hex('68656c6c6f'));
    expect(message.unknownFields).toEqual([hex('7a0161')]);
    expect(everyday.append?.bytes).toEqual(hex('68656c6c6f'));
  });

  test('a Buffer gives plain Uint8Arrays, copied', () => {
    const buffer = Buffer.from(hex('0801 1002 2002 3207 0a05 68656c6c6f 7a0161'));
    const message = WriteRequest.decode(buffer);
    buffer.fill(0);
    expect(message.append?.bytes).toStrictEqual(hex('68656c6c6f'));
    expect(message.unknownFields).toStrictEqual([hex('7a0161')]);
  });

  test('shared memory is decoded too', () => {
    const shared = new Uint8Array(new SharedArrayBuffer(5));
    shared.set(hex('0a03 c3a961'));
    expect(SlaveID.decode(shared)).toEqual({ value: 'éa' });
  });

  test('names from the wire become map keys and nothing else', () => {
    const scalar = '1209 090000000000000840';
    const key = (name: string): string => {
      const bytes = Buffer.from(name).toString('hex');
      return `0a${name.length.toString(16).padStart(2, '0')} ${bytes}`;
    };
    const entry = (name: string): string => {
      const body = hex(`${key(name)} ${scalar}`);
      return `12${body.length.toString(16).padStart(2, '0')} ${Buffer.from(body).toString('hex')}`;
    };
    const names = ['__proto__', 'constructor', 'toString'];
    const quota = QuotaConfig.decode(hex(`0a0172 ${names.map(entry).join(' ')}`));
    expect([...quota.guarantees.keys()].sort()).toEqual([...names].sort());
    expect(quota.guarantees.get('__proto__')).toEqual({ value: 3 });
    expect(Object.getPrototypeOf(quota)).toBe(Object.prototype);
    expect(({} as { value?: unknown }).value).toBeUndefined();
    expect(QuotaConfig.decode(QuotaConfig.encode(quota))).toEqual(quota);
  });

  test('a message of only unknown fields has no declared one', () => {
    expect(Object.keys(RecoverRequest.decode(hex('1801')))).toEqual(['unknownFields']);
  });
});
