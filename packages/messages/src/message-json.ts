import { ProtoJsonError, describe } from './errors.ts';
import type { ExactJson } from './json-value.ts';
import type { BoundField, MessageLayout } from './message-layout.ts';
import type { Shape } from './message-shape.ts';
import { NESTING_DEPTH_MAX } from './wire-cursor.ts';

interface JsonObject {
  readonly [key: string]: unknown;
}

/** A message at any level as JSON with exact integers. */
export function nestedToJson(layout: MessageLayout, message: Shape): ExactJson {
  const entries: [string, ExactJson][] = [];
  for (const field of layout.fields) {
    const json = fieldToJson(field, message[field.name]);
    if (json !== undefined) entries.push([field.protoName, json]);
  }
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries);
}

function fieldToJson(field: BoundField, value: unknown): ExactJson | undefined {
  const { kind } = field;
  switch (field.label) {
    case 'required':
      return kind.toJson(value);
    case 'optional': {
      const shown = value ?? field.jsonDefault;
      return shown === undefined ? undefined : kind.toJson(shown);
    }
    case 'repeated':
    case 'optionalRepeated': {
      const values = (value ?? []) as readonly unknown[];
      return values.length === 0 ? undefined : values.map((element) => kind.toJson(element));
    }
    case 'map': {
      const entries = [...((value ?? new Map()) as ReadonlyMap<string, unknown>)];
      if (entries.length === 0) return undefined;
      return Object.fromEntries(entries.map(([key, element]) => [key, kind.toJson(element)]));
    }
  }
}

/** A message at any level from JSON; `depth` counts the messages around it. */
export function nestedFromJson(
  layout: MessageLayout,
  json: unknown,
  path: string,
  depth: number,
): Shape {
  if (depth > NESTING_DEPTH_MAX) throw new ProtoJsonError(path, 'messages are nested too deeply');
  const object = asObject(json, path);
  const out: Record<string, unknown> = {};
  for (const key of Object.keys(object)) {
    if (!layout.fields.some((field) => field.protoName === key)) {
      throw new ProtoJsonError(`${path}.${key}`, `${layout.typeName} has no such field`);
    }
  }
  for (const field of layout.fields) {
    const value = Object.hasOwn(object, field.protoName) ? object[field.protoName] : undefined;
    const read = fieldFromJson(field, value, `${path}.${field.protoName}`, depth);
    if (read !== undefined) out[field.name] = read;
  }
  return out;
}

function fieldFromJson(field: BoundField, json: unknown, path: string, depth: number): unknown {
  const { kind } = field;
  switch (field.label) {
    case 'required':
      if (json === undefined) throw new ProtoJsonError(path, 'a required field is missing');
      return kind.fromJson(json, path, depth);
    case 'optional':
      return json === undefined ? undefined : kind.fromJson(json, path, depth);
    case 'repeated':
      return json === undefined ? [] : manyFromJson(field, json, path, depth);
    case 'optionalRepeated':
      return json === undefined ? undefined : manyFromJson(field, json, path, depth);
    case 'map': {
      const entries = Object.entries(json === undefined ? {} : asObject(json, path));
      return new Map(
        entries.map(([key, value]) => [key, kind.fromJson(value, `${path}.${key}`, depth + 1)]),
      );
    }
  }
}

function manyFromJson(
  field: BoundField,
  json: unknown,
  path: string,
  depth: number,
): readonly unknown[] {
  if (!Array.isArray(json)) {
    throw new ProtoJsonError(path, `expected an array, got ${describe(json)}`);
  }
  return json.map((element, index) => field.kind.fromJson(element, `${path}[${index}]`, depth));
}

function asObject(json: unknown, path: string): JsonObject {
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json as JsonObject;
  throw new ProtoJsonError(path, `expected an object, got ${describe(json)}`);
}
