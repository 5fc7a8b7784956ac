// Short sequences; all of up to three operations are in manager-crash.long.test.ts.
import { describe, expect, test } from '@jest/globals';
import { crashManager, sequences } from './support/manager-crash.ts';
import type { Operation } from './support/manager-crash.ts';
import { DURABILITIES } from './support/simulated-storage.ts';

describe.each(DURABILITIES)('a crash anywhere, %s', (durability) => {
  test('one operation, and two', async () => {
    let cases = 0;
    for (const operations of sequences(1, 2)) {
      cases += await crashManager(operations, { durability, seeds: 0 });
    }
    expect(cases).toBeGreaterThan(3_000);
  });

  test('and another crash in the recovery', async () => {
    const operations: readonly Operation[] = ['a', 'f', 'acknowledge', 'clean up and remove'];
    const faults = ['crash-amid'] as const;
    await crashManager(operations, { durability, seeds: 1, faults, recoveryCrashes: true });
  });

  test('files that go with their streams', async () => {
    const operations: readonly Operation[] = ['f', 'acknowledge', 'b'];
    await crashManager(operations, { durability, seeds: 2, removeFinishedStreams: true });
  });
});
