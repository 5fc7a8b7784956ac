import { expect, test } from '@jest/globals';
import { resourceCrashMatrix, sequences } from './support/resource-crash.ts';

const TIME_LIMIT_MS = 3_600_000;

test.each([1, 2, 3])(
  'every fault at every persistence point of all sequences of %i operations',
  async (length) => {
    let cases = 0;
    for (const operations of sequences(length)) {
      cases += await resourceCrashMatrix(operations, { seeds: length === 3 ? 0 : 1 });
    }
    console.log(`${sequences(length).length} sequences of ${length}: ${cases} cases`);
    expect(cases).toBeGreaterThan(0);
  },
  TIME_LIMIT_MS,
);

test(
  'every fault at every persistence point, and at every point of the recovery',
  async () => {
    let cases = 0;
    for (const operations of sequences(1)) {
      cases += await resourceCrashMatrix(operations, { seeds: 1, recoveryCrashes: true });
    }
    console.log(`with a crash in the recovery: ${cases} cases`);
    expect(cases).toBeGreaterThan(0);
  },
  TIME_LIMIT_MS,
);
