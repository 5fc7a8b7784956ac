import { EncodeError, describe } from './errors.ts';
import type { FieldPlace } from './errors.ts';
import type { BoundField, MessageLayout } from './message-layout.ts';
import { string } from './scalar-kinds.ts';
import { NESTING_DEPTH_MAX, WireCursor } from './wire-cursor.ts';

/** A message of any type, looked at field by field. */
export interface Shape {
  readonly [name: string]: unknown;
}

interface GeneratedMessage extends Shape {
  readonly $unknowns?: readonly Uint8Array[];
}

/**
 * Turns a generated message that `checkMessage` has accepted into ours: absent fields absent, bytes
 * copied. Only names of the layout become properties, whatever the bytes say.
 */
export function fromGenerated(layout: MessageLayout, raw: GeneratedMessage): Shape {
  const out: Record<string, unknown> = {};
  for (const field of layout.fields) {
    const { name } = field;
    switch (field.label) {
      case 'required':
      case 'optional':
        // Defaults sit on the prototype: only an own property was on the wire.
        if (Object.hasOwn(raw, name)) out[name] = field.kind.fromGenerated(raw[name]);
        break;
      case 'repeated':
        out[name] = manyFromGenerated(field, raw);
        break;
      case 'optionalRepeated': {
        const values = manyFromGenerated(field, raw);
        if (values.length > 0) out[name] = values;
        break;
      }
      case 'map':
        out[name] = mapFromGenerated(field, raw);
        break;
    }
  }
  const { $unknowns } = raw;
  if ($unknowns !== undefined) {
    out['unknownFields'] = $unknowns.map((bytes) => new Uint8Array(bytes));
  }
  return out;
}

function manyFromGenerated(field: BoundField, raw: Shape): unknown[] {
  return (raw[field.name] as readonly unknown[]).map((value) => field.kind.fromGenerated(value));
}

function mapFromGenerated(field: BoundField, raw: Shape): ReadonlyMap<string, unknown> {
  const entries = Object.entries(raw[field.name] as Shape);
  return new Map(entries.map(([key, value]) => [key, field.kind.fromGenerated(value)]));
}

/**
 * Checks a message and turns it into what the generated encoder takes, or throws an EncodeError.
 *
 * @param depth how many messages are around this one; limited as in decoding, so that a message that
 *   contains itself is an error and not an endless loop
 */
export function toGenerated(
  layout: MessageLayout,
  message: unknown,
  place: FieldPlace,
  depth: number,
): Shape {
  if (depth > NESTING_DEPTH_MAX) {
    throw new EncodeError('nesting-too-deep', place, 'messages are nested too deeply');
  }
  if (typeof message !== 'object' || message === null || Array.isArray(message)) {
    const detail = `expected a ${layout.typeName}, got ${describe(message)}`;
    throw new EncodeError('wrong-type', place, detail);
  }
  const shape = message as Shape;
  const out: Record<string, unknown> = {};
  let present = 0;
  for (const field of layout.fields) {
    const value = shape[field.name];
    if (value !== undefined) {
      if ((present & field.excludedBits) !== 0) {
        throw new EncodeError('oneof-conflict', field, `another field of ${field.oneof} is set`);
      }
      present |= field.bit;
      out[field.name] = valueToGenerated(field, value, depth);
    } else if (field.label === 'required') {
      throw new EncodeError('missing-required', field, 'a required field is missing');
    }
  }
  const unknownFields = shape['unknownFields'];
  if (unknownFields !== undefined) {
    out['$unknowns'] = checkUnknownFields(layout, unknownFields, depth);
  }
  return out;
}

function valueToGenerated(field: BoundField, value: unknown, depth: number): unknown {
  switch (field.label) {
    case 'required':
    case 'optional':
      return field.kind.toGenerated(value, field, depth);
    case 'repeated':
    case 'optionalRepeated':
      if (!Array.isArray(value)) return failType(field, 'an array', value);
      return value.map((element) => field.kind.toGenerated(element, field, depth));
    case 'map':
      if (!(value instanceof Map)) return failType(field, 'a Map', value);
      // An entry is a message around its value.
      return mapToGenerated(field, value, depth + 1);
  }
}

function mapToGenerated(
  field: BoundField,
  value: ReadonlyMap<unknown, unknown>,
  depth: number,
): Shape {
  // Without a prototype, because a key may be '__proto__'.
  const out = Object.create(null) as Record<string, unknown>;
  for (const [key, element] of value) {
    string.toGenerated(key, field, depth);
    out[key as string] = field.kind.toGenerated(element, field, depth);
  }
  return out;
}

function failType(field: BoundField, expected: string, got: unknown): never {
  throw new EncodeError('wrong-type', field, `expected ${expected}, got ${describe(got)}`);
}

/** Each element must be one whole field that is not declared, or the message would be malformed. */
function checkUnknownFields(
  layout: MessageLayout,
  value: unknown,
  depth: number,
): readonly Uint8Array[] {
  const place = { typeName: layout.typeName, name: 'unknownFields' };
  if (!Array.isArray(value)) {
    throw new EncodeError('wrong-type', place, `expected an array, got ${describe(value)}`);
  }
  for (const bytes of value as readonly unknown[]) {
    if (!(bytes instanceof Uint8Array) || !isUnknownField(layout, bytes, depth)) {
      const detail = 'expected the wire bytes of one undeclared field, with its tag';
      throw new EncodeError('invalid-unknown-field', place, detail);
    }
  }
  return value as readonly Uint8Array[];
}

function isUnknownField(layout: MessageLayout, bytes: Uint8Array, depth: number): boolean {
  const cursor = new WireCursor(bytes);
  try {
    const tag = cursor.tag(layout);
    const field = layout.byNumber.get(tag >>> 3);
    // A value of an open enum that this version does not know has a declared number.
    if (field !== undefined && field.kind.isOpen !== true) return false;
    cursor.skipUnknown(tag, layout, depth);
    return cursor.position === bytes.length;
  } catch {
    return false;
  }
}
