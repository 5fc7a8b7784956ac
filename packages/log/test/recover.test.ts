import { afterEach, describe, expect, test } from '@jest/globals';
import { LearnedMessage, PromiseRequest, RecoverRequest, RecoverResponse } from '@quorate/messages';
import type { Future } from '@quorate/process';
import { expectDiscarded, expectPending } from '@quorate/process/testing';
import { catchUpVoting } from '../src/proposer/catch-up-voting.ts';
import { catchUp } from '../src/proposer/catch-up.ts';
import { Consensus } from '../src/proposer/consensus.ts';
import type { Coordinator } from '../src/proposer/coordinator.ts';
import type { LogEvent } from '../src/events.ts';
import type { LocalReplica } from '../src/proposer/local-replica.ts';
import { IntervalSet } from '../src/protocol/interval-set.ts';
import { toPosition } from '../src/protocol/types.ts';
import { recover } from '../src/proposer/recover.ts';
import type { RecoverOptions } from '../src/proposer/recover.ts';
import { LogCluster } from '../src/testing/log-cluster.ts';
import { GatedReplica } from './support/gated-replica.ts';

let cluster: LogCluster;
let events: LogEvent[] = [];

async function start(
  nodes: number,
  voting: readonly number[],
  options: { readonly quorum?: number; readonly empty?: readonly number[] } = {},
): Promise<void> {
  events = [];
  cluster = new LogCluster({ nodes, quorum: options.quorum ?? 2 });
  await cluster.startReplicas(voting);
  await cluster.startReplicas(options.empty ?? [], 'empty');
}

afterEach(async () => {
  await cluster.checkAgreement();
  await cluster.close();
});

const bytes = (text: string) => new TextEncoder().encode(text);
const at = toPosition;
const elected = (position: number) => ({ type: 'elected', position });
const written = (position: number) => ({ type: 'written', position });
const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `${from + index}`);

const elect = (coordinator: Coordinator) => cluster.ready(coordinator.elect());
const append = (coordinator: Coordinator, text: string) =>
  cluster.ready(coordinator.append(bytes(text)));

async function appendNumbers(coordinator: Coordinator, count: number): Promise<void> {
  for (let position = 1; position <= count; position++) {
    expect(await append(coordinator, `${position}`)).toEqual(written(position));
  }
}

/** Nodes 1 and 2 write ten entries, and truncate the log to `to` if given. */
async function writeTen(members: readonly number[], to?: number): Promise<Coordinator> {
  const coordinator = cluster.node(1).coordinator(members);
  expect(await elect(coordinator)).toEqual(elected(0));
  await appendNumbers(coordinator, 10);
  if (to !== undefined) {
    expect(await cluster.ready(coordinator.truncate(at(to)))).toEqual(written(11));
  }
  return coordinator;
}

function startRecovery(node: number, options: Partial<RecoverOptions> = {}) {
  return recover(cluster.node(node).consensus(), {
    clusterSize: 2 * cluster.quorum - 1,
    autoInitialize: false,
    onEvent: (event) => events.push(event),
    ...options,
  });
}

const auto = { autoInitialize: true } as const;

describe('CoordinatorTest', () => {
  test('RecoveryRace: too few voting replicas say so promptly', async () => {
    await start(3, [], { empty: [1, 2, 3] });
    const gates = [1, 2, 3].map((number) => new GatedReplica(cluster.node(number).replica));
    const recoverings = gates.map((replica, index) =>
      recover(consensusWith(index + 1, replica), {
        clusterSize: 3,
        autoInitialize: true,
        onEvent: () => undefined,
      }),
    );
    const [gate1, gate2, gate3] = gates;
    await until(() => gates.every(({ held }) => held.length === 1));
    expect(gates.map(({ held }) => held[0]?.status)).toEqual(['starting', 'starting', 'starting']);

    gate1?.held[0]?.release();
    await until(() => gate1?.held[1]?.status === 'voting');
    gate1?.held[1]?.release();
    const [recovering1, recovering2, recovering3] = recoverings;
    if (!recovering1 || !recovering2 || !recovering3) throw new Error('three recoveries');
    await cluster.ready(recovering1);

    const before = cluster.clock.now();
    expect(await elect(cluster.node(1).coordinator())).toEqual({ type: 'ignored' });
    expect(cluster.clock.now()).toBe(before);

    gate2?.held[0]?.release();
    await until(() => gate2?.held[1]?.status === 'voting');
    gate2?.held[1]?.release();
    await cluster.ready(recovering2);

    const coordinator = cluster.node(1).coordinator();
    expect(await elect(coordinator)).toEqual(elected(0));

    if (gate3) gate3.open = true;
    gate3?.held[0]?.release();
    await cluster.ready(recovering3);
    expect(await cluster.ready(cluster.node(3).replica.status())).toBe('voting');
    expect(await append(coordinator, 'hello world')).toEqual(written(1));
  });

  function consensusWith(number: number, replica: LocalReplica): Consensus {
    const { runtime, network, quorum } = cluster.node(number).consensus();
    return new Consensus({ runtime, network, quorum, replica });
  }

  async function until(done: () => boolean): Promise<void> {
    for (let round = 0; round < 1_000 && !done(); round++) await cluster.clock.advance(50);
    expect(done()).toBe(true);
  }
});

describe('RecoverTest', () => {
  test('RacingCatchup: two empty replicas recover at once', async () => {
    await start(5, [1, 2, 3], { quorum: 3, empty: [4, 5] });
    await writeTen([1, 2, 3]);
    const recovering4 = startRecovery(4);
    const recovering5 = startRecovery(5);
    await cluster.ready(recovering4);
    await cluster.ready(recovering5);
    const coordinator = cluster.node(4).coordinator();
    // Its proposal comes from a replica that has promised nothing, so it is too low at first.
    expect(await elect(coordinator)).toEqual({ type: 'rejected' });
    expect(await elect(coordinator)).toEqual(elected(10));
    expect(await cluster.node(4).texts(1, 10)).toEqual(numbers(1, 10));
    expect(await append(coordinator, 'hello hello')).toEqual(written(11));
    expect(await cluster.node(4).texts(11, 11)).toEqual(['hello hello']);
  });

  test('CatchupRetry: a position whose messages were lost is started again after 10 s', async () => {
    await start(3, [1, 2], { empty: [3] });
    cluster.filters.drop({ name: LearnedMessage, to: cluster.node(2).pid });
    await writeTen([1, 2]);
    // Node 2 promises, node 3 is empty and ignores: the answer of node 1 is needed.
    const lost = cluster.filters.drop({ name: PromiseRequest, to: cluster.node(1).pid });
    const catching = catchUp(cluster.node(3).consensus(), IntervalSet.closed(1, 10));
    await cluster.clock.advance(9_000);
    lost.cancel();
    await cluster.clock.advance(999);
    await expectPending(catching, cluster.clock);
    await cluster.ready(catching, 1_000);
    expect(await cluster.node(3).texts(1, 10)).toEqual(numbers(1, 10));
  });

  test('RecoverProtocolRetry: recovery goes on until a quorum votes', async () => {
    await start(3, [1], { empty: [2, 3] });
    const recovering = startRecovery(3);
    await expectPending(recovering, cluster.clock);
    await cluster.clock.advance(10_000);
    await expectPending(recovering, cluster.clock);
    await cluster.node(2).halt();
    cluster.node(2).wipe();
    await cluster.node(2).startReplica('voting');
    await cluster.ready(recovering, 20_000);
    expect(await cluster.ready(cluster.node(3).replica.status())).toBe('voting');
  });

  test('AutoInitialization: no replica votes before all have asked', async () => {
    await start(3, [], { empty: [1, 2, 3] });
    const recovering1 = startRecovery(1, auto);
    const recovering2 = startRecovery(2, auto);
    await expectPending(recovering1, cluster.clock);
    await expectPending(recovering2, cluster.clock);
    expect(await cluster.ready(cluster.node(1).replica.status())).toBe('starting');
    const recovering3 = startRecovery(3, auto);
    for (const recovering of [recovering1, recovering2, recovering3]) {
      await cluster.ready(recovering);
    }
    const coordinator = cluster.node(1).coordinator();
    expect(await elect(coordinator)).toEqual(elected(0));
    expect(await append(coordinator, 'hello world')).toEqual(written(1));
    expect(await cluster.node(1).texts(1, 1)).toEqual(['hello world']);
  });

  test('AutoInitializationRetry: requests that were lost are repeated after 10 s', async () => {
    await start(3, [], { empty: [1, 2, 3] });
    const toNode3 = { name: RecoverRequest, to: cluster.node(3).pid };
    const lost = [cluster.filters.dropNext(toNode3), cluster.filters.dropNext(toNode3)];
    const recovering1 = startRecovery(1, auto);
    const recovering2 = startRecovery(2, auto);
    await expectPending(recovering1, cluster.clock);
    await expectPending(recovering2, cluster.clock);
    expect(lost.map(({ isReady }) => isReady)).toEqual([true, true]);
    const recovering3 = startRecovery(3, auto);
    await cluster.clock.advance(9_999);
    expect(recovering1.isPending && recovering2.isPending).toBe(true);
    await cluster.clock.advance(2_001);
    for (const recovering of [recovering1, recovering2, recovering3]) {
      await cluster.ready(recovering, 0);
    }
    const coordinator = cluster.node(1).coordinator();
    expect(await elect(coordinator)).toEqual(elected(0));
    expect(await append(coordinator, 'hello world')).toEqual(written(1));
  });

  test('CatchupTruncated: catching up what was truncated moves the beginning, durably', async () => {
    await start(3, [1, 2], { empty: [3] });
    await writeTen([1, 2], 5);
    await cluster.ready(catchUp(cluster.node(3).consensus(), IntervalSet.closed(1, 10)));
    const bounds = async () => [
      await cluster.ready(cluster.node(3).replica.beginning()),
      await cluster.ready(cluster.node(3).replica.ending()),
    ];
    expect(await bounds()).toEqual([5, 10]);
    await cluster.node(3).stop();
    await cluster.node(3).startReplica();
    expect(await bounds()).toEqual([5, 10]);
  });

  async function expectCaughtUp(): Promise<void> {
    expect(await cluster.ready(cluster.node(3).replica.beginning())).toBe(5);
    expect(await cluster.ready(cluster.node(3).replica.ending())).toBe(10);
    expect(await cluster.node(3).texts(5, 10)).toEqual(numbers(5, 10));
  }

  test('CatchupVoting: a voting replica learns all but the last position', async () => {
    await start(3, [1, 2, 3], { quorum: 2 });
    const coordinator = await writeTen([1, 2], 5);
    const consensus = cluster.node(3).consensus();
    const { runtime, network, replica } = consensus;
    // A quorum of three takes the stale bounds of the local replica into account.
    const all = new Consensus({ runtime, network, replica, quorum: 3 });
    expect(await cluster.ready(catchUpVoting(all, { clusterSize: 5 }))).toBe(10);
    await expectCaughtUp();
    expect(await append(coordinator, 'undisturbed')).toEqual(written(12));
  });

  test('CatchupVotingWithGap: it does so without the stale bounds of its own, too', async () => {
    await start(3, [1, 2, 3]);
    await writeTen([1, 2], 5);
    cluster.filters.drop({ name: RecoverRequest, to: cluster.node(3).pid });
    const catching = catchUpVoting(cluster.node(3).consensus(), { clusterSize: 3 });
    expect(await cluster.ready(catching)).toBe(10);
    await expectCaughtUp();
  });

  test('CatchupVotingOnePosition: with a single position there is nothing to catch up', async () => {
    await start(3, [1, 2, 3]);
    const catching = catchUpVoting(cluster.node(3).consensus(), { clusterSize: 3 });
    expect((await cluster.failed(catching)).code).toBe('CATCH_UP_FAILED');
    expect(await cluster.ready(cluster.node(3).replica.beginning())).toBe(0);
    expect(await cluster.ready(cluster.node(3).replica.ending())).toBe(0);
  });
});

describe('recovery', () => {
  test('reports each status and each position on the way', async () => {
    await start(3, [1, 2], { empty: [3] });
    await writeTen([1, 2], 5);
    await cluster.ready(startRecovery(3));
    expect(events.filter(({ type }) => type === 'status')).toEqual([
      { type: 'status', from: 'empty', to: 'recovering' },
      { type: 'status', from: 'recovering', to: 'voting' },
    ]);
    expect(events.filter(({ type }) => type === 'catch-up')).toEqual(
      [5, 6, 7, 8, 9, 10, 11].map((position) => ({
        type: 'catch-up',
        position,
        begin: 5,
        end: 11,
      })),
    );
    expect(await cluster.node(3).texts(5, 10)).toEqual(numbers(5, 10));
  });

  test.each<[string, readonly number[], readonly number[], Partial<RecoverOptions>, string]>([
    ['all are empty', [], [1, 2, 3], {}, 'not-initialised'],
    ['one votes and two are empty', [1], [2, 3], auto, 'quorum-lost'],
  ])('names the reason when %s', async (_, voting, empty, options, diagnosis) => {
    await start(3, voting, { empty });
    const recovering = startRecovery(3, options);
    await cluster.clock.advance(2_000);
    await expectPending(recovering, cluster.clock);
    // One round may have asked some before and some after a change: it takes two that agree.
    expect(events[0]).toMatchObject({ diagnosis: 'waiting-for-replicas' });
    expect(events[1]).toMatchObject({
      type: 'recovery-waiting',
      diagnosis,
      status: 'empty',
      unanswered: [],
      members: 3,
      quorum: 2,
      clusterSize: 3,
    });
    recovering.discard();
    await expectDiscarded(recovering);
  });

  test('names an initialisation in which one replica was wiped', async () => {
    await start(3, [1], { empty: [3] });
    await cluster.startReplicas([2], 'starting');
    const recovering = startRecovery(3, auto);
    await cluster.clock.advance(2_000);
    expect(events[0]).toMatchObject({ diagnosis: 'waiting-for-replicas' });
    expect(events[1]).toMatchObject({
      diagnosis: 'initialisation-stuck',
      counts: { empty: 1, starting: 1, recovering: 0, voting: 1 },
    });
    recovering.discard();
  });

  test('names the replicas that do not answer', async () => {
    await start(3, [], { empty: [1, 2] });
    const recovering = startRecovery(1, auto);
    await cluster.clock.advance(10_000);
    expect(events[0]).toMatchObject({
      diagnosis: 'waiting-for-replicas',
      unanswered: ['log-replica(1)@node-3'],
      counts: { empty: 2 },
    });
    recovering.discard();
  });

  test('a crash during catch-up starts it again, and it never votes early', async () => {
    await start(3, [1, 2], { empty: [3] });
    await writeTen([1, 2]);
    const statuses: string[] = [];
    const stopAtFive = (event: LogEvent): void => {
      if (event.type === 'catch-up' && event.position === 5) stalled.onAny(() => undefined);
      if (event.type === 'status') statuses.push(event.to);
    };
    const held = cluster.filters.hold({ name: PromiseRequest, fromAddress: 'node-3' });
    const stalled = startRecovery(3, { onEvent: stopAtFive });
    await cluster.settle();
    expect(held.messages.length).toBeGreaterThan(0);
    await cluster.node(3).halt();
    held.release(() => []);
    await cluster.node(3).startReplica();
    expect(await cluster.ready(cluster.node(3).replica.status())).toBe('recovering');
    await cluster.ready(startRecovery(3, { onEvent: stopAtFive }));
    expect(statuses).toEqual(['recovering', 'recovering', 'voting']);
    expect(await cluster.node(3).texts(1, 10)).toEqual(numbers(1, 10));
  });

  test('a catch-up that is cut off goes on when the network heals', async () => {
    await start(3, [1, 2], { empty: [3] });
    await writeTen([1, 2]);
    const recovering = startRecovery(3, {
      onEvent: (event) => {
        if (event.type === 'catch-up' && event.position === 3) cluster.network.isolate('node-3');
      },
    });
    await cluster.clock.advance(25_000);
    await expectPending(recovering, cluster.clock);
    expect(await cluster.ready(cluster.node(3).replica.status())).toBe('recovering');
    cluster.network.heal();
    await cluster.ready(recovering, 12_000);
    expect(await cluster.node(3).texts(1, 10)).toEqual(numbers(1, 10));
  });

  test('a truncation during the catch-up is caught up with', async () => {
    await start(3, [1, 2], { empty: [3] });
    const coordinator = await writeTen([1, 2]);
    let truncating: Promise<unknown> | undefined;
    await cluster.ready(
      startRecovery(3, {
        onEvent: (event) => {
          if (event.type !== 'catch-up' || event.position !== 3) return;
          truncating ??= cluster.ready(coordinator.truncate(at(8)));
        },
      }),
    );
    await truncating;
    expect(await cluster.ready(cluster.node(3).replica.status())).toBe('voting');
    const next = cluster.node(3).coordinator();
    while ((await elect(next)).type !== 'elected');
    expect(await cluster.ready(cluster.node(3).replica.beginning())).toBe(8);
    expect(await cluster.node(3).texts(8, 10)).toEqual(numbers(8, 10));
  });

  test('a discard ends it promptly at any instant', async () => {
    // Every message of a whole recovery is a point to stop at.
    for (let instant = 1; ; instant++) {
      let messages = 0;
      const under: { recovering?: Future<void> } = {};
      events = [];
      cluster = new LogCluster({
        nodes: 3,
        runtime: {
          messageFilter: (_, deliver) => {
            if (under.recovering && ++messages === instant) under.recovering.discard();
            deliver();
          },
        },
      });
      await cluster.startReplicas([1, 2]);
      await cluster.startReplicas([3], 'empty');
      const coordinator = cluster.node(1).coordinator([1, 2]);
      await elect(coordinator);
      await append(coordinator, 'one');
      const recovering = startRecovery(3);
      under.recovering = recovering;
      while (recovering.isPending && !recovering.hasDiscard) await cluster.clock.advance(50);
      await cluster.settle();
      expect(recovering.isPending).toBe(false);
      if (recovering.isReady) {
        expect(instant).toBeGreaterThan(20);
        return;
      }
      await cluster.close();
    }
  });

  test('a discard ends it while it waits for members', async () => {
    await start(1, [], { empty: [1] });
    const recovering = startRecovery(1, { autoInitialize: true });
    await expectPending(recovering, cluster.clock);
    recovering.discard();
    await expectDiscarded(recovering);
    expect(cluster.clock.now()).toBe(0);
  });

  test('a group of four with quorum three initialises only when told its size', async () => {
    await start(4, [], { quorum: 3, empty: [1, 2, 3, 4] });
    const sized = [1, 2, 3, 4].map((node) => startRecovery(node, { ...auto, clusterSize: 4 }));
    for (const recovering of sized) await cluster.ready(recovering);
    expect(await elect(cluster.node(1).coordinator())).toEqual(elected(0));
  });

  test('a response that makes no sense is logged and not counted', async () => {
    await start(3, [1, 2], { empty: [3] });
    await writeTen([1, 2]);
    const answer = cluster.filters.hold({ name: RecoverResponse, fromAddress: 'node-1' });
    const recovering = startRecovery(3);
    await cluster.settle();
    const [message] = answer.messages;
    answer.release(() => []);
    if (!message) throw new Error('no answer of node 1');
    const senseless = RecoverResponse.encode({ status: 'voting' });
    cluster.node(1).runtime.post(message.to, message.name, senseless, message.from);
    await expectPending(recovering, cluster.clock);
    expect(await cluster.ready(cluster.node(3).replica.status())).toBe('empty');
    await cluster.ready(recovering);
  });
});

describe('catch-up of a voting replica', () => {
  test('is refused while the replica is not voting', async () => {
    await start(3, [1, 2], { empty: [3] });
    const catching = catchUpVoting(cluster.node(3).consensus(), { clusterSize: 3 });
    expect((await cluster.failed(catching)).code).toBe('REPLICA_NOT_VOTING');
  });

  test('fails when no quorum is voting', async () => {
    await start(3, [1], { empty: [2, 3] });
    const catching = catchUpVoting(cluster.node(1).consensus(), { clusterSize: 3 });
    expect((await cluster.failed(catching)).code).toBe('CATCH_UP_FAILED');
  });

  test('goes on when answers were lost', async () => {
    await start(3, [1, 2, 3]);
    await writeTen([1, 2]);
    const toOthers = [1, 2].map((node) =>
      cluster.filters.dropNext({ name: RecoverRequest, to: cluster.node(node).pid }),
    );
    const catching = catchUpVoting(cluster.node(3).consensus(), { clusterSize: 3 });
    expect(await cluster.ready(catching)).toBe(9);
    expect(toOthers.every(({ isReady }) => isReady)).toBe(true);
  });

  test('a discard ends it promptly', async () => {
    await start(3, [1, 2, 3]);
    await writeTen([1, 2]);
    cluster.filters.drop({ name: PromiseRequest, fromAddress: 'node-3' });
    const catching = catchUpVoting(cluster.node(3).consensus(), { clusterSize: 3 });
    await expectPending(catching, cluster.clock);
    catching.discard();
    await expectDiscarded(catching);
  });
});
