// What the cases of Mesos' TaskStatusUpdateManagerTest mean for the manager alone; upstream runs them
// in a whole cluster (src/tests/task_status_update_manager_tests.cpp).
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { nodeFileSystem } from '@quorate/checkpoint/node';
import type { StatusUpdate, TaskState } from '@quorate/messages';
import { expectFailed, expectReady, virtualRuntime } from '@quorate/process/testing';
import type { VirtualRuntime } from '@quorate/process/testing';
import {
  fileStreamStorage,
  inspectStream,
  parseUuid,
  RETRY_MS_MIN,
  StatusUpdateManager,
  taskUpdates,
  taskUpdatesPath,
} from '@quorate/status-updates';
import type { TaskStreamId } from '@quorate/status-updates';
import { uuidOf } from './support/agent.ts';

const TASK = { frameworkId: 'framework-1', executorId: 'e', containerId: 'c', taskId: 'task-1' };

function taskUpdate(state: TaskState, digit: string): StatusUpdate {
  return {
    frameworkId: { value: 'framework-1' },
    status: { taskId: { value: 'task-1' }, state },
    timestamp: 1.5,
    uuid: parseUuid(uuidOf(digit)),
  };
}

let directory: string;
let virtual: VirtualRuntime;
let manager: StatusUpdateManager<TaskStreamId, StatusUpdate>;
let forwarded: string[];

function start(): void {
  forwarded = [];
  manager = new StatusUpdateManager({
    format: taskUpdates,
    forward: ({ status, latestState }) => forwarded.push(`${status.state}/${latestState ?? ''}`),
    storage: fileStreamStorage({ fileSystem: nodeFileSystem() }),
    pathOf: () => taskUpdatesPath(directory, TASK),
    runtime: virtual.runtime,
  });
}

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'quorate-tasks-'));
  virtual = virtualRuntime();
  start();
});
afterEach(async () => {
  await manager.close();
  await rm(directory, { recursive: true });
});

const update = (state: TaskState, digit: string) =>
  expectReady(manager.update(TASK, taskUpdate(state, digit)));
const acknowledge = (digit: string) => expectReady(manager.acknowledge(TASK, uuidOf(digit)));

describe('TaskStatusUpdateManagerTest', () => {
  test('CheckpointStatusUpdate: the file holds an update and its acknowledgement', async () => {
    await update('TASK_RUNNING', 'a');
    expect(await acknowledge('a')).toBe(true);
    const file = await readFile(taskUpdatesPath(directory, TASK));
    const { records, state } = inspectStream(taskUpdates, file);
    expect(records.map(({ record }) => record)).toEqual([
      { type: 'update', update: taskUpdate('TASK_RUNNING', 'a') },
      { type: 'acknowledgement', uuid: uuidOf('a') },
    ]);
    expect(state?.pending.length).toBe(0);
  });

  test('RetryStatusUpdate: one that got lost comes again after 10 s', async () => {
    await update('TASK_RUNNING', 'a');
    await virtual.clock.advance(RETRY_MS_MIN - 1);
    expect(forwarded).toEqual(['TASK_RUNNING/TASK_RUNNING']);
    await virtual.clock.advance(1);
    expect(forwarded).toEqual(['TASK_RUNNING/TASK_RUNNING', 'TASK_RUNNING/TASK_RUNNING']);
  });

  test('IgnoreDuplicateStatusUpdateAck: one of an earlier update does nothing', async () => {
    await update('TASK_RUNNING', 'a');
    await acknowledge('a');
    await update('TASK_KILLING', 'b');
    await expectFailed(manager.acknowledge(TASK, uuidOf('a')), 'ACKNOWLEDGEMENT_DUPLICATE');
    expect(await acknowledge('b')).toBe(true);
  });

  test('IgnoreUnexpectedStatusUpdateAck: one of no update does nothing', async () => {
    await update('TASK_RUNNING', 'a');
    await expectFailed(manager.acknowledge(TASK, uuidOf('f')), 'ACKNOWLEDGEMENT_DUPLICATE');
    expect(await acknowledge('a')).toBe(true);
  });

  test('DuplicateTerminalUpdateAfterAck: another terminal update begins the stream anew', async () => {
    await update('TASK_FINISHED', 'a');
    expect(await acknowledge('a')).toBe(false);
    await update('TASK_FINISHED', 'b');
    expect(forwarded).toEqual(['TASK_FINISHED/TASK_FINISHED', 'TASK_FINISHED/TASK_FINISHED']);
    await manager.close();
    start();
    const { streams } = await expectReady(manager.recover([TASK], { strict: true }));
    expect(streams.get(taskUpdates.streamKey(TASK))).toMatchObject({ pending: 1 });
    expect(await acknowledge('b')).toBe(false);
  });

  test('DuplicateUpdateBeforeAck: it is dropped, and the retries go on', async () => {
    await update('TASK_RUNNING', 'a');
    await update('TASK_RUNNING', 'a');
    expect(manager.metrics()).toMatchObject({ updates: 1, duplicates: 1, pending: 1 });
    await virtual.clock.advance(RETRY_MS_MIN);
    expect(forwarded).toHaveLength(2);
    expect(await acknowledge('a')).toBe(true);
  });

  test('LatestTaskState: a retry carries the newest state', async () => {
    await update('TASK_RUNNING', 'a');
    await update('TASK_FINISHED', 'b');
    await virtual.clock.advance(RETRY_MS_MIN);
    expect(forwarded.at(-1)).toBe('TASK_RUNNING/TASK_FINISHED');
  });

  test('DuplicatedTerminalStatusUpdate: a second terminal update waits for its turn', async () => {
    await update('TASK_FINISHED', 'a');
    await update('TASK_KILLED', 'b');
    expect(forwarded).toEqual(['TASK_FINISHED/TASK_FINISHED']);
    // The first terminal state stands: with its acknowledgement the stream is over.
    expect(await acknowledge('a')).toBe(false);
    await virtual.clock.advance(RETRY_MS_MIN);
    expect(forwarded).toHaveLength(1);
  });
});
