// A replica loses its disk. The others go on; it comes back with nothing, has a quorum record that its earlier
// life has ended, catches up, and votes again.
//
//   npx ts-node examples/simulate-wiped-replica.ts

import assert from 'node:assert/strict';
import { SimulatedGroup, bytesOf, textOf } from './support/simulated-group.ts';

const group = new SimulatedGroup({
  seed: 11,
  nodes: 3,
  onEvent: (node, event) => {
    if (event.type === 'status') group.say(`${node.address}: ${event.from} -> ${event.to}`);
    if (event.type === 'catch-up') {
      group.say(`${node.address}: caught up position ${event.position} of ${event.end}`);
    }
  },
});

async function main(): Promise<void> {
  await group.start();
  const writer = await group.electedWriter(group.node(1));
  await group.outcome(writer.append(bytesOf('before')));

  const wiped = group.node(3);
  wiped.wipe(); // It crashes, too.
  group.say('node-3 has lost its disk');
  const position = await group.outcome(writer.append(bytesOf('meanwhile')));
  group.say(`two of three are a quorum: "meanwhile" is at position ${position}`);

  wiped.start();
  await group.simulation.run(100);
  const back = group.log(wiped);
  await group.outcome(back.recovered);
  group.say('node-3 votes again');

  // What it shows is what the others have. Try `wiped.crash('power-loss')` in place of `wipe`.
  const entries = await group.outcome(back.reader().read(1 as typeof position, position));
  const texts = entries.map(({ data }) => textOf(data));
  group.say(`node-3 reads ${texts.join(', ')}`);
  assert.deepEqual(texts, ['before', 'meanwhile']);
  assert.equal(group.simulation.violation, undefined);
}

void main();
