// The smallest log: one replica on LevelDB. Append, read, truncate, close and open again.

import assert from 'node:assert/strict';
import { Log } from '@quorate/log';
import { levelStorage } from '@quorate/log/leveldb';
import { Runtime } from '@quorate/process';
import { run } from './support/run.ts';
import { withTemporaryFolder } from './support/temporary-folder.ts';
import { toBytes, toText } from './support/text.ts';

run(() =>
  withTemporaryFolder(async (path) => {
    const runtime = new Runtime();
    // A quorum of one: every entry is on this disk before its append is ready.
    const options = { runtime, quorum: 1, autoInitialize: true } as const;

    const log = await Log.open({ ...options, storage: levelStorage({ path }) });
    const writer = log.writer();
    const election = await writer.start();
    assert.equal(election.type, 'elected');

    for (const text of ['first', 'second', 'third']) {
      const position = await writer.append(toBytes(text));
      console.log(`"${text}" is durable at position ${position}`);
    }
    const { position: second } =
      (await texts(log))[1] ?? assert.fail('three entries were appended');
    await writer.truncate(second);
    await log.close();

    const reopened = await Log.open({ ...options, storage: levelStorage({ path }) });
    const entries = await texts(reopened);
    console.log('after a restart:', entries.map(({ text }) => text).join(', '));
    assert.deepEqual(
      entries.map(({ text }) => text),
      ['second', 'third'],
    );
    await reopened.close();
    await runtime.close();
  }),
);

/** Everything a reader finds. It reads ahead in pieces, however long the log is. */
async function texts(log: Log) {
  const entries = [];
  for await (const { position, data } of log.reader().entries()) {
    entries.push({ position, text: toText(data) });
  }
  return entries;
}
