import { describe, expect, test } from '@jest/globals';
import type { QuotaConfig, Registry, SlaveInfo } from '@quorate/messages';
import { Metrics } from '@quorate/process/metrics';
import { expectReady, virtualRuntime } from '@quorate/process/testing';
import { MemoryStorage, State } from '@quorate/state';
import { drainAgent, reactivateAgent } from '../src/drain-operations.ts';
import { stopMaintenance } from '../src/maintenance-operations.ts';
import { missingCapabilities } from '../src/minimum-capabilities.ts';
import { admitAgent, markAgentReachable, readmitAgent } from '../src/operations.ts';
import { updateQuota } from '../src/quota-operations.ts';
import { Registrar } from '../src/registrar.ts';
import { performOperation } from '../src/registry-draft.ts';
import type { RegistryOperation } from '../src/registry-operation.ts';
import {
  admitResourceProvider,
  removeResourceProvider,
} from '../src/resource-provider-operations.ts';
import { updateWeights } from '../src/weight-operations.ts';
import { agent, EMPTY, MASTER, time } from './helpers.ts';

describe('resources of agents', () => {
  const cpus = { name: 'cpus', type: 'SCALAR', scalar: { value: 4 }, reservations: [] } as const;
  const reserved = {
    ...cpus,
    reservations: [{ type: 'DYNAMIC', role: 'prod', principal: 'ops' }],
  } as const;
  const info: SlaveInfo = { ...agent('1'), resources: [cpus, reserved] };
  const inOldFormat = [
    { ...cpus, role: '*' },
    { ...cpus, role: 'prod', reservation: { principal: 'ops' } },
  ];

  test.each([
    ['admit', EMPTY, admitAgent(info)],
    ['mark reachable', EMPTY, markAgentReachable(info)],
    ['mark reachable again', unreachable(), markAgentReachable(info)],
    ['readmit', { ...EMPTY, slaves: { slaves: [{ info: agent('1') }] } }, readmitAgent(info)],
  ])('%s: are kept in the format that an older master reads', (_what, before, operation) => {
    const [slave] = mutatedBy(before, operation).slaves?.slaves ?? [];
    expect(slave?.info.resources).toEqual(inOldFormat);
  });

  test('given in the old format, or stored in the new one, are the same agent', () => {
    const stored: Registry = { ...EMPTY, slaves: { slaves: [{ info }] } };
    const given = readmitAgent({ ...info, resources: inOldFormat });
    expect(performOperation(stored, given).type).toBe('unchanged');
  });

  test('with refined reservations are kept as they are: the old format has none', () => {
    const refined = {
      ...cpus,
      reservations: [
        { type: 'STATIC', role: 'a' },
        { type: 'DYNAMIC', role: 'a/b' },
      ],
    } as const;
    const after = mutatedBy(EMPTY, admitAgent({ ...info, resources: [refined] }));
    expect(after.slaves?.slaves[0]?.info.resources).toEqual([refined]);
  });
});

describe('resource providers', () => {
  test('are admitted once, removed once, and do not come back', () => {
    const provider = { id: { value: 'rp' }, type: 't', name: 'n' };
    const admitted = mutatedBy(EMPTY, admitResourceProvider(provider));
    expect(admitted.resourceProviderRegistry?.resourceProviders).toEqual([provider]);
    expect(outcome(admitted, admitResourceProvider(provider))).toMatch(/already admitted/);
    const removed = mutatedBy(admitted, removeResourceProvider(provider.id));
    expect(removed.resourceProviderRegistry).toEqual({
      resourceProviders: [],
      removedResourceProviders: [provider],
    });
    expect(outcome(removed, removeResourceProvider(provider.id))).toMatch(/not known/);
    expect(outcome(removed, admitResourceProvider(provider))).toMatch(/was removed/);
  });
});

describe('quota', () => {
  test.each<[string, QuotaConfig]>([
    ['no role', quota('')],
    ['a role that goes up', quota('a/..')],
    ['a role with white space', quota('a b')],
    ['a role that looks like an option', quota('-a')],
    ['a negative amount', quota('a', { cpus: -1 })],
    ['no number', quota('a', {}, { cpus: NaN })],
    ['too much', quota('a', {}, { gpus: 1e12 + 1 })],
    ['a guarantee above its limit', quota('a', { cpus: 2 }, { cpus: 1 })],
  ])('%s: is refused', (_what, config) => {
    expect(outcome(EMPTY, updateQuota([config]))).toMatch(/^invalid quota config of role /);
  });

  test('takes the place of one in the deprecated form', () => {
    const before: Registry = {
      ...EMPTY,
      quotas: [{ info: { role: 'a', guarantee: [] } }, { info: { role: 'b', guarantee: [] } }],
    };
    const after = mutatedBy(before, updateQuota([quota('a', { cpus: 1 })]));
    expect(after.quotas.map(({ info }) => info.role)).toEqual(['b']);
  });
});

test('what is as it was is not changed', () => {
  const before = mutatedBy(EMPTY, updateWeights([{ role: 'a', weight: 2 }]));
  for (const operation of [
    updateWeights([]),
    updateWeights([{ role: 'a', weight: 2 }]),
    reactivateAgent({ value: 'unknown' }),
  ]) {
    expect(performOperation(before, operation).type).toBe('unchanged');
  }
  expect(mutatedBy(EMPTY, stopMaintenance([{ hostname: 'h' }]))).toEqual(EMPTY);
});

test('host names of machines are the same in upper and lower case', () => {
  const machines = [{ info: { id: { hostname: 'Host' } } }];
  const before: Registry = { ...EMPTY, machines: { machines } };
  expect(mutatedBy(before, stopMaintenance([{ hostname: 'hOST' }])).machines?.machines).toEqual([]);
});

test('draining again keeps what it does not name', () => {
  const first = drainAgent({ value: '1' }, { maxGracePeriod: { nanoseconds: 5n } });
  const before = mutatedBy({ ...EMPTY, slaves: { slaves: [{ info: agent('1') }] } }, first);
  const after = mutatedBy(before, drainAgent({ value: '1' }, { markGone: true }));
  expect(after.slaves?.slaves[0]?.drainInfo?.config).toEqual({
    maxGracePeriod: { nanoseconds: 5n },
    markGone: true,
  });
  expect(after.minimumCapabilities).toHaveLength(1);
});

test('the capabilities a master lacks are named', () => {
  const required = [{ capability: 'AGENT_DRAINING' }, { capability: 'QUOTA_V2' }];
  expect(missingCapabilities(required, ['QUOTA_V2', 'AGENT_UPDATE'])).toEqual(['AGENT_DRAINING']);
});

test('metrics have the names and values of upstream, until the registrar is closed', async () => {
  const { runtime, clock } = virtualRuntime();
  const metrics = new Metrics(clock);
  const registrar = new Registrar(new State(new MemoryStorage()), { runtime, metrics });
  expect(metrics.names).toEqual([
    'registrar/queued_operations',
    'registrar/registry_size_bytes',
    'registrar/state_fetch_ms',
    'registrar/state_store_ms',
  ]);
  const before = await expectReady(metrics.snapshot());
  expect(before.values).toEqual({ 'registrar/queued_operations': 0 });
  await expectReady(registrar.recover(MASTER));
  await clock.advance(10);
  await expectReady(registrar.apply(admitAgent(agent('1'))));
  const { values } = await expectReady(metrics.snapshot());
  expect(values).toMatchObject({
    'registrar/queued_operations': 0,
    'registrar/state_fetch_ms': 0,
    'registrar/state_store_ms': 0,
    'registrar/state_store_ms/count': 2,
  });
  expect(values['registrar/registry_size_bytes']).toBeGreaterThan(50);
  await registrar.close();
  expect(metrics.names).toEqual([]);
  await runtime.close();
});

function unreachable(): Registry {
  return { ...EMPTY, unreachable: { slaves: [{ id: { value: '1' }, timestamp: time() }] } };
}

function mutatedBy(registry: Registry, operation: RegistryOperation): Registry {
  const result = performOperation(registry, operation);
  if (result.type === 'mutated') return result.registry;
  throw new Error(`expected a change, got ${JSON.stringify(result)}`);
}

function outcome(registry: Registry, operation: RegistryOperation): string {
  const result = performOperation(registry, operation);
  return result.type === 'refused' ? result.reason : result.type;
}

type Amounts = Readonly<Record<string, number>>;

function quota(role: string, guarantees: Amounts = {}, limits: Amounts = {}): QuotaConfig {
  const scalars = (amounts: Amounts) =>
    new Map(Object.entries(amounts).map(([name, value]) => [name, { value }]));
  return { role, guarantees: scalars(guarantees), limits: scalars(limits) };
}
