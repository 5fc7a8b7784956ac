import { afterAll, afterEach, beforeAll, beforeEach, describe } from '@jest/globals';
import { BACKENDS, openStorage } from 'quorate';
import { describeWithServer } from '../../../testing/describe-with-server.ts';
import { ZooKeeperServer } from '../../../testing/zookeeper-server.ts';
import { newFolder, removeFolders } from './support/folders.ts';
import { registrarSuite } from './support/registrar-suite.ts';

// One suite over every backend, each opened by its name, as the command line opens it.

describe.each(BACKENDS.filter((name) => name !== 'zookeeper'))('a registrar on %s', (backend) => {
  let path: string;

  beforeEach(() => {
    path = newFolder();
  });
  afterEach(removeFolders);

  registrarSuite({
    open: () => openStorage({ backend, path }),
    isDurable: backend !== 'in_memory',
  });
});

describeWithServer('a registrar on zookeeper', () => {
  let server: ZooKeeperServer;
  let znode = 0;

  beforeAll(async () => {
    server = await ZooKeeperServer.start();
  });
  beforeEach(() => {
    znode++;
  });
  afterAll(async () => {
    await server.destroy();
  });

  registrarSuite({
    open: () =>
      openStorage({ backend: 'zookeeper', servers: `zk://${server.address}/state-${znode}` }),
    isDurable: true,
  });
});
