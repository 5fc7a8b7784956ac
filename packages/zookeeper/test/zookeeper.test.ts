import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Membership, WatchEvent } from '../src/index.ts';
import {
  EVERYONE_CREATE_AND_READ_CREATOR_ALL,
  EVERYONE_READ_CREATOR_ALL,
  LeaderContender,
  LeaderDetector,
  REQUEST_BYTES_MAX,
} from '../src/index.ts';
import { describeWithServer } from '../../../testing/describe-with-server.ts';
import { ZooKeeperServer } from '../../../testing/zookeeper-server.ts';
import { ZooKeeperWorld, digest, eventually, text } from './support/zookeeper-world.ts';

const bytes = (value: string): Uint8Array => new TextEncoder().encode(value);
const EMPTY = new Uint8Array(0);
const NO_AUTH = { code: 'ZOOKEEPER_NO_AUTH', outcome: 'definite', serverCode: -102 };

describeWithServer('ZooKeeperTest', () => {
  let server: ZooKeeperServer;
  let world: ZooKeeperWorld;

  beforeAll(async () => {
    server = await ZooKeeperServer.start({ minMs: 8_000, maxMs: 20_000 });
  });
  afterAll(async () => {
    await server.destroy();
  });
  beforeEach(async () => {
    world = await ZooKeeperWorld.open(server);
  });
  afterEach(async () => {
    await world.close();
  });

  test('Auth: anyone reads, and only the creator writes', async () => {
    const acl = EVERYONE_READ_CREATOR_ALL;
    const creator = world.client({ authentication: digest('creator') });
    await creator.create(world.path, bytes('42'), { acl });
    for (const authentication of [undefined, digest('non-owner')]) {
      const other = world.client(authentication ? { authentication } : {});
      expect(text((await other.get(world.path)).data)).toBe('42');
      await expect(other.set(world.path, EMPTY)).rejects.toMatchObject(NO_AUTH);
    }
    // Who it is goes with it to the next connection.
    world.proxy.breakConnections();
    await creator.set(world.path, bytes('43')).repair(() => creator.set(world.path, bytes('43')));
    expect(text((await creator.get(world.path)).data)).toBe('43');
  });

  test('SessionTimeoutNegotiation: the server brings the time-out within its bounds', async () => {
    const [short, long] = [
      world.client({ sessionTimeoutMs: 7_000 }),
      world.client({ sessionTimeoutMs: 22_000 }),
    ];
    await eventually('both are connected', () =>
      [short, long].every(({ status }) => status.type === 'connected'),
    );
    expect([short.sessionTimeoutMs, long.sessionTimeoutMs]).toEqual([8_000, 20_000]);
  });

  test('Create: with what is above it, by whoever may', async () => {
    const creator = world.client({ authentication: digest('creator') });
    const parent = `${world.path}/foo/bar`;
    await creator.ensure(parent, EVERYONE_READ_CREATOR_ALL);
    await creator.create(`${parent}/baz`, bytes('43'), {
      acl: EVERYONE_CREATE_AND_READ_CREATOR_ALL,
    });
    const other = world.client({ authentication: digest('non-owner') });
    await other.ensure(`${parent}/baz`);
    await expect(other.create(`${parent}/new`, EMPTY)).rejects.toMatchObject(NO_AUTH);
    await expect(creator.create(`${parent}/baz`, EMPTY)).rejects.toMatchObject({
      code: 'ZOOKEEPER_NODE_EXISTS',
      message: expect.stringContaining(`create ${parent}/baz`),
    });
    await other.create(`${parent}/baz/bam`, bytes('44'), { acl: EVERYONE_READ_CREATOR_ALL });
    expect(text((await other.get(`${parent}/baz/bam`)).data)).toBe('44');
    const options = { ephemeral: true, sequential: true };
    expect(await other.create(`${parent}/baz/`, EMPTY, options)).toMatch(/\/baz\/0\d{9}$/);
  });

  test('LeaderDetector: the oldest leads, then the next, then nobody', async () => {
    const group = world.group();
    const membership1 = await group.join('member 1');
    let membership2 = await group.join('member 2');
    const detector = new LeaderDetector(group);
    expect(await detector.detect()).toBe(membership1);
    const next = detector.detect(membership1);
    expect(await group.cancel(membership2)).toBe(true);
    membership2 = await group.join('member 2');
    await group.watch();
    expect(next.isPending).toBe(true);
    expect(await group.cancel(membership1)).toBe(true);
    expect(await next).toBe(membership2);
    const nobody = detector.detect(membership2);
    expect(await group.cancel(membership2)).toBe(true);
    expect(await nobody).toBeUndefined();
    const closed = expect(detector.detect()).rejects.toMatchObject({ code: 'ZOOKEEPER_CLOSED' });
    await detector.close();
    await closed;
  });

  test('LeaderDetectorTimeoutHandling: nobody leads for who is cut off as long as a session', async () => {
    const group = world.group({ sessionTimeoutMs: 10_000 });
    const detector = new LeaderDetector(group);
    const membership = await group.join('member 1');
    expect(await detector.detect()).toBe(membership);
    const next = detector.detect(membership);
    world.proxy.shutdownNetwork();
    await world.advance(10_000);
    expect(await next).toBeUndefined();
    expect(await membership.cancelled).toBe(false);
  });

  test('LeaderDetectorCancellationHandling: nobody leads until another joins', async () => {
    const group = world.group();
    const detector = new LeaderDetector(group);
    await group.join('member 1');
    const leader = (await detector.detect()) as Membership;
    expect(await group.cancel(leader)).toBe(true);
    expect(await detector.detect(leader)).toBeUndefined();
    const membership = await group.join('member 2');
    expect(await detector.detect()).toBe(membership);
  });

  test('LeaderContender: contends, withdraws, and hears of each loss', async () => {
    const group = world.group({ sessionTimeoutMs: 10_000 });
    const contender = (): LeaderContender => new LeaderContender(group, 'candidate 1', 'json.info');
    // There is nothing to withdraw.
    const first = contender();
    expect(await first.withdraw()).toBe(false);
    // Withdrawing at once means to withdraw what is to come.
    const early = first.contend();
    expect(await first.withdraw()).toBe(true);
    await expect(early).rejects.toMatchObject({ code: 'FUTURE_DISCARDED' });
    await expect(first.contend()).rejects.toMatchObject({ code: 'ZOOKEEPER_CONTENDED_ALREADY' });
    // The session expires.
    const second = contender();
    const candidacy = await second.contend();
    expect(candidacy.membership.name).toMatch(/^json\.info_\d{10}$/);
    expect(candidacy.lost.isPending).toBe(true);
    await expire();
    await candidacy.lost;
    expect(await second.withdraw()).toBe(false);
    // It expires under a contender that goes on.
    const third = contender();
    const contending = third.contend();
    await expire();
    const again = await contending;
    await third.withdraw();
    await again.lost;
    // The network fails for as long as a session lasts.
    const lost = (await contender().contend()).lost;
    world.proxy.shutdownNetwork();
    await world.advance(10_000);
    await lost;
    world.proxy.startNetwork();
    expect((await contender().contend()).lost.isPending).toBe(true);

    async function expire(): Promise<void> {
      let session: bigint | undefined;
      while (session === undefined) session = await group.session();
      await world.proxy.expireSession(session);
    }
  });

  test('a contender that is closed gives its place up, whenever that is', async () => {
    const group = world.group();
    const contender = new LeaderContender(group, 'x');
    const { lost } = await contender.contend();
    await contender.close();
    await lost;
    const hasty = new LeaderContender(group, 'y');
    const closed = { code: 'ZOOKEEPER_CLOSED' };
    const failing = expect(hasty.contend()).rejects.toMatchObject(closed);
    await hasty.close();
    await failing;
    const last = await group.join('last');
    for (let seen = await group.watch(); seen.length > 1;) seen = await group.watch(seen);
    expect(await group.watch()).toEqual([last]);
  });

  test('watches hear of what they watch, once, and of what happened without a connection', async () => {
    const [client, other] = [world.client(), world.client({ servers: server.address })];
    const events: WatchEvent[] = [];
    const onChange = (event: WatchEvent): void => void events.push(event);
    const path = world.path;
    expect(await client.exists(path, { onChange })).toBeUndefined();
    await other.create(path, EMPTY);
    await eventually('created', () => events.length === 1);
    await client.get(path, { onChange });
    await client.children(path, { onChange });
    world.proxy.shutdownNetwork();
    await other.set(path, bytes('x'));
    await other.create(`${path}/child`, EMPTY);
    world.proxy.startNetwork();
    await eventually('changed', () => events.length === 3);
    await other.delete(`${path}/child`);
    await other.delete(path);
    await client.sync(path);
    expect(events.map(({ type }) => type).sort()).toEqual([
      'changed',
      'children-changed',
      'created',
    ]);
  });

  test('what is too large for a server is refused before it is sent, and the largest is not', async () => {
    const client = world.client();
    await client.create(world.path, EMPTY);
    const overhead = 4 + 4 + 4 + world.path.length + 4 + 4;
    const largest = new Uint8Array(REQUEST_BYTES_MAX - overhead).fill(7);
    await client.set(world.path, largest);
    expect((await client.get(world.path)).data).toHaveLength(largest.length);
    const tooLarge = client.set(world.path, new Uint8Array(largest.length + 1));
    await expect(tooLarge).rejects.toMatchObject({
      code: 'ZOOKEEPER_REQUEST_TOO_LARGE',
      outcome: 'definite',
      message: expect.stringContaining(`${REQUEST_BYTES_MAX + 1} bytes`),
    });
    expect(client.status.type).toBe('connected');
  });

  test('operations are served in the order of the calls, and their number has a limit', async () => {
    const client = world.client({ operationsMax: 100 });
    const path = world.path;
    const created = client.create(path, EMPTY);
    const versions = Array.from({ length: 99 }, (_, index) => client.set(path, EMPTY, index));
    await expect(client.get(path)).rejects.toMatchObject({ code: 'ZOOKEEPER_QUEUE_FULL' });
    await created;
    for (const [index, set] of versions.entries()) expect((await set).version).toBe(index + 1);
  });

  test('a listener that throws stops nothing', async () => {
    const client = world.client({
      onStatus: () => {
        throw new Error('planned');
      },
    });
    await client.create(world.path, EMPTY);
    await client.get(world.path, {
      onChange: () => {
        throw new Error('planned');
      },
    });
    await client.set(world.path, bytes('x'));
    expect(text((await client.get(world.path)).data)).toBe('x');
  });

  test('a scheme of authentication that the server does not know ends the client', async () => {
    const client = world.client({ authentication: { scheme: 'none', credentials: 'x' } });
    const failed = { code: 'ZOOKEEPER_AUTH_FAILED' };
    await expect(client.get('/')).rejects.toMatchObject(failed);
    await expect(client.get('/')).rejects.toMatchObject(failed);
    const group = world.group({ authentication: { scheme: 'none', credentials: 'x' } });
    await expect(group.join('x')).rejects.toMatchObject(failed);
    await expect(group.watch()).rejects.toMatchObject(failed);
  });
});
