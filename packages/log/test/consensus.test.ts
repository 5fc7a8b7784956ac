import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  LearnedMessage,
  PromiseRequest,
  PromiseResponse,
  RecoverRequest,
  WriteRequest,
  WriteResponse,
} from '@quorate/messages';
import type { Action } from '@quorate/messages';
import { Pid } from '@quorate/process';
import type { Future } from '@quorate/process';
import { expectDiscarded, expectPending } from '@quorate/process/testing';
import type { Consensus } from '../src/proposer/consensus.ts';
import { fill } from '../src/proposer/fill.ts';
import { toPosition, toProposal } from '../src/protocol/types.ts';
import { LogCluster } from '../src/testing/log-cluster.ts';

let cluster: LogCluster;
let consensus: Consensus;

beforeEach(async () => {
  cluster = new LogCluster({ nodes: 3 });
  await cluster.startReplicas();
  consensus = cluster.node(1).consensus();
});

afterEach(async () => {
  await cluster.checkAgreement();
  await cluster.close();
});

const proposal = toProposal(3);
const position = toPosition(0);
const bytes = new Uint8Array([1]);
const append: Action = { position, promised: 3, performed: 3, type: 'append', append: { bytes } };
const question = {
  status: 'voting',
  quorum: 2,
  clusterSize: 3,
  autoInitialize: false,
} as const;

const phases: Readonly<Record<string, (with_: Consensus) => Future<unknown>>> = {
  promise: (with_: Consensus) => with_.promise(proposal),
  'explicit promise': (with_: Consensus) => with_.promiseAt(position, proposal),
  write: (with_: Consensus) => with_.write(proposal, append),
  recover: (with_: Consensus) => with_.recover(question, 10_000),
  fill: (with_: Consensus) => fill(with_, position, proposal),
};

describe('a phase', () => {
  test.each(Object.entries(phases))('%s ends with an outcome of a quorum', async (_, run) => {
    expect(await cluster.ready(run(consensus))).toBeInstanceOf(Object);
  });

  test.each(Object.entries(phases))('%s waits for enough members', async (_, run) => {
    const alone = cluster.node(1).consensus([1]);
    const running = run(alone).andThen(() => 'done');
    await expectPending(running, cluster.clock);
    alone.network.add(cluster.node(2).pid);
    expect(await cluster.ready(running)).toBe('done');
  });

  test.each(Object.entries(phases))(
    '%s is discarded while it waits for members',
    async (_, run) => {
      const running = run(cluster.node(1).consensus([1])).andThen(() => 'done');
      await cluster.settle();
      running.discard();
      expect(running.isDiscarded).toBe(true);
    },
  );

  test.each(Object.entries(phases))(
    '%s is discarded while it waits for answers',
    async (_, run) => {
      for (const name of [PromiseResponse, WriteResponse, 'mesos.internal.log.RecoverResponse']) {
        cluster.filters.hold({ name });
      }
      const running = run(consensus).andThen(() => 'done');
      await cluster.settle();
      running.discard();
      expect(running.isDiscarded).toBe(true);
      cluster.filters.clear();
    },
  );

  test.each(Object.entries(phases))('%s is discarded before anything was done', async (_, run) => {
    const running = run(consensus).andThen(() => 'done');
    running.discard();
    await expectDiscarded(running);
  });

  test.each(Object.entries(phases))('%s fails once the network is closed', async (_, run) => {
    await cluster.ready(consensus.network.close());
    const error = await cluster.failed(run(consensus).andThen(() => 'done'));
    expect(error.code).toBe('NETWORK_CLOSED');
  });

  test('what it asks is encoded once and sent to every member', async () => {
    const sent: Uint8Array[] = [];
    for (const number of [1, 2, 3]) {
      cluster.filters
        .next({ name: WriteRequest, to: cluster.node(number).pid })
        .onReady(({ body }) => sent.push(body));
    }
    await cluster.ready(consensus.write(proposal, append));
    expect(sent.length).toBe(3);
    expect(new Set(sent.map((body) => Buffer.from(body).toString('hex'))).size).toBe(1);
  });

  test('an answer that cannot be read counts as none, and the others decide', async () => {
    const answers = cluster.filters.hold({ name: PromiseResponse, fromAddress: 'node-2' });
    const running = consensus.promise(proposal);
    const late = cluster.filters.hold({ name: PromiseResponse, fromAddress: 'node-3' });
    await cluster.settle();
    const [message] = answers.messages;
    if (!message) throw new Error('no answer of node 2');
    answers.release(() => []);
    cluster.node(2).runtime.post(message.to, message.name, new Uint8Array([0xff]), message.from);
    await expectPending(running, cluster.clock);
    late.release();
    expect(await cluster.ready(running)).toEqual({ type: 'accepted', end: 0 });
  });

  test('an answer to another question is not counted', async () => {
    const answers = cluster.filters.hold({ name: WriteResponse, fromAddress: 'node-2' });
    const late = cluster.filters.hold({ name: WriteResponse, fromAddress: 'node-3' });
    const running = consensus.write(proposal, append);
    await cluster.settle();
    const [message] = answers.messages;
    if (!message) throw new Error('no answer of node 2');
    answers.release(() => []);
    const other = { okay: true, type: 'accept', proposal, position: 7 } as const;
    const body = WriteResponse.encode(other);
    cluster.node(2).runtime.post(message.to, message.name, body, message.from);
    await expectPending(running, cluster.clock);
    late.release();
    expect(await cluster.ready(running)).toEqual({ type: 'accepted' });
  });

  test('a replica of this runtime that has ended counts as one that will not answer', async () => {
    const { runtime, network } = consensus;
    network.set([cluster.node(1).pid, new Pid('ended', runtime.address)]);
    expect(await cluster.ready(consensus.promise(proposal))).toEqual({ type: 'ignored' });
  });

  test('a learned action reaches the local replica even if it is no member', async () => {
    const outside = cluster.node(1).consensus([2, 3]);
    await cluster.ready(outside.write(proposal, append));
    await cluster.ready(outside.learn(append));
    expect(await cluster.ready(cluster.node(1).replica.isMissing(position))).toBe(false);
  });

  test('a learned message does not go over the wire to the local replica', async () => {
    const toSelf = cluster.filters.next({ name: LearnedMessage, to: cluster.node(1).pid });
    const toOther = cluster.filters.next({ name: LearnedMessage, to: cluster.node(2).pid });
    await cluster.ready(consensus.write(proposal, append));
    await cluster.ready(consensus.learn(append));
    await cluster.settle();
    expect([toSelf.isPending, toOther.isReady]).toEqual([true, true]);
  });

  test('a round of the recover protocol ends after its time limit', async () => {
    cluster.filters.drop({ name: RecoverRequest, to: cluster.node(2).pid });
    cluster.filters.drop({ name: RecoverRequest, to: cluster.node(3).pid });
    const asking = consensus.recover(question, 10_000);
    await cluster.clock.advance(9_999);
    await expectPending(asking, cluster.clock);
    expect(await cluster.ready(asking, 1)).toMatchObject({
      type: 'undecided',
      timedOut: true,
      unanswered: ['log-replica(1)@node-2', 'log-replica(1)@node-3'],
    });
  });

  test('a promise request carries a position only when it asks for one', async () => {
    const requests = cluster.filters.hold({ name: PromiseRequest, to: cluster.node(2).pid });
    consensus.promise(proposal).onAny(() => undefined);
    consensus.promiseAt(position, proposal).onAny(() => undefined);
    await cluster.settle();
    const decoded = requests.messages.map(({ body }) => PromiseRequest.decode(body));
    expect(decoded).toEqual([{ proposal }, { proposal, position }]);
  });
});
