import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Pid } from '@quorate/process';
import { expectFailed, expectReady, virtualRuntime } from '@quorate/process/testing';
import type { VirtualRuntime } from '@quorate/process/testing';
import { Log } from '../src/log.ts';
import type { LogOptions } from '../src/log-options.ts';
import { memoryDisk, memoryStorage } from '../src/memory-storage.ts';

let world: VirtualRuntime;
beforeEach(() => {
  world = virtualRuntime();
});
afterEach(async () => {
  await world.runtime.close();
});

const peer1 = 'log-replica(1)@node-2';
const peer2 = new Pid('log-replica(1)', 'node-3');

/** Callers without types may pass anything. */
function open(options: object) {
  const defaults: LogOptions = {
    runtime: world.runtime,
    storage: memoryStorage(),
    quorum: 1,
    recovery: 'mesos',
  };
  return Log.open({ ...defaults, ...options });
}

describe('Log.open', () => {
  test.each<[string, object, RegExp]>([
    ['quorum 0', { quorum: 0 }, /quorum must be a positive integer, got 0/],
    ['quorum -1', { quorum: -1 }, /got -1/],
    ['quorum 1.5', { quorum: 1.5 }, /got 1.5/],
    ['quorum NaN', { quorum: NaN }, /got NaN/],
    ['no quorum', { quorum: undefined }, /got undefined/],
    ['a quorum above the cluster size', { quorum: 4, clusterSize: 3 }, /never be reached by 3/],
    ['a quorum of half the replicas', { quorum: 2, clusterSize: 4 }, /need not overlap/],
    ['a quorum of less than half', { quorum: 1, clusterSize: 3 }, /need not overlap/],
    ['clusterSize 0', { clusterSize: 0 }, /clusterSize/],
    ['an unknown recovery', { recovery: 'fast' }, /got "fast"/],
    ['an identity with the recovery of Mesos', { identity: 'a' }, /leave it out with 'mesos'/],
    ['an empty identity', { recovery: 'safe', identity: '' }, /not empty, got ""/],
    [
      'a cluster id with the recovery of Mesos',
      { clusterId: 'a' },
      /clusterId is of use with recovery 'safe'/,
    ],
    ['an empty cluster id', { recovery: 'safe', clusterId: '' }, /clusterId must be a text/],
    ['a peer twice', { quorum: 2, peers: [peer1, peer1] }, /twice/],
    ['a peer twice, as text and pid', { quorum: 2, peers: [`${peer2}`, peer2] }, /twice/],
    ['too few peers', { quorum: 2 }, /0 peers and this replica never make a quorum of 2/],
    ['too many peers', { peers: [peer1] }, /more than clusterSize 1/],
    ['itself as a peer', { quorum: 2, peers: ['me@node-1'], replicaId: 'me' }, /this replica/],
    [
      'itself under its default id',
      { quorum: 2, peers: ['log-replica(1)@node-1'] },
      /this replica/,
    ],
    ['a malformed pid', { quorum: 2, peers: ['node-2'] }, /id@address/],
    ['a peer that is no pid', { quorum: 2, peers: [7] }, /got 7|holds 7/],
    ['no storage', { storage: undefined }, /storage is missing/],
    ['entrySizeMaxBytes 0', { entrySizeMaxBytes: 0 }, /entrySizeMaxBytes/],
    ['writerQueueLengthMax 0.5', { writerQueueLengthMax: 0.5 }, /writerQueueLengthMax/],
    ['autoInitialize as text', { autoInitialize: 'yes' }, /autoInitialize/],
  ])('%s is refused', async (_, options, problem) => {
    const error = await expectFailed(open(options), 'LOG_OPTION_INVALID');
    expect(error.message).toMatch(problem);
  });

  test.each<[string, object]>([
    ['a group of one', {}],
    ['a group of three, two of them given', { quorum: 2, peers: [peer1] }],
    ['a group of three', { quorum: 2, peers: [peer1, peer2] }],
    ['five replicas with quorum four', { quorum: 4, clusterSize: 5, peers: [peer1, peer2, 'x@y'] }],
  ])('%s is accepted', async (_, options) => {
    const log = await expectReady(open(options));
    await expectReady(log.close());
  });

  test('a refused log leaves its storage free', async () => {
    const disk = memoryDisk();
    const options = { quorum: 2, storage: memoryStorage({ disk }) };
    await expectFailed(
      open({ ...options, peers: ['log-replica(1)@node-1'] }),
      'LOG_OPTION_INVALID',
    );
    const log = await expectReady(
      open({ quorum: 1, storage: memoryStorage({ disk }), replicaId: 'again' }),
    );
    await expectReady(log.close());
  });

  test('a storage that is in use fails with LOG_LOCKED', async () => {
    const disk = memoryDisk();
    const first = await expectReady(open({ storage: memoryStorage({ disk }) }));
    await expectFailed(open({ storage: memoryStorage({ disk }) }), 'LOG_LOCKED');
    await expectReady(first.close());
  });

  test('a discarded open closes what it opened', async () => {
    const disk = memoryDisk();
    const opening = open({ storage: memoryStorage({ disk }) });
    opening.discard();
    await world.clock.settle();
    expect(opening.isDiscarded).toBe(true);
    await expectReady((await expectReady(open({ storage: memoryStorage({ disk }) }))).close());
  });
});
