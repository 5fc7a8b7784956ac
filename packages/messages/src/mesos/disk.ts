/** Disks among the resources of package `mesos`. */
import { mesos } from '../gen/messages.js';
import { closedEnum } from '../enum-kind.ts';
import { optional, required } from '../field.ts';
import { defineMessage, message } from '../message-codec.ts';
import type { MessageCodec } from '../message-codec.ts';
import { string } from '../scalar-kinds.ts';
import { Labels } from './label.ts';
import { Volume } from './volume.ts';

/** What kind of storage a disk comes from. */
export type DiskSourceType = 'UNKNOWN' | 'PATH' | 'MOUNT' | 'BLOCK' | 'RAW';

/** The kind of fields of this type. */
export const diskSourceType = closedEnum<DiskSourceType>({
  UNKNOWN: 0,
  PATH: 1,
  MOUNT: 2,
  BLOCK: 3,
  RAW: 4,
});

/** Makes a disk a volume that outlives tasks. */
export interface DiskPersistence {
  /** Unique per role on an agent. */
  readonly id: string;
  /** Who created the volume. */
  readonly principal?: string;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Resource.DiskInfo.Persistence`. */
export const DiskPersistence: MessageCodec<DiskPersistence> = defineMessage<DiskPersistence>(
  'mesos.Resource.DiskInfo.Persistence',
  mesos.Resource.DiskInfo.Persistence,
  { id: required(1, string), principal: optional(2, string) },
);

/** A directory that may be shared out. */
export interface DiskSourcePath {
  readonly root?: string;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Resource.DiskInfo.Source.Path`. */
export const DiskSourcePath: MessageCodec<DiskSourcePath> = defineMessage<DiskSourcePath>(
  'mesos.Resource.DiskInfo.Source.Path',
  mesos.Resource.DiskInfo.Source.Path,
  { root: optional(1, string) },
);

/** A file system used as a whole. */
export interface DiskSourceMount {
  readonly root?: string;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Resource.DiskInfo.Source.Mount`. */
export const DiskSourceMount: MessageCodec<DiskSourceMount> = defineMessage<DiskSourceMount>(
  'mesos.Resource.DiskInfo.Source.Mount',
  mesos.Resource.DiskInfo.Source.Mount,
  { root: optional(1, string) },
);

/** Where a disk comes from. */
export interface DiskSource {
  readonly type: DiskSourceType;
  readonly path?: DiskSourcePath;
  readonly mount?: DiskSourceMount;
  /** Unique with `vendor`, given by whoever provides the storage. */
  readonly id?: string;
  readonly metadata?: Labels;
  readonly profile?: string;
  readonly vendor?: string;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Resource.DiskInfo.Source`. */
export const DiskSource: MessageCodec<DiskSource> = defineMessage<DiskSource>(
  'mesos.Resource.DiskInfo.Source',
  mesos.Resource.DiskInfo.Source,
  {
    type: required(1, diskSourceType),
    path: optional(2, message(DiskSourcePath)),
    mount: optional(3, message(DiskSourceMount)),
    id: optional(4, string),
    metadata: optional(5, message(Labels)),
    profile: optional(6, string),
    vendor: optional(7, string),
  },
);

/** What a disk resource is. */
export interface DiskInfo {
  readonly persistence?: DiskPersistence;
  readonly volume?: Volume;
  /** Absent for the agent's work directory. */
  readonly source?: DiskSource;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Resource.DiskInfo`. */
export const DiskInfo: MessageCodec<DiskInfo> = defineMessage<DiskInfo>(
  'mesos.Resource.DiskInfo',
  mesos.Resource.DiskInfo,
  {
    persistence: optional(1, message(DiskPersistence)),
    volume: optional(2, message(Volume)),
    source: optional(3, message(DiskSource)),
  },
);
