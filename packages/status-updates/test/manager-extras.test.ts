// What a manager does beyond upstream: limits, dead letters, reconciliation, flush, metrics.
import { describe, expect, test } from '@jest/globals';
import type { OperationState } from '@quorate/messages';
import { expectFailed, expectReady, turns } from '@quorate/process/testing';
import { RETRY_MS_MIN } from '@quorate/status-updates';
import type { DeadUpdate } from '@quorate/status-updates';
import { OPERATION, operationUpdate, uuidOf } from './support/agent.ts';
import { SimulatedAgent } from './support/simulated-agent.ts';
import { DURABILITIES } from './support/simulated-storage.ts';
import type { LifeOptions } from './support/simulated-agent.ts';

const OTHER = '42424242-4242-4142-8142-424242424242';

function update(agent: SimulatedAgent, digit: string, state: OperationState = 'OPERATION_PENDING') {
  return agent.manager.update(OPERATION, operationUpdate(state, digit));
}
const acknowledge = (agent: SimulatedAgent, digit: string) =>
  agent.manager.acknowledge(OPERATION, uuidOf(digit));

function started(options: LifeOptions = {}): SimulatedAgent {
  const agent = new SimulatedAgent();
  agent.start(options);
  return agent;
}

describe('dead letters', () => {
  function withDeadLetters(options: LifeOptions) {
    const letters: DeadUpdate<string, unknown>[] = [];
    const agent = started({ ...options, onDeadLetter: (letter) => letters.push(letter) });
    return { agent, letters };
  }

  test('an update is retried as often as allowed, then handed over once', async () => {
    const { agent, letters } = withDeadLetters({ retriesMax: 2 });
    await expectReady(update(agent, 'a'));
    await expectReady(update(agent, 'b'));
    await agent.clock.advance(100 * RETRY_MS_MIN);
    expect(await agent.forwarded()).toEqual(['a', 'a (latest b)', 'a (latest b)']);
    const a = operationUpdate('OPERATION_PENDING', 'a');
    expect(letters).toEqual([{ streamId: OPERATION, update: a, reason: 'retries', forwards: 3 }]);
    expect(agent.manager.metrics()).toMatchObject({ deadLetters: 1, pending: 2, retries: 2 });
  });

  test('it stays pending, and its stream waits behind it until it is acknowledged', async () => {
    const { agent } = withDeadLetters({ retriesMax: 0 });
    await expectReady(update(agent, 'a'));
    await agent.clock.advance(RETRY_MS_MIN);
    await expectReady(update(agent, 'b'));
    expect(await agent.forwarded()).toEqual(['a']);
    await expectReady(acknowledge(agent, 'a'));
    expect(await agent.forwarded()).toEqual(['b']);
  });

  test.each(['resume', 'reconcile'] as const)('%s tries again', async (how) => {
    const { agent, letters } = withDeadLetters({ retriesMax: 0 });
    await expectReady(update(agent, 'a'));
    await agent.clock.advance(RETRY_MS_MIN);
    await agent.forwarded();
    if (how === 'resume') agent.manager.resume();
    else await expectReady(agent.manager.reconcile());
    expect(await agent.forwarded()).toEqual(['a']);
    await agent.clock.advance(RETRY_MS_MIN);
    expect(letters).toHaveLength(2);
  });

  test('so does another run', async () => {
    const { agent } = withDeadLetters({ retriesMax: 0 });
    await expectReady(update(agent, 'a'));
    await agent.clock.advance(RETRY_MS_MIN);
    await agent.crash({ power: 'none' });
    agent.start();
    await expectReady(agent.manager.recover([OPERATION], { strict: true }));
    expect(await agent.forwarded()).toEqual(['a']);
  });

  test('an update expires when it would be forwarded too late', async () => {
    const { agent, letters } = withDeadLetters({ expireAfterMs: 4 * RETRY_MS_MIN });
    await expectReady(update(agent, 'a'));
    await agent.clock.advance(3 * RETRY_MS_MIN);
    expect([await agent.forwarded(), letters.length]).toEqual([['a', 'a', 'a'], 0]);
    await agent.clock.advance(4 * RETRY_MS_MIN);
    expect(await agent.forwarded()).toEqual([]);
    expect(letters).toMatchObject([{ reason: 'expired', forwards: 3 }]);
  });

  test('a hook that throws is logged', async () => {
    const agent = started({
      retriesMax: 0,
      onDeadLetter: () => {
        throw new Error('full');
      },
    });
    await expectReady(update(agent, 'a'));
    await agent.clock.advance(RETRY_MS_MIN);
    await expectReady(acknowledge(agent, 'a'));
  });
});

describe('back-pressure', () => {
  test('a stream takes so many updates and no more, until one is acknowledged', async () => {
    const agent = started({ streamPendingMax: 2 });
    await expectReady(update(agent, 'a'));
    await expectReady(update(agent, 'b'));
    const error = await expectFailed(update(agent, 'c'), 'STREAM_FULL');
    expect(error).toMatchObject({ outcome: 'definite' });
    await expectReady(agent.manager.update(OTHER, operationUpdate('OPERATION_PENDING', 'c')));
    await expectReady(acknowledge(agent, 'a'));
    await expectReady(update(agent, 'c'));
  });

  test('so do all streams together', async () => {
    const agent = started({ pendingMax: 1 });
    await expectReady(update(agent, 'a'));
    const other = agent.manager.update(OTHER, operationUpdate('OPERATION_PENDING', 'b'));
    await expectFailed(other, 'STREAM_FULL');
    await expectReady(acknowledge(agent, 'a'));
    await expectReady(update(agent, 'b'));
  });

  test('recovered updates count', async () => {
    const agent = started();
    await expectReady(update(agent, 'a'));
    await agent.crash();
    agent.start({ streamPendingMax: 1 });
    await expectReady(agent.manager.recover([OPERATION], { strict: true }));
    await expectFailed(update(agent, 'b'), 'STREAM_FULL');
    await expectReady(acknowledge(agent, 'a'));
    await expectReady(update(agent, 'b'));
  });
});

describe('reconciliation', () => {
  test('forwards the fronts at once, and names the streams that it does not know', async () => {
    const agent = started();
    await expectReady(update(agent, 'a'));
    await agent.clock.advance(RETRY_MS_MIN);
    await agent.forwarded();
    expect(await expectReady(agent.manager.reconcile([OPERATION, OTHER]))).toEqual([OTHER]);
    expect(await agent.forwarded()).toEqual(['a']);
    expect(await expectReady(agent.manager.reconcile())).toEqual([]);
    expect(await agent.forwarded()).toEqual(['a']);
  });

  test('a stream that waits for nothing is told of once: its acknowledgement has no effect', async () => {
    const agent = started();
    await expectReady(update(agent, 'a'));
    await expectReady(update(agent, 'b'));
    await expectReady(acknowledge(agent, 'a'));
    await expectReady(acknowledge(agent, 'b'));
    await agent.forwarded();
    expect(await expectReady(agent.manager.reconcile([OPERATION]))).toEqual([]);
    expect(await agent.forwarded()).toEqual(['b']);
    await agent.clock.advance(100 * RETRY_MS_MIN);
    expect(await agent.forwarded()).toEqual([]);
    await expectFailed(acknowledge(agent, 'b'), 'ACKNOWLEDGEMENT_UNEXPECTED');
  });

  test('also one that was recovered', async () => {
    const agent = started();
    await expectReady(update(agent, 'a'));
    await expectReady(acknowledge(agent, 'a'));
    await agent.crash();
    agent.start();
    await expectReady(agent.manager.recover([OPERATION], { strict: true }));
    expect(await agent.forwarded()).toEqual([]);
    await expectReady(agent.manager.reconcile());
    expect(await agent.forwarded()).toEqual(['a']);
  });

  test('nothing is forwarded while paused', async () => {
    const agent = started();
    await expectReady(update(agent, 'a'));
    await agent.forwarded();
    agent.manager.pause();
    await expectReady(agent.manager.reconcile());
    expect(await agent.forwarded()).toEqual([]);
  });
});

describe.each(DURABILITIES)('flush and close, %s', (durability) => {
  test('flush waits for what was asked for before, and for nothing after that', async () => {
    const agent = started({ durability });
    const updating = update(agent, 'a');
    const flushing = agent.manager.flush();
    await expectReady(flushing);
    expect(updating.isReady).toBe(true);
    expect((await agent.read(OPERATION)).length).toBeGreaterThan(0);
    agent.storage.hold('append');
    const [first, flush] = [update(agent, 'b'), agent.manager.flush()];
    await turns();
    const later = update(agent, 'c');
    expect([first.isPending, flush.isPending, later.isPending]).toEqual([true, true, true]);
    agent.storage.letGo();
    await expectReady(flush);
    await expectReady(later);
  });

  test('close leaves files that others may write to', async () => {
    const agent = started({ durability });
    await expectReady(update(agent, 'a'));
    await expectReady(agent.manager.close());
    const file = await agent.read(OPERATION);
    await agent.crash({ power: 'none' });
    agent.start({ durability });
    expect(await agent.read(OPERATION)).toEqual(file);
    await expectReady(agent.manager.recover([OPERATION], { strict: true }));
    expect(await agent.forwarded()).toEqual(['a']);
  });

  test('await using closes it', async () => {
    const agent = started({ durability });
    {
      await using manager = agent.manager;
      await expectReady(manager.update(OPERATION, operationUpdate('OPERATION_PENDING', 'a')));
    }
    expect(agent.storage.calls.at(-1)).toBe('close');
  });
});

test('metrics', async () => {
  const agent = started();
  await expectReady(update(agent, 'a'));
  await expectReady(update(agent, 'a'));
  await expectReady(update(agent, 'b'));
  await expectReady(acknowledge(agent, 'a'));
  await expectFailed(acknowledge(agent, 'a'));
  await agent.clock.advance(RETRY_MS_MIN);
  expect(agent.manager.metrics()).toEqual({
    streams: 1,
    pending: 1,
    updates: 2,
    duplicates: 1,
    acknowledgements: 1,
    refused: 1,
    forwards: 3,
    retries: 1,
    deadLetters: 0,
    writes: 3,
    failures: 0,
    recoveryErrors: 0,
  });
});
