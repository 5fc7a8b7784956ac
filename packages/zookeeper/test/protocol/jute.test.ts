import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ZooKeeperError } from '../../src/errors.ts';
import { FRAME_BYTES_MAX, cutFrames, frame } from '../../src/protocol/frames.ts';
import { JuteReader, JuteWriter } from '../../src/protocol/jute.ts';

type Field =
  | { readonly type: 'int'; readonly value: number }
  | { readonly type: 'long'; readonly value: bigint }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'buffer'; readonly value: Uint8Array }
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'vector'; readonly value: readonly string[] };

const text = fc.string({ unit: 'binary', maxLength: 40 });
const field: fc.Arbitrary<Field> = fc.oneof(
  fc.record({ type: fc.constant('int' as const), value: fc.integer() }),
  fc.record({
    type: fc.constant('long' as const),
    value: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  }),
  fc.record({ type: fc.constant('bool' as const), value: fc.boolean() }),
  fc.record({ type: fc.constant('buffer' as const), value: fc.uint8Array({ maxLength: 300 }) }),
  fc.record({ type: fc.constant('string' as const), value: text }),
  fc.record({ type: fc.constant('vector' as const), value: fc.array(text) }),
);

function write(fields: readonly Field[]): Uint8Array {
  const writer = new JuteWriter();
  for (const { type, value } of fields) {
    if (type === 'vector') writer.vector(value, (each) => writer.string(each));
    else writer[type](value as never);
  }
  return writer.done();
}

function read(bytes: Uint8Array, types: readonly Field['type'][]): readonly unknown[] {
  const reader = new JuteReader(bytes);
  const values = types.map((type) =>
    type === 'vector' ? reader.vector(() => reader.string()) : reader[type](),
  );
  expect(reader.isAtEnd).toBe(true);
  return values;
}

describe('jute', () => {
  test('what is written is read', () => {
    fc.assert(
      fc.property(fc.array(field), (fields) => {
        const types = fields.map(({ type }) => type);
        expect(read(write(fields), types)).toEqual(fields.map(({ value }) => value));
      }),
    );
  });

  test('bytes that end too early, or are anything else, are refused and never read past', () => {
    const types = fc.array(field).map((fields) => fields.map(({ type }) => type));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), types, (bytes, wanted) => {
        const reader = new JuteReader(bytes);
        try {
          for (const type of wanted) {
            if (type === 'vector') reader.vector(() => reader.string());
            else reader[type]();
          }
        } catch (error) {
          expect(error).toBeInstanceOf(ZooKeeperError);
          expect(error).toMatchObject({ code: 'ZOOKEEPER_PROTOCOL_VIOLATED' });
        }
      }),
    );
  });

  test('a length of -1 stands for none', () => {
    const none = new JuteWriter().int(-1).int(-1).done();
    const reader = new JuteReader(none);
    expect([reader.buffer(), reader.vector(() => reader.int())]).toEqual([new Uint8Array(), []]);
  });

  test('a buffer is a copy, also of a Buffer', () => {
    const bytes = Buffer.from([0, 0, 0, 1, 7]);
    const read = new JuteReader(bytes).buffer();
    bytes.fill(0);
    expect(read).toEqual(Uint8Array.of(7));
  });
});

describe('frames', () => {
  test('however a stream is cut, the same messages come out', () => {
    const messages = fc.array(fc.uint8Array({ maxLength: 50 }), { maxLength: 8 });
    const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 });
    fc.assert(
      fc.property(messages, sizes, (sent, cuts) => {
        const stream = Uint8Array.from(sent.flatMap((message) => [...frame(message)]));
        const received: Uint8Array[] = [];
        let rest: readonly Uint8Array[] = [];
        let offset = 0;
        for (let turn = 0; offset < stream.length; turn++) {
          const end = offset + (cuts[turn % cuts.length] ?? 1);
          const cut = cutFrames(rest, stream.subarray(offset, end));
          received.push(...cut.messages.map((message) => new Uint8Array(message)));
          ({ rest } = cut);
          offset = end;
        }
        expect(received).toEqual(sent);
        expect(rest).toEqual([]);
      }),
    );
  });

  test.each([-1, FRAME_BYTES_MAX + 1])('a length of %d is refused', (length) => {
    const bytes = new JuteWriter().int(length).done();
    expect(() => cutFrames([], bytes)).toThrow(`a frame of ${length} bytes`);
    expect(() => cutFrames([bytes.subarray(0, 2)], bytes.subarray(2))).toThrow(ZooKeeperError);
  });
});
