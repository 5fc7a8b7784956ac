import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Group, Membership } from '../src/index.ts';
import { EVERYONE_READ_CREATOR_ALL, OPEN_ACL_UNSAFE, ZooKeeperError } from '../src/index.ts';
import { describeWithServer } from '../../../testing/describe-with-server.ts';
import { ZooKeeperServer } from '../../../testing/zookeeper-server.ts';
import { ZooKeeperWorld, digest, text } from './support/zookeeper-world.ts';

describeWithServer('GroupTest', () => {
  let server: ZooKeeperServer;
  let world: ZooKeeperWorld;

  beforeAll(async () => {
    server = await ZooKeeperServer.start();
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

  /** A group that has joined, and knows it. */
  async function joined(data = 'hello world'): Promise<{ group: Group; membership: Membership }> {
    const group = world.group();
    const membership = await group.join(data);
    expect(await group.watch()).toEqual([membership]);
    return { group, membership };
  }

  /** Waits for a session, and has the server end it. */
  async function expire(group: Group): Promise<bigint> {
    let session: bigint | undefined;
    while (session === undefined) session = await group.session();
    await world.proxy.expireSession(session);
    return session;
  }

  test('Group: joins, is seen, gives its data and cancels', async () => {
    const { group, membership } = await joined();
    expect(membership.name).toMatch(/^\d{10}$/);
    expect(text(await group.data(membership))).toBe('hello world');
    expect(await group.cancel(membership)).toBe(true);
    expect(await group.watch([membership])).toEqual([]);
    expect(await membership.cancelled).toBe(true);
    expect(await group.cancel(membership)).toBe(false);
  });

  test('GroupJoinWithDisconnect: a join waits for the connection', async () => {
    const group = world.group();
    await group.session();
    world.proxy.shutdownNetwork();
    const joining = group.join('hello world');
    await world.runtime.after(300);
    expect(joining.isPending).toBe(true);
    world.proxy.startNetwork();
    expect(await group.watch()).toEqual([await joining]);
  });

  test('GroupDataWithDisconnect: data waits for the connection', async () => {
    const { group, membership } = await joined();
    world.proxy.shutdownNetwork();
    const reading = group.data(membership);
    await world.runtime.after(300);
    expect(reading.isPending).toBe(true);
    world.proxy.startNetwork();
    expect(text(await reading)).toBe('hello world');
  });

  test('GroupDataWithRemovedMembership: who is gone has no data', async () => {
    const { group, membership } = await joined();
    expect(await group.cancel(membership)).toBe(true);
    expect(await group.data(membership)).toBeUndefined();
  });

  test('GroupCancelWithDisconnect: a cancellation waits for the connection', async () => {
    const { group, membership } = await joined();
    world.proxy.shutdownNetwork();
    const cancelling = group.cancel(membership);
    await world.runtime.after(300);
    expect(cancelling.isPending).toBe(true);
    world.proxy.startNetwork();
    expect(await cancelling).toBe(true);
    expect(await group.watch([membership])).toEqual([]);
    expect(await membership.cancelled).toBe(true);
  });

  test('GroupWatchWithSessionExpiration: nobody is there, and the membership is lost', async () => {
    const { group, membership } = await joined();
    const watching = group.watch([membership]);
    const session = await expire(group);
    expect(await watching).toEqual([]);
    expect(await membership.cancelled).toBe(false);
    await group.join('again');
    expect(await group.session()).not.toBe(session);
  });

  test('MultipleGroups: each sees the members of the other, and their loss', async () => {
    const [group1, group2] = [world.group(), world.group()];
    const [membership1, membership2] = [await group1.join('1'), await group2.join('2')];
    const names = [membership1.name, membership2.name];
    for (const group of [group1, group2]) {
      let seen = await group.watch();
      if (seen.length === 1) seen = await group.watch(seen);
      expect(seen.map(({ name }) => name)).toEqual(names);
    }
    const [first] = await group2.watch();
    expect(first?.cancelled.isPending).toBe(true);
    await expire(group1);
    expect(await first?.cancelled).toBe(false);
    expect(await membership1.cancelled).toBe(false);
    expect(membership2.cancelled.isPending).toBe(true);
  });

  test('GroupPathWithRestrictivePerms: what may not be made fails, what is there can be used', async () => {
    const creator = world.client({ authentication: digest('creator') });
    const readOnly = world.path;
    const bytes = (value: string): Uint8Array => new TextEncoder().encode(value);
    await creator.create(readOnly, bytes('42'), { acl: EVERYONE_READ_CREATOR_ALL });
    await creator.create(`${readOnly}/writable`, bytes('37'), { acl: OPEN_ACL_UNSAFE });
    const authentication = digest('non-creator');
    const noAuth = { code: 'ZOOKEEPER_NO_AUTH', outcome: 'definite' };
    const there = world.group({ path: `${readOnly}/`, authentication });
    await expect(there.join('fail')).rejects.toMatchObject(noAuth);
    const missing = world.group({ path: `${readOnly}/new`, authentication });
    await expect(missing.join('fail')).rejects.toMatchObject(noAuth);
    // It cannot be made: the group has failed for good.
    await expect(missing.watch()).rejects.toMatchObject(noAuth);
    const writable = world.group({ path: `${readOnly}/writable/`, authentication });
    const { name } = await writable.join('succeed');
    const stranger = world.client();
    const member = `${readOnly}/writable/${name}`;
    expect(text((await stranger.get(member)).data)).toBe('succeed');
    await expect(stranger.set(member, bytes('no'))).rejects.toMatchObject(noAuth);
  });

  test('RetryableErrors: operations outlive the sessions that expire under them', async () => {
    const group = world.group({ authentication: digest('creator') });
    await expire(group);
    const joining = group.join('hello world');
    await expire(group);
    const membership = await joining;
    await expire(group);
    const cancelling = group.cancel(membership);
    await expire(group);
    expect(typeof (await cancelling)).toBe('boolean');
    expect(await membership.cancelled).toBeDefined();
    const again = await group.join('once more');
    expect(await group.watch()).toEqual([again]);
  });

  test('LabelledGroup: the label stands before the number', async () => {
    const group = world.group();
    const membership = await group.join('hello world', 'test_label');
    expect(membership.label).toBe('test_label');
    expect(membership.name).toMatch(/^test_label_\d{10}$/);
    expect(await group.watch()).toEqual([membership]);
    expect(text(await group.data(membership))).toBe('hello world');
    expect(await group.cancel(membership)).toBe(true);
    expect(await group.watch([membership])).toEqual([]);
    expect(await membership.cancelled).toBe(true);
  });

  test('ConnectTimer: watches hear that nobody is there though there never was a connection', async () => {
    world.proxy.shutdownNetwork();
    const group = world.group({ sessionTimeoutMs: 10_000 });
    const stale = { name: '0000000007' } as Membership;
    const watching = group.watch([stale]);
    await world.advance(9_000);
    expect(watching.isPending).toBe(true);
    await world.advance(1_500);
    expect(await watching).toEqual([]);
  });

  test('TimerCleanup: nothing is left of a group that was closed before it connected', async () => {
    world.proxy.shutdownNetwork();
    const group = world.group({ sessionTimeoutMs: 10_000 });
    const joining = group.join('never');
    const failing = expect(joining).rejects.toMatchObject({ code: 'ZOOKEEPER_CLOSED' });
    await group.close();
    await failing;
    const before = world.runtime.deadLetters.total;
    await world.advance(60_000);
    expect(world.runtime.deadLetters.total).toBe(before);
    await expect(group.join('late')).rejects.toMatchObject({ code: 'ZOOKEEPER_CLOSED' });
  });

  test('a join whose answer was lost is found again, not made twice', async () => {
    const group = world.group();
    const first = await group.join('first');
    await group.watch();
    // From here on the server does what it is asked, and nobody hears of it.
    world.proxy.holdAnswers();
    const joining = group.join('second');
    const watcher = world.client({ servers: server.address });
    for (let count = 0; count < 2;) {
      count = (await watcher.children(world.path)).children.length;
    }
    world.proxy.breakConnections();
    world.proxy.startNetwork();
    const second = await joining;
    expect([...(await watcher.children(world.path)).children].sort()).toEqual([
      first.name,
      second.name,
    ]);
    expect(await group.cancel(second)).toBe(true);
  });

  test('a join that is discarded on its way leaves nothing behind', async () => {
    const group = world.group();
    await group.join('first');
    const joining = group.join('unwanted');
    joining.discard();
    await expect(joining).rejects.toMatchObject({ code: 'FUTURE_DISCARDED' });
    const last = await group.join('last');
    expect((await group.watch()).map(({ name }) => name)).toContain(last.name);
    expect(await group.watch()).toHaveLength(2);
  });

  test('a group whose znode somebody removed makes it again', async () => {
    const { group, membership } = await joined();
    const watching = group.watch([membership]);
    const operator = world.client();
    await operator.delete(`${world.path}/${membership.name}`);
    await operator.delete(world.path).repair(() => undefined);
    expect(await watching).toEqual([]);
    expect(await membership.cancelled).toBe(false);
    const again = await group.join('again');
    expect(await group.watch()).toEqual([again]);
  });

  test('what is no member is no member, such as a group below', async () => {
    const { group, membership } = await joined();
    const operator = world.client();
    await operator.create(`${world.path}/log_replicas`, new Uint8Array());
    await operator.create(`${world.path}/12`, new Uint8Array());
    const second = await group.join('second');
    expect(await group.watch([membership])).toEqual([membership, second]);
  });

  test('a label that is no name, and options that are wrong, are refused', async () => {
    const group = world.group();
    await expect(group.join('', 'a/b')).rejects.toMatchObject({ code: 'ZOOKEEPER_LABEL_INVALID' });
    await expect(group.join('', '')).rejects.toThrow('""');
    expect(() => world.group({ path: 'relative' })).toThrow(ZooKeeperError);
    expect(() => world.group({ sessionTimeoutMs: 0 })).toThrow('sessionTimeoutMs');
    const tooLarge = group.join(new Uint8Array(1024 * 1024));
    await expect(tooLarge).rejects.toMatchObject({ code: 'ZOOKEEPER_REQUEST_TOO_LARGE' });
    await group.join('and it still works');
  });
});
