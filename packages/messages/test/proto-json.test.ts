import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  ContainerID,
  Entry,
  LogRecord,
  MasterCapability,
  ProtoJsonError,
  QuotaConfig,
  Registry,
  Resource,
  SlaveInfo,
  TimeInfo,
  formatProtoJson,
  fromProtoJson,
  toProtoJson,
} from '../src/index.ts';
import { hex } from './bytes.ts';

const registryBytes = new Uint8Array(
  readFileSync(join(__dirname, 'fixtures', 'registry', 'registry.bin')),
);
const registry = Registry.decode(registryBytes);

function jsonError(call: () => unknown): ProtoJsonError {
  try {
    call();
  } catch (error) {
    if (error instanceof ProtoJsonError) return error;
    throw error;
  }
  throw new Error('the JSON was accepted');
}

describe('the registry as the HTTP endpoint shows it', () => {
  test('proto names, enums by name, defaults of absent fields, nothing for what is empty', () => {
    const json = toProtoJson(Registry, registry);
    expect(json).toMatchObject({
      slaves: {
        slaves: [
          {
            deactivated: false,
            info: {
              attributes: [{ name: 'rack', text: { value: 'r1' }, type: 'TEXT' }],
              checkpoint: true,
              hostname: 'agent-0.example',
              id: { value: 'master-0001-S0' },
              port: 5051,
            },
          },
          { info: { checkpoint: false, hostname: 'agent-1.example', port: 5051 } },
        ],
      },
      machines: { machines: [{ info: { mode: 'DRAINING' } }] },
      minimum_capabilities: [{ capability: 'AGENT_DRAINING' }],
    });
    expect(Object.keys(json as object)).toEqual([
      'gone',
      'machines',
      'master',
      'minimum_capabilities',
      'schedules',
      'slaves',
      'unreachable',
      'weights',
    ]);
    // Upstream leaves out the default of a deprecated field.
    expect(JSON.stringify(json)).not.toContain('"role":"*"');
  });

  test('reads back to the same registry but for the defaults', () => {
    const again = fromProtoJson(Registry, JSON.parse(formatProtoJson(Registry, registry)));
    expect(toProtoJson(Registry, again)).toEqual(toProtoJson(Registry, registry));
    expect(again.unreachable).toEqual({
      slaves: [
        {
          id: { value: 'master-0001-S2' },
          timestamp: { nanoseconds: 1700000000000000000n },
          deactivated: false,
        },
      ],
    });
  });

  test('as text keeps all digits of nanoseconds', () => {
    const time = { nanoseconds: 1700000000123456789n };
    expect(formatProtoJson(TimeInfo, time)).toBe('{"nanoseconds":1700000000123456789}');
    expect(toProtoJson(TimeInfo, time)).toEqual({ nanoseconds: 1700000000123456800 });
  });

  test('as text is what JSON.stringify would write', () => {
    const json = toProtoJson(Registry, registry);
    expect(formatProtoJson(Registry, registry)).toBe(JSON.stringify(json));
    expect(formatProtoJson(Registry, registry, 2)).toBe(JSON.stringify(json, null, 2));
    expect(formatProtoJson(Registry, Registry.decode(new Uint8Array()), 2)).toBe('{}');
  });
});

describe('values in JSON', () => {
  test('bytes are base64', () => {
    const entry = { name: 'a', uuid: hex('00ff10'), value: new Uint8Array() };
    const json = { name: 'a', uuid: 'AP8Q', value: '' };
    expect(toProtoJson(Entry, entry)).toEqual(json);
    expect(fromProtoJson(Entry, json)).toEqual(entry);
  });

  test('maps are objects, whatever the keys', () => {
    const guarantees = new Map([
      ['__proto__', { value: 1 }],
      ['cpus', { value: 2.5 }],
    ]);
    const quota = { role: 'r', guarantees, limits: new Map() };
    const text = formatProtoJson(QuotaConfig, quota);
    expect(text).toBe('{"guarantees":{"__proto__":{"value":1},"cpus":{"value":2.5}},"role":"r"}');
    expect(fromProtoJson(QuotaConfig, JSON.parse(text))).toEqual(quota);
  });

  test('enums of the log have the names of the proto too', () => {
    const record = LogRecord.decode(hex('0803220408011000'));
    const json = { metadata: { promised: 0, status: 'VOTING' }, type: 'METADATA' };
    expect(toProtoJson(LogRecord, record)).toEqual(json);
    expect(fromProtoJson(LogRecord, json)).toEqual(record);
  });

  test('NaN and the infinities have no JSON form', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
      const resource = {
        name: 'cpus',
        type: 'SCALAR',
        scalar: { value },
        reservations: [],
      } as const;
      expect(jsonError(() => toProtoJson(Resource, resource)).path).toBe('$.scalar.value');
      expect(jsonError(() => formatProtoJson(Resource, resource)).path).toBe('$.scalar.value');
    }
  });

  test('unknown fields are left out', () => {
    expect(toProtoJson(MasterCapability, MasterCapability.decode(hex('0863')))).toEqual({});
  });
});

describe('reading JSON is strict', () => {
  const agent = (info: object): object => ({ slaves: { slaves: [{ info }] } });
  test.each([
    ['a number', 1, '$', 'expected an object'],
    ['null', null, '$', 'expected an object'],
    ['an unknown key', { slave: {} }, '$.slave', 'mesos.internal.Registry has no such field'],
    ['a name in camelCase', { minimumCapabilities: [] }, '$.minimumCapabilities', 'no such field'],
    [
      'an unknown key deep inside',
      agent({ hostname: 'h', x: 1 }),
      '$.slaves.slaves[0].info.x',
      'mesos.SlaveInfo has no such field',
    ],
    ['a __proto__ key', JSON.parse('{"__proto__":{"polluted":1}}'), '$.__proto__', 'no such field'],
    [
      'a constructor key',
      agent({ hostname: 'h', constructor: 1 }),
      '$.slaves.slaves[0].info.constructor',
      'no such field',
    ],
    [
      'a missing required field',
      agent({}),
      '$.slaves.slaves[0].info.hostname',
      'required field is missing',
    ],
    ['null for a field', { slaves: null }, '$.slaves', 'expected an object, got null'],
    ['an object for an array', { slaves: { slaves: {} } }, '$.slaves.slaves', 'expected an array'],
    [
      'a string for a number',
      agent({ hostname: 'h', port: '1' }),
      '$.slaves.slaves[0].info.port',
      'expected an integer',
    ],
    [
      'a fraction',
      agent({ hostname: 'h', port: 1.5 }),
      '$.slaves.slaves[0].info.port',
      'expected an integer',
    ],
    [
      'a number for a string',
      agent({ hostname: 1 }),
      '$.slaves.slaves[0].info.hostname',
      'expected a string',
    ],
    [
      'a lone surrogate',
      agent({ hostname: '\ud800' }),
      '$.slaves.slaves[0].info.hostname',
      'without lone surrogates',
    ],
    [
      'a number for a flag',
      { slaves: { slaves: [{ info: { hostname: 'h' }, deactivated: 0 }] } },
      '$.slaves.slaves[0].deactivated',
      'true or false',
    ],
    [
      'an unknown enum name',
      { machines: { machines: [{ info: { id: {}, mode: 'up' } }] } },
      '$.machines.machines[0].info.mode',
      'one of UP, DRAINING, DOWN',
    ],
    [
      'an enum number',
      { machines: { machines: [{ info: { id: {}, mode: 1 } }] } },
      '$.machines.machines[0].info.mode',
      'one of UP, DRAINING, DOWN',
    ],
    [
      'nanoseconds as text',
      { gone: { slaves: [{ id: { value: 'a' }, timestamp: { nanoseconds: '1' } }] } },
      '$.gone.slaves[0].timestamp.nanoseconds',
      'expected an integer',
    ],
    [
      'nanoseconds beyond 2^63',
      { gone: { slaves: [{ id: { value: 'a' }, timestamp: { nanoseconds: 1e19 } }] } },
      '$.gone.slaves[0].timestamp.nanoseconds',
      'expected an integer',
    ],
    [
      'a wrong map value',
      { quota_configs: [{ role: 'r', limits: { cpus: 1 } }] },
      '$.quota_configs[0].limits.cpus',
      'expected an object',
    ],
  ])('%s', (_, json, path, detail) => {
    const error = jsonError(() => fromProtoJson(Registry, json));
    expect(error.code).toBe('MESSAGE_JSON_INVALID');
    expect(error.path).toBe(path);
    expect(error.message).toContain(path);
    expect(error.message).toContain(detail);
  });

  test('containers 101 deep', () => {
    let json: object = { value: 'c' };
    for (let depth = 0; depth < 101; depth++) json = { value: 'c', parent: json };
    const error = jsonError(() => fromProtoJson(ContainerID, json));
    expect(error.path).toBe(`$${'.parent'.repeat(101)}`);
    expect(error.message).toContain('nested too deeply');
  });

  test.each(['A', 'AB=', '====', 'A===', '!!!!', 'AP8Q\n', 'AP-_', 1])(
    '%p is no base64',
    (uuid) => {
      expect(jsonError(() => fromProtoJson(Entry, { name: 'a', uuid, value: '' })).path).toBe(
        '$.uuid',
      );
    },
  );

  test('repeated fields that are left out are empty', () => {
    expect(fromProtoJson(SlaveInfo, { hostname: 'h' })).toStrictEqual({
      hostname: 'h',
      resources: [],
      attributes: [],
    });
  });
});
