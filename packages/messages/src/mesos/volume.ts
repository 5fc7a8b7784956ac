/** Volumes of containers of package `mesos`. */
import { mesos } from '../gen/messages.js';
import { closedEnum, openEnum } from '../enum-kind.ts';
import { optional, required } from '../field.ts';
import { defineMessage, message } from '../message-codec.ts';
import type { MessageCodec } from '../message-codec.ts';
import { string } from '../scalar-kinds.ts';
import { CsiVolume } from './csi-volume.ts';
import { Image } from './image.ts';
import { Parameters } from './label.ts';
import { Secret } from './secret.ts';

/** Which way later mounts travel between the host and a container. */
export type MountPropagationMode = 'UNKNOWN' | 'HOST_TO_CONTAINER' | 'BIDIRECTIONAL';

/** Read and write, or read only. */
export type VolumeMode = 'RW' | 'RO';

/** Whose sandbox a path is in: the container's own or its parent's. */
export type SandboxPathType = 'UNKNOWN' | 'SELF' | 'PARENT';

/** Where the content of a volume comes from. */
export type VolumeSourceType =
  'UNKNOWN' | 'DOCKER_VOLUME' | 'SANDBOX_PATH' | 'SECRET' | 'HOST_PATH' | 'CSI_VOLUME';

const volumeMode = closedEnum<VolumeMode>({ RW: 1, RO: 2 });
const sandboxPathType = openEnum<SandboxPathType>({ UNKNOWN: 0, SELF: 1, PARENT: 2 });
const mountPropagationMode = openEnum<MountPropagationMode>({
  UNKNOWN: 0,
  HOST_TO_CONTAINER: 1,
  BIDIRECTIONAL: 2,
});
const volumeSourceType = openEnum<VolumeSourceType>({
  UNKNOWN: 0,
  DOCKER_VOLUME: 1,
  SANDBOX_PATH: 2,
  SECRET: 3,
  HOST_PATH: 4,
  CSI_VOLUME: 5,
});

/** Which way later mounts travel. */
export interface MountPropagation {
  readonly mode?: MountPropagationMode;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.MountPropagation`. */
export const MountPropagation: MessageCodec<MountPropagation> = defineMessage<MountPropagation>(
  'mesos.MountPropagation',
  mesos.MountPropagation,
  { mode: optional(1, mountPropagationMode) },
);

/** A volume of a Docker volume driver. */
export interface DockerVolume {
  readonly driver?: string;
  readonly name: string;
  readonly driverOptions?: Parameters;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Volume.Source.DockerVolume`. */
export const DockerVolume: MessageCodec<DockerVolume> = defineMessage<DockerVolume>(
  'mesos.Volume.Source.DockerVolume',
  mesos.Volume.Source.DockerVolume,
  {
    driver: optional(1, string),
    name: required(2, string),
    driverOptions: optional(3, message(Parameters)),
  },
);

/** A directory of the host. */
export interface HostPath {
  /** Absolute. */
  readonly path: string;
  readonly mountPropagation?: MountPropagation;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Volume.Source.HostPath`. */
export const HostPath: MessageCodec<HostPath> = defineMessage<HostPath>(
  'mesos.Volume.Source.HostPath',
  mesos.Volume.Source.HostPath,
  { path: required(1, string), mountPropagation: optional(2, message(MountPropagation)) },
);

/** A directory of a sandbox. */
export interface SandboxPath {
  readonly type?: SandboxPathType;
  /** Relative to the sandbox. */
  readonly path: string;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Volume.Source.SandboxPath`. */
export const SandboxPath: MessageCodec<SandboxPath> = defineMessage<SandboxPath>(
  'mesos.Volume.Source.SandboxPath',
  mesos.Volume.Source.SandboxPath,
  { type: optional(1, sandboxPathType), path: required(2, string) },
);

/** Where the content of a volume comes from. */
export interface VolumeSource {
  /** Which of the others holds. */
  readonly type?: VolumeSourceType;
  readonly dockerVolume?: DockerVolume;
  readonly sandboxPath?: SandboxPath;
  readonly secret?: Secret;
  readonly hostPath?: HostPath;
  readonly csiVolume?: CsiVolume;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Volume.Source`. */
export const VolumeSource: MessageCodec<VolumeSource> = defineMessage<VolumeSource>(
  'mesos.Volume.Source',
  mesos.Volume.Source,
  {
    type: optional(1, volumeSourceType),
    dockerVolume: optional(2, message(DockerVolume)),
    sandboxPath: optional(3, message(SandboxPath)),
    secret: optional(4, message(Secret)),
    hostPath: optional(5, message(HostPath)),
    csiVolume: optional(6, message(CsiVolume)),
  },
);

/** A directory that a container sees. */
export interface Volume {
  /** Absolute, or relative to the container's working directory. */
  readonly containerPath: string;
  readonly hostPath?: string;
  readonly mode: VolumeMode;
  readonly image?: Image;
  readonly source?: VolumeSource;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Volume`. */
export const Volume: MessageCodec<Volume> = defineMessage<Volume>('mesos.Volume', mesos.Volume, {
  containerPath: required(1, string),
  hostPath: optional(2, string),
  mode: required(3, volumeMode),
  image: optional(4, message(Image)),
  source: optional(5, message(VolumeSource)),
});
