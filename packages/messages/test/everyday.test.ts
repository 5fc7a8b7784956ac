// The short cuts of the hot messages and the general codec agree, on valid and on damaged bytes.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  DecodeError,
  EncodeError,
  LearnedMessage,
  LogRecord,
  WriteRequest,
  WriteResponse,
} from '../src/index.ts';
import * as shortDecode from '../src/everyday-decode.ts';
import * as shortEncode from '../src/everyday-encode.ts';
import { mesos } from '../src/gen/messages.js';
import { MessageCodec } from '../src/message-codec.ts';
import { messageOf } from './arbitrary.ts';
import { hex, toHex } from './bytes.ts';
import { codecOf } from './codecs.ts';

const { log } = mesos.internal;

const hot = [
  { name: 'Record', codec: LogRecord, generated: log.Record },
  { name: 'LearnedMessage', codec: LearnedMessage, generated: log.LearnedMessage },
  { name: 'WriteRequest', codec: WriteRequest, generated: log.WriteRequest },
  { name: 'WriteResponse', codec: WriteResponse, generated: log.WriteResponse },
].map(({ name, codec, generated }) => ({
  name,
  codec: codecOf(codec.typeName),
  // Without a short cut.
  general: new MessageCodec<Message>(codec.layout, generated),
}));

type Message = Readonly<Record<string, unknown>>;

const NEVER_EVERYDAY = new Set(['known', 'unknownFields', 'promise', 'metadata']);
const LIFE = new Set(['replicaId', 'incarnation']);

/** A message without what the everyday form does not have; only answers say whose they are. */
function everydayOf(message: Message): Message {
  const isAnswer = 'okay' in message;
  const entries = Object.entries(message)
    .filter(([name]) => !NEVER_EVERYDAY.has(name) && (isAnswer || !LIFE.has(name)))
    .map(([name, value]) => [name, isMessage(value) ? everydayOf(value) : value]);
  return Object.fromEntries(entries) as Message;
}

function isMessage(value: unknown): value is Message {
  return typeof value === 'object' && value !== null && !(value instanceof Uint8Array);
}

/** Mostly everyday messages: most others differ in so much that no short cut is tried. */
function mostlyEveryday(codec: MessageCodec<Message>): fc.Arbitrary<Message> {
  const any = messageOf(codec.layout);
  return fc.oneof({ weight: 4, arbitrary: any.map(everydayOf) }, any);
}

/** What a call does, errors included, in a form that can be compared. */
function outcome(call: () => unknown): unknown {
  try {
    return { value: call() };
  } catch (error) {
    if (error instanceof DecodeError || error instanceof EncodeError) return { error: `${error}` };
    throw error;
  }
}

/** Fields of actions and write requests that a caller of JavaScript may get wrong. */
const wrongValue = fc.oneof(
  fc.constantFrom(undefined, null, -1, 0.5, Number.NaN, 2 ** 53, '1', 1n, true, [], {}, 'append'),
  fc.constantFrom(new Uint8Array(), { to: -1 }, { bytes: 'x' }, { tombstone: 1 }, { bytes: null }),
);

describe.each(hot)('$name', ({ codec, general }) => {
  test('valid messages encode to the same bytes and decode to the same values', () => {
    fc.assert(
      fc.property(mostlyEveryday(codec), (message) => {
        const bytes = general.encode(message);
        expect(toHex(codec.encode(message))).toBe(toHex(bytes));
        expect(codec.decode(bytes)).toStrictEqual(general.decode(bytes));
      }),
      { numRuns: 150 },
    );
  });

  test('damaged bytes have the same outcome', () => {
    const edit = fc.record({ at: fc.nat(40), byte: fc.nat(255) });
    fc.assert(
      fc.property(mostlyEveryday(codec), fc.array(edit, { maxLength: 2 }), (message, edits) => {
        const bytes = general.encode(message);
        for (const { at, byte } of edits) bytes[at % Math.max(1, bytes.length)] = byte;
        expect(outcome(() => codec.decode(bytes))).toEqual(outcome(() => general.decode(bytes)));
      }),
      { numRuns: 500 },
    );
  });

  test('wrong values have the same outcome', () => {
    const names = [...codec.layout.fields.map(({ name }) => name), 'unknownFields'];
    fc.assert(
      fc.property(
        mostlyEveryday(codec),
        fc.constantFrom(...names),
        wrongValue,
        (message, name, value) => {
          const wrong = { ...message, [name]: value };
          const bytesOf = (bytes: Uint8Array): string => toHex(bytes);
          expect(outcome(() => bytesOf(codec.encode(wrong)))).toEqual(
            outcome(() => bytesOf(general.encode(wrong))),
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the everyday form takes the short cut', () => {
  const append = { bytes: new Uint8Array(100) };
  const action = { position: 7, promised: 3, performed: 3, learned: true } as const;

  test('an append', () => {
    const request = { proposal: 3, position: 7, type: 'append', append } as const;
    const record = { type: 'action', action: { ...action, type: 'append', append } } as const;
    const message = { action: record.action };
    const response = { okay: true, proposal: 3, position: 7, type: 'accept' } as const;
    expect(shortEncode.encodeWriteRequest(request)).toEqual(WriteRequest.encode(request));
    expect(shortEncode.encodeRecord(record)).toEqual(LogRecord.encode(record));
    expect(shortEncode.encodeLearnedMessage(message)).toEqual(LearnedMessage.encode(message));
    expect(shortEncode.encodeWriteResponse(response)).toEqual(WriteResponse.encode(response));
    expect(shortDecode.decodeWriteRequest(WriteRequest.encode(request))).toEqual(request);
    expect(shortDecode.decodeRecord(LogRecord.encode(record))).toEqual(record);
    expect(shortDecode.decodeLearnedMessage(LearnedMessage.encode(message))).toEqual(message);
    expect(shortDecode.decodeWriteResponse(WriteResponse.encode(response))).toEqual(response);
  });

  test('a nop and a truncation', () => {
    for (const value of [
      { type: 'nop', nop: {} },
      { type: 'nop', nop: { tombstone: true } },
      { type: 'truncate', truncate: { to: 2 ** 40 } },
    ] as const) {
      const record = { type: 'action', action: { ...action, ...value } } as const;
      expect(shortDecode.decodeRecord(LogRecord.encode(record))).toEqual(record);
      expect(shortEncode.encodeRecord(record)).toEqual(LogRecord.encode(record));
    }
  });

  test('an unknown field of a nop that looks like an append stays in the nop', () => {
    const bytes = hex('0a0b 0801 1002 3205 3a030a0178');
    expect(shortDecode.decodeLearnedMessage(bytes)).toBeUndefined();
    const nop = { unknownFields: [hex('3a030a0178')] };
    expect(LearnedMessage.decode(bytes).action).toEqual({ position: 1, promised: 2, nop });
  });

  test('an answer that says who gives it in which life', () => {
    for (const life of [
      { replicaId: 'log-replica(1)@node-1:5050', incarnation: 2 ** 40 },
      { replicaId: 'x'.repeat(127) },
      { replicaId: '', incarnation: 1 },
      { incarnation: 2 },
    ]) {
      const response = { okay: true, proposal: 3, position: 7, type: 'accept', ...life } as const;
      const bytes = WriteResponse.encode(response);
      expect(shortEncode.encodeWriteResponse(response)).toEqual(bytes);
      expect(shortDecode.decodeWriteResponse(bytes)).toEqual(response);
    }
  });

  test('known lives, long or foreign names and unknown fields take the long way', () => {
    const response = { okay: true, proposal: 3, position: 7 } as const;
    for (const extra of [
      { replicaId: 'a', incarnation: 1, known: [{ replicaId: 'b', incarnation: 2 }] },
      { replicaId: 'x'.repeat(128) },
      { replicaId: 'r\u00e9plique' },
    ]) {
      const answer = { ...response, ...extra };
      const bytes = WriteResponse.encode(answer);
      expect(shortEncode.encodeWriteResponse(answer)).toBeUndefined();
      expect(shortDecode.decodeWriteResponse(bytes)).toBeUndefined();
      expect(WriteResponse.decode(bytes)).toEqual(answer);
    }
    expect(shortDecode.decodeWriteResponse(hex('0801 1001 1801 7801'))).toBeUndefined();
  });
});
