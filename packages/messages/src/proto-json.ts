import { ProtoJsonError } from './errors.ts';
import type { ExactJson, JsonValue } from './json-value.ts';
import type { MessageCodec } from './message-codec.ts';
import { nestedFromJson, nestedToJson } from './message-json.ts';
import type { Shape } from './message-shape.ts';

/**
 * A message as JSON in the shape of Mesos' HTTP endpoints: proto names in snake_case and sorted,
 * enums by name, bytes in base64, empty repeated fields left out, absent fields left out unless the
 * proto gives them a default. Unknown fields have no JSON form and are left out.
 *
 * A 64-bit integer beyond 2^53 becomes the nearest number; `formatProtoJson` keeps all its digits.
 *
 * @throws ProtoJsonError `MESSAGE_JSON_INVALID` for NaN or an infinity, which JSON cannot express
 */
export function toProtoJson<M>(codec: MessageCodec<M>, message: M): JsonValue {
  return toPlainJson(exactJson(codec, message));
}

/**
 * A message as JSON text: as `toProtoJson`, but 64-bit integers keep all their digits, as upstream
 * writes them.
 *
 * @param indent spaces per level; 0 puts everything on one line
 * @throws ProtoJsonError `MESSAGE_JSON_INVALID` for NaN or an infinity, which JSON cannot express
 */
export function formatProtoJson<M>(codec: MessageCodec<M>, message: M, indent = 0): string {
  return format(exactJson(codec, message), indent, '');
}

/**
 * Reads JSON in the shape that `toProtoJson` writes. Strict: a key that is no field of the message
 * is an error, not ignored.
 *
 * @throws ProtoJsonError `MESSAGE_JSON_INVALID`, naming the path such as `$.slaves.slaves[0].info`
 */
export function fromProtoJson<M>(codec: MessageCodec<M>, json: unknown): M {
  return nestedFromJson(codec.layout, json, '$', 0) as M;
}

function exactJson<M>(codec: MessageCodec<M>, message: M): ExactJson {
  const json = nestedToJson(codec.layout, message as Shape);
  checkFinite(json, '$');
  return json;
}

/** JSON has no NaN and no infinities; `JSON.stringify` would write null for them. */
function checkFinite(json: ExactJson, path: string): void {
  if (typeof json === 'number' && !Number.isFinite(json)) {
    throw new ProtoJsonError(path, `${json} has no JSON form`);
  }
  if (isArray(json)) {
    for (const [index, element] of json.entries()) checkFinite(element, `${path}[${index}]`);
  } else if (typeof json === 'object' && json !== null) {
    for (const [key, value] of Object.entries(json)) checkFinite(value, `${path}.${key}`);
  }
}

function toPlainJson(json: ExactJson): JsonValue {
  if (typeof json === 'bigint') return Number(json);
  if (isArray(json)) return json.map((element) => toPlainJson(element));
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, toPlainJson(value)]));
}

function format(json: ExactJson, indent: number, margin: string): string {
  if (typeof json === 'bigint') return json.toString();
  if (typeof json !== 'object' || json === null) return JSON.stringify(json);
  const inner = margin + ' '.repeat(indent);
  const colon = indent > 0 ? ': ' : ':';
  const [open, close] = isArray(json) ? '[]' : '{}';
  const parts = isArray(json)
    ? json.map((element) => format(element, indent, inner))
    : Object.entries(json).map(
        ([key, value]) => `${JSON.stringify(key)}${colon}${format(value, indent, inner)}`,
      );
  if (parts.length === 0 || indent === 0) return `${open}${parts.join(',')}${close}`;
  return `${open}\n${inner}${parts.join(`,\n${inner}`)}\n${margin}${close}`;
}

function isArray(json: ExactJson): json is readonly ExactJson[] {
  return Array.isArray(json);
}
