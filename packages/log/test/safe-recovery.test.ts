import { afterEach, describe, expect, test } from '@jest/globals';
import { LearnedMessage, RecoverResponse } from '@quorate/messages';
import { silentLogger } from '@quorate/process';
import type { Future, Logger } from '@quorate/process';
import { memoryDisk, memoryStorage, Log } from '../src/index.ts';
import type {
  LogEvent,
  LogOptions,
  MemoryDisk,
  PeerProblemEvent,
  RecoveryMode,
} from '../src/index.ts';
import { LogCluster } from '../src/testing/index.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A cluster whose disks a test can copy: one per node, kept by number. */
class World implements AsyncDisposable {
  readonly disks = new Map<number, MemoryDisk>();
  readonly cluster: LogCluster;
  readonly recovery: RecoveryMode;
  /** What was wrong with answers, as the logs say it. */
  readonly problems: string[] = [];
  /** What else the logs warn of. */
  readonly warnings: string[] = [];

  constructor(recovery: RecoveryMode, nodes = 3) {
    this.recovery = recovery;
    this.cluster = new LogCluster({
      nodes,
      runtime: { logger: problemLogger(this.problems, this.warnings) },
      storage: (node) => {
        const disk = this.disks.get(node) ?? memoryDisk();
        this.disks.set(node, disk);
        return memoryStorage({ disk });
      },
    });
  }

  open(node: number, options: Partial<LogOptions> = {}): Promise<Log> {
    return this.cluster.node(node).openLog({ recovery: this.recovery, ...options });
  }

  /** Opens a log on a disk, without waiting for it. */
  openAlone(node: number, disk: MemoryDisk, options: Partial<LogOptions> = {}): Future<Log> {
    const { runtime } = this.cluster.node(node);
    return Log.open({
      runtime,
      storage: memoryStorage({ disk }),
      quorum: 2,
      peers: this.cluster.pids([1, 2, 3].filter((other) => other !== node)),
      replicaId: 'log-replica(1)',
      ...options,
    });
  }

  async openAll(): Promise<void> {
    const logs = [];
    for (const { number } of this.cluster.nodes) logs.push(await this.open(number));
    for (const log of logs) await this.cluster.ready(log.recovered);
  }

  async crash(node: number): Promise<void> {
    await this.cluster.node(node).halt();
  }

  /** Crashes a node and loses its disk. */
  async wipe(node: number): Promise<void> {
    await this.crash(node);
    this.disks.delete(node);
  }

  async restart(node: number): Promise<Log> {
    const log = await this.open(node);
    await this.cluster.ready(log.recovered);
    return log;
  }

  /** What is on a node's disk now, as a new one. */
  copy(node: number): MemoryDisk {
    const { metadata, records } = this.disks.get(node) ?? memoryDisk();
    return Object.assign(memoryDisk(), { metadata, records: new Map(records) });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.cluster[Symbol.asyncDispose]();
  }
}

function problemLogger(problems: string[], warnings: string[]): Logger {
  const logger: Logger = {
    ...silentLogger,
    warn: (fields: unknown, message = '') => {
      if (typeof fields === 'object' && fields !== null && 'code' in fields) {
        problems.push(String(fields.code));
      } else warnings.push(message);
    },
    child: () => logger,
  };
  return logger;
}

/** Collects what is told of peers. */
function peerProblems(): {
  readonly events: PeerProblemEvent[];
  readonly onEvent: (event: LogEvent) => void;
} {
  const events: PeerProblemEvent[] = [];
  const onEvent = (event: LogEvent): void => {
    if (event.type === 'peer-problem') events.push(event);
  };
  return { events, onEvent };
}

let world: World;
afterEach(() => world[Symbol.asyncDispose]());

/**
 * The trace by which Mesos' recovery chooses two values: the old coordinator still leads when a
 * replica forgets that it promised another one. Gives what each of them got.
 */
async function forgottenPromise(recovery: RecoveryMode): Promise<readonly string[]> {
  world = new World(recovery);
  const { cluster } = world;
  await world.openAll();
  const old = cluster.node(2).log.writer();
  await cluster.elect(old);
  await cluster.ready(old.append(bytes('first')));
  // Node 2 does not hear of the new coordinator, and node 1 not of what the old one writes.
  cluster.network.cut('node-1', 'node-2');
  const young = cluster.node(1).log.writer();
  await cluster.elect(young);
  await world.wipe(3);
  const log = await world.open(3);
  cluster.filters.drop({ name: LearnedMessage, fromAddress: 'node-2' });
  await cluster.clock.advance(5_000);
  const outcomes: string[] = [];
  for (const [name, writer] of [
    ['old', old],
    ['young', young],
  ] as const) {
    const writing = writer.append(bytes(name)).onFailed(() => undefined);
    await cluster.clock.advance(1_000);
    outcomes.push(`${name} ${writing.isReady ? `at ${writing.value()}` : 'did not write'}`);
  }
  if (recovery === 'safe') expect(log.recovered.isReady).toBe(true);
  return outcomes;
}

describe('a replica that lost its disk', () => {
  test("with Mesos' recovery lets two values be chosen for one position", async () => {
    expect(await forgottenPromise('mesos')).toEqual(['old at 2', 'young at 2']);
    await expect(world.cluster.checkAgreement()).rejects.toThrow(/position 2/);
  });

  test('with safe recovery keeps the promise that it forgot', async () => {
    expect(await forgottenPromise('safe')).toEqual(['old did not write', 'young at 2']);
    await world.cluster.checkAgreement();
  });

  test('comes back in its next life, with all that was written', async () => {
    world = new World('safe');
    const { cluster } = world;
    await world.openAll();
    const writer = cluster.node(1).log.writer();
    await cluster.elect(writer);
    for (const entry of ['a', 'b', 'c']) await cluster.ready(writer.append(bytes(entry)));
    await world.wipe(3);
    await world.restart(3);
    expect(world.disks.get(3)?.metadata).toMatchObject({
      status: 'voting',
      promised: 1,
      incarnation: 2,
      startCounter: 1,
    });
    expect(await cluster.node(3).texts(1, 3)).toEqual(['a', 'b', 'c']);
    expect(world.disks.get(1)?.metadata?.known).toContainEqual(
      expect.objectContaining({ replicaId: 'log-replica(1)@node-3', incarnation: 2 }),
    );
    await cluster.ready(writer.append(bytes('d')));
    await world.wipe(3);
    await world.restart(3);
    expect(world.disks.get(3)?.metadata).toMatchObject({ incarnation: 3, promised: 1 });
  });

  test('takes over which lives of the others are known', async () => {
    world = new World('safe');
    await world.openAll();
    await world.wipe(2);
    await world.restart(2);
    await world.wipe(3);
    await world.restart(3);
    const lives = (node: number): unknown =>
      world.disks
        .get(node)
        ?.metadata?.known?.map(({ replicaId, incarnation }) => `${replicaId} ${incarnation}`)
        .sort();
    expect(lives(3)).toEqual(['log-replica(1)@node-1 1', 'log-replica(1)@node-2 2']);
    expect(lives(1)).toEqual(['log-replica(1)@node-2 2', 'log-replica(1)@node-3 2']);
  });

  test('never takes a life that was asked for before, though it was lost before it began', async () => {
    world = new World('safe');
    const { cluster } = world;
    const asked = (): boolean | undefined =>
      world.disks
        .get(1)
        ?.metadata?.known?.some(
          ({ replicaId, reserved }) => replicaId === 'log-replica(1)@node-3' && reserved === 1,
        );
    // It never hears that it may have the number, so it announces nothing.
    const rule = cluster.filters.drop({ name: RecoverResponse, toAddress: 'node-3' });
    for (const { number } of cluster.nodes) await world.open(number);
    for (let round = 0; !asked() && round < 1_000; round++) await cluster.clock.advance(1);
    expect(asked()).toBe(true);
    // It loses its disk; the new one asks for the same number first, and is told of the other.
    await world.wipe(3);
    rule.cancel();
    await world.open(3);
    await cluster.clock.advance(30_000);
    expect(world.disks.get(3)?.metadata).toMatchObject({ incarnation: 2 });
  });
});

describe('a replica that starts before the others listen', () => {
  test('asks again soon: the group votes within seconds', async () => {
    world = new World('safe');
    const logs = [await world.open(1)];
    await world.cluster.clock.advance(500);
    logs.push(await world.open(2), await world.open(3));
    await world.cluster.clock.advance(5_000);
    expect(logs.map(({ recovered }) => recovered.isReady)).toEqual([true, true, true]);
  });

  test('says so, when too few answer for a whole round', async () => {
    world = new World('safe');
    await world.open(1);
    await world.cluster.clock.advance(1_000 + 2_000 + 4_000 + 8_000 + 9_999);
    expect(world.warnings).toEqual([]);
    await world.cluster.clock.advance(1);
    expect(world.warnings).toEqual(['too few replicas answer for the recovery to begin']);
  });
});

describe('a replica that starts again with its disk', () => {
  test('counts its starts, and has a quorum record each', async () => {
    world = new World('safe');
    const { cluster } = world;
    await world.openAll();
    for (let start = 2; start <= 4; start++) {
      await world.crash(1);
      await world.restart(1);
      expect(world.disks.get(1)?.metadata).toMatchObject({ incarnation: 1, startCounter: start });
    }
    await cluster.settle();
    expect(world.disks.get(2)?.metadata?.known).toContainEqual(
      expect.objectContaining({ replicaId: 'log-replica(1)@node-1', startCounter: 4 }),
    );
  });

  test('does not vote before a quorum has recorded the start', async () => {
    world = new World('safe');
    const { cluster } = world;
    await world.openAll();
    for (const node of [1, 2, 3]) await world.crash(node);
    const log = await world.open(1);
    await cluster.clock.advance(30_000);
    expect(log.recovered.isPending).toBe(true);
    await world.open(2);
    await cluster.ready(log.recovered);
  });

  test('comes back when the whole group starts at once', async () => {
    world = new World('safe', 5);
    const { cluster } = world;
    await world.openAll();
    const writer = cluster.node(1).log.writer();
    await cluster.elect(writer);
    await cluster.ready(writer.append(bytes('kept')));
    for (const { number } of cluster.nodes) await world.crash(number);
    await world.openAll();
    const again = cluster.node(4).log.writer();
    await cluster.elect(again);
    expect(await cluster.node(4).texts(1, 1)).toEqual(['kept']);
  });

  test('is refused when its disk is a backup from before its last start', async () => {
    world = new World('safe');
    const { cluster } = world;
    await world.openAll();
    const backup = world.copy(3);
    await world.crash(3);
    await world.restart(3);
    const younger = world.copy(3);
    await world.crash(3);
    await world.restart(3);
    await world.crash(3);
    world.disks.set(3, backup);
    const error = await cluster.failed((await world.open(3)).recovered);
    expect(error.code).toBe('REPLICA_OUTDATED');
    expect(error.message).toContain('start 2 of life 1 here, start 3 of life 1 there');
    await world.crash(3);
    // It counts this start as the group has counted the last one, and is another one all the same.
    world.disks.set(3, younger);
    const same = await cluster.failed((await world.open(3)).recovered);
    expect(same.code).toBe('REPLICA_OUTDATED');
    expect(same.message).toContain('start 3 of life 1 here, start 3 of life 1 there');
  });

  test('is refused when its disk is of an earlier life', async () => {
    world = new World('safe');
    await world.openAll();
    const backup = world.copy(3);
    await world.wipe(3);
    await world.restart(3);
    await world.crash(3);
    world.disks.set(3, backup);
    const log = await world.open(3);
    expect((await world.cluster.failed(log.recovered)).code).toBe('REPLICA_OUTDATED');
  });

  test('is refused when its disk is a copy of another one', async () => {
    world = new World('safe');
    const { cluster } = world;
    await world.openAll();
    await world.crash(3);
    const error = await cluster.failed(world.openAlone(3, world.copy(1)));
    expect(error.code).toBe('REPLICA_IDENTITY_MISMATCH');
    expect(error.message).toContain('log-replica(1)@node-1, and this is log-replica(1)@node-3');
  });
});

describe('the quorum of a group', () => {
  test('changes a replica at a time, as long as any two quorums overlap; the others are told of', async () => {
    world = new World('safe');
    const { cluster } = world;
    await world.openAll();
    const told: string[] = [];
    for (const node of [1, 2, 3]) {
      await world.crash(node);
      const { events, onEvent } = peerProblems();
      const log = await world.open(node, { quorum: 3, clusterSize: 5, onEvent });
      await cluster.ready(log.recovered);
      told.push(events.map(({ member, code }) => `${member} ${code}`).join());
    }
    expect(told).toEqual([
      'log-replica(1)@node-2 PEER_QUORUM_DIFFERS,log-replica(1)@node-3 PEER_QUORUM_DIFFERS',
      'log-replica(1)@node-3 PEER_QUORUM_DIFFERS',
      '',
    ]);
    const writer = cluster.node(1).log.writer();
    await cluster.elect(writer);
    await cluster.ready(writer.append(bytes('by three')));
  });

  test('that need not overlap with that of the others keeps a replica from voting', async () => {
    world = new World('safe', 5);
    const { cluster } = world;
    for (const node of [1, 2, 3, 4]) await world.open(node, { quorum: 3, clusterSize: 5 });
    const peers = cluster.pids([1, 2]);
    const { events, onEvent } = peerProblems();
    // It thinks that there are three replicas.
    const log = await world.open(5, { quorum: 2, clusterSize: 3, peers, onEvent });
    await cluster.clock.advance(60_000);
    expect(log.recovered.isPending).toBe(true);
    expect(events.map(({ code }) => code)).toEqual([
      'PEER_QUORUM_MISMATCH',
      'PEER_QUORUM_MISMATCH',
    ]);
    expect(events[0]?.text).toContain('has a quorum of 3, and this replica of 2: among 5 replicas');
  });
});

describe('a cluster with a name', () => {
  const named = { clusterId: 'east' } as const;

  async function openNamed(options: Partial<LogOptions> = {}): Promise<readonly Log[]> {
    const logs = [];
    for (const node of [1, 2, 3]) logs.push(await world.open(node, { ...named, ...options }));
    return logs;
  }

  async function initialize(): Promise<void> {
    world = new World('safe');
    for (const log of await openNamed()) await world.cluster.ready(log.recovered);
  }

  /** What is left when the directories of the logs are gone, and what is beside them is not. */
  async function loseRecords(node: number): Promise<void> {
    const memberOf = world.disks.get(node)?.memberOf;
    await world.wipe(node);
    world.disks.set(node, Object.assign(memoryDisk(), { memberOf }));
  }

  test('is remembered by every replica that votes', async () => {
    await initialize();
    expect([1, 2, 3].map((node) => world.disks.get(node)?.memberOf)).toEqual(Array(3).fill('east'));
  });

  test('does not initialise itself again when all its records are gone (R5)', async () => {
    await initialize();
    for (const node of [1, 2, 3]) await loseRecords(node);
    const diagnoses = new Set<string>();
    const onEvent = (event: LogEvent): void => {
      if (event.type === 'recovery-waiting') diagnoses.add(event.diagnosis);
    };
    const logs = await openNamed({ onEvent });
    await world.cluster.clock.advance(60_000);
    expect(logs.every(({ recovered }) => recovered.isPending)).toBe(true);
    expect(diagnoses).toContain('initialised-before');
    expect(diagnoses).not.toContain('not-initialised');
  });

  test('does so when all who remember are gone, and lets back in who has lost its records', async () => {
    await initialize();
    await loseRecords(2);
    const log = await world.open(2, named);
    await world.cluster.ready(log.recovered);
    for (const node of [1, 2, 3]) await world.wipe(node);
    for (const each of await openNamed()) await world.cluster.ready(each.recovered);
  });

  test('is given to a group that had none, a replica at a time', async () => {
    world = new World('safe');
    await world.openAll();
    for (const node of [1, 2, 3]) {
      await world.crash(node);
      const log = await world.open(node, named);
      await world.cluster.ready(log.recovered);
      expect(world.disks.get(node)?.memberOf).toBe('east');
    }
  });

  test('does not count replicas of another one, and retires none of theirs', async () => {
    await initialize();
    const knownOf3 = (): unknown =>
      world.disks.get(1)?.metadata?.known?.find(({ replicaId }) => replicaId.endsWith('node-3'));
    const before = knownOf3();
    expect(before).toMatchObject({ incarnation: 1 });
    await world.wipe(3);
    const { events, onEvent } = peerProblems();
    const log = await world.open(3, { clusterId: 'west', onEvent });
    await world.cluster.clock.advance(30_000);
    expect(log.recovered.isPending).toBe(true);
    expect(new Set(events.map(({ code }) => code))).toEqual(new Set(['PEER_CLUSTER_MISMATCH']));
    // Not even that it asks for another life.
    expect(knownOf3()).toEqual(before);
  });

  test('refuses the storage of another one', async () => {
    await initialize();
    await world.crash(1);
    const disk = world.disks.get(1) ?? memoryDisk();
    const error = await world.cluster.failed(world.openAlone(1, disk, { clusterId: 'west' }));
    expect(error.code).toBe('REPLICA_CLUSTER_MISMATCH');
    expect(error.message).toContain('of cluster east, and this is one of west');
  });
});

describe('groups of both modes', () => {
  test('peers that do not say who they are are not counted', async () => {
    world = new World('safe');
    const { cluster } = world;
    await world.openAll();
    for (const node of [1, 2, 3]) await world.crash(node);
    await world.open(2, { recovery: 'mesos' });
    await world.open(3, { recovery: 'mesos' });
    const log = await world.open(1);
    await cluster.clock.advance(20_000);
    expect(log.recovered.isPending).toBe(true);
    expect(world.problems.join()).toContain('PEER_NOT_SAFE');
  });

  test('are told of once for each peer, however often it answers', async () => {
    world = new World('safe');
    const { cluster } = world;
    await world.openAll();
    for (const node of [1, 2, 3]) await world.crash(node);
    await world.open(2, { recovery: 'mesos' });
    await world.open(3, { recovery: 'mesos' });
    const { events, onEvent } = peerProblems();
    await world.open(1, { onEvent });
    await cluster.clock.advance(60_000);
    expect(events.map(({ member, code, isCounted }) => [member, code, isCounted])).toEqual([
      ['log-replica(1)@node-2', 'PEER_NOT_SAFE', false],
      ['log-replica(1)@node-3', 'PEER_NOT_SAFE', false],
    ]);
  });

  test('a group changes from the mode of Mesos and back, all at once, and keeps everything', async () => {
    world = new World('mesos');
    const { cluster } = world;
    await world.openAll();
    const written: string[] = [];
    for (const recovery of ['mesos', 'safe', 'mesos', 'safe'] as const) {
      if (written.length > 0) {
        for (const node of [1, 2, 3]) await world.crash(node);
        Object.assign(world, { recovery });
        await world.openAll();
      }
      const writer = cluster.node(1).log.writer();
      const end = await cluster.elect(writer);
      written.push(recovery);
      await cluster.ready(writer.append(bytes(recovery)));
      expect((await cluster.node(1).texts(1, end + 1)).filter((text) => text !== '')).toEqual(
        written,
      );
      const { metadata } = world.disks.get(1) ?? {};
      if (recovery === 'mesos') expect(Object.keys(metadata ?? {})).toEqual(['status', 'promised']);
      else expect(metadata?.incarnation).toBeGreaterThan(0);
    }
  });
});
