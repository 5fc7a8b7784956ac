// Run by count-fdatasync.sh under strace:
//
//   node -r ./scripts/dev-register.cjs scripts/ci/append-batches.mjs DIRECTORY COUNT
//
// One replica on LevelDB accepts COUNT writes, one after the other, and then as many at once.
// Prints `accepted N` for each response, as it comes, and in the end `batches N`: how many durable
// writes the replica asked of its storage. Ends with `failed CODE` when the storage fails.

import { writeSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { Replica } = require('@quorate/log');
const { levelStorage } = require('@quorate/log/leveldb');
const { WriteRequest, WriteResponse } = require('@quorate/messages');
const { Runtime } = require('@quorate/process');

const [directory, countText] = process.argv.slice(2);
const count = Number(countText);
if (directory === undefined || !(count > 0))
  throw new Error('usage: append-batches.mjs DIRECTORY COUNT');

/** Straight to the descriptor, so that strace sees it where it happened. */
const print = (line) => writeSync(1, `${line}\n`);

let batches = 0;
const storage = levelStorage({ path: directory });
const persist = storage.persist.bind(storage);
storage.persist = (batch) => {
  batches++;
  return persist(batch);
};

const runtime = new Runtime();
const replica = Replica.open(runtime, storage);
let accepted = 0;

async function write(position) {
  const append = { bytes: Buffer.from(`entry ${position}`) };
  const request = { proposal: 1, position, type: 'append', append };
  const response = await runtime.request(replica.pid, WriteRequest, request, WriteResponse);
  if (response.type !== 'accept') throw new Error(`position ${position}: ${response.type}`);
  print(`accepted ${++accepted}`);
}

/** A replica whose write failed answers nobody; its own calls say why. */
async function orFailure(work) {
  for (;;) {
    const done = await Promise.race([work.then(() => true), pause(20).then(() => false)]);
    if (done) return;
    await replica.status();
  }
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

try {
  await replica.update('starting');
  await replica.update('voting');
  for (let position = 1; position <= count; position++) await orFailure(write(position));
  const together = Array.from({ length: count }, (_, index) => write(count + 1 + index));
  await orFailure(Promise.all(together));
  print(`batches ${batches}`);
} catch (error) {
  print(`failed ${error.code}`);
}
await replica.close();
await runtime.close();
