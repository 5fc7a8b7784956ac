// What a manager promises: U1 to U9 of its invariants, one after the other, on a simulated disk.
import { describe, expect, test } from '@jest/globals';
import type { OperationState } from '@quorate/messages';
import { expectFailed, expectReady, turns } from '@quorate/process/testing';
import { RETRY_MS_MAX, RETRY_MS_MIN } from '@quorate/status-updates';
import { OPERATION, operationUpdate, uuidOf } from './support/agent.ts';
import { SimulatedAgent } from './support/simulated-agent.ts';

const OTHER = '42424242-4242-4142-8142-424242424242';

function update(agent: SimulatedAgent, digit: string, state: OperationState = 'OPERATION_PENDING') {
  return agent.manager.update(OPERATION, operationUpdate(state, digit));
}
function acknowledge(agent: SimulatedAgent, digit: string) {
  return agent.manager.acknowledge(OPERATION, uuidOf(digit));
}
function recover(agent: SimulatedAgent, strict = true) {
  return expectReady(agent.manager.recover([OPERATION], { strict }));
}
const started = (): SimulatedAgent => {
  const agent = new SimulatedAgent();
  agent.start();
  return agent;
};

describe('U1: in order, at least once, the next one after the acknowledgement', () => {
  test('updates that come together are forwarded one by one', async () => {
    const agent = started();
    const updates = [...'abc'].map((digit) => update(agent, digit));
    for (const one of updates) await expectReady(one);
    expect(await agent.forwarded()).toEqual(['a (latest c)']);
    await expectReady(acknowledge(agent, 'a'));
    expect(await agent.forwarded()).toEqual(['b (latest c)']);
    await expectReady(acknowledge(agent, 'b'));
    expect(await agent.forwarded()).toEqual(['c']);
  });

  test('what comes together is one write', async () => {
    const agent = started();
    await agent.clock.settle();
    agent.storage.hold();
    const updates = [...'abcdef'].map((digit) => update(agent, digit));
    await turns();
    agent.storage.letGo();
    for (const one of updates) await expectReady(one);
    const appends = agent.storage.calls.filter((call) => call.startsWith('append'));
    expect([appends.length, agent.manager.metrics().writes]).toEqual([2, 2]);
  });

  test('a slow stream does not hold up another one', async () => {
    const agent = started();
    await agent.clock.settle();
    agent.storage.hold(OPERATION);
    const slow = update(agent, 'a');
    await expectReady(agent.manager.update(OTHER, operationUpdate('OPERATION_PENDING', 'b')));
    await expectReady(agent.manager.acknowledge(OTHER, uuidOf('b')));
    expect(slow.isPending).toBe(true);
    agent.storage.letGo();
    await expectReady(slow);
    expect(await agent.forwarded()).toEqual(['b', 'a']);
  });
});

describe('U2: retried until acknowledged', () => {
  test('after 10 s, then twice as late each time, up to 10 min', async () => {
    const agent = started();
    await expectReady(update(agent, 'a'));
    expect(await agent.forwarded()).toEqual(['a']);
    let waitMs = RETRY_MS_MIN;
    for (let retry = 1; retry <= 10; retry++) {
      await agent.clock.advance(waitMs - 1);
      expect(await agent.forwarded()).toEqual([]);
      await agent.clock.advance(1);
      expect(await agent.forwarded()).toEqual(['a']);
      waitMs = Math.min(2 * waitMs, RETRY_MS_MAX);
    }
    expect(waitMs).toBe(RETRY_MS_MAX);
    expect(agent.manager.metrics()).toMatchObject({ forwards: 11, retries: 10 });
  });

  test('each stream for itself: a new one does not hasten or slow down an old one', async () => {
    const agent = started();
    await expectReady(update(agent, 'a'));
    await agent.clock.advance(RETRY_MS_MIN); // a waits for 20 s now
    await agent.clock.advance(15_000);
    await expectReady(agent.manager.update(OTHER, operationUpdate('OPERATION_PENDING', 'b')));
    expect(await agent.forwarded()).toEqual(['a', 'a', 'b']);
    await agent.clock.advance(5_000);
    expect(await agent.forwarded()).toEqual(['a']);
    await agent.clock.advance(5_000);
    expect(await agent.forwarded()).toEqual(['b']);
  });

  test('the next update begins with the shortest wait', async () => {
    const agent = started();
    await expectReady(update(agent, 'a'));
    await expectReady(update(agent, 'b'));
    await agent.clock.advance(3 * RETRY_MS_MIN);
    await expectReady(acknowledge(agent, 'a'));
    await agent.forwarded();
    await agent.clock.advance(RETRY_MS_MIN);
    expect(await agent.forwarded()).toEqual(['b']);
  });

  test('a forward that throws is one that got lost', async () => {
    const agent = new SimulatedAgent();
    let attempts = 0;
    const forward = (): void => {
      attempts++;
      throw new Error('no route');
    };
    agent.start({ forward });
    await expectReady(update(agent, 'a'));
    await agent.clock.advance(RETRY_MS_MIN);
    expect(attempts).toBe(2);
  });

  test('ten thousand streams are retried, in slices', async () => {
    const agent = new SimulatedAgent();
    const manager = agent.start();
    const ids = Array.from(
      { length: 10_000 },
      (_, index) => `41414141-4141-4141-8141-${String(index).padStart(12, '0')}`,
    );
    const options = { checkpoint: false };
    for (const id of ids) {
      void manager.update(id, operationUpdate('OPERATION_PENDING', 'a'), options);
    }
    expect(await agent.forwarded()).toHaveLength(10_000);
    await agent.clock.advance(RETRY_MS_MIN);
    expect(await agent.forwarded()).toHaveLength(10_000);
    manager.resume();
    expect(await agent.forwarded()).toHaveLength(10_000);
  });
});

describe('U3: an acknowledgement is durable before the stream goes on', () => {
  test('the next update is forwarded only after the write', async () => {
    const agent = started();
    await expectReady(update(agent, 'a'));
    await expectReady(update(agent, 'b'));
    expect(await agent.forwarded()).toEqual(['a']);
    agent.storage.hold();
    const acknowledging = acknowledge(agent, 'a');
    await turns();
    expect(acknowledging.isPending).toBe(true);
    agent.storage.letGo();
    expect(await expectReady(acknowledging)).toBe(true);
    expect(await agent.forwarded()).toEqual(['b']);
  });

  test('after a loss of power nothing is lost, and nothing acknowledged comes again', async () => {
    const agent = started();
    for (const digit of 'abc') await expectReady(update(agent, digit));
    await expectReady(acknowledge(agent, 'a'));
    await agent.crash({ power: 'none' });
    agent.start();
    await recover(agent);
    expect(await agent.forwarded()).toEqual(['b (latest c)']);
    await agent.clock.advance(RETRY_MS_MIN);
    expect(await agent.forwarded()).toEqual(['b (latest c)']);
  });

  test('an update is neither ready nor forwarded before it is durable, whatever else happens', async () => {
    const agent = started();
    agent.manager.pause();
    await agent.clock.settle();
    agent.storage.hold();
    const updating = update(agent, 'a');
    await turns();
    agent.manager.resume();
    const reconciling = agent.manager.reconcile([OPERATION]);
    await turns();
    expect([updating.isPending, reconciling.isReady]).toEqual([true, true]);
    expect(agent.manager.metrics().forwards).toBe(0);
    agent.storage.letGo();
    await expectReady(updating);
    expect(await agent.forwarded()).toEqual(['a']);
  });

  test('a write that fails ends the stream, not the others, and says that the outcome is unknown', async () => {
    const agent = started();
    await expectReady(update(agent, 'a'));
    agent.storage.failNext(Object.assign(new Error('EIO'), { code: 'EIO' }));
    const [failing, waiting] = [update(agent, 'b'), update(agent, 'c')];
    expect(await expectFailed(failing, 'STREAM_FAILED')).toMatchObject({ outcome: 'unknown' });
    expect(await expectFailed(waiting, 'STREAM_FAILED')).toMatchObject({ outcome: 'definite' });
    const later = await expectFailed(update(agent, 'd'), 'STREAM_FAILED');
    expect(later).toMatchObject({ outcome: 'definite' });
    await expectFailed(acknowledge(agent, 'a'), 'STREAM_FAILED');
    await expectFailed(agent.manager.recover([OPERATION], { strict: true }), 'STREAM_FAILED');
    await expectReady(agent.manager.update(OTHER, operationUpdate('OPERATION_PENDING', 'e')));
    await agent.forwarded();
    await agent.clock.advance(RETRY_MS_MIN);
    expect(await agent.forwarded()).toEqual(['e']);
    expect(agent.manager.metrics()).toMatchObject({ failures: 1 });
  });

  test('what a failed sync left in memory is written again before anything comes behind it', async () => {
    const agent = started();
    await expectReady(update(agent, 'a'));
    await agent.crash();
    // The record of b reaches the memory of the system; to make it durable fails.
    // The first write confirms what was recovered.
    agent.start({ fault: { at: 2, fault: 'sync-error' } });
    await recover(agent);
    await expectFailed(update(agent, 'b'), 'STREAM_FAILED');
    await agent.crash();
    agent.start();
    const { streams } = await recover(agent);
    expect(streams.get(OPERATION)).toMatchObject({ pending: 2 });
    await expectReady(update(agent, 'c'));
    await agent.crash({ power: 'none' });
    agent.start();
    await recover(agent);
    expect(await agent.forwarded()).toEqual(['a (latest c)']);
  });
});

describe('U4: the same uuid is stored once', () => {
  test('while it is pending, after its acknowledgement, and in one batch', async () => {
    const agent = started();
    const together = [update(agent, 'a'), update(agent, 'a')];
    for (const one of together) await expectReady(one);
    await expectReady(update(agent, 'a'));
    await expectReady(acknowledge(agent, 'a'));
    await expectReady(update(agent, 'a'));
    await agent.crash();
    agent.start();
    const { streams } = await recover(agent);
    expect(streams.get(OPERATION)?.updates).toHaveLength(1);
    expect(streams.get(OPERATION)?.pending).toBe(0);
  });

  test('in one that was recovered', async () => {
    const agent = started();
    await expectReady(update(agent, 'a'));
    await agent.crash({ power: 'none' });
    agent.start();
    await recover(agent);
    await expectReady(update(agent, 'a'));
    expect(agent.manager.metrics()).toMatchObject({ duplicates: 1, pending: 1, writes: 0 });
  });
});

describe('U5: an acknowledgement that fits nothing is refused, and harmless', () => {
  test('of a stream that nobody knows, of nothing, of another update, and twice', async () => {
    const agent = started();
    await expectFailed(acknowledge(agent, 'a'), 'STREAM_UNKNOWN');
    await expectReady(update(agent, 'a'));
    await expectReady(update(agent, 'b'));
    await expectFailed(acknowledge(agent, 'b'), 'ACKNOWLEDGEMENT_DUPLICATE');
    await expectReady(acknowledge(agent, 'a'));
    await expectFailed(acknowledge(agent, 'a'), 'ACKNOWLEDGEMENT_DUPLICATE');
    await expectReady(acknowledge(agent, 'b'));
    await expectFailed(acknowledge(agent, 'b'), 'ACKNOWLEDGEMENT_UNEXPECTED');
    expect(agent.manager.metrics()).toMatchObject({ acknowledgements: 2, pending: 0, refused: 4 });
  });
});

describe('U6: the terminal acknowledgement ends the stream, once', () => {
  test('also if others are pending', async () => {
    const agent = started();
    await expectReady(update(agent, 'a', 'OPERATION_FINISHED'));
    await expectReady(update(agent, 'b'));
    const acknowledging = [acknowledge(agent, 'a'), acknowledge(agent, 'b')];
    expect(await expectReady(acknowledging[0] as (typeof acknowledging)[0])).toBe(false);
    await expectFailed(acknowledging[1] as (typeof acknowledging)[0]);
    await expectFailed(acknowledge(agent, 'a'), 'STREAM_UNKNOWN');
    expect(agent.manager.metrics()).toMatchObject({ streams: 0, pending: 0 });
    await agent.forwarded();
    await agent.clock.advance(RETRY_MS_MAX);
    expect(await agent.forwarded()).toEqual([]);
  });

  test('its file stays until it is removed, as upstream, and keeps another stream from its place', async () => {
    const agent = started();
    await expectReady(update(agent, 'a', 'OPERATION_FINISHED'));
    await expectReady(acknowledge(agent, 'a'));
    await expectFailed(update(agent, 'b'), 'STREAM_FILE_EXISTS');
    await expectReady(agent.manager.remove(OPERATION));
    await expectReady(agent.manager.remove(OPERATION));
    await expectReady(update(agent, 'b'));
  });

  test('or it goes with its directory, if that is wanted', async () => {
    const agent = new SimulatedAgent();
    agent.start({ removeFinishedStreams: true });
    await expectReady(update(agent, 'a', 'OPERATION_FINISHED'));
    const ending = acknowledge(agent, 'a');
    const begun = update(agent, 'b');
    expect(await expectReady(ending)).toBe(false);
    await expectReady(begun);
    await agent.crash({ power: 'none' });
    agent.start({ removeFinishedStreams: true });
    const { streams } = await recover(agent);
    expect(streams.get(OPERATION)?.updates).toHaveLength(1);
    expect(await agent.forwarded()).toEqual(['b']);
  });

  test('what comes with its last acknowledgement is for its successor', async () => {
    const agent = new SimulatedAgent();
    agent.start({ removeFinishedStreams: true });
    // All of them wait for the storage to be opened.
    const updating = update(agent, 'a', 'OPERATION_FINISHED');
    const ending = acknowledge(agent, 'a');
    const begun = update(agent, 'a');
    await expectReady(updating);
    expect(await expectReady(ending)).toBe(false);
    await expectReady(begun);
    expect(agent.manager.metrics()).toMatchObject({ updates: 2, duplicates: 0, pending: 1 });
    expect(await agent.forwarded()).toEqual(['a']);
  });

  test('a crash between the acknowledgement and the removal is made good by the recovery', async () => {
    const agent = started();
    await expectReady(update(agent, 'a', 'OPERATION_FINISHED'));
    await expectReady(acknowledge(agent, 'a'));
    await agent.crash();
    agent.start({ removeFinishedStreams: true });
    const { streams } = await recover(agent);
    expect(streams.get(OPERATION)).toMatchObject({ terminated: true, pending: 0 });
    expect(streams.get(OPERATION)?.updates).toHaveLength(1);
    await expectReady(update(agent, 'b'));
  });
});

describe('U7: a torn tail is cut off, and what is in front of it is kept', () => {
  test('at every length of the last record', async () => {
    const agent = started();
    await expectReady(update(agent, 'a'));
    await expectReady(update(agent, 'b'));
    const file = await agent.read(OPERATION);
    await agent.crash();
    for (let length = file.length / 2; length < file.length; length++) {
      agent.start();
      await agent.write(OPERATION, file.subarray(0, length));
      const { streams, errors } = await recover(agent);
      expect([streams.get(OPERATION)?.pending, errors]).toEqual([1, 0]);
      await expectReady(update(agent, 'c'));
      await expectReady(acknowledge(agent, 'a'));
      await agent.crash({ power: 'none' });
      agent.start();
      await recover(agent);
      expect(await agent.forwarded()).toEqual(['c']);
      await agent.crash();
    }
  });
});

describe('U8: to pause loses nothing', () => {
  test('updates and acknowledgements are taken, forwards wait', async () => {
    const agent = started();
    await expectReady(update(agent, 'a'));
    await agent.forwarded();
    agent.manager.pause();
    await expectReady(update(agent, 'b'));
    await agent.clock.advance(RETRY_MS_MAX);
    await expectReady(acknowledge(agent, 'a'));
    expect(await agent.forwarded()).toEqual([]);
    agent.manager.resume();
    expect(await agent.forwarded()).toEqual(['b']);
    await agent.clock.advance(RETRY_MS_MIN);
    expect(await agent.forwarded()).toEqual(['b']);
  });

  test('resume forwards every front again, though its acknowledgement may be on its way', async () => {
    const agent = started();
    await expectReady(update(agent, 'a'));
    await agent.clock.advance(RETRY_MS_MIN);
    await agent.forwarded();
    agent.manager.resume();
    expect(await agent.forwarded()).toEqual(['a']);
    await agent.clock.advance(RETRY_MS_MIN);
    expect(await agent.forwarded()).toEqual(['a']);
  });

  test('paused before or during a recovery', async () => {
    const agent = started();
    await expectReady(update(agent, 'a'));
    await agent.crash();
    agent.start();
    const recovering = agent.manager.recover([OPERATION], { strict: true });
    agent.manager.pause();
    await expectReady(recovering);
    await agent.clock.advance(RETRY_MS_MIN);
    expect(await agent.forwarded()).toEqual([]);
    agent.manager.resume();
    expect(await agent.forwarded()).toEqual(['a']);
  });
});

describe('U9: the newest state with the oldest update', () => {
  test('as far as it is durable: a newer one may yet be undone', async () => {
    const agent = started();
    await expectReady(update(agent, 'a'));
    await agent.forwarded();
    agent.storage.hold();
    const updating = update(agent, 'b');
    await turns();
    agent.manager.resume();
    await turns();
    expect(agent.takeForwarded()).toEqual(['a']);
    expect(updating.isPending).toBe(true);
    agent.storage.letGo();
    await expectReady(updating);
    await agent.clock.advance(RETRY_MS_MIN);
    expect(await agent.forwarded()).toEqual(['a (latest b)']);
  });
});
