import fc from 'fast-check';
import { EnumKind } from '../src/enum-kind.ts';
import type { Kind } from '../src/kind.ts';
import type { BoundField, MessageLayout } from '../src/message-layout.ts';
import { codecs } from './codecs.ts';

type Message = Readonly<Record<string, unknown>>;

const SAFE = Number.MAX_SAFE_INTEGER;

// Far above the declared numbers; the value spans one, two and eight bytes.
const UNKNOWN_FIELDS = [
  [0xfa, 0x7f, 1, 0xff],
  [0x80, 0x7d, 0x85, 1],
  [0xf9, 0x7f, 1, 2, 3, 4, 5, 6, 7, 8],
];

const unknownFields = fc
  .subarray(UNKNOWN_FIELDS, { minLength: 1 })
  .map((fields) => fields.map((bytes) => new Uint8Array(bytes)));

/** Integers of every size, small ones often, as real positions and proposals are. */
const uint64 = fc.oneof(fc.nat(300), fc.maxSafeNat(), fc.constantFrom(0, 127, 128, 2 ** 32, SAFE));

const text = fc.string({ unit: 'binary', maxLength: 12 });

function valueOf(kind: Kind<unknown>): fc.Arbitrary<unknown> {
  if (kind instanceof EnumKind) return fc.constantFrom(...kind.numbers.keys());
  switch (kind.name) {
    case 'uint64':
      return uint64;
    case 'int64':
      return fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
    case 'uint32':
      return fc.nat(2 ** 32 - 1);
    case 'int32':
      return fc.integer();
    case 'bool':
      return fc.boolean();
    case 'double':
      return fc.double();
    case 'string':
      return text;
    case 'bytes':
      return fc.uint8Array({ maxLength: 20 });
    default: {
      const codec = codecs.get(kind.name);
      if (codec === undefined) throw new Error(`no arbitrary for ${kind.name}`);
      return messageOf(codec.layout);
    }
  }
}

// The generated decoder keeps maps in an object, which sorts keys that look like array indices.
const mapKey = text.map((key) => `k${key}`);

function fieldOf({ kind, label }: BoundField): fc.Arbitrary<unknown> {
  const value = valueOf(kind);
  switch (label) {
    case 'required':
    case 'optional':
      return value;
    case 'repeated':
      return fc.array(value, { maxLength: 2 });
    case 'optionalRepeated':
      return fc.array(value, { minLength: 1, maxLength: 2 });
    case 'map':
      return fc.array(fc.tuple(mapKey, value), { maxLength: 2 }).map((entries) => new Map(entries));
  }
}

const messages = new Map<string, fc.Arbitrary<Message>>();
const SELF_NESTING_MAX = 2;
const beingMade: string[] = [];

/** Any message of a layout; made once, because a registry contains some types many times. */
export function messageOf(layout: MessageLayout): fc.Arbitrary<Message> {
  const { typeName } = layout;
  const known = messages.get(typeName);
  if (known !== undefined) return known;
  const outer = beingMade.filter((other) => other === typeName).length;
  if (outer > SELF_NESTING_MAX) return makeMessageOf(requiredOf(layout.fields));
  beingMade.push(typeName);
  const made = makeMessageOf(layout.fields);
  beingMade.pop();
  if (outer === 0) messages.set(typeName, made);
  return made;
}

/** The fields without which there is no message; they never hold the message's own type. */
function requiredOf(fields: readonly BoundField[]): readonly BoundField[] {
  return fields.filter(({ label }) => label !== 'optional' && label !== 'optionalRepeated');
}

/** Optional fields are present or absent, and sometimes there are unknown ones. */
function makeMessageOf(allowed: readonly BoundField[]): fc.Arbitrary<Message> {
  const withoutOneofs = allowed.filter((field) => field.oneof === undefined);
  const fields = Object.fromEntries(withoutOneofs.map((field) => [field.name, fieldOf(field)]));
  const requiredKeys = requiredOf(withoutOneofs).map(({ name }) => name);
  const oneofs = allowed.filter((field) => field.oneof !== undefined);
  const choice = oneofs.map((field) => fieldOf(field).map((value) => ({ [field.name]: value })));
  return fc
    .tuple(
      fc.record(fields, { requiredKeys }),
      fc.oneof(fc.constant({}), ...choice),
      fc.oneof({ weight: 5, arbitrary: fc.constant({}) }, fc.record({ unknownFields })),
    )
    .map(([declared, chosen, unknown]) => ({ ...declared, ...chosen, ...unknown }));
}
