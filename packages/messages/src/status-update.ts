/** Status updates of tasks, of package `mesos.internal`. */
import { mesos } from './gen/messages.js';
import { optional, required } from './field.ts';
import { defineMessage, message } from './message-codec.ts';
import type { MessageCodec } from './message-codec.ts';
import { bytes, double, string } from './scalar-kinds.ts';
import { ExecutorID, FrameworkID, SlaveID, TaskID } from './mesos/id.ts';
import { TaskStatus, taskState } from './mesos/task.ts';
import type { TaskState } from './mesos/task.ts';
import { updateRecordType } from './update-record-type.ts';
import type { UpdateRecordType } from './update-record-type.ts';

const generated = mesos.internal;

/** A change of the status of a task. */
export interface StatusUpdate {
  readonly frameworkId: FrameworkID;
  readonly executorId?: ExecutorID;
  readonly slaveId?: SlaveID;
  readonly status: TaskStatus;
  /** Seconds since 1970-01-01 00:00 UTC. */
  readonly timestamp: number;
  /** 16 bytes that tell it from the others of its task; of this and `status.uuid` this one counts. */
  readonly uuid?: Uint8Array;
  /** The state of the last update of the task that waits to be acknowledged. */
  readonly latestState?: TaskState;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.StatusUpdate`. */
export const StatusUpdate: MessageCodec<StatusUpdate> = defineMessage<StatusUpdate>(
  'mesos.internal.StatusUpdate',
  generated.StatusUpdate,
  {
    frameworkId: required(1, message(FrameworkID)),
    executorId: optional(2, message(ExecutorID)),
    slaveId: optional(3, message(SlaveID)),
    status: required(4, message(TaskStatus)),
    timestamp: required(5, double),
    uuid: optional(6, bytes),
    latestState: optional(7, taskState),
  },
);

/** One record of a task's file of updates. */
export interface StatusUpdateRecord {
  /** Which of the next two holds. */
  readonly type: UpdateRecordType;
  readonly update?: StatusUpdate;
  /** Of the update that was acknowledged. */
  readonly uuid?: Uint8Array;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.StatusUpdateRecord`. */
export const StatusUpdateRecord: MessageCodec<StatusUpdateRecord> =
  defineMessage<StatusUpdateRecord>(
    'mesos.internal.StatusUpdateRecord',
    generated.StatusUpdateRecord,
    {
      type: required(1, updateRecordType),
      update: optional(2, message(StatusUpdate)),
      uuid: optional(3, bytes),
    },
  );

/** From the agent: an update for the framework. */
export interface StatusUpdateMessage {
  readonly update: StatusUpdate;
  /** Where an old scheduler driver sends its acknowledgement. */
  readonly pid?: string;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.StatusUpdateMessage`. */
export const StatusUpdateMessage: MessageCodec<StatusUpdateMessage> =
  defineMessage<StatusUpdateMessage>(
    'mesos.internal.StatusUpdateMessage',
    generated.StatusUpdateMessage,
    {
      update: required(1, message(StatusUpdate)),
      pid: optional(2, string),
    },
  );

/** From the framework: it has the update. */
export interface StatusUpdateAcknowledgementMessage {
  readonly slaveId: SlaveID;
  readonly frameworkId: FrameworkID;
  readonly taskId: TaskID;
  /** Of the update. */
  readonly uuid: Uint8Array;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.StatusUpdateAcknowledgementMessage`. */
export const StatusUpdateAcknowledgementMessage: MessageCodec<StatusUpdateAcknowledgementMessage> =
  defineMessage<StatusUpdateAcknowledgementMessage>(
    'mesos.internal.StatusUpdateAcknowledgementMessage',
    generated.StatusUpdateAcknowledgementMessage,
    {
      slaveId: required(1, message(SlaveID)),
      frameworkId: required(2, message(FrameworkID)),
      taskId: required(3, message(TaskID)),
      uuid: required(4, bytes),
    },
  );
