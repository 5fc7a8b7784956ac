import { describe, test } from '@jest/globals';
import { fileSystemSuite, SimulatedDisk } from '@quorate/checkpoint/testing';

fileSystemSuite('the simulated file system', {
  describe,
  test,
  place: async () => {
    const disk = new SimulatedDisk();
    const fileSystem = disk.start();
    await fileSystem.mkdir('/place');
    return {
      fileSystem,
      directory: '/place',
      plantLink: async (path, to) => disk.plantLink(path, to),
    };
  },
});
