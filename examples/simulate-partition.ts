// Three replicas in a simulated world. The one that leads is cut off from the others, another one is
// elected meanwhile, and after the cut is healed all of them hold the same log.
//
//   npx ts-node examples/simulate-partition.ts

import { Log } from '@quorate/log';
import type { Writer } from '@quorate/log';
import { levelStorage } from '@quorate/log/leveldb';
import { Simulation } from '@quorate/simulator';
import type { NodeContext } from '@quorate/simulator';

const NODES = ['node-1', 'node-2', 'node-3'];
const REPLICA_ID = 'log-replica(1)';

const simulation = new Simulation({ seed: 7 });
const logs = new Map<string, Log>();

/** What runs on each node: its replica. Change it, and see what happens. */
async function program({ node, runtime, disk }: NodeContext): Promise<void> {
  const log = await Log.open({
    runtime,
    storage: levelStorage({ path: '/log', engine: disk.engine }),
    quorum: 2,
    replicaId: REPLICA_ID,
    peers: NODES.filter((name) => name !== node.address).map((name) => `${REPLICA_ID}@${name}`),
    autoInitialize: true,
  });
  logs.set(node.address, log);
}

async function main(): Promise<void> {
  const nodes = NODES.map((name) => simulation.addNode(name, program));
  for (const node of nodes) node.start();
  await simulation.run(30_000);

  const [first, second, third] = nodes;
  if (!first || !second || !third) throw new Error('there are three nodes');
  const old = await elect('node-1');
  await append(old, 'before the cut');

  for (const other of [second, third]) {
    simulation.network.cut(first, other);
    simulation.network.cut(other, first);
  }
  console.log(`${simulation.nowMs} ms: node-1 is cut off`);
  const young = await elect('node-2');
  await append(young, 'during the cut');
  await append(old, 'from the one that is cut off');

  simulation.network.heal();
  console.log(`${simulation.nowMs} ms: the cut is healed`);
  await append(young, 'after the cut');
  await append(old, 'from the one that led before');
  for (const [name, log] of logs) {
    const promised = log.replica.promised();
    const ending = log.replica.ending();
    await simulation.run(1_000);
    console.log(`${name}: promised ${promised.value()}, ends at ${ending.value()}`);
  }
  if (simulation.violation) process.exitCode = 1;
  console.log(`violation: ${simulation.violation?.text ?? 'none'}, hash ${simulation.hash}`);
}

/** Lets a node get elected; virtual time runs meanwhile. */
async function elect(name: string): Promise<Writer> {
  const log = logs.get(name);
  if (!log) throw new Error(`${name} has no log`);
  const writer = log.writer();
  const starting = writer.start();
  await simulation.run(2_000);
  console.log(
    `${simulation.nowMs} ms: ${name} ${starting.isReady ? starting.value().type : 'waits'}`,
  );
  return writer;
}

async function append(writer: Writer, text: string): Promise<void> {
  const appending = writer.append(new TextEncoder().encode(text));
  appending.onFailed(() => undefined);
  await simulation.run(2_000);
  const outcome = appending.isReady
    ? `is at position ${appending.value()}`
    : appending.isFailed
      ? `failed: ${appending.failure().message}`
      : 'has no quorum yet';
  console.log(`${simulation.nowMs} ms: "${text}" ${outcome}`);
}

void main();
