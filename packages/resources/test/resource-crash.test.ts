import { describe, expect, test } from '@jest/globals';
import { resourceCrashMatrix } from './support/resource-crash.ts';

// All sequences of up to three operations, under all faults, are in the long version.

describe('a crash, a loss of power or a failed disk leaves what was acknowledged', () => {
  test.each(['create', 'destroy the old one'] as const)('in %s', async (operation) => {
    expect(await resourceCrashMatrix([operation], { seeds: 1 })).toBeGreaterThan(500);
  });

  test.each(['reserve', 'grow', 'shrink'] as const)('in %s', async (operation) => {
    const options = { seeds: 1, faults: ['crash-after', 'sync-error'] } as const;
    expect(await resourceCrashMatrix([operation], options)).toBeGreaterThan(100);
  });

  test('in a volume destroyed and made again', async () => {
    const operations = ['destroy the old one', 'create the old one anew'] as const;
    const options = { seeds: 1, faults: ['crash-after', 'sync-error'] } as const;
    expect(await resourceCrashMatrix(operations, options)).toBeGreaterThan(300);
  });
});

test('a recovery that crashes, too, changes nothing', async () => {
  const options = { seeds: 0, faults: ['crash-after'], recoveryCrashes: true } as const;
  expect(await resourceCrashMatrix(['destroy the old one'], options)).toBeGreaterThan(300);
});
