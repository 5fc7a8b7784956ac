import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { LogCluster } from '@quorate/log/testing';
import type { MachineID, MachineMode, QuotaConfig, Registry } from '@quorate/messages';
import { LogStorage, State } from '@quorate/state';
import {
  deactivateAgent,
  drainAgent,
  markAgentDrained,
  reactivateAgent,
} from '../src/drain-operations.ts';
import {
  startMaintenance,
  stopMaintenance,
  updateMaintenanceSchedule,
} from '../src/maintenance-operations.ts';
import {
  admitAgent,
  markAgentReachable,
  markAgentUnreachable,
  removeAgent,
} from '../src/operations.ts';
import { updateQuota } from '../src/quota-operations.ts';
import { Registrar } from '../src/registrar.ts';
import type { RegistryOperation } from '../src/registry-operation.ts';
import { updateWeights } from '../src/weight-operations.ts';
import { agent, ids, MASTER, time } from './helpers.ts';

// The cases of Mesos src/tests/registrar_tests.cpp, by name, on a log of two replicas with a quorum of
// two. As there, each step has a registrar of its own, so that what is looked at was stored.
let cluster: LogCluster;
let state: State;

const slave = agent('1');
const [machine1, machine2, machine3]: readonly MachineID[] = [
  { ip: '0.0.0.1' },
  { hostname: '2' },
  { hostname: '3', ip: '0.0.0.3' },
] as const;
const unavailability = { start: time() };

beforeEach(async () => {
  cluster = new LogCluster({ nodes: 2, quorum: 2 });
  await cluster.startReplicas();
  await cluster.node(1).stop();
  const log = await cluster.node(1).openLog();
  await cluster.ready(log.recovered);
  const { runtime } = cluster.node(1);
  state = new State(new LogStorage(log, { runtime, diffsBetweenSnapshots: 2 }), {
    random: runtime.random,
  });
});

afterEach(async () => {
  await cluster.close();
});

describe('RegistrarTest', () => {
  test('UpdateMaintenanceSchedule: machines follow the schedule as it changes', async () => {
    await schedule([[machine1]]);
    await expectMaintenance([[1]], ['DRAINING']);
    await schedule([[machine1], [machine2]]);
    await expectMaintenance([[1, 1]], ['DRAINING', 'DRAINING']);
    await schedule([[machine1], [machine2, machine3]]);
    await expectMaintenance([[1, 2]], ['DRAINING', 'DRAINING', 'DRAINING']);
    await schedule([[machine1, machine2, machine3]]);
    await expectMaintenance([[3]], ['DRAINING', 'DRAINING', 'DRAINING']);
    await schedule([[machine2, machine3]]);
    await expectMaintenance([[2]], ['DRAINING', 'DRAINING']);
    await schedule([]);
    await expectMaintenance([[]], []);
  });

  test('StartMaintenance: machines go down, and stay down when others are scheduled', async () => {
    await schedule([[machine1, machine2]]);
    await perform(startMaintenance(list(machine2)));
    await expectMaintenance([[2]], ['DRAINING', 'DOWN']);
    await schedule([[machine1, machine2, machine3]]);
    await perform(startMaintenance(list(machine1, machine3)));
    await expectMaintenance([[3]], ['DOWN', 'DOWN', 'DOWN']);
  });

  test('StopMaintenance: machines go, and with the last one windows and schedules', async () => {
    await schedule([[machine1, machine2], [machine3]]);
    await perform(startMaintenance(list(machine3)), stopMaintenance(list(machine3)));
    await expectMaintenance([[2]], ['DRAINING', 'DRAINING']);
    const both = list(machine1, machine2);
    await perform(startMaintenance(both), stopMaintenance(both));
    await expectMaintenance([], []);
  });

  test('DrainAgent: is kept while the agent is unreachable and when it is back', async () => {
    const before = await perform(admitAgent(slave), drainAgent({ value: 'not-admitted' })).then(
      recovered,
    );
    expect(before.slaves?.slaves).toEqual([{ info: slave }]);
    expect(before.minimumCapabilities).toEqual([]);

    const draining = {
      drainInfo: { state: 'DRAINING', config: { markGone: true } },
      deactivated: true,
    };
    const drained = await perform(drainAgent({ value: '1' }, { markGone: true })).then(recovered);
    expect(drained.slaves?.slaves).toEqual([{ info: slave, ...draining }]);
    expect(drained.minimumCapabilities).toEqual([{ capability: 'AGENT_DRAINING' }]);
    const away = await perform(markAgentUnreachable(slave, time())).then(recovered);
    expect(ids(away).admitted).toEqual([]);
    expect(away.unreachable?.slaves).toEqual([
      { id: { value: '1' }, timestamp: time(), ...draining },
    ]);
    const back = await perform(markAgentReachable(slave)).then(recovered);
    expect(back.slaves?.slaves).toEqual([{ info: slave, ...draining }]);
    expect(ids(back).unreachable).toEqual([]);
  });

  test('MarkAgentDrained: an agent that is draining, admitted or unreachable', async () => {
    const id = { value: '1' };
    expect(await results(admitAgent(slave), markAgentDrained(id))).toEqual([true, false]);
    await perform(drainAgent(id, { markGone: true }));
    expect((await recovered()).slaves?.slaves[0]?.drainInfo?.state).toBe('DRAINING');
    await perform(markAgentDrained(id));
    expect((await recovered()).slaves?.slaves[0]?.drainInfo?.state).toBe('DRAINED');
    await perform(removeAgent(slave), admitAgent(slave), markAgentUnreachable(slave, time()));
    expect(await results(markAgentDrained(id))).toEqual([false]);
    await perform(drainAgent(id, { markGone: true }), markAgentDrained(id));
    expect((await recovered()).unreachable?.slaves[0]?.drainInfo?.state).toBe('DRAINED');
  });

  test('DeactivateAgent: is kept while the agent is unreachable and when it is back', async () => {
    await perform(admitAgent(slave), deactivateAgent({ value: 'not-admitted' }));
    const before = await recovered();
    expect([before.slaves?.slaves, before.minimumCapabilities]).toEqual([[{ info: slave }], []]);
    await perform(deactivateAgent({ value: '1' }));
    const deactivated = await recovered();
    expect(deactivated.slaves?.slaves).toEqual([{ info: slave, deactivated: true }]);
    expect(deactivated.minimumCapabilities).toEqual([{ capability: 'AGENT_DRAINING' }]);
    await perform(markAgentUnreachable(slave, time()));
    expect((await recovered()).unreachable?.slaves).toEqual([
      { id: { value: '1' }, timestamp: time(), deactivated: true },
    ]);
    await perform(markAgentReachable(slave));
    expect((await recovered()).slaves?.slaves).toEqual([{ info: slave, deactivated: true }]);
  });

  test('ReactivateAgent: the capability goes with the last deactivated agent of both lists', async () => {
    const away = ['u1', 'u2'].map((id) => agent(id));
    const all = [agent('r1'), agent('r2'), ...away];
    await perform(...all.map(admitAgent));
    await perform(...away.map((each) => markAgentUnreachable(each, time())));
    const expectStates = async (expected: readonly boolean[], isRequired: boolean) => {
      const { slaves, unreachable, minimumCapabilities } = await recovered();
      const listed = [...(slaves?.slaves ?? []), ...(unreachable?.slaves ?? [])];
      expect(listed.map(({ deactivated }) => deactivated === true)).toEqual(expected);
      const capabilities = isRequired ? [{ capability: 'AGENT_DRAINING' }] : [];
      expect(minimumCapabilities).toEqual(capabilities);
    };
    const off = (id: string) => deactivateAgent({ value: id });
    const on = (id: string) => reactivateAgent({ value: id });
    await perform(off('r1'), off('r2'));
    await expectStates([true, true, false, false], true);
    await perform(on('r1'));
    await expectStates([false, true, false, false], true);
    await perform(on('r2'));
    await expectStates([false, false, false, false], false);
    await perform(off('u1'), off('u2'), on('r1'));
    await expectStates([false, false, true, true], true);
    await perform(on('u2'));
    await expectStates([false, false, true, false], true);
    await perform(on('u1'));
    await expectStates([false, false, false, false], false);
    await perform(off('r1'), off('u1'), on('r1'));
    await expectStates([false, false, true, false], true);
  });

  test('UpdateQuota: the default is not kept, others are added, replaced and reset', async () => {
    const v2 = [{ capability: 'QUOTA_V2' }];
    const quotas = async () => {
      const { quotaConfigs, minimumCapabilities } = await recovered();
      return [quotaConfigs, minimumCapabilities];
    };
    expect(await quotas()).toEqual([[], []]);
    await perform(updateQuota([quota('role1')]));
    expect(await quotas()).toEqual([[], []]);
    const one = quota('role1', { cpus: 1, mem: 1024 }, { cpus: 2, mem: 2048 });
    await perform(updateQuota([one]));
    expect(await quotas()).toEqual([[one], v2]);
    const [changed, two] = [quota('role1', { cpus: 1 }, { cpus: 3 }), quota('role2', { cpus: 1 })];
    await perform(updateQuota([changed, two]));
    expect(await quotas()).toEqual([[changed, two], v2]);
    await perform(updateQuota([quota('role1')]));
    expect(await quotas()).toEqual([[two], v2]);
    await perform(updateQuota([quota('role2')]));
    expect(await quotas()).toEqual([[], []]);
  });

  test('UpdateQuotaInvalid: a limit of more than an exabyte is refused', async () => {
    const tooMuch = 1024 ** 4 + 1;
    expect(await results(updateQuota([quota('role', {}, { mem: tooMuch })]))).toEqual([false]);
    expect((await recovered()).quotaConfigs).toEqual([]);
  });

  test('UpdateWeights: are added and updated, in their order', async () => {
    await perform(updateWeights([{ role: 'role1', weight: 1 }]));
    expect((await recovered()).weights).toEqual([{ info: { role: 'role1', weight: 1 } }]);
    const updates = [
      { role: 'role1', weight: 2 },
      { role: 'role2', weight: 3.5 },
    ];
    await perform(updateWeights(updates));
    expect((await recovered()).weights).toEqual(updates.map((info) => ({ info })));
  });
});

/** Performs operations with a new registrar, each of which must be permitted. */
async function perform(...operations: readonly RegistryOperation[]): Promise<void> {
  for (const result of await results(...operations)) expect(result).toBe(true);
}

async function results(...operations: readonly RegistryOperation[]): Promise<readonly boolean[]> {
  const registrar = new Registrar(state, { runtime: cluster.node(1).runtime });
  await cluster.ready(registrar.recover(MASTER));
  const outcomes: boolean[] = [];
  for (const each of operations) outcomes.push(await cluster.ready(registrar.apply(each)));
  return outcomes;
}

/** The registry as a new registrar finds it. */
async function recovered(): Promise<Registry> {
  const registrar = new Registrar(state, { runtime: cluster.node(1).runtime });
  return cluster.ready(registrar.recover(MASTER));
}

function list(...machines: readonly (MachineID | undefined)[]): readonly MachineID[] {
  return machines.flatMap((machine) => machine ?? []);
}

function schedule(windows: readonly (readonly (MachineID | undefined)[])[]): Promise<void> {
  return perform(
    updateMaintenanceSchedule({
      windows: windows.map((machines) => ({ machineIds: list(...machines), unavailability })),
    }),
  );
}

/** @param schedules how many machines each window of each schedule has */
async function expectMaintenance(
  schedules: readonly (readonly number[])[],
  modes: readonly MachineMode[],
): Promise<void> {
  const registry = await recovered();
  expect(
    registry.schedules.map(({ windows }) => windows.map(({ machineIds }) => machineIds.length)),
  ).toEqual(schedules);
  expect((registry.machines?.machines ?? []).map(({ info }) => info.mode)).toEqual(modes);
}

type Amounts = Readonly<Record<string, number>>;

function quota(role: string, guarantees: Amounts = {}, limits: Amounts = {}): QuotaConfig {
  const scalars = (amounts: Amounts) =>
    new Map(Object.entries(amounts).map(([name, value]) => [name, { value }]));
  return { role, guarantees: scalars(guarantees), limits: scalars(limits) };
}
