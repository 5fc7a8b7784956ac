// Two nodes both want to lead, and come back at once whenever the other one has taken over. Each election stops
// the other's writes, so that almost every entry costs one. But nothing is lost or written twice, and neither is
// kept out.
//
//   npx ts-node examples/simulate-duelling-coordinators.ts

import assert from 'node:assert/strict';
import { LogError, toPosition } from '@quorate/log';
import type { SimulatedNode } from '@quorate/simulator';
import { SimulatedGroup, bytesOf, textOf } from './support/simulated-group.ts';

/** How long they fight, in virtual milliseconds. */
const DUEL_MS = 10_000;
/** Between two entries. */
const THINK_MS = 20;

async function main(): Promise<void> {
  assert.equal(await duel([1]), 1, 'whoever is alone is elected once');
  assert.ok((await duel([1, 2])) > 100, 'two stop each other again and again');
}

/** Lets these nodes lead all at once, and gives how many elections that took. */
async function duel(numbers: readonly number[]): Promise<number> {
  const group = new SimulatedGroup({ seed: 5, nodes: 3 });
  await group.start();
  const written: string[] = [];
  let elections = 0;

  /** Writes until the other one has taken over, and then tries to be elected again. */
  async function lead(node: SimulatedNode): Promise<void> {
    const { runtime } = group.log(node);
    const writer = group.log(node).writer();
    for (;;) {
      const term = ++elections;
      const { type } = await writer.start();
      try {
        for (let count = 1; type === 'elected'; count++) {
          const text = `term ${term} of ${node.address}: ${count}`;
          await writer.append(bytesOf(text));
          written.push(text);
          await runtime.after(THINK_MS);
        }
      } catch (error) {
        if (!(error instanceof LogError && error.code === 'WRITER_DEMOTED')) throw error;
      }
      // Wait here, for a random time, and see what becomes of it.
    }
  }
  const leaders = numbers.map((number) => group.node(number));
  for (const node of leaders) void lead(node);
  await group.simulation.run(DUEL_MS);
  for (const { address } of leaders) {
    const count = written.filter((text) => text.includes(address)).length;
    group.say(`${address} of ${leaders.length}: ${count} entries`);
    assert.ok(count > 0, `${address} was kept out`);
  }
  group.say(`${elections} elections, ${written.length} entries`);

  // The third one has never written: it reads what there is, in one order.
  const acknowledged = [...written];
  const reader = group.log(group.node(3)).reader();
  const end = await group.outcome(reader.catchUp());
  const entries = await group.outcome(reader.read(toPosition(1), end));
  const texts = entries.map(({ data }) => textOf(data));
  assert.equal(new Set(texts).size, texts.length, 'nothing is there twice');
  // The last position may belong to somebody who is writing it: a catch-up leaves it out.
  const missing = acknowledged.filter((text) => !texts.includes(text));
  assert.ok(missing.length <= 1, `these are missing: ${missing.join(', ')}`);
  assert.equal(group.simulation.violation, undefined);
  return elections;
}

void main();
