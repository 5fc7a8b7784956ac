// The record of a cluster's agents: a registrar on a variable, in a state, in a replicated log.

import assert from 'node:assert/strict';
import { Log, memoryStorage } from '@quorate/log';
import { Registry, formatProtoJson } from '@quorate/messages';
import type { SlaveInfo } from '@quorate/messages';
import { Runtime } from '@quorate/process';
import { Registrar, admitAgent, markAgentUnreachable } from '@quorate/registrar';
import { LogStorage, State } from '@quorate/state';
import { run } from './support/run.ts';

const MASTER = { id: 'master-1', ip: 0x0100007f, port: 5050, capabilities: [] };
const NOW = { nanoseconds: 1_700_000_000_000_000_000n };

run(async () => {
  const runtime = new Runtime();
  const log = await Log.open({
    runtime,
    storage: memoryStorage(),
    quorum: 1,
    autoInitialize: true,
  });
  const storage = new LogStorage(log);
  const registrar = new Registrar(new State(storage), { runtime });

  // Stores the master's name: the write proves that this master leads.
  await registrar.recover(MASTER);

  const [one, two] = [agent('agent-1'), agent('agent-2')];
  // Operations applied together share one write; true means durable.
  const admitted = await Promise.all([
    registrar.apply(admitAgent(one)),
    registrar.apply(admitAgent(two)),
    registrar.apply(admitAgent(one)),
  ]);
  console.log('admitted:', admitted, '(the third is refused: agent-1 is admitted already)');
  assert.deepEqual(admitted, [true, true, false]);

  await registrar.apply(markAgentUnreachable(two, NOW));

  const registry = registrar.registry() ?? assert.fail('recovered');
  console.log(formatProtoJson(Registry, registry, 2));
  assert.equal(registry.slaves?.slaves.length, 1);
  assert.equal(registry.unreachable?.slaves.length, 1);

  await registrar.close();
  await storage.close();
  await log.close();
  await runtime.close();
});

function agent(id: string): SlaveInfo {
  return { id: { value: id }, hostname: `${id}.example.com`, resources: [], attributes: [] };
}
