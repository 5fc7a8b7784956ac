import type { FieldPlace } from './errors.ts';
import type { BoundField, MessageLayout } from './message-layout.ts';
import { LENGTH_DELIMITED, NESTING_DEPTH_MAX } from './wire-cursor.ts';
import type { WireCursor } from './wire-cursor.ts';

const MAP_KEY_TAG = 8 * 1 + LENGTH_DELIMITED;
const MAP_VALUE_NUMBER = 2;
const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Walks over a message up to the cursor's end and throws a DecodeError at the first thing wrong.
 *
 * It runs before the generated decoder, which repairs in silence: it takes the last of two values,
 * drops unknown enum values, replaces bad UTF-8 and rounds large integers. What passes here, the
 * generated decoder reads without loss.
 *
 * @param depth how many messages are around this one
 */
export function checkMessage(layout: MessageLayout, cursor: WireCursor, depth: number): void {
  if (depth > NESTING_DEPTH_MAX) cursor.fail('nesting-too-deep', layout);
  let seen = 0;
  let mapKeys: Set<string> | undefined;
  while (cursor.position < cursor.end) {
    const tag = cursor.tag(layout);
    const field = layout.byNumber.get(tag >>> 3);
    if (field === undefined) {
      cursor.skipUnknown(tag, layout, depth);
      continue;
    }
    if ((tag & 7) !== field.wireType) cursor.fail('wrong-wire-type', field);
    switch (field.label) {
      case 'required':
      case 'optional':
        if ((seen & field.excludedBits) !== 0) cursor.fail('duplicate-field', field);
        seen |= field.bit;
        field.kind.check(cursor, field, depth);
        break;
      case 'repeated':
      case 'optionalRepeated':
        field.kind.check(cursor, field, depth);
        break;
      case 'map':
        mapKeys ??= new Set();
        checkMapEntry(field, cursor, depth, mapKeys);
        break;
    }
  }
  const missing = layout.requiredBits & ~seen;
  if (missing !== 0) cursor.fail('missing-required', firstOf(layout, missing));
}

/** Checks a message behind a length. */
export function checkNested(
  layout: MessageLayout,
  cursor: WireCursor,
  place: FieldPlace,
  depth: number,
): void {
  const outerEnd = cursor.end;
  cursor.end = cursor.lengthEnd(place);
  checkMessage(layout, cursor, depth);
  cursor.end = outerEnd;
}

/** A map entry is a message of key = 1 and value = 2; `keys` holds `<number>:<key>` of the others. */
function checkMapEntry(
  field: BoundField,
  cursor: WireCursor,
  depth: number,
  keys: Set<string>,
): void {
  const outerEnd = cursor.end;
  cursor.end = cursor.lengthEnd(field);
  const valueTag = 8 * MAP_VALUE_NUMBER + field.kind.wireType;
  let key: string | undefined;
  let hasValue = false;
  while (cursor.position < cursor.end) {
    const tag = cursor.tag(field);
    if (tag === MAP_KEY_TAG) {
      if (key !== undefined) cursor.fail('duplicate-field', field);
      const start = cursor.string(field);
      key = UTF8.decode(cursor.bytes.subarray(start, cursor.position));
    } else if (tag === valueTag) {
      if (hasValue) cursor.fail('duplicate-field', field);
      hasValue = true;
      field.kind.check(cursor, field, depth + 1);
    } else {
      // The generated decoder has no place for unknown fields of an entry: they would be lost.
      cursor.fail(tag >>> 3 <= MAP_VALUE_NUMBER ? 'wrong-wire-type' : 'invalid-tag', field);
    }
  }
  cursor.end = outerEnd;
  // Every known writer sends both; a missing one would have to be made up.
  if (key === undefined || !hasValue) cursor.fail('missing-required', field);
  const unique = `${field.number}:${key}`;
  if (keys.has(unique)) cursor.fail('duplicate-field', field);
  keys.add(unique);
}

function firstOf(layout: MessageLayout, bits: number): BoundField | MessageLayout {
  return layout.fields.find((field) => (field.bit & bits) !== 0) ?? layout;
}
