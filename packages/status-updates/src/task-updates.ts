import { checkPathSegment, joinPath } from '@quorate/checkpoint';
import { formatUuid, StatusUpdateRecord } from '@quorate/messages';
import type { StatusUpdate, TaskState } from '@quorate/messages';
import type { UpdateFormat } from './protocol/update-format.ts';
import { checkUuid } from './uuid.ts';

/** Where a task of an agent runs. */
export interface TaskStreamId {
  readonly frameworkId: string;
  readonly taskId: string;
  /** Of the executor, and of the container of its run: they are in the path of the task's file. */
  readonly executorId?: string;
  readonly containerId?: string;
}

const TERMINAL: ReadonlySet<TaskState> = new Set<TaskState>([
  'TASK_FINISHED',
  'TASK_FAILED',
  'TASK_KILLED',
  'TASK_LOST',
  'TASK_ERROR',
  'TASK_DROPPED',
  'TASK_GONE',
  'TASK_GONE_BY_OPERATOR',
]);

/** Whether nothing more comes of a task in this state. */
export function isTerminalTaskState(state: TaskState): boolean {
  return TERMINAL.has(state);
}

/**
 * The status updates of tasks, as an agent's files `task.updates` hold them. What counts as the
 * update's uuid is the deprecated field `StatusUpdate.uuid`, not that of its status.
 *
 * Source: Mesos src/slave/task_status_update_manager.cpp.
 */
export const taskUpdates: UpdateFormat<TaskStreamId, StatusUpdate> = {
  name: 'task status update',
  // A task that is over may still be heard of: its next update begins the stream anew.
  existingFile: 'append',
  // Upstream knows a task by these two; the rest only finds its file.
  streamKey: ({ frameworkId, taskId }) => JSON.stringify([frameworkId, taskId]),
  uuidOf: ({ uuid }) => uuid && checkUuid(uuid),
  frameworkOf: ({ frameworkId }) => frameworkId.value,
  stateOf: ({ status }) => status.state,
  isTerminal: ({ status }) => isTerminalTaskState(status.state),
  carriesLatest: ({ latestState }) => latestState !== undefined,
  withLatest: (update, latest) => ({ ...update, latestState: latest.status.state }),
  encodeUpdate: (update) => StatusUpdateRecord.encode({ type: 'UPDATE', update }),
  encodeAcknowledgement: ({ uuid }) =>
    StatusUpdateRecord.encode({ type: 'ACK', ...(uuid && { uuid }) }),
  decode: (bytes) => {
    const { type, update, uuid } = StatusUpdateRecord.decode(bytes);
    if (type === 'ACK') {
      return { type: 'acknowledgement', uuid: formatUuid(uuid ?? new Uint8Array()) };
    }
    if (!update) throw new Error('a record of an update without the update');
    if (!update.uuid) throw new Error('a record of an update without uuid');
    checkUuid(update.uuid);
    return { type: 'update', update };
  },
};

/**
 * Where an agent keeps the updates of a task:
 * `<agent>/frameworks/<id>/executors/<id>/runs/<container>/tasks/<task>/task.updates`.
 *
 * @param agentDirectory `<work_dir>/meta/slaves/<agent id>`
 */
export function taskUpdatesPath(agentDirectory: string, id: Required<TaskStreamId>): string {
  return joinPath(
    agentDirectory,
    'frameworks',
    checkPathSegment('framework id', id.frameworkId),
    'executors',
    checkPathSegment('executor id', id.executorId),
    'runs',
    checkPathSegment('container id', id.containerId),
    'tasks',
    checkPathSegment('task id', id.taskId),
    'task.updates',
  );
}
