// Three replicas that reach each other by HTTP, as programs on three machines would. One that is killed
// costs nothing: the other two go on, and when it is back it catches up.

import assert from 'node:assert/strict';
import { Log, memoryDisk, memoryStorage } from '@quorate/log';
import type { MemoryDisk, Writer } from '@quorate/log';
import { Runtime } from '@quorate/process';
import { httpTransport } from '@quorate/process/http';
import type { HttpTransport } from '@quorate/process/http';
import { run } from './support/run.ts';
import { toBytes, toText } from './support/text.ts';

const HOST = '127.0.0.1';

run(async () => {
  // Port 0 is any that is free; in production all know theirs beforehand.
  const transports = await Promise.all([0, 0, 0].map((port) => listen(port)));
  const addresses = transports.map(({ address }) => address);
  const [one, two, three] = await Promise.all(
    transports.map((transport) => start(transport, addresses, memoryDisk())),
  );
  assert(one && two && three);

  const writer = one.log.writer();
  await elect(writer, one.runtime);
  await writer.append(toBytes('three of three'));

  await three.runtime.halt();
  await three.storage.close();
  await writer.append(toBytes('two of three'));
  console.log(`${three.runtime.address} was killed, and an append was acknowledged`);

  const again = await start(await listen(portOf(three.runtime.address)), addresses, three.disk);
  await again.log.recovered;
  console.log('it came back');
  await one.runtime.halt();
  const next = two.log.writer();
  await elect(next, two.runtime);
  await next.append(toBytes('the other two of three'));

  const texts: string[] = [];
  for await (const { data } of two.log.reader().entries()) texts.push(toText(data));
  console.log(texts);
  assert.deepEqual(texts, ['three of three', 'two of three', 'the other two of three']);

  for (const { log, runtime } of [two, again]) {
    await log.close();
    await runtime.close();
  }
});

function listen(port: number): Promise<HttpTransport> {
  return httpTransport({ listen: { host: HOST, port } });
}

function portOf(address: string): number {
  return Number(address.slice(address.lastIndexOf(':') + 1));
}

async function start(transport: HttpTransport, addresses: readonly string[], disk: MemoryDisk) {
  const runtime = new Runtime({ transport });
  const storage = memoryStorage({ disk });
  const log = await Log.open({
    runtime,
    storage,
    quorum: 2,
    replicaId: 'replica',
    peers: addresses
      .filter((address) => address !== transport.address)
      .map((address) => `replica@${address}`),
    autoInitialize: true,
  });
  return { runtime, log, storage, disk };
}

/** An election may come before a quorum votes: try again. */
async function elect(writer: Writer, runtime: Runtime): Promise<void> {
  while ((await writer.start()).type !== 'elected') await runtime.after(100);
}
