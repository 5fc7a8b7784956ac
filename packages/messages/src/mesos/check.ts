/** Results of checks of tasks, of package `mesos`. */
import { mesos } from '../gen/messages.js';
import { openEnum } from '../enum-kind.ts';
import { optional } from '../field.ts';
import { defineMessage, message } from '../message-codec.ts';
import type { MessageCodec } from '../message-codec.ts';
import { bool, int32, uint32 } from '../scalar-kinds.ts';

/** How a task is checked. */
export type CheckType = 'UNKNOWN' | 'COMMAND' | 'HTTP' | 'TCP';

const checkType = openEnum<CheckType>({ UNKNOWN: 0, COMMAND: 1, HTTP: 2, TCP: 3 });

/** The result of a command. */
export interface CheckStatusCommand {
  /** Absent: no result yet. */
  readonly exitCode?: number;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.CheckStatusInfo.Command`. */
export const CheckStatusCommand: MessageCodec<CheckStatusCommand> =
  defineMessage<CheckStatusCommand>(
    'mesos.CheckStatusInfo.Command',
    mesos.CheckStatusInfo.Command,
    {
      exitCode: optional(1, int32),
    },
  );

/** The result of an HTTP request. */
export interface CheckStatusHttp {
  /** Absent: no result yet. */
  readonly statusCode?: number;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.CheckStatusInfo.Http`. */
export const CheckStatusHttp: MessageCodec<CheckStatusHttp> = defineMessage<CheckStatusHttp>(
  'mesos.CheckStatusInfo.Http',
  mesos.CheckStatusInfo.Http,
  {
    statusCode: optional(1, uint32),
  },
);

/** The result of connecting. */
export interface CheckStatusTcp {
  /** Absent: no result yet. */
  readonly succeeded?: boolean;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.CheckStatusInfo.Tcp`. */
export const CheckStatusTcp: MessageCodec<CheckStatusTcp> = defineMessage<CheckStatusTcp>(
  'mesos.CheckStatusInfo.Tcp',
  mesos.CheckStatusInfo.Tcp,
  {
    succeeded: optional(1, bool),
  },
);

/** The result of the check of a task. */
export interface CheckStatusInfo {
  /** Which of the next three holds. */
  readonly type?: CheckType;
  readonly command?: CheckStatusCommand;
  readonly http?: CheckStatusHttp;
  readonly tcp?: CheckStatusTcp;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.CheckStatusInfo`. */
export const CheckStatusInfo: MessageCodec<CheckStatusInfo> = defineMessage<CheckStatusInfo>(
  'mesos.CheckStatusInfo',
  mesos.CheckStatusInfo,
  {
    type: optional(1, checkType),
    command: optional(2, message(CheckStatusCommand)),
    http: optional(3, message(CheckStatusHttp)),
    tcp: optional(4, message(CheckStatusTcp)),
  },
);
