import { nameOf } from '@quorate/checkpoint';
import { nodeFileSystem } from '@quorate/checkpoint/node';
import { inspectStream, operationUpdates, taskUpdates } from '@quorate/status-updates';
import type { PlacedRecord, StreamFate, UpdateFormat } from '@quorate/status-updates';
import { readPlainFile } from './plain-file.ts';

/** Whose updates a file holds. */
export const UPDATES_KINDS = ['operation', 'task'] as const;
export type UpdatesKind = (typeof UPDATES_KINDS)[number];

/** Its records take some 20 times as much memory. */
const FILE_SIZE_BYTES_MAX = 64 * 1024 * 1024;

/** A whole record of a file; the offset and the bytes are those of its frame, length included. */
export type UpdatesRecord = UpdateRecord | AcknowledgementRecord;

interface UpdateRecord {
  readonly type: 'update';
  readonly offset: number;
  readonly bytes: number;
  readonly uuid: string;
  /** As in `OPERATION_FINISHED` or `TASK_RUNNING`. */
  readonly state: string;
}

interface AcknowledgementRecord {
  readonly type: 'ack';
  readonly offset: number;
  readonly bytes: number;
  /** Of the update. */
  readonly uuid: string;
}

/** What is wrong with a file, where first. */
export interface UpdatesDamage {
  /** `torn`: as a crash leaves an append that was never acknowledged. */
  readonly type: 'torn' | 'corrupt';
  readonly offset: number;
  readonly reason: string;
}

/** A file of status updates, as a recovery that is not strict would find it. */
export interface UpdatesFile {
  readonly records: readonly UpdatesRecord[];
  readonly updates: number;
  readonly pending: number;
  readonly terminated: boolean;
  readonly validBytes: number;
  readonly fileBytes: number;
  readonly errors: number;
  /** What becomes of the file. */
  readonly fate: StreamFate;
  readonly damage: UpdatesDamage | undefined;
}

/**
 * Reads a file of status updates without changing it.
 *
 * Throws `CLI_FILE_MISSING`, `CLI_FILE_INVALID`, `CLI_FILE_TOO_LARGE` or `CLI_FILE_UNREADABLE`.
 *
 * @param kind default: by the file's name
 */
export async function readUpdatesFile(
  path: string,
  kind: UpdatesKind = kindOf(path),
): Promise<UpdatesFile> {
  const bytes = await readPlainFile(nodeFileSystem(), path, FILE_SIZE_BYTES_MAX);
  switch (kind) {
    case 'operation':
      return inspect(operationUpdates, bytes);
    case 'task':
      return inspect(taskUpdates, bytes);
  }
}

function kindOf(path: string): UpdatesKind {
  return nameOf(path) === 'task.updates' ? 'task' : 'operation';
}

function inspect<Update>(format: UpdateFormat<never, Update>, bytes: Uint8Array): UpdatesFile {
  const stream = inspectStream(format, bytes);
  const { updates, state, validBytes, fileBytes, errors, tail, reason, fate } = stream;
  const damage = {
    type: errors > 0 ? 'corrupt' : 'torn',
    // A file that makes no sense does so from its first record on.
    offset: fate === 'absent' ? 0 : validBytes,
    reason: reason ?? '',
  } as const;
  return {
    records: stream.records.map((record) => recordOf(format, record)),
    updates: updates.length,
    pending: state?.pending.length ?? 0,
    terminated: state?.terminated ?? false,
    ...{ validBytes, fileBytes, errors, fate },
    damage: errors > 0 || tail !== 'clean' ? damage : undefined,
  };
}

function recordOf<Update>(
  format: UpdateFormat<never, Update>,
  { offset, sizeBytes: bytes, record }: PlacedRecord<Update>,
): UpdatesRecord {
  if (record.type === 'acknowledgement') return { type: 'ack', offset, bytes, uuid: record.uuid };
  const { update } = record;
  const uuid = format.uuidOf(update) ?? '';
  return { type: 'update', offset, bytes, uuid, state: format.stateOf(update) };
}
