import { describe, test } from '@jest/globals';
import { MemoryNetwork } from '../../src/index.ts';
import { transportSuite } from '../../src/testing/index.ts';

transportSuite('MemoryNetwork', {
  describe,
  test,
  place: async () => {
    const network = new MemoryNetwork();
    let last = 0;
    return {
      open: async (address = `node-${++last}`) => network.transport(address),
      vacant: async () => 'nobody',
    };
  },
});
