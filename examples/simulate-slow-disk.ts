// How long an append takes is decided by the quorum: one slow disk of three costs nothing, two cost all. A
// disk that is full takes its replica out of service, and the group goes on.
//
//   npx ts-node examples/simulate-slow-disk.ts

import assert from 'node:assert/strict';
import type { Writer } from '@quorate/log';
import type { SimulatedNode } from '@quorate/simulator';
import { SimulatedGroup, bytesOf } from './support/simulated-group.ts';

const APPENDS = 50;
const SLOW_US = 300_000;

const group = new SimulatedGroup({
  seed: 3,
  nodes: 3,
  onEvent: (node, event) => {
    if (event.type === 'failed') group.say(`${node.address}: ${event.error.code}`);
  },
});

async function main(): Promise<void> {
  await group.start();
  const writer = await group.electedWriter(group.node(1));

  const healthy = await meanMs(writer, 'all disks are quick');
  slow(group.node(3));
  const oneSlow = await meanMs(writer, 'the disk of node-3 takes 300 ms for a sync');
  slow(group.node(2));
  const twoSlow = await meanMs(writer, 'that of node-2 as well');

  const full = group.node(3);
  full.disk.faults = { ...full.disk.faults, isFull: true };
  await group.outcome(writer.append(bytesOf('goes on')));
  await group.simulation.run(5_000); // What waits in front of the slow disk comes to it now.
  assert.ok(oneSlow < 2 * healthy, 'one slow disk costs nothing');
  assert.ok(twoSlow >= SLOW_US / 1000, 'a quorum is as quick as its slowest');
  await assert.rejects(group.outcome(group.log(full).replica.status()), { code: 'STORAGE_FAILED' });
  assert.equal(group.simulation.violation, undefined);
}

function slow({ disk }: SimulatedNode): void {
  disk.faults = { ...disk.faults, syncUsMin: SLOW_US, syncUsMax: SLOW_US };
}

/** Appends some entries, one after the other, and says how long one takes. */
async function meanMs(writer: Writer, what: string): Promise<number> {
  const beginMs = group.simulation.nowMs;
  for (let count = 0; count < APPENDS; count++) {
    await group.outcome(writer.append(bytesOf(`entry ${count}`)));
  }
  const meanMs = (group.simulation.nowMs - beginMs) / APPENDS;
  group.say(`${what}: ${meanMs.toFixed(1)} ms an append`);
  return meanMs;
}

void main();
