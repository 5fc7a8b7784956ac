import { describe, test } from '@jest/globals';
import { MemoryStorage } from '../src/memory-storage.ts';
import { stateStorageSuite } from '../src/testing/state-storage-suite.ts';

stateStorageSuite('InMemoryStateTest', {
  describe,
  test,
  open: () => ({ storage: new MemoryStorage() }),
});
