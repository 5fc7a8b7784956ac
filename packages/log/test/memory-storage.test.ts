import { describe, expect, test } from '@jest/globals';
import { memoryDisk, memoryStorage } from '../src/memory-storage.ts';
import { storageSuite } from '../src/testing/storage-suite.ts';
import { append } from './support/acceptor-harness.ts';

storageSuite('memoryStorage', {
  describe,
  test,
  place: async () => {
    const disk = memoryDisk();
    return { open: () => memoryStorage({ disk }) };
  },
});

test('a memory disk shows what is on it', async () => {
  const disk = memoryDisk();
  const storage = memoryStorage({ disk });
  await storage.restore();
  await storage.persist({ metadata: { status: 'voting', promised: 3 }, actions: [append(1, 3)] });
  await storage.close();
  expect(disk.metadata).toEqual({ status: 'voting', promised: 3 });
  expect([...disk.records.values()]).toEqual([append(1, 3)]);
});

test('without a disk, each memory storage has its own', async () => {
  await memoryStorage().restore();
  await memoryStorage().restore();
});

test('a disk of somebody else is refused', () => {
  const disk = { metadata: undefined, records: new Map(), memberOf: undefined };
  expect(() => memoryStorage({ disk })).toThrow(
    expect.objectContaining({ code: 'LOG_OPTION_INVALID' }),
  );
});
