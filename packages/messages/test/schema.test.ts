// The field tables in src/ and the .proto files in proto/ say the same.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import protobuf from 'protobufjs';
import { EnumKind, protoNameOf } from '../src/enum-kind.ts';
import type { BoundField } from '../src/message-layout.ts';
import { codecOf, codecs } from './codecs.ts';

const protoDir = join(__dirname, '..', '..', '..', 'proto');

function loadProtos(): protobuf.Root {
  const root = new protobuf.Root();
  root.resolvePath = (_, target) => join(protoDir, target);
  const files = readdirSync(protoDir, { recursive: true, encoding: 'utf8' });
  return root.loadSync(
    files.filter((name) => name.endsWith('.proto')),
    { keepCase: true },
  );
}

function typesOf(namespace: protobuf.NamespaceBase): readonly protobuf.Type[] {
  return namespace.nestedArray.flatMap((nested) => [
    ...(nested instanceof protobuf.Type ? [nested] : []),
    ...(nested instanceof protobuf.Namespace ? typesOf(nested) : []),
  ]);
}

const types = typesOf(loadProtos().resolveAll());
const nameOf = (type: protobuf.ReflectionObject): string => type.fullName.slice(1);

/** A field of a .proto file in the words of the field tables. */
function declared(field: protobuf.Field): object {
  const type = field.resolvedType;
  return {
    name: field.name,
    label: field.map
      ? 'map'
      : field.repeated
        ? 'repeated'
        : field.required
          ? 'required'
          : 'optional',
    kind: type instanceof protobuf.Enum ? 'enum' : type === null ? field.type : nameOf(type),
    numbers:
      type instanceof protobuf.Enum
        ? Object.fromEntries(Object.entries(type.values).sort(([a], [b]) => (a < b ? -1 : 1)))
        : undefined,
    oneof: field.partOf?.name,
    jsonDefault:
      field.required || field.options?.['deprecated'] === true ? undefined : defaultOf(field),
  };
}

function defaultOf(field: protobuf.Field): unknown {
  return field.options?.['default'];
}

/** A field of a field table in the same words. */
function bound(field: BoundField): object {
  const { kind, label } = field;
  const numbers = kind instanceof EnumKind ? [...kind.numbers] : [];
  return {
    name: field.protoName,
    label: label === 'optionalRepeated' ? 'repeated' : label,
    kind: kind.name,
    numbers:
      kind instanceof EnumKind
        ? Object.fromEntries(
            numbers
              .map(([literal, number]) => [protoNameOf(literal), number] as const)
              .sort(([a], [b]) => (a < b ? -1 : 1)),
          )
        : undefined,
    oneof: field.oneof?.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    jsonDefault: field.jsonDefault,
  };
}

describe('field tables', () => {
  test('there is one for every message of the .proto files', () => {
    expect([...codecs.keys()].sort()).toEqual(types.map(nameOf).sort());
    expect(types.length).toBeGreaterThan(130);
  });

  test.each(types.map((type) => [nameOf(type), type] as const))('%s', (name, type) => {
    const fields = type.fieldsArray.slice().sort((a, b) => a.id - b.id);
    const { layout } = codecOf(name);
    expect(layout.fields.map((field) => field.number)).toEqual(fields.map((field) => field.id));
    expect(layout.fields.map(bound)).toEqual(fields.map(declared));
  });

  test('only our own fields have numbers of 1000 and up', () => {
    const ours = new Set(
      types.flatMap((type) => type.fieldsArray.filter((f) => f.id >= 1000)).map((f) => f.name),
    );
    expect([...ours].sort()).toEqual([
      'cluster_id',
      'incarnation',
      'known',
      'member_of',
      'members',
      'promised',
      'quorum',
      'replica_id',
      'reserve',
      'reserve_by',
      'start_counter',
      'start_token',
    ]);
  });
});
