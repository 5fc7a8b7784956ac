// Any message survives; any bytes give a message or a DecodeError.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DecodeError, type MessageCodec, Registry, Resource } from '../src/index.ts';
import { messageOf } from './arbitrary.ts';
import { toHex } from './bytes.ts';
import { codecs } from './codecs.ts';

type AnyMessage = Readonly<Record<string, unknown>>;
const all = [...codecs].map(([name, codec]) => [name, codec] as const);

/** A message as the decoder sees it first: well-formed at the start, damaged somewhere. */
function damaged(codec: MessageCodec<AnyMessage>): fc.Arbitrary<Uint8Array> {
  const edit = fc.record({ at: fc.double({ min: 0, max: 0.999, noNaN: true }), byte: fc.nat(255) });
  return fc
    .tuple(messageOf(codec.layout), fc.array(edit, { minLength: 1, maxLength: 3 }), fc.nat(3))
    .map(([message, edits, cut]) => {
      const bytes = codec.encode(message);
      for (const { at, byte } of edits) bytes[Math.floor(at * bytes.length)] = byte;
      return bytes.subarray(0, Math.max(0, bytes.length - cut));
    });
}

/** Decodes; returns undefined for a DecodeError and lets every other error fail the test. */
function tryDecode(codec: MessageCodec<AnyMessage>, bytes: Uint8Array): AnyMessage | undefined {
  try {
    return codec.decode(bytes);
  } catch (error) {
    if (error instanceof DecodeError) return undefined;
    throw error;
  }
}

describe('any message', () => {
  test.each(all)('%s: decode undoes encode, and encode undoes that decode', (_, codec) => {
    fc.assert(
      fc.property(messageOf(codec.layout), (message) => {
        const bytes = codec.encode(message);
        const decoded = codec.decode(bytes);
        expect(decoded).toStrictEqual(message);
        expect(toHex(codec.encode(decoded))).toBe(toHex(bytes));
      }),
      { numRuns: 15 },
    );
  });
});

describe('any bytes', () => {
  test.each(all)('%s: damaged messages decode or throw a DecodeError', (_, codec) => {
    fc.assert(
      fc.property(damaged(codec), (bytes) => {
        const message = tryDecode(codec, bytes);
        // What is accepted is kept: encoding it again loses nothing that decoding can see.
        if (message !== undefined) expect(codec.decode(codec.encode(message))).toEqual(message);
      }),
      { numRuns: 30 },
    );
  });

  test('random bytes decode or throw a DecodeError', () => {
    fc.assert(
      fc.property(fc.constantFrom(...codecs.values()), fc.uint8Array(), (codec, bytes) => {
        tryDecode(codec, bytes);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('empty and large messages', () => {
  test('zero bytes are the empty registry', () => {
    const registry = Registry.decode(new Uint8Array());
    expect(registry).toStrictEqual({
      schedules: [],
      quotas: [],
      weights: [],
      minimumCapabilities: [],
      quotaConfigs: [],
    });
    expect(Registry.encode(registry)).toHaveLength(0);
  });

  test('a repeated field that is left out counts as empty', () => {
    const { reservations, ...withoutReservations } = Resource.decode(
      Resource.encode({ name: 'cpus', type: 'SCALAR', scalar: { value: 1 }, reservations: [] }),
    );
    expect(reservations).toEqual([]);
    const bytes = Resource.encode(withoutReservations as Resource);
    expect(Resource.decode(bytes)).toEqual({ ...withoutReservations, reservations: [] });
  });
});
