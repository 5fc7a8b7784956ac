import { afterEach, describe, expect, test } from '@jest/globals';
import { LearnedMessage, PromiseRequest, WriteRequest, WriteResponse } from '@quorate/messages';
import { expectDiscarded, expectPending } from '@quorate/process/testing';
import type { HeldMessages, MessageMatcher } from '@quorate/process/testing';
import type { Coordinator } from '../src/proposer/coordinator.ts';
import { LogCluster } from '../src/testing/log-cluster.ts';
import { toPosition } from '../src/protocol/types.ts';

let cluster: LogCluster;

async function start(nodes: number, replicas?: readonly number[], quorum = 2): Promise<void> {
  cluster = new LogCluster({ nodes, quorum });
  await cluster.startReplicas(replicas);
}

afterEach(async () => {
  await cluster.checkAgreement();
  await cluster.close();
});

const bytes = (text: string) => new TextEncoder().encode(text);
const at = toPosition;
const elected = (position: number) => ({ type: 'elected', position });
const written = (position: number) => ({ type: 'written', position });

const elect = (coordinator: Coordinator) => cluster.ready(coordinator.elect());
const append = (coordinator: Coordinator, text: string) =>
  cluster.ready(coordinator.append(bytes(text)));

async function appendNumbers(coordinator: Coordinator, count: number): Promise<void> {
  for (let position = 1; position <= count; position++) {
    expect(await append(coordinator, `${position}`)).toEqual(written(position));
  }
}

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `${from + index}`);

/** Lets the next message that matches through, and holds those after it. */
function holdAfterNext(matcher: MessageMatcher): () => HeldMessages {
  let held: HeldMessages | undefined;
  cluster.filters.next(matcher).onReady(() => {
    held = cluster.filters.hold(matcher);
  });
  return () => {
    if (held) return held;
    throw new Error('no message matched yet');
  };
}

describe('CoordinatorTest', () => {
  test('Elect: the first election ends at 0, which holds a NOP', async () => {
    await start(2);
    expect(await elect(cluster.node(1).coordinator())).toEqual(elected(0));
    const actions = await cluster.ready(cluster.node(1).replica.read(at(0), at(0)));
    expect(actions).toMatchObject([{ position: 0, type: 'nop', learned: true }]);
  });

  test('ElectWithClockPaused: the first election needs no back-off', async () => {
    await start(2);
    const electing = cluster.node(1).coordinator().elect();
    await cluster.settle();
    expect(electing.value()).toEqual(elected(0));
    expect(cluster.clock.now()).toBe(0);
  });

  test('AppendRead: what was appended is read at its position', async () => {
    await start(2);
    const coordinator = cluster.node(1).coordinator();
    await elect(coordinator);
    expect(await append(coordinator, 'hello world')).toEqual(written(1));
    expect(await cluster.node(1).texts(1, 1)).toEqual(['hello world']);
  });

  test('AppendReadError: reading past the end fails', async () => {
    await start(2);
    const coordinator = cluster.node(1).coordinator();
    await elect(coordinator);
    await append(coordinator, 'hello world');
    const error = await cluster.failed(cluster.node(1).replica.read(at(2), at(2)));
    expect(error.code).toBe('READ_PAST_END');
  });

  test('AppendDiscarded: a discarded append leaves the coordinator not elected', async () => {
    await start(2);
    const coordinator = cluster.node(1).coordinator();
    await elect(coordinator);
    await cluster.node(2).halt();
    const appending = coordinator.append(bytes('hello world'));
    expect(appending.isPending).toBe(true);
    appending.discard();
    await expectDiscarded(appending);
    expect(await append(coordinator, 'hello moto')).toEqual({ type: 'not-elected' });
  });

  test('ElectNoQuorum: an election waits for a quorum of members', async () => {
    await start(1);
    const electing = cluster.node(1).coordinator().elect();
    await cluster.clock.advance(10_000);
    await expectPending(electing, cluster.clock);
    electing.discard();
    await expectDiscarded(electing);
  });

  test('AppendNoQuorum: an append waits for a quorum of answers', async () => {
    await start(2);
    const coordinator = cluster.node(1).coordinator();
    await elect(coordinator);
    await cluster.node(2).halt();
    const appending = coordinator.append(bytes('hello world'));
    await cluster.clock.advance(10_000);
    await expectPending(appending, cluster.clock);
    appending.discard();
  });

  test('Failover: a second coordinator is elected at the last position and reads it', async () => {
    await start(2);
    const first = cluster.node(1).coordinator();
    await elect(first);
    expect(await append(first, 'hello world')).toEqual(written(1));
    expect(await elect(cluster.node(2).coordinator())).toEqual(elected(1));
    expect(await cluster.node(2).texts(1, 1)).toEqual(['hello world']);
  });

  test('Demoted: the first coordinator cannot append once the second was elected', async () => {
    await start(2);
    const first = cluster.node(1).coordinator();
    const second = cluster.node(2).coordinator();
    await elect(first);
    expect(await append(first, 'hello world')).toEqual(written(1));
    expect(await elect(second)).toEqual(elected(1));
    expect(await append(first, 'hello moto')).toEqual({ type: 'demoted', by: 'rejected' });
    expect(await append(first, 'hello moto')).toEqual({ type: 'not-elected' });
    expect(await append(second, 'hello hello')).toEqual(written(2));
    expect(await cluster.node(2).texts(2, 2)).toEqual(['hello hello']);
  });

  /** Nodes 1 and 2 write; then node 3, which is new, takes over with node 2. */
  async function takeOver(write: (coordinator: Coordinator) => Promise<void>, end: number) {
    const first = cluster.node(1).coordinator([1, 2]);
    expect(await elect(first)).toEqual(elected(0));
    await write(first);
    const second = cluster.node(3).coordinator([2, 3]);
    // Its proposal comes from a replica that is empty, so the first attempt is too low.
    expect(await elect(second)).toEqual({ type: 'rejected' });
    expect(await elect(second)).toEqual(elected(end));
  }

  const dropLearnedOfNode2 = () =>
    cluster.filters.drop({ name: LearnedMessage, to: cluster.node(2).pid });

  test('Fill: a new replica learns what it missed when its coordinator is elected', async () => {
    await start(3);
    await takeOver(async (coordinator) => {
      expect(await append(coordinator, 'hello world')).toEqual(written(1));
    }, 1);
    expect(await cluster.node(3).texts(1, 1)).toEqual(['hello world']);
  });

  test('NotLearnedFill: a value that was accepted and never learned is recovered', async () => {
    await start(3);
    dropLearnedOfNode2();
    await takeOver(async (coordinator) => {
      expect(await append(coordinator, 'hello world')).toEqual(written(1));
    }, 1);
    expect(await cluster.node(3).texts(1, 1)).toEqual(['hello world']);
  });

  test('MultipleAppends: ten appends get positions 1 to 10', async () => {
    await start(2);
    const coordinator = cluster.node(1).coordinator();
    await elect(coordinator);
    await appendNumbers(coordinator, 10);
    expect(await cluster.node(1).texts(1, 10)).toEqual(numbers(1, 10));
  });

  test('MultipleAppendsNotLearnedFill: ten accepted values are recovered', async () => {
    await start(3);
    dropLearnedOfNode2();
    await takeOver((coordinator) => appendNumbers(coordinator, 10), 10);
    expect(await cluster.node(3).texts(1, 10)).toEqual(numbers(1, 10));
  });

  async function appendAndTruncate(coordinator: Coordinator): Promise<void> {
    await appendNumbers(coordinator, 10);
    expect(await cluster.ready(coordinator.truncate(at(7)))).toEqual(written(11));
  }

  async function expectTruncated(node: number): Promise<void> {
    const error = await cluster.failed(cluster.node(node).replica.read(at(6), at(10)));
    expect(error.code).toBe('READ_TRUNCATED');
    expect(await cluster.node(node).texts(7, 10)).toEqual(numbers(7, 10));
  }

  test('Truncate: positions below are gone, the others stay', async () => {
    await start(2);
    const coordinator = cluster.node(1).coordinator();
    await elect(coordinator);
    await appendAndTruncate(coordinator);
    await expectTruncated(1);
  });

  test('TruncateNotLearnedFill: a truncation that was never learned is recovered', async () => {
    await start(3);
    dropLearnedOfNode2();
    await takeOver(appendAndTruncate, 11);
    await expectTruncated(3);
  });

  test('TruncateLearnedFill: a truncation that was learned is recovered', async () => {
    await start(3);
    await takeOver(appendAndTruncate, 11);
    await expectTruncated(3);
  });

  test('RacingElect: of two elected at once at most one can write, and the race can go on', async () => {
    await start(3);
    const racers = [1, 2].map((node) => cluster.node(node).coordinator());
    let wins = 0;
    for (let round = 0; round < 20 && wins < 5; round++) {
      await Promise.all(racers.map((racer) => elect(racer)));
      // One that was overtaken may not know yet: its write must tell.
      const writes = await Promise.all(racers.map((racer) => append(racer, `round ${round}`)));
      const winners = writes.filter(({ type }) => type === 'written').length;
      expect(winners).toBeLessThanOrEqual(1);
      wins += winners;
    }
    expect(wins).toBe(5);
  });

  test('FillNoQuorum: an election that loses its quorum while it fills waits, then completes', async () => {
    await start(3, [1, 2, 3]);
    const first = cluster.node(1).coordinator([1, 2]);
    await elect(first);
    await appendNumbers(first, 3);
    await cluster.node(1).halt();
    const second = cluster.node(3).coordinator([2, 3]);
    expect(await elect(second)).toEqual({ type: 'rejected' });
    // The implicit promise gets through, the explicit ones of the fills do not.
    const fills = holdAfterNext({ name: PromiseRequest, to: cluster.node(2).pid });
    const electing = second.elect();
    await cluster.clock.advance(9_000);
    await expectPending(electing, cluster.clock);
    expect(fills().messages.length).toBe(1);
    fills().release();
    expect(await cluster.ready(electing)).toEqual(elected(3));
    expect(await cluster.node(3).texts(1, 3)).toEqual(numbers(1, 3));
  });

  test('FillNoQuorum: fills whose messages are lost are started again after 10 s', async () => {
    await start(2);
    const lost = holdAfterNext({ name: PromiseRequest, to: cluster.node(2).pid });
    const electing = cluster.node(1).coordinator().elect();
    await cluster.clock.advance(9_999);
    await expectPending(electing, cluster.clock);
    lost().release(() => []);
    // The first fill was promised by one replica, which refuses the same number once more.
    await cluster.clock.advance(1 + 200);
    expect(electing.value()).toEqual(elected(0));
  });

  test('FillInconsistent: of two values accepted at one position the higher proposal survives', async () => {
    await start(3);
    const first = cluster.node(1).coordinator();
    await elect(first);
    // The first coordinator reaches only its own replica, with proposal 1.
    const lost = [2, 3].map((node) =>
      cluster.filters.drop({ name: WriteRequest, to: cluster.node(node).pid }),
    );
    const abandoned = first.append(bytes('first'));
    await cluster.settle();
    for (const rule of lost) rule.cancel();
    abandoned.discard();
    // The second one, elected by 2 and 3, writes at the same position with a higher proposal, and
    // only node 2 hears of it.
    const second = cluster.node(2).coordinator([2, 3]);
    while ((await elect(second)).type !== 'elected');
    cluster.filters.drop({ name: WriteRequest, to: cluster.node(3).pid });
    const unheard = second.append(bytes('second'));
    await cluster.settle();
    unheard.discard();
    cluster.filters.clear();
    // Neither is chosen. Who is elected by the two that disagree carries on with the higher one.
    const third = cluster.node(1).coordinator([1, 2]);
    while ((await elect(third)).type !== 'elected');
    for (const node of [1, 2, 3]) {
      const catching = cluster.node(node).coordinator();
      while ((await elect(catching)).type !== 'elected');
      expect(await cluster.node(node).texts(1, 1)).toEqual(['second']);
    }
  });

  test('LearnedOnOneReplica_NotLearnedOnAnother: the value learned by one is learned by all', async () => {
    await start(3);
    const first = cluster.node(1).coordinator();
    await elect(first);
    for (const node of [2, 3]) {
      cluster.filters.drop({ name: LearnedMessage, to: cluster.node(node).pid });
    }
    expect(await append(first, 'hello world')).toEqual(written(1));
    expect(await cluster.ready(cluster.node(1).replica.isMissing(at(1)))).toBe(false);
    expect(await cluster.ready(cluster.node(2).replica.isMissing(at(1)))).toBe(true);
    cluster.filters.clear();
    const second = cluster.node(2).coordinator();
    while ((await elect(second)).type !== 'elected');
    expect(await cluster.node(2).texts(1, 1)).toEqual(['hello world']);
  });

  test('LearnedOnOneReplica_NotLearnedOnAnother_AnotherFailsAndRecovers: it still is', async () => {
    await start(3);
    const first = cluster.node(1).coordinator();
    await elect(first);
    for (const node of [2, 3]) {
      cluster.filters.drop({ name: LearnedMessage, to: cluster.node(node).pid });
    }
    expect(await append(first, 'hello world')).toEqual(written(1));
    await cluster.node(2).halt();
    cluster.filters.clear();
    await cluster.node(2).startReplica();
    await cluster.node(1).halt();
    // The one that learned it is gone; the accepts on the disks of the others remember it.
    const second = cluster.node(2).coordinator();
    while ((await elect(second)).type !== 'elected');
    expect(await cluster.node(2).texts(1, 1)).toEqual(['hello world']);
    await cluster.node(1).startReplica();
    expect(await append(second, 'next')).toEqual(written(2));
  });
});

describe('Coordinator', () => {
  test('a learned message that overtakes the write request does no harm', async () => {
    await start(3);
    const coordinator = cluster.node(1).coordinator();
    await elect(coordinator);
    const writes = cluster.filters.hold({ name: WriteRequest, to: cluster.node(3).pid });
    expect(await append(coordinator, 'overtaken')).toEqual(written(1));
    expect(await cluster.node(3).texts(1, 1)).toEqual(['overtaken']);
    writes.release();
    expect(await append(coordinator, 'next')).toEqual(written(2));
    expect(await cluster.node(3).texts(1, 2)).toEqual(['overtaken', 'next']);
  });

  test('a value and a tombstone learned for one position are both right', async () => {
    await start(3);
    const first = cluster.node(1).coordinator([1, 2]);
    await elect(first);
    await appendNumbers(first, 4);
    const untold = dropLearned(2);
    expect(await cluster.ready(first.truncate(at(4)))).toEqual(written(5));
    untold.cancel();
    // Node 1 has truncated position 2, node 2 still has its value; node 3 hears of either.
    const second = cluster.node(3).coordinator();
    while ((await elect(second)).type !== 'elected');
    expect(await cluster.ready(cluster.node(3).replica.beginning())).toBe(4);
    expect(await cluster.node(3).texts(4, 5)).toEqual(['4']);
  });

  const dropLearned = (node: number) =>
    cluster.filters.drop({ name: LearnedMessage, to: cluster.node(node).pid });

  test('an election that too few replicas take part in is ignored, at once', async () => {
    await start(3, [1]);
    await cluster.startReplicas([2, 3], 'empty');
    expect(await elect(cluster.node(1).coordinator())).toEqual({ type: 'ignored' });
    expect(cluster.clock.now()).toBe(0);
  });

  test('an append that too few replicas take part in demotes the coordinator', async () => {
    await start(3);
    const coordinator = cluster.node(1).coordinator();
    await elect(coordinator);
    for (const number of [2, 3]) {
      await cluster.node(number).halt();
      cluster.node(number).wipe();
    }
    await cluster.startReplicas([2, 3], 'empty');
    expect(await append(coordinator, 'lost')).toEqual({ type: 'demoted', by: 'ignored' });
    expect(await append(coordinator, 'lost')).toEqual({ type: 'not-elected' });
  });

  test('a fill that is ignored is retried until a quorum votes', async () => {
    await start(3);
    const coordinator = cluster.node(1).coordinator();
    // The implicit promise gets through; then two replicas lose their disks.
    const explicit = holdAfterNext({ name: PromiseRequest, to: cluster.node(3).pid });
    cluster.filters.next({ name: PromiseRequest, to: cluster.node(3).pid }).onReady(() => {
      for (const number of [1, 2]) {
        cluster.filters.hold({ name: PromiseRequest, to: cluster.node(number).pid });
      }
    });
    const electing = coordinator.elect();
    await cluster.settle();
    for (const number of [2, 3]) {
      await cluster.node(number).halt();
      cluster.node(number).wipe();
    }
    await cluster.startReplicas([2, 3], 'starting');
    expect(explicit().messages.length).toBe(1);
    cluster.filters.clear();
    await cluster.clock.advance(11_000);
    await expectPending(electing, cluster.clock);
    for (const number of [2, 3]) {
      await cluster.ready(cluster.node(number).replica.update('voting'));
    }
    expect(await cluster.ready(electing)).toEqual(elected(0));
  });

  test('a second write in flight is refused', async () => {
    await start(3);
    const coordinator = cluster.node(1).coordinator();
    await elect(coordinator);
    const first = coordinator.append(bytes('first'));
    const error = await cluster.failed(coordinator.append(bytes('second')));
    expect(error).toMatchObject({ code: 'WRITER_BUSY', outcome: 'definite' });
    expect(await cluster.ready(first)).toEqual(written(1));
  });

  test('elections at once are one', async () => {
    await start(3);
    const coordinator = cluster.node(1).coordinator();
    const results = await Promise.all([elect(coordinator), elect(coordinator)]);
    expect(results).toEqual([elected(0), elected(0)]);
    expect(await elect(coordinator)).toEqual(elected(0));
  });

  test('a discarded election can be repeated', async () => {
    await start(3);
    const coordinator = cluster.node(1).coordinator();
    const held = cluster.filters.hold({ name: PromiseRequest });
    const electing = coordinator.elect();
    await cluster.settle();
    electing.discard();
    await expectDiscarded(electing);
    held.release(() => []);
    expect(await elect(coordinator)).toEqual(elected(0));
  });

  test('late answers to a discarded write do not count for the next one', async () => {
    await start(3);
    const coordinator = cluster.node(1).coordinator();
    await elect(coordinator);
    const answers = cluster.filters.hold({ name: WriteResponse });
    const appending = coordinator.append(bytes('in doubt'));
    await cluster.settle();
    appending.discard();
    await expectDiscarded(appending);
    answers.release();
    expect(await elect(coordinator)).toEqual(elected(1));
    expect(await cluster.node(1).texts(1, 1)).toEqual(['in doubt']);
  });

  test('demotion gives the last position, once', async () => {
    await start(3);
    const coordinator = cluster.node(1).coordinator();
    expect((await cluster.failed(coordinator.demote())).code).toBe('WRITER_NOT_STARTED');
    await elect(coordinator);
    expect(await cluster.ready(coordinator.demote())).toBe(0);
    expect(await append(coordinator, 'late')).toEqual({ type: 'not-elected' });
  });

  test('a truncation beyond the end is refused before anything is sent', async () => {
    await start(3);
    const coordinator = cluster.node(1).coordinator();
    await elect(coordinator);
    const error = await cluster.failed(coordinator.truncate(at(2)));
    expect(error).toMatchObject({ code: 'POSITION_INVALID', outcome: 'definite' });
    expect(await cluster.ready(coordinator.truncate(at(1)))).toEqual(written(1));
    expect(await cluster.ready(cluster.node(1).replica.beginning())).toBe(1);
  });

  test('closing fails what is in flight and every later call', async () => {
    await start(3);
    const coordinator = cluster.node(1).coordinator();
    cluster.filters.drop({ name: PromiseRequest });
    const electing = coordinator.elect().onFailed(() => undefined);
    await cluster.settle();
    await cluster.ready(coordinator.close());
    expect((await cluster.failed(electing)).code).toBe('LOG_CLOSED');
    expect((await cluster.failed(coordinator.elect())).code).toBe('LOG_CLOSED');
    expect((await cluster.failed(coordinator.append(bytes('late')))).code).toBe('LOG_CLOSED');
    await cluster.ready(coordinator.close());
  });

  test('duelling coordinators converge: each election that wins sees all that was written', async () => {
    await start(3);
    const coordinators = [1, 2, 3].map((node) => cluster.node(node).coordinator());
    const texts: string[] = [];
    let wins = 0;
    for (let round = 0; round < 40 && wins < 9; round++) {
      const coordinator = coordinators[round % 3];
      if (!coordinator || (await elect(coordinator)).type !== 'elected') continue;
      if ((await append(coordinator, `${round}`)).type !== 'written') continue;
      texts.push(`${round}`);
      wins++;
    }
    expect(wins).toBe(9);
    const last = coordinators[0];
    while (last && (await elect(last)).type !== 'elected');
    const end = await cluster.ready(cluster.node(1).replica.ending());
    expect(await cluster.node(1).texts(1, end)).toEqual(texts);
  });
});
