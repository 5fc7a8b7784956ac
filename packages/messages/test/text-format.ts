import { protoNameOf } from '../src/enum-kind.ts';
import type { BoundField } from '../src/message-layout.ts';
import { codecOf, codecs } from './codecs.ts';

type Message = Readonly<Record<string, unknown>>;

/** A message in protobuf's text format on one line, as `protoc --decode` prints it. */
export function textFormat(typeName: string, message: Message): string {
  return codecOf(typeName)
    .layout.fields.flatMap((field) => fieldText(field, message[field.name]))
    .join(' ');
}

function fieldText(field: BoundField, value: unknown): readonly string[] {
  if (value === undefined) return [];
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.map((element) => {
    if (codecs.has(field.kind.name)) {
      const body = textFormat(field.kind.name, element as Message);
      return `${field.protoName} {${body === '' ? '' : ` ${body}`} }`;
    }
    return `${field.protoName}: ${scalarText(field.kind.name, element)}`;
  });
}

function scalarText(kind: string, value: unknown): string {
  if (value instanceof Uint8Array) return quote(value);
  if (kind === 'enum') return protoNameOf(String(value));
  return typeof value === 'string' ? quote(new TextEncoder().encode(value)) : String(value);
}

const ESCAPES: ReadonlyMap<number, string> = new Map([
  [10, '\\n'],
  [13, '\\r'],
  [9, '\\t'],
  [34, '\\"'],
  [39, "\\'"],
  [92, '\\\\'],
]);

function quote(bytes: Uint8Array): string {
  const parts = Array.from(bytes, (byte) => {
    const escape = ESCAPES.get(byte);
    if (escape !== undefined) return escape;
    const isPrintable = byte >= 32 && byte < 127;
    return isPrintable ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, '0')}`;
  });
  return `"${parts.join('')}"`;
}
