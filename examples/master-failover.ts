// A master fails, another takes over: it knows the agents and frameworks of the one before, gives the
// agents time to come back, and notices those that died while nobody led.

import assert from 'node:assert/strict';
import { Log, memoryStorage } from '@quorate/log';
import type { SlaveInfo } from '@quorate/messages';
import { MemoryNetwork, Runtime } from '@quorate/process';
import { Master } from '@quorate/registrar';
import { LogStorage, State } from '@quorate/state';
import { run } from './support/run.ts';

const NAMES = ['node-1', 'node-2', 'node-3'];
const network = new MemoryNetwork();

run(async () => {
  const nodes = await Promise.all(NAMES.map(start));
  const [one, two] = nodes;
  assert(one && two);

  const first = lead(one);
  await first.recover(infoOf('node-1'));
  for (const id of ['S1', 'S2', 'S3', 'S4']) await first.registerAgent(agent(id));
  await first.frameworks.put({ id: 'F1', name: 'marathon', failoverTimeoutMs: 3_600_000 });

  // The first master is gone, and S3 and S4 die before there is another.
  await first.close();

  const unreachable: string[] = [];
  const second = lead(two, (id) => unreachable.push(id));
  const registry = await second.recover(infoOf('node-2'));
  const recovered = registry.slaves?.slaves.map(({ info }) => info.id?.value);
  console.log('recovered:', recovered, 'frameworks:', await second.frameworks.ids());
  assert.deepEqual(recovered, ['S1', 'S2', 'S3', 'S4']);
  assert.deepEqual(await second.frameworks.ids(), ['F1']);

  await second.reregisterAgent(agent('S1'));
  await second.reregisterAgent(agent('S2'));
  console.log('still awaited:', [...second.awaitedAgents]);

  while (unreachable.length < 2) await two.runtime.after(50);
  console.log('did not come back in time:', unreachable);
  assert.deepEqual(unreachable, ['S3', 'S4']);

  // One of them was only cut off.
  assert.equal(await second.reregisterAgent(agent('S3')), true);
  const { slaves, unreachable: lost } = second.registrar.registry() ?? assert.fail('recovered');
  console.log(
    'admitted:',
    slaves?.slaves.map(({ info }) => info.id?.value),
  );
  assert.deepEqual(
    lost?.slaves.map(({ id }) => id.value),
    ['S4'],
  );

  await second.close();
  for (const { log, runtime } of nodes) {
    await log.close();
    await runtime.close();
  }
});

/** A master on a node's log. Of 10 minutes to come back and half of the agents it makes 300 ms. */
function lead(
  { log, runtime }: Awaited<ReturnType<typeof start>>,
  onUnreachable: (id: string) => void = () => undefined,
): Master {
  const storage = new LogStorage(log, { diffsBetweenSnapshots: 1_000 });
  return new Master(new State(storage, { random: runtime.random }), {
    runtime,
    agentReregisterTimeoutMs: 300,
    recoveryAgentRemovalLimit: 0.5,
    agentRemovalRateLimit: { permits: 1, perMs: 100 },
    onEvent: (event) => {
      if (event.type === 'agent-unreachable') onUnreachable(event.id);
    },
  });
}

function infoOf(id: string) {
  return { id, ip: 0x0100007f, port: 5050, hostname: `${id}.example.com`, capabilities: [] };
}

function agent(id: string): SlaveInfo {
  return { id: { value: id }, hostname: `${id}.example.com`, resources: [], attributes: [] };
}

async function start(name: string) {
  const runtime = new Runtime({ transport: network.transport(name) });
  const log = await Log.open({
    runtime,
    storage: memoryStorage(),
    quorum: 2,
    replicaId: 'replica',
    peers: NAMES.filter((other) => other !== name).map((other) => `replica@${other}`),
    autoInitialize: true,
  });
  return { runtime, log };
}
