import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Log, memoryStorage } from '@quorate/log';
import type { LogEvent, LogOptions, Writer } from '@quorate/log';
import { MemoryNetwork, Runtime } from '@quorate/process';
import { EVERYONE_READ_CREATOR_ALL, ZooKeeperNetwork } from '../src/index.ts';
import { describeWithServer } from '../../../testing/describe-with-server.ts';
import { ZooKeeperServer } from '../../../testing/zookeeper-server.ts';
import { ZooKeeperWorld, digest, eventually, text } from './support/zookeeper-world.ts';

const bytes = (value: string): Uint8Array => new TextEncoder().encode(value);

describeWithServer('LogZooKeeperTest', () => {
  let server: ZooKeeperServer;
  let world: ZooKeeperWorld;
  let network: MemoryNetwork;
  let nodes: { readonly log: Log; readonly runtime: Runtime }[];

  beforeAll(async () => {
    server = await ZooKeeperServer.start();
  });
  afterAll(async () => {
    await server.destroy();
  });
  beforeEach(async () => {
    world = await ZooKeeperWorld.open(server);
    network = new MemoryNetwork();
    nodes = [];
  });
  afterEach(async () => {
    for (const { log, runtime } of nodes) {
      await log.close();
      await runtime.close();
    }
    await world.close();
  });

  /** A log on a node of its own, whose peers are found through ZooKeeper. */
  async function openLog(address: string, options: Partial<LogOptions> = {}): Promise<Log> {
    const runtime = new Runtime({ clock: world.clock, transport: network.transport(address) });
    const log = await Log.open({
      ...{ runtime, storage: memoryStorage(), quorum: 2, clusterSize: 2 },
      autoInitialize: true,
      replicaId: 'replica',
      membership: new ZooKeeperNetwork({ ...world.connection(), runtime, path: world.path }),
      ...options,
    });
    nodes.push({ log, runtime });
    return log;
  }

  /** A writer whose election waits until enough peers vote. */
  async function electedWriter(log: Log): Promise<Writer> {
    const writer = log.writer();
    for (let type = ''; type !== 'elected';) ({ type } = await writer.start());
    return writer;
  }

  async function appendAndRead(log: Log, value: string): Promise<string | undefined> {
    const writer = await electedWriter(log);
    const position = await writer.append(bytes(value));
    const [entry] = await log.reader().read(position, position);
    return text(entry?.data);
  }

  test('WriteRead: replicas that find each other through ZooKeeper', async () => {
    const [, log2] = [await openLog('node-1'), await openLog('node-2')];
    expect(await appendAndRead(log2, 'hello world')).toBe('hello world');
    expect(log2.network.members.map(String).sort()).toEqual(['replica@node-1', 'replica@node-2']);
  });

  test('LostZooKeeper: a log that has its quorum goes on without ZooKeeper', async () => {
    const log = await openLog('node-1', { quorum: 1, clusterSize: 1 });
    const writer = await electedWriter(log);
    world.proxy.shutdownNetwork();
    const position = await writer.append(bytes('hello world'));
    const [entry] = await log.reader().read(position, position);
    expect(text(entry?.data)).toBe('hello world');
  });

  test('peers stay members while ZooKeeper is away, for longer than a session too', async () => {
    const [log1] = [await openLog('node-1'), await openLog('node-2')];
    const writer = await electedWriter(log1);
    world.proxy.shutdownNetwork();
    await world.advance(60_000);
    expect(log1.network.size).toBe(2);
    await writer.append(bytes('without ZooKeeper'));
    // Both join again when it is back.
    world.proxy.startNetwork();
    const watcher = world.client();
    for (let count = 0; count < 2;) {
      count = (await watcher.children(world.path)).children.length;
    }
    await writer.append(bytes('with ZooKeeper'));
  });

  test('a replica whose membership is removed joins again', async () => {
    const log = await openLog('node-1');
    const client = world.client();
    await client.ensure(world.path);
    const names = async (): Promise<readonly string[]> =>
      (await client.children(world.path)).children;
    while ((await names()).length === 0);
    const [first] = await names();
    await client.delete(`${world.path}/${first}`);
    for (let now: readonly string[] = []; now.length === 0 || now[0] === first;) {
      now = await names();
    }
    expect(log.network.size).toBe(1);
  });

  test('more members than the group has are refused, and what is no replica is left out', async () => {
    const events: LogEvent[] = [];
    const log1 = await openLog('node-1', { onEvent: (event) => void events.push(event) });
    const group = world.group();
    await group.join('no pid');
    await openLog('node-2');
    await eventually('they have met', () => log1.network.size === 2);
    const third = await group.join('replica@node-3');
    const refused = (): readonly LogEvent[] =>
      events.filter(({ type }) => type === 'members-refused');
    await eventually('it is refused', () => refused().length > 0);
    expect(refused()[0]).toEqual({
      type: 'members-refused',
      members: ['replica@node-1', 'replica@node-2', 'replica@node-3'],
      clusterSize: 2,
    });
    expect(log1.network.members.map(String)).not.toContain('replica@node-3');
    await group.cancel(third);
    expect(await appendAndRead(log1, 'x')).toBe('x');
  });

  test('a closed log leaves the group, and its peer goes on with who is there', async () => {
    const [log1, log2] = [await openLog('node-1'), await openLog('node-2')];
    await log1.recovered;
    await eventually('they have met', () => log2.network.size === 2);
    await log1.close();
    await eventually('one has gone', () => log2.network.size === 1);
  });

  test('a group that can never be there ends the log', async () => {
    const creator = world.client({ authentication: digest('creator') });
    await creator.create(world.path, bytes('mine'), { acl: EVERYONE_READ_CREATOR_ALL });
    const events: LogEvent[] = [];
    const log = await openLog('node-1', { onEvent: (event) => void events.push(event) });
    const failed = {
      code: 'LOG_MEMBERSHIP_FAILED',
      cause: expect.objectContaining({ code: 'ZOOKEEPER_NO_AUTH' }),
    };
    await expect(log.recovered).rejects.toMatchObject(failed);
    expect(events).toEqual([{ type: 'failed', error: expect.objectContaining(failed) }]);
  });

  test('peers and a membership exclude each other', async () => {
    const peers = { peers: ['replica@node-2'] };
    await expect(openLog('node-1', peers)).rejects.toMatchObject({ code: 'LOG_OPTION_INVALID' });
    const membership = {} as ZooKeeperNetwork;
    await expect(openLog('node-2', { membership })).rejects.toThrow('method start');
    expect(() => new ZooKeeperNetwork({ ...world.connection(), path: 'x' })).toThrow('begin with');
  });
});
