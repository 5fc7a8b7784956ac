/** Volumes of Container Storage Interface plugins of package `mesos`. */
import { mesos } from '../gen/messages.js';
import { closedEnum } from '../enum-kind.ts';
import { map, oneOf, optional, repeated, required } from '../field.ts';
import { defineMessage, message } from '../message-codec.ts';
import type { MessageCodec } from '../message-codec.ts';
import { string } from '../scalar-kinds.ts';
import { Secret } from './secret.ts';

/** How many nodes may use a volume, and how. */
export type CsiAccessMode =
  | 'UNKNOWN'
  | 'SINGLE_NODE_WRITER'
  | 'SINGLE_NODE_READER_ONLY'
  | 'MULTI_NODE_READER_ONLY'
  | 'MULTI_NODE_SINGLE_WRITER'
  | 'MULTI_NODE_MULTI_WRITER';

const csiAccessMode = closedEnum<CsiAccessMode>({
  UNKNOWN: 0,
  SINGLE_NODE_WRITER: 1,
  SINGLE_NODE_READER_ONLY: 2,
  MULTI_NODE_READER_ONLY: 3,
  MULTI_NODE_SINGLE_WRITER: 4,
  MULTI_NODE_MULTI_WRITER: 5,
});

const generated = mesos.Volume.Source.CSIVolume;

/** Raw block access. */
export interface CsiBlockVolume {
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Volume.Source.CSIVolume.VolumeCapability.BlockVolume`. */
export const CsiBlockVolume: MessageCodec<CsiBlockVolume> = defineMessage<CsiBlockVolume>(
  'mesos.Volume.Source.CSIVolume.VolumeCapability.BlockVolume',
  generated.VolumeCapability.BlockVolume,
  {},
);

/** Access through a mounted file system. */
export interface CsiMountVolume {
  readonly fsType?: string;
  readonly mountFlags: readonly string[];
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Volume.Source.CSIVolume.VolumeCapability.MountVolume`. */
export const CsiMountVolume: MessageCodec<CsiMountVolume> = defineMessage<CsiMountVolume>(
  'mesos.Volume.Source.CSIVolume.VolumeCapability.MountVolume',
  generated.VolumeCapability.MountVolume,
  { fsType: optional(1, string), mountFlags: repeated(2, string) },
);

/** How many nodes may use the volume, and how. */
export interface CsiVolumeAccess {
  readonly mode: CsiAccessMode;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Volume.Source.CSIVolume.VolumeCapability.AccessMode`. */
export const CsiVolumeAccess: MessageCodec<CsiVolumeAccess> = defineMessage<CsiVolumeAccess>(
  'mesos.Volume.Source.CSIVolume.VolumeCapability.AccessMode',
  generated.VolumeCapability.AccessMode,
  { mode: required(1, csiAccessMode) },
);

/** How a volume is used. */
export interface CsiVolumeCapability {
  /** At most one of `block` and `mount` is present. */
  readonly block?: CsiBlockVolume;
  readonly mount?: CsiMountVolume;
  readonly accessMode: CsiVolumeAccess;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Volume.Source.CSIVolume.VolumeCapability`. */
export const CsiVolumeCapability: MessageCodec<CsiVolumeCapability> =
  defineMessage<CsiVolumeCapability>(
    'mesos.Volume.Source.CSIVolume.VolumeCapability',
    generated.VolumeCapability,
    {
      block: oneOf('accessType', 1, message(CsiBlockVolume)),
      mount: oneOf('accessType', 2, message(CsiMountVolume)),
      accessMode: required(3, message(CsiVolumeAccess)),
    },
  );

/** A volume that exists already. */
export interface CsiStaticProvisioning {
  readonly volumeId: string;
  readonly volumeCapability: CsiVolumeCapability;
  readonly nodeStageSecrets: ReadonlyMap<string, Secret>;
  readonly nodePublishSecrets: ReadonlyMap<string, Secret>;
  readonly volumeContext: ReadonlyMap<string, string>;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Volume.Source.CSIVolume.StaticProvisioning`. */
export const CsiStaticProvisioning: MessageCodec<CsiStaticProvisioning> =
  defineMessage<CsiStaticProvisioning>(
    'mesos.Volume.Source.CSIVolume.StaticProvisioning',
    generated.StaticProvisioning,
    {
      volumeId: required(1, string),
      volumeCapability: required(2, message(CsiVolumeCapability)),
      nodeStageSecrets: map(3, message(Secret)),
      nodePublishSecrets: map(4, message(Secret)),
      volumeContext: map(5, string),
    },
  );

/** A volume of a Container Storage Interface plugin. */
export interface CsiVolume {
  readonly pluginName: string;
  readonly staticProvisioning?: CsiStaticProvisioning;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Volume.Source.CSIVolume`. */
export const CsiVolume: MessageCodec<CsiVolume> = defineMessage<CsiVolume>(
  'mesos.Volume.Source.CSIVolume',
  generated,
  {
    pluginName: required(1, string),
    staticProvisioning: optional(2, message(CsiStaticProvisioning)),
  },
);
