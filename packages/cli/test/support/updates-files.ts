import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { frameRecord } from '@quorate/checkpoint';
import type { StatusUpdate, TaskState } from '@quorate/messages';
import { parseUuid, taskUpdates } from '@quorate/status-updates';
import { newFolder } from './folders.ts';

const GOLDEN = join(__dirname, '../../../status-updates/test/fixtures/golden');
const STREAM = '41414141-4141-4141-8141-414141414141';

/** A file that the real Mesos wrote, or that was made of one. */
export function goldenUpdatesPath(name: string): string {
  const folder = /^\d/.test(name) ? join('streams', name) : join('cases', name, STREAM);
  return join(GOLDEN, folder, 'operation.updates');
}

export function goldenUpdates(name: string): Uint8Array {
  return readFileSync(goldenUpdatesPath(name));
}

/** Writes a file into a new folder and gives its path. */
export function updatesFile(bytes: Uint8Array, name = 'operation.updates'): string {
  const path = join(newFolder(), 'stream', name);
  mkdirSync(dirname(path));
  writeFileSync(path, bytes);
  return path;
}

export function concat(...parts: readonly ArrayLike<number>[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => Array.from(part)));
}

/** `11111111-1111-4111-8111-111111111111` */
export function uuidOf(digit: string): string {
  return `dddddddd-dddd-4ddd-8ddd-dddddddddddd`.replaceAll('d', digit);
}

function taskUpdate(state: TaskState, digit: string): StatusUpdate {
  return {
    frameworkId: { value: 'framework-1' },
    status: { taskId: { value: 'task-1' }, state },
    timestamp: 1,
    uuid: parseUuid(uuidOf(digit)),
  };
}

/** The frames of a task's records. */
export const taskRecord = {
  update: (state: TaskState, digit: string): Uint8Array =>
    frameRecord(taskUpdates.encodeUpdate(taskUpdate(state, digit))),
  acknowledgement: (digit: string): Uint8Array =>
    frameRecord(taskUpdates.encodeAcknowledgement(taskUpdate('TASK_RUNNING', digit))),
};
