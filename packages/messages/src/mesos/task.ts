/** The status of tasks of package `mesos`. */
import { mesos } from '../gen/messages.js';
import { closedEnum, openEnum } from '../enum-kind.ts';
import { optional, repeated, required } from '../field.ts';
import { defineMessage, message } from '../message-codec.ts';
import type { MessageCodec } from '../message-codec.ts';
import { bool, bytes, double, string } from '../scalar-kinds.ts';
import { CheckStatusInfo } from './check.ts';
import { ContainerStatus } from './container.ts';
import { ExecutorID, SlaveID, TaskID } from './id.ts';
import { Labels } from './label.ts';
import { Resource } from './resource.ts';
import { TimeInfo } from './time.ts';

/** How a task is. */
export type TaskState =
  | 'TASK_STARTING'
  | 'TASK_RUNNING'
  | 'TASK_FINISHED'
  | 'TASK_FAILED'
  | 'TASK_KILLED'
  | 'TASK_LOST'
  | 'TASK_STAGING'
  | 'TASK_ERROR'
  | 'TASK_KILLING'
  | 'TASK_DROPPED'
  | 'TASK_UNREACHABLE'
  | 'TASK_GONE'
  | 'TASK_GONE_BY_OPERATOR'
  | 'TASK_UNKNOWN';

/** The kind of fields of this type. */
export const taskState = closedEnum<TaskState>({
  TASK_STARTING: 0,
  TASK_RUNNING: 1,
  TASK_FINISHED: 2,
  TASK_FAILED: 3,
  TASK_KILLED: 4,
  TASK_LOST: 5,
  TASK_STAGING: 6,
  TASK_ERROR: 7,
  TASK_KILLING: 8,
  TASK_DROPPED: 9,
  TASK_UNREACHABLE: 10,
  TASK_GONE: 11,
  TASK_GONE_BY_OPERATOR: 12,
  TASK_UNKNOWN: 13,
});

/** Who noticed. */
export type TaskStatusSource = 'SOURCE_MASTER' | 'SOURCE_SLAVE' | 'SOURCE_EXECUTOR';

const taskStatusSource = closedEnum<TaskStatusSource>({
  SOURCE_MASTER: 0,
  SOURCE_SLAVE: 1,
  SOURCE_EXECUTOR: 2,
});

/** Why a task is as it is. */
export type TaskStatusReason =
  | 'REASON_COMMAND_EXECUTOR_FAILED'
  | 'REASON_EXECUTOR_TERMINATED'
  | 'REASON_EXECUTOR_UNREGISTERED'
  | 'REASON_FRAMEWORK_REMOVED'
  | 'REASON_GC_ERROR'
  | 'REASON_INVALID_FRAMEWORKID'
  | 'REASON_INVALID_OFFERS'
  | 'REASON_MASTER_DISCONNECTED'
  | 'REASON_CONTAINER_LIMITATION_MEMORY'
  | 'REASON_RECONCILIATION'
  | 'REASON_SLAVE_DISCONNECTED'
  | 'REASON_SLAVE_REMOVED'
  | 'REASON_SLAVE_RESTARTED'
  | 'REASON_SLAVE_UNKNOWN'
  | 'REASON_TASK_INVALID'
  | 'REASON_TASK_UNAUTHORIZED'
  | 'REASON_TASK_UNKNOWN'
  | 'REASON_CONTAINER_PREEMPTED'
  | 'REASON_RESOURCES_UNKNOWN'
  | 'REASON_CONTAINER_LIMITATION'
  | 'REASON_CONTAINER_LIMITATION_DISK'
  | 'REASON_CONTAINER_LAUNCH_FAILED'
  | 'REASON_CONTAINER_UPDATE_FAILED'
  | 'REASON_EXECUTOR_REGISTRATION_TIMEOUT'
  | 'REASON_EXECUTOR_REREGISTRATION_TIMEOUT'
  | 'REASON_TASK_GROUP_INVALID'
  | 'REASON_TASK_GROUP_UNAUTHORIZED'
  | 'REASON_IO_SWITCHBOARD_EXITED'
  | 'REASON_TASK_CHECK_STATUS_UPDATED'
  | 'REASON_TASK_HEALTH_CHECK_STATUS_UPDATED'
  | 'REASON_TASK_KILLED_DURING_LAUNCH'
  | 'REASON_SLAVE_REMOVED_BY_OPERATOR'
  | 'REASON_SLAVE_REREGISTERED'
  | 'REASON_MAX_COMPLETION_TIME_REACHED'
  | 'REASON_SLAVE_DRAINING';

// Open, because it grows with the releases of Mesos and no status update may be lost for that.
const taskStatusReason = openEnum<TaskStatusReason>({
  REASON_COMMAND_EXECUTOR_FAILED: 0,
  REASON_EXECUTOR_TERMINATED: 1,
  REASON_EXECUTOR_UNREGISTERED: 2,
  REASON_FRAMEWORK_REMOVED: 3,
  REASON_GC_ERROR: 4,
  REASON_INVALID_FRAMEWORKID: 5,
  REASON_INVALID_OFFERS: 6,
  REASON_MASTER_DISCONNECTED: 7,
  REASON_CONTAINER_LIMITATION_MEMORY: 8,
  REASON_RECONCILIATION: 9,
  REASON_SLAVE_DISCONNECTED: 10,
  REASON_SLAVE_REMOVED: 11,
  REASON_SLAVE_RESTARTED: 12,
  REASON_SLAVE_UNKNOWN: 13,
  REASON_TASK_INVALID: 14,
  REASON_TASK_UNAUTHORIZED: 15,
  REASON_TASK_UNKNOWN: 16,
  REASON_CONTAINER_PREEMPTED: 17,
  REASON_RESOURCES_UNKNOWN: 18,
  REASON_CONTAINER_LIMITATION: 19,
  REASON_CONTAINER_LIMITATION_DISK: 20,
  REASON_CONTAINER_LAUNCH_FAILED: 21,
  REASON_CONTAINER_UPDATE_FAILED: 22,
  REASON_EXECUTOR_REGISTRATION_TIMEOUT: 23,
  REASON_EXECUTOR_REREGISTRATION_TIMEOUT: 24,
  REASON_TASK_GROUP_INVALID: 25,
  REASON_TASK_GROUP_UNAUTHORIZED: 26,
  REASON_IO_SWITCHBOARD_EXITED: 27,
  REASON_TASK_CHECK_STATUS_UPDATED: 28,
  REASON_TASK_HEALTH_CHECK_STATUS_UPDATED: 29,
  REASON_TASK_KILLED_DURING_LAUNCH: 30,
  REASON_SLAVE_REMOVED_BY_OPERATOR: 31,
  REASON_SLAVE_REREGISTERED: 32,
  REASON_MAX_COMPLETION_TIME_REACHED: 33,
  REASON_SLAVE_DRAINING: 34,
});

/** Which limit a task broke. */
export interface TaskResourceLimitation {
  /** More than one if the resource is of several roles. */
  readonly resources: readonly Resource[];
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.TaskResourceLimitation`. */
export const TaskResourceLimitation: MessageCodec<TaskResourceLimitation> =
  defineMessage<TaskResourceLimitation>(
    'mesos.TaskResourceLimitation',
    mesos.TaskResourceLimitation,
    {
      resources: repeated(1, message(Resource)),
    },
  );

/** How a task is, as its executor, its agent or the master says. */
export interface TaskStatus {
  readonly taskId: TaskID;
  readonly state: TaskState;
  /** Whatever the executor wants its scheduler to know. */
  readonly data?: Uint8Array;
  /** For humans. */
  readonly message?: string;
  readonly slaveId?: SlaveID;
  /** Seconds since 1970-01-01 00:00 UTC. */
  readonly timestamp?: number;
  readonly executorId?: ExecutorID;
  /** What the health check of the task says. */
  readonly healthy?: boolean;
  readonly source?: TaskStatusSource;
  readonly reason?: TaskStatusReason;
  /** 16 bytes; set if the status is to be acknowledged. */
  readonly uuid?: Uint8Array;
  readonly labels?: Labels;
  readonly containerStatus?: ContainerStatus;
  /** When the master lost the agent, by the master's clock. */
  readonly unreachableTime?: TimeInfo;
  /** Present if the task has a check. */
  readonly checkStatus?: CheckStatusInfo;
  /** May say more about a reason that names a limitation. */
  readonly limitation?: TaskResourceLimitation;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.TaskStatus`. */
export const TaskStatus: MessageCodec<TaskStatus> = defineMessage<TaskStatus>(
  'mesos.TaskStatus',
  mesos.TaskStatus,
  {
    taskId: required(1, message(TaskID)),
    state: required(2, taskState),
    data: optional(3, bytes),
    message: optional(4, string),
    slaveId: optional(5, message(SlaveID)),
    timestamp: optional(6, double),
    executorId: optional(7, message(ExecutorID)),
    healthy: optional(8, bool),
    source: optional(9, taskStatusSource),
    reason: optional(10, taskStatusReason),
    uuid: optional(11, bytes),
    labels: optional(12, message(Labels)),
    containerStatus: optional(13, message(ContainerStatus)),
    unreachableTime: optional(14, message(TimeInfo)),
    checkStatus: optional(15, message(CheckStatusInfo)),
    limitation: optional(16, message(TaskResourceLimitation)),
  },
);
