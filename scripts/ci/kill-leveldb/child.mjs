// The program that kill-leveldb.mjs kills:
//
//   node -r ./scripts/dev-register.cjs scripts/ci/kill-leveldb/child.mjs DIRECTORY SEED
//
// It prints `found N`, the last batch that is there, and `done N` for each one that is acknowledged; every so
// often it closes the database and opens it again, or compacts it. It goes on until it is killed.

import { writeSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { levelEngine } = require('@quorate/log/leveldb');
const { DatabaseWorkload } = require('@quorate/log/testing');

const REOPEN_EACH = 53;
const COMPACT_EACH = 37;
const [directory, seed] = process.argv.slice(2);
const workload = new DatabaseWorkload(Number(seed));

/** Not through a stream: what was printed must be out when the process is killed. */
function print(line) {
  writeSync(1, `${line}\n`);
}

async function work() {
  let database = await levelEngine.open(directory, true);
  let last = await workload.check(database, { least: 0, most: Infinity });
  print(`found ${last}`);
  for (;;) {
    last++;
    await workload.write(database, workload.batch(last));
    print(`done ${last}`);
    if (last % COMPACT_EACH === 0) {
      await database.compactRange(Buffer.from('key-0'), Buffer.from('key-9'));
    }
    if (last % REOPEN_EACH !== 0) continue;
    await database.close();
    database = await levelEngine.open(directory, false);
    await workload.check(database, { least: last, most: last });
  }
}

work().catch((error) => {
  console.error(error);
  process.exit(1);
});
