import type { FieldPlace } from './errors.ts';
import type { Field } from './field.ts';
import { LENGTH_DELIMITED } from './wire-cursor.ts';

/** A field bound to its message; doubles as the place that errors name. */
export interface BoundField extends Field, FieldPlace {
  /** The property's name. */
  readonly name: string;
  /** The name in the .proto file. */
  readonly protoName: string;
  readonly wireType: number;
  /** This field's bit in sets of fields; messages have at most 31. */
  readonly bit: number;
  /** Bits of the fields that may not be present besides another occurrence of this one. */
  readonly excludedBits: number;
}

/** The declared fields of one message in the forms that checking and converting need. */
export interface MessageLayout {
  readonly typeName: string;
  /** In tag order, which is the order on the wire. */
  readonly fields: readonly BoundField[];
  readonly byNumber: ReadonlyMap<number, BoundField>;
  readonly requiredBits: number;
}

const FIELD_COUNT_MAX = 31;

/** Binds a field table; throws on a table that the wire check could not enforce. */
export function layoutOf(
  typeName: string,
  table: { readonly [name: string]: Field },
): MessageLayout {
  const fields = Object.entries(table).map(([name, field], index) => ({
    ...bindField(typeName, name, field),
    bit: 1 << index,
    excludedBits: bitsOf(table, (other) => other === field || isOfSameOneof(other, field)),
  }));
  const byNumber = new Map(fields.map((field) => [field.number, field]));
  const isAscending = fields.every((field, index) => {
    const before = fields[index - 1];
    return before === undefined || before.number < field.number;
  });
  if (!isAscending || fields.length > FIELD_COUNT_MAX) {
    throw new Error(`${typeName}: fields must be in tag order, at most ${FIELD_COUNT_MAX}`);
  }
  const requiredBits = bitsOf(table, (field) => field.label === 'required');
  return { typeName, fields, byNumber, requiredBits };
}

function bitsOf(table: { readonly [name: string]: Field }, has: (field: Field) => boolean): number {
  return Object.values(table).reduce(
    (bits, field, index) => (has(field) ? bits | (1 << index) : bits),
    0,
  );
}

function isOfSameOneof(field: Field, other: Field): boolean {
  return field.oneof !== undefined && field.oneof === other.oneof;
}

function bindField(
  typeName: string,
  name: string,
  field: Field,
): Omit<BoundField, 'bit' | 'excludedBits'> {
  const isMany = field.label === 'repeated' || field.label === 'optionalRepeated';
  if (isMany && field.kind.wireType !== LENGTH_DELIMITED) {
    throw new Error(`${typeName}.${name}: repeated numbers may be packed, which is not checked`);
  }
  if (field.kind.isOpen === true && field.label !== 'optional') {
    throw new Error(`${typeName}.${name}: only an optional field can lose its value`);
  }
  return {
    ...field,
    typeName,
    name,
    protoName: name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    wireType: field.label === 'map' ? LENGTH_DELIMITED : field.kind.wireType,
  };
}
