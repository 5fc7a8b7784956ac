// Bytes written by the C++ Mesos: decoding gives the documented values, encoding the same bytes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Action, LogRecord, Operation, Registry, toProtoJson } from '../src/index.ts';
import { hex, toHex, utf8 } from './bytes.ts';
import { codecOf } from './codecs.ts';
import logRecords from './fixtures/log-records.json';
import stateOperations from './fixtures/state-operations.json';
import wireMessages from './fixtures/wire-messages.json';
import { textFormat } from './text-format.ts';

const registryBytes = new Uint8Array(
  readFileSync(join(__dirname, 'fixtures', 'registry', 'registry.bin')),
);

describe('records of real log directories', () => {
  test.each(logRecords)('$from: $text', ({ hex: bytes, text }) => {
    const record = LogRecord.decode(hex(bytes));
    expect(textFormat('mesos.internal.log.Record', { ...record })).toBe(text);
    expect(toHex(LogRecord.encode(record))).toBe(bytes);
  });

  test('a promise-only action has exactly the fields that were written', () => {
    expect(LogRecord.decode(hex('08021a0408061002'))).toStrictEqual({
      type: 'action',
      action: { position: 6, promised: 2 },
    });
  });

  test('an append has exactly the fields that were written', () => {
    expect(LogRecord.decode(hex('08021a11080210011801200128023a050a0374776f'))).toStrictEqual({
      type: 'action',
      action: {
        position: 2,
        promised: 1,
        performed: 1,
        learned: true,
        type: 'append',
        append: { bytes: utf8('two') },
      },
    });
  });

  test('an unset optional field stays unset and an explicit zero stays set', () => {
    const absent = Action.decode(hex('0806 1002'));
    expect(Object.hasOwn(absent, 'performed')).toBe(false);
    expect(absent.performed).toBeUndefined();
    const zero = Action.decode(hex('0806 1002 1800 2000'));
    expect(zero).toStrictEqual({ position: 6, promised: 2, performed: 0, learned: false });
    expect(toHex(Action.encode(zero))).toBe('0806100218002000');
  });
});

describe('messages captured between real replicas', () => {
  test.each(wireMessages)('$from: $type $text', ({ type, hex: bytes, text }) => {
    const codec = codecOf(type);
    const message = codec.decode(hex(bytes));
    expect(textFormat(type, message)).toBe(text);
    expect(toHex(codec.encode(message))).toBe(bytes);
  });
});

describe('state operations in real log directories', () => {
  test.each(stateOperations)('$from: $text', ({ recordHex, text }) => {
    const record = LogRecord.decode(hex(recordHex));
    const bytes = record.action?.append?.bytes ?? new Uint8Array();
    const operation = Operation.decode(bytes);
    expect(textFormat('mesos.internal.state.Operation', { ...operation })).toBe(text);
    expect(toHex(Operation.encode(operation))).toBe(toHex(bytes));
  });
});

describe('a registry written by protoc', () => {
  const registry = Registry.decode(registryBytes);

  test('encodes to the same bytes', () => {
    expect(toHex(Registry.encode(registry))).toBe(toHex(registryBytes));
  });

  test('decodes to the values of its text form', () => {
    expect(registry.master?.info).toStrictEqual({
      id: 'master-0001',
      ip: 16777343,
      port: 5050,
      pid: 'master@127.0.0.1:5050',
      hostname: 'master.example',
      version: '1.12.0',
      address: { hostname: 'master.example', ip: '127.0.0.1', port: 5050 },
      capabilities: [],
    });
    expect(registry.slaves?.slaves.map(({ info }) => info)).toStrictEqual([
      {
        hostname: 'agent-0.example',
        resources: [
          { name: 'cpus', type: 'SCALAR', scalar: { value: 8 }, reservations: [] },
          { name: 'mem', type: 'SCALAR', scalar: { value: 16384 }, reservations: [] },
          {
            name: 'ports',
            type: 'RANGES',
            ranges: { range: [{ begin: 31000, end: 32000 }] },
            reservations: [],
          },
        ],
        attributes: [{ name: 'rack', type: 'TEXT', text: { value: 'r1' } }],
        id: { value: 'master-0001-S0' },
        checkpoint: true,
        port: 5051,
      },
      {
        hostname: 'agent-1.example',
        resources: [{ name: 'cpus', type: 'SCALAR', scalar: { value: 0.5 }, reservations: [] }],
        attributes: [],
        id: { value: 'master-0001-S1' },
        port: 5051,
      },
    ]);
    expect(registry.unreachable?.slaves).toStrictEqual([
      { id: { value: 'master-0001-S2' }, timestamp: { nanoseconds: 1700000000000000000n } },
    ]);
    expect(registry.gone?.slaves).toStrictEqual([
      { id: { value: 'master-0001-S3' }, timestamp: { nanoseconds: 1700000001000000000n } },
    ]);
    const unavailability = {
      start: { nanoseconds: 1700000002000000000n },
      duration: { nanoseconds: 3600000000000n },
    };
    const id = { hostname: 'agent-1.example', ip: '10.0.0.1' };
    expect(registry.machines?.machines).toStrictEqual([
      { info: { id, mode: 'DRAINING', unavailability } },
    ]);
    expect(registry.schedules).toStrictEqual([{ windows: [{ machineIds: [id], unavailability }] }]);
    expect(registry.weights).toStrictEqual([{ info: { role: 'prod', weight: 2.5 } }]);
    expect(registry.minimumCapabilities).toStrictEqual([{ capability: 'AGENT_DRAINING' }]);
    expect(registry.quotas).toStrictEqual([]);
    expect(registry.quotaConfigs).toStrictEqual([]);
    expect(registry.resourceProviderRegistry).toBeUndefined();
  });

  test('has no unknown field at any level', () => {
    const text = JSON.stringify(registry, (_, value: unknown) =>
      typeof value === 'bigint' ? value.toString() : value,
    );
    expect(text).not.toContain('unknownFields');
    expect(toProtoJson(Registry, registry)).toMatchObject({ weights: [{ info: { weight: 2.5 } }] });
  });
});
