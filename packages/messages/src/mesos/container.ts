/** What is known of running containers, of package `mesos`. */
import { mesos } from '../gen/messages.js';
import { optional, repeated } from '../field.ts';
import { defineMessage, message } from '../message-codec.ts';
import type { MessageCodec } from '../message-codec.ts';
import { uint32 } from '../scalar-kinds.ts';
import { ContainerID } from './id.ts';
import { NetworkInfo } from './network.ts';

/** The `net_cls` part of a control group. */
export interface CgroupNetCls {
  /** Major and minor handle, 16 bits each. */
  readonly classid?: number;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.CgroupInfo.NetCls`. */
export const CgroupNetCls: MessageCodec<CgroupNetCls> = defineMessage<CgroupNetCls>(
  'mesos.CgroupInfo.NetCls',
  mesos.CgroupInfo.NetCls,
  {
    classid: optional(1, uint32),
  },
);

/** A Linux control group. */
export interface CgroupInfo {
  readonly netCls?: CgroupNetCls;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.CgroupInfo`. */
export const CgroupInfo: MessageCodec<CgroupInfo> = defineMessage<CgroupInfo>(
  'mesos.CgroupInfo',
  mesos.CgroupInfo,
  {
    netCls: optional(1, message(CgroupNetCls)),
  },
);

/** What only the start of a container has settled. */
export interface ContainerStatus {
  readonly networkInfos: readonly NetworkInfo[];
  readonly cgroupInfo?: CgroupInfo;
  readonly executorPid?: number;
  readonly containerId?: ContainerID;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.ContainerStatus`. */
export const ContainerStatus: MessageCodec<ContainerStatus> = defineMessage<ContainerStatus>(
  'mesos.ContainerStatus',
  mesos.ContainerStatus,
  {
    networkInfos: repeated(1, message(NetworkInfo)),
    cgroupInfo: optional(2, message(CgroupInfo)),
    executorPid: optional(3, uint32),
    containerId: optional(4, message(ContainerID)),
  },
);
