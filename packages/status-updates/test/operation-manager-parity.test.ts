// The cases of Mesos' OperationStatusUpdateManagerTest (src/tests/operation_status_update_manager_tests.cpp).
import { appendFile, rm, stat, truncate } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { RETRY_MS_MIN } from '@quorate/status-updates';
import { expectFailed, expectReady } from '@quorate/process/testing';
import { Agent, OPERATION, operationUpdate, uuidOf } from './support/agent.ts';

const FINISHED = operationUpdate('OPERATION_FINISHED', 'a');
const PENDING = operationUpdate('OPERATION_PENDING', 'a');

let agent: Agent;
beforeEach(async () => {
  agent = await Agent.create();
});
afterEach(() => agent.dispose());

async function isForwardedAfterRetry(): Promise<readonly string[]> {
  await agent.clock.advance(RETRY_MS_MIN);
  return agent.forwarded();
}

describe('updates and acknowledgements', () => {
  test('UpdateAndAck: a terminal update is forwarded until it is acknowledged', async () => {
    await expectReady(agent.manager.update(OPERATION, FINISHED));
    expect(await agent.forwarded()).toEqual(['OPERATION_FINISHED']);
    const goesOn = await expectReady(agent.manager.acknowledge(OPERATION, uuidOf('a')));
    expect(goesOn).toBe(false);
    expect(await isForwardedAfterRetry()).toEqual([]);
  });

  test('UpdateAndAckNonTerminalUpdate: the stream goes on', async () => {
    await expectReady(agent.manager.update(OPERATION, PENDING));
    expect(await agent.forwarded()).toEqual(['OPERATION_PENDING']);
    const goesOn = await expectReady(agent.manager.acknowledge(OPERATION, uuidOf('a')));
    expect(goesOn).toBe(true);
    expect(await isForwardedAfterRetry()).toEqual([]);
  });

  test('ResendUnacknowledged: again after 10 s, until acknowledged', async () => {
    await expectReady(agent.manager.update(OPERATION, FINISHED));
    expect(await agent.forwarded()).toEqual(['OPERATION_FINISHED']);
    expect(await isForwardedAfterRetry()).toEqual(['OPERATION_FINISHED']);
    await expectReady(agent.manager.acknowledge(OPERATION, uuidOf('a')));
    await agent.clock.advance(10 * RETRY_MS_MIN);
    expect(await agent.forwarded()).toEqual([]);
  });

  test('Cleanup: the streams of a framework are dropped, their files stay', async () => {
    await expectReady(agent.manager.update(OPERATION, FINISHED));
    expect(await agent.forwarded()).toEqual(['OPERATION_FINISHED']);
    agent.manager.cleanup('framework-1');
    expect(await isForwardedAfterRetry()).toEqual([]);
    await expectFailed(agent.manager.acknowledge(OPERATION, uuidOf('a')), 'STREAM_UNKNOWN');
    expect((await agent.read()).length).toBeGreaterThan(0);
  });

  test('UpdateLatestWhenResending: a retry says what the newest state is', async () => {
    await expectReady(agent.manager.update(OPERATION, PENDING));
    await expectReady(agent.manager.update(OPERATION, operationUpdate('OPERATION_FINISHED', 'b')));
    expect(await agent.forwarded()).toEqual(['OPERATION_PENDING']);
    expect(await isForwardedAfterRetry()).toEqual([
      'OPERATION_PENDING (latest OPERATION_FINISHED)',
    ]);
    await expectReady(agent.manager.acknowledge(OPERATION, uuidOf('a')));
    expect(await agent.forwarded()).toEqual(['OPERATION_FINISHED']);
  });
});

describe('recovery', () => {
  test('RecoverCheckpointedStream: another run forwards what is pending', async () => {
    await expectReady(agent.manager.update(OPERATION, FINISHED));
    await agent.forwarded();
    agent.start();
    const { streams, errors } = await expectReady(
      agent.manager.recover([OPERATION], { strict: true }),
    );
    expect(errors).toBe(0);
    const expected = { updates: [FINISHED], pending: 1, terminated: false };
    expect(streams.get(OPERATION)).toMatchObject(expected);
    expect(await agent.forwarded()).toEqual(['OPERATION_FINISHED']);
    expect(await isForwardedAfterRetry()).toEqual(['OPERATION_FINISHED']);
  });

  test('RecoverNotCheckpointedStream: what was not checkpointed is gone', async () => {
    await expectReady(agent.manager.update(OPERATION, FINISHED, { checkpoint: false }));
    expect(await agent.forwarded()).toEqual(['OPERATION_FINISHED']);
    await expect(stat(agent.path())).rejects.toThrow('ENOENT');
    agent.start();
    await expectFailed(agent.manager.recover([OPERATION], { strict: true }), 'STREAM_MISSING');
  });

  test('RecoverEmptyFile: a file without updates is a stream that never began', async () => {
    await expectReady(agent.manager.update(OPERATION, FINISHED));
    agent.start();
    await truncate(agent.path(), 0);
    const recovered = await expectReady(agent.manager.recover([OPERATION], { strict: false }));
    expect(recovered).toEqual({ streams: new Map([[OPERATION, undefined]]), errors: 0 });
    await expect(stat(agent.path())).rejects.toThrow('ENOENT');
  });

  test('RecoverEmptyDirectory: so is a directory without the file', async () => {
    await expectReady(agent.manager.update(OPERATION, FINISHED));
    agent.start();
    await rm(agent.path());
    const recovered = await expectReady(agent.manager.recover([OPERATION], { strict: false }));
    expect(recovered).toEqual({ streams: new Map([[OPERATION, undefined]]), errors: 0 });
  });

  test('RecoverTerminatedStream: one that is over is told of, and not kept', async () => {
    await expectReady(agent.manager.update(OPERATION, FINISHED));
    await expectReady(agent.manager.acknowledge(OPERATION, uuidOf('a')));
    await agent.forwarded();
    agent.start();
    const { streams } = await expectReady(agent.manager.recover([OPERATION], { strict: true }));
    const expected = { updates: [FINISHED], pending: 0, terminated: true };
    expect(streams.get(OPERATION)).toMatchObject(expected);
    expect(await isForwardedAfterRetry()).toEqual([]);
    expect(agent.manager.metrics().streams).toBe(0);
  });

  test('IgnoreDuplicateUpdate: one that was acknowledged is ready, and not forwarded', async () => {
    await expectReady(agent.manager.update(OPERATION, PENDING));
    await expectReady(agent.manager.acknowledge(OPERATION, uuidOf('a')));
    await agent.forwarded();
    await expectReady(agent.manager.update(OPERATION, PENDING));
    expect(await isForwardedAfterRetry()).toEqual([]);
  });

  test('IgnoreDuplicateUpdateAfterRecover: in another run, too', async () => {
    await expectReady(agent.manager.update(OPERATION, PENDING));
    await expectReady(agent.manager.acknowledge(OPERATION, uuidOf('a')));
    await agent.forwarded();
    agent.start();
    await expectReady(agent.manager.recover([OPERATION], { strict: true }));
    await expectReady(agent.manager.update(OPERATION, PENDING));
    expect(await isForwardedAfterRetry()).toEqual([]);
  });

  test('RejectDuplicateAck: a second acknowledgement fails', async () => {
    await expectReady(agent.manager.update(OPERATION, PENDING));
    await expectReady(agent.manager.acknowledge(OPERATION, uuidOf('a')));
    const again = agent.manager.acknowledge(OPERATION, uuidOf('a'));
    await expectFailed(again, 'ACKNOWLEDGEMENT_UNEXPECTED');
  });

  test('RejectDuplicateAckAfterRecover: in another run, too', async () => {
    await expectReady(agent.manager.update(OPERATION, PENDING));
    await expectReady(agent.manager.acknowledge(OPERATION, uuidOf('a')));
    agent.start();
    await expectReady(agent.manager.recover([OPERATION], { strict: true }));
    const again = agent.manager.acknowledge(OPERATION, uuidOf('a'));
    await expectFailed(again, 'ACKNOWLEDGEMENT_UNEXPECTED');
  });

  test('NonStrictRecoveryCorruptedFile: what is in front of the damage is recovered', async () => {
    await expectReady(agent.manager.update(OPERATION, PENDING));
    const good = await agent.read();
    await agent.forwarded();
    agent.start();
    await appendFile(agent.path(), FOREIGN_RECORD);
    const { streams, errors } = await expectReady(
      agent.manager.recover([OPERATION], { strict: false }),
    );
    expect(errors).toBe(1);
    expect(streams.get(OPERATION)?.updates).toEqual([PENDING]);
    expect(await agent.forwarded()).toEqual(['OPERATION_PENDING']);
    expect(await agent.read()).toEqual(good);
    expect(agent.manager.metrics().recoveryErrors).toBe(1);
  });

  test('StrictRecoveryCorruptedFile: fails, and leaves the evidence', async () => {
    await expectReady(agent.manager.update(OPERATION, PENDING));
    agent.start();
    await appendFile(agent.path(), FOREIGN_RECORD);
    const damaged = await agent.read();
    const recovering = agent.manager.recover([OPERATION], { strict: true });
    const { message } = await expectFailed(recovering, 'STREAM_CORRUPT');
    expect(message).toContain(dirname(agent.path()));
    expect(await agent.read()).toEqual(damaged);
    expect(agent.manager.metrics().streams).toBe(0);
  });
});

/** A whole record of something else: its field 1 is a message, not a type. */
const FOREIGN_RECORD = Uint8Array.of(4, 0, 0, 0, 0x0a, 2, 0x0a, 0);
