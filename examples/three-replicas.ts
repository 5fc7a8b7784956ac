// Three replicas. Two are a quorum and go on when the third loses its power; it catches up later.

import assert from 'node:assert/strict';
import { Log, memoryDisk, memoryStorage } from '@quorate/log';
import type { MemoryDisk } from '@quorate/log';
import { MemoryNetwork, Runtime } from '@quorate/process';
import { run } from './support/run.ts';
import { toBytes, toText } from './support/text.ts';

const NAMES = ['node-1', 'node-2', 'node-3'];

/** Joins the runtimes as a network would; each could as well be a machine of its own. */
const network = new MemoryNetwork();

run(async () => {
  const disk = memoryDisk();
  const [one, two, three] = await Promise.all([
    start('node-1'),
    start('node-2'),
    start('node-3', disk),
  ]);

  const writer = one.log.writer();
  console.log('election:', await writer.start());
  await writer.append(toBytes('written with three'));

  // As if its power went: nothing leaves it any more, and nobody is told.
  await three.runtime.halt();
  await three.storage.close();
  const position = await writer.append(toBytes('written with two'));
  console.log(`node-3 is down; position ${position} was written all the same`);

  // It still has its disk, and votes as soon as it has read it.
  const back = await start('node-3', disk);
  await back.log.recovered;
  await writer.append(toBytes('written with three again'));
  await back.log.reader().catchUp();
  // That an entry was chosen is told to the other replicas behind the back of its append.
  for (const { runtime } of [one, two, back]) await runtime.settle();

  for (const { name, log } of [one, two, back]) {
    const texts = [];
    for await (const { data } of log.reader().entries()) texts.push(toText(data));
    console.log(`${name}: ${texts.join(', ')}`);
    assert.deepEqual(texts, ['written with three', 'written with two', 'written with three again']);
  }

  for (const { log, runtime } of [one, two, back]) {
    await log.close();
    await runtime.close();
  }
});

async function start(name: string, disk: MemoryDisk = memoryDisk()) {
  const runtime = new Runtime({ transport: network.transport(name) });
  const storage = memoryStorage({ disk });
  const log = await Log.open({
    runtime,
    storage,
    quorum: 2,
    replicaId: 'replica',
    peers: NAMES.filter((other) => other !== name).map((other) => `replica@${other}`),
    autoInitialize: true,
    onEvent: (event) => {
      if (event.type === 'status') console.log(`${name}: ${event.from} → ${event.to}`);
    },
  });
  return { name, runtime, storage, log };
}
