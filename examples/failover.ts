// Two nodes want to write. The one elected later demotes the other, which is told so; nothing that
// was acknowledged is lost, and both agree on the order.

import assert from 'node:assert/strict';
import { Log, memoryStorage } from '@quorate/log';
import type { Writer } from '@quorate/log';
import { MemoryNetwork, Runtime } from '@quorate/process';
import { run } from './support/run.ts';
import { toBytes, toText } from './support/text.ts';

const NAMES = ['node-1', 'node-2', 'node-3'];
const network = new MemoryNetwork();

run(async () => {
  const nodes = await Promise.all(NAMES.map(start));
  const [one, two] = nodes;
  assert(one && two);

  const first = one.log.writer();
  await first.start();
  await first.append(toBytes('by the first writer'));

  // The newcomer reads nothing yet, but knows the whole log once it is elected.
  const second = two.log.writer();
  await elect(second, two.runtime);
  await second.append(toBytes('by the second writer'));

  // The first finds out with its next write. Its outcome is unknown: replicas may have kept it.
  await assert.rejects(
    async () => await first.append(toBytes('too late')),
    (error: Error) => {
      console.log(`the first writer: ${error.message}`);
      return 'code' in error && error.code === 'WRITER_DEMOTED';
    },
  );
  // It stays demoted until it is started, and then demotes the second.
  await elect(first, one.runtime);
  await first.append(toBytes('by the first writer again'));

  const texts = [];
  for await (const { data } of one.log.reader().entries()) texts.push(toText(data));
  console.log(texts);
  assert.deepEqual(texts, [
    'by the first writer',
    'by the second writer',
    'by the first writer again',
  ]);

  for (const { log, runtime } of nodes) {
    await log.close();
    await runtime.close();
  }
});

/** An election may be lost to another one, or come before the replica votes: try again. */
async function elect(writer: Writer, runtime: Runtime): Promise<void> {
  for (;;) {
    const result = await writer.start();
    if (result.type === 'elected') return;
    await runtime.after(100 + runtime.random.intBelow(100));
  }
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
