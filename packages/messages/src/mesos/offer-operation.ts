/** Operations on offers, of package `mesos`. */
import { mesos } from '../gen/messages.js';
import { openEnum } from '../enum-kind.ts';
import { optional, repeated, required } from '../field.ts';
import { defineMessage, message } from '../message-codec.ts';
import type { MessageCodec } from '../message-codec.ts';
import { string } from '../scalar-kinds.ts';
import { diskSourceType } from './disk.ts';
import type { DiskSourceType } from './disk.ts';
import { OperationID } from './id.ts';
import { Resource } from './resource.ts';
import { ValueScalar } from './value.ts';

const generated = mesos.Offer.Operation;

/** What an operation does. */
export type OfferOperationType =
  | 'UNKNOWN'
  | 'LAUNCH'
  | 'RESERVE'
  | 'UNRESERVE'
  | 'CREATE'
  | 'DESTROY'
  | 'LAUNCH_GROUP'
  | 'GROW_VOLUME'
  | 'SHRINK_VOLUME'
  | 'CREATE_DISK'
  | 'DESTROY_DISK';

const offerOperationType = openEnum<OfferOperationType>({
  UNKNOWN: 0,
  LAUNCH: 1,
  RESERVE: 2,
  UNRESERVE: 3,
  CREATE: 4,
  DESTROY: 5,
  LAUNCH_GROUP: 6,
  GROW_VOLUME: 11,
  SHRINK_VOLUME: 12,
  CREATE_DISK: 13,
  DESTROY_DISK: 14,
});

/** Reserves resources. */
export interface OfferReserve {
  /** As they are to be: with the reservations. */
  readonly resources: readonly Resource[];
  /** As they are; empty for `resources` without their last reservation. */
  readonly source: readonly Resource[];
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Offer.Operation.Reserve`. */
export const OfferReserve: MessageCodec<OfferReserve> = defineMessage<OfferReserve>(
  'mesos.Offer.Operation.Reserve',
  generated.Reserve,
  {
    resources: repeated(1, message(Resource)),
    source: repeated(2, message(Resource)),
  },
);

/** Takes a reservation back. */
export interface OfferUnreserve {
  /** As they are. */
  readonly resources: readonly Resource[];
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Offer.Operation.Unreserve`. */
export const OfferUnreserve: MessageCodec<OfferUnreserve> = defineMessage<OfferUnreserve>(
  'mesos.Offer.Operation.Unreserve',
  generated.Unreserve,
  {
    resources: repeated(1, message(Resource)),
  },
);

/** Makes persistent volumes. */
export interface OfferCreate {
  readonly volumes: readonly Resource[];
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Offer.Operation.Create`. */
export const OfferCreate: MessageCodec<OfferCreate> = defineMessage<OfferCreate>(
  'mesos.Offer.Operation.Create',
  generated.Create,
  {
    volumes: repeated(1, message(Resource)),
  },
);

/** Destroys persistent volumes and what is in them. */
export interface OfferDestroy {
  readonly volumes: readonly Resource[];
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Offer.Operation.Destroy`. */
export const OfferDestroy: MessageCodec<OfferDestroy> = defineMessage<OfferDestroy>(
  'mesos.Offer.Operation.Destroy',
  generated.Destroy,
  {
    volumes: repeated(1, message(Resource)),
  },
);

/** Makes a volume larger. */
export interface OfferGrowVolume {
  readonly volume: Resource;
  /** Disk space that becomes part of the volume. */
  readonly addition: Resource;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Offer.Operation.GrowVolume`. */
export const OfferGrowVolume: MessageCodec<OfferGrowVolume> = defineMessage<OfferGrowVolume>(
  'mesos.Offer.Operation.GrowVolume',
  generated.GrowVolume,
  {
    volume: required(1, message(Resource)),
    addition: required(2, message(Resource)),
  },
);

/** Makes a volume smaller. */
export interface OfferShrinkVolume {
  readonly volume: Resource;
  /** In megabytes. */
  readonly subtract: ValueScalar;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Offer.Operation.ShrinkVolume`. */
export const OfferShrinkVolume: MessageCodec<OfferShrinkVolume> = defineMessage<OfferShrinkVolume>(
  'mesos.Offer.Operation.ShrinkVolume',
  generated.ShrinkVolume,
  {
    volume: required(1, message(Resource)),
    subtract: required(2, message(ValueScalar)),
  },
);

/** Makes a disk of raw storage. */
export interface OfferCreateDisk {
  /** A raw disk. */
  readonly source: Resource;
  /** `MOUNT` or `BLOCK`. */
  readonly targetType: DiskSourceType;
  /** Given exactly if `source` has no profile. */
  readonly targetProfile?: string;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Offer.Operation.CreateDisk`. */
export const OfferCreateDisk: MessageCodec<OfferCreateDisk> = defineMessage<OfferCreateDisk>(
  'mesos.Offer.Operation.CreateDisk',
  generated.CreateDisk,
  {
    source: required(1, message(Resource)),
    targetType: required(2, diskSourceType),
    targetProfile: optional(3, string),
  },
);

/** Destroys a disk. */
export interface OfferDestroyDisk {
  readonly source: Resource;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Offer.Operation.DestroyDisk`. */
export const OfferDestroyDisk: MessageCodec<OfferDestroyDisk> = defineMessage<OfferDestroyDisk>(
  'mesos.Offer.Operation.DestroyDisk',
  generated.DestroyDisk,
  {
    source: required(1, message(Resource)),
  },
);

/**
 * Something a framework does with resources that were offered to it.
 *
 * The bodies of LAUNCH and LAUNCH_GROUP are not declared: they stay in `unknownFields`.
 */
export interface OfferOperation {
  /** Which of the bodies holds. */
  readonly type?: OfferOperationType;
  readonly reserve?: OfferReserve;
  readonly unreserve?: OfferUnreserve;
  readonly create?: OfferCreate;
  readonly destroy?: OfferDestroy;
  /** Set if the framework wants status updates. */
  readonly id?: OperationID;
  readonly growVolume?: OfferGrowVolume;
  readonly shrinkVolume?: OfferShrinkVolume;
  readonly createDisk?: OfferCreateDisk;
  readonly destroyDisk?: OfferDestroyDisk;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Offer.Operation`. */
export const OfferOperation: MessageCodec<OfferOperation> = defineMessage<OfferOperation>(
  'mesos.Offer.Operation',
  generated,
  {
    type: optional(1, offerOperationType),
    reserve: optional(3, message(OfferReserve)),
    unreserve: optional(4, message(OfferUnreserve)),
    create: optional(5, message(OfferCreate)),
    destroy: optional(6, message(OfferDestroy)),
    id: optional(12, message(OperationID)),
    growVolume: optional(13, message(OfferGrowVolume)),
    shrinkVolume: optional(14, message(OfferShrinkVolume)),
    createDisk: optional(15, message(OfferCreateDisk)),
    destroyDisk: optional(16, message(OfferDestroyDisk)),
  },
);
