import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Completer, Pid } from '@quorate/process';
import type { Future } from '@quorate/process';
import { virtualRuntime } from '@quorate/process/testing';
import type { VirtualRuntime } from '@quorate/process/testing';
import { memoryStorage } from '../src/index.ts';
import type { LogEvent, Membership, MembershipSite } from '../src/index.ts';
import { Log } from '../src/log.ts';

/** A membership that says what the test wants. */
class ScriptedMembership implements Membership {
  site: MembershipSite | undefined;
  readonly closed = new Completer<void>();
  isClosing = false;

  start(site: MembershipSite): { close(): Future<void> } {
    this.site = site;
    const close = (): Future<void> => {
      this.isClosing = true;
      return this.closed.future;
    };
    return { close };
  }
}

describe('a membership', () => {
  let world: VirtualRuntime;
  let membership: ScriptedMembership;
  let log: Log;
  let events: LogEvent[];

  beforeEach(async () => {
    world = virtualRuntime();
    membership = new ScriptedMembership();
    events = [];
    log = await Log.open({
      ...{ runtime: world.runtime, storage: memoryStorage(), quorum: 2, membership },
      onEvent: (event) => void events.push(event),
    });
  });
  afterEach(async () => {
    membership.closed.set(undefined);
    await log.close();
    await world.runtime.close();
  });

  const names = (): readonly string[] => log.network.members.map(String);
  const pid = (id: string): Pid => new Pid(id, 'elsewhere');

  test('replaces the members, and the local replica is always one', async () => {
    const self = log.replica.pid;
    expect(membership.site?.self).toBe(self);
    expect(names()).toEqual([`${self}`]);
    membership.site?.setMembers([pid('a'), pid('b'), pid('a'), self]);
    await world.runtime.settle();
    expect(names()).toEqual([`${self}`, 'a@elsewhere', 'b@elsewhere']);
    membership.site?.setMembers([]);
    await world.runtime.settle();
    expect(names()).toEqual([`${self}`]);
  });

  test('that names more members than the group has is not believed', async () => {
    membership.site?.setMembers([pid('a')]);
    membership.site?.setMembers(['a', 'b', 'c'].map(pid));
    await world.runtime.settle();
    expect(names()).toEqual([`${log.replica.pid}`, 'a@elsewhere']);
    const members = [`${log.replica.pid}`, 'a@elsewhere', 'b@elsewhere', 'c@elsewhere'];
    expect(events).toContainEqual({ type: 'members-refused', members, clusterSize: 3 });
  });

  test('that fails ends the log', async () => {
    const failed = { code: 'LOG_MEMBERSHIP_FAILED', message: expect.stringContaining('planned') };
    const failing = expect(log.recovered).rejects.toMatchObject(failed);
    membership.site?.fail(new Error('planned'));
    await failing;
    expect(() => log.writer()).toThrow(expect.objectContaining({ code: failed.code }));
  });

  test('is closed with the log, which waits for it', async () => {
    const closing = log.close();
    await world.runtime.settle();
    expect([membership.isClosing, closing.isPending]).toEqual([true, true]);
    membership.closed.set(undefined);
    await closing;
  });
});
