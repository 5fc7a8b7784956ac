// All sequences of up to three operations, every fault at every persistence point.
import { expect, test } from '@jest/globals';
import { crashManager, sequences } from './support/manager-crash.ts';
import { DURABILITIES } from './support/simulated-storage.ts';

test.each(DURABILITIES)('all sequences of up to three operations, %s', async (durability) => {
  let cases = 0;
  for (const operations of sequences(1, 2, 3)) {
    cases += await crashManager(operations, { durability });
  }
  process.stdout.write(`${durability}: ${cases} cases\n`);
  expect(cases).toBeGreaterThan(40_000);
});

test.each(DURABILITIES)('the same, and another crash in the recovery, %s', async (durability) => {
  let cases = 0;
  for (const operations of sequences(1, 2)) {
    const faults = ['crash-amid', 'sync-error'] as const;
    cases += await crashManager(operations, {
      durability,
      faults,
      seeds: 1,
      recoveryCrashes: true,
    });
  }
  process.stdout.write(`${durability}: ${cases} cases with a crash in the recovery\n`);
  expect(cases).toBeGreaterThan(2_000);
});

test.each(DURABILITIES)('files that go with their streams, %s', async (durability) => {
  for (const operations of sequences(3)) {
    await crashManager(operations, { durability, seeds: 1, removeFinishedStreams: true });
  }
});
