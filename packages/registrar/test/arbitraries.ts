import fc from 'fast-check';
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
  markAgentGone,
  markAgentReachable,
  markAgentUnreachable,
  prune,
  readmitAgent,
  removeAgent,
} from '../src/operations.ts';
import { updateQuota } from '../src/quota-operations.ts';
import type { RegistryOperation } from '../src/registry-operation.ts';
import {
  admitResourceProvider,
  removeResourceProvider,
} from '../src/resource-provider-operations.ts';
import { updateWeights } from '../src/weight-operations.ts';
import { agent, time } from './helpers.ts';

// Few ids, so that operations meet.
const id = fc.constantFrom('1', '2', '3', '4');
const slaveId = id.map((value) => ({ value }));
const host = fc.constantFrom('a', 'b');
const when = fc.bigInt({ min: 1n, max: 9n }).map((nanoseconds) => time(nanoseconds));
const slaveIds = fc.uniqueArray(id).map((values) => values.map((value) => ({ value })));
const machineIds = fc.uniqueArray(host).map((hosts) => hosts.map((hostname) => ({ hostname })));
const unavailability = when.map((start) => ({ start }));
const windows = fc.array(fc.record({ machineIds, unavailability }), { maxLength: 3 });

const agentOperation: fc.Arbitrary<RegistryOperation> = fc.oneof(
  fc.tuple(id, host).map(([agentId, name]) => admitAgent(agent(agentId, name))),
  fc.tuple(id, host).map(([agentId, name]) => readmitAgent(agent(agentId, name))),
  id.map((agentId) => removeAgent(agent(agentId))),
  fc.tuple(id, when).map(([agentId, at]) => markAgentUnreachable(agent(agentId), at)),
  fc.tuple(id, host).map(([agentId, name]) => markAgentReachable(agent(agentId, name))),
  fc.tuple(id, when).map(([agentId, at]) => markAgentGone({ value: agentId }, at)),
  fc.tuple(slaveIds, slaveIds).map(([unreachable, gone]) => prune(unreachable, gone)),
  fc.tuple(slaveId, fc.boolean()).map(([each, markGone]) => drainAgent(each, { markGone })),
  slaveId.map(markAgentDrained),
  slaveId.map(deactivateAgent),
  slaveId.map(reactivateAgent),
);

const otherOperation: fc.Arbitrary<RegistryOperation> = fc.oneof(
  windows.map((each) => updateMaintenanceSchedule({ windows: each })),
  machineIds.map(startMaintenance),
  machineIds.map(stopMaintenance),
  fc
    .tuple(host, fc.nat(2))
    .map(([role, value]) =>
      updateQuota([
        { role, guarantees: new Map(value ? [['cpus', { value }]] : []), limits: new Map() },
      ]),
    ),
  fc.tuple(host, fc.nat(2)).map(([role, weight]) => updateWeights([{ role, weight }])),
  id.map((value) => admitResourceProvider({ id: { value } })),
  id.map((value) => removeResourceProvider({ value })),
);

/** Any operation on a registry of few agents, machines and roles. */
export const operation: fc.Arbitrary<RegistryOperation> = fc.oneof(
  { weight: 4, arbitrary: agentOperation },
  { weight: 1, arbitrary: otherOperation },
);
