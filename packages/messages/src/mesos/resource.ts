/** Resources of agents of package `mesos`. */
import { mesos } from '../gen/messages.js';
import { openEnum } from '../enum-kind.ts';
import { optional, repeated, required } from '../field.ts';
import { defineMessage, message } from '../message-codec.ts';
import type { MessageCodec } from '../message-codec.ts';
import { string } from '../scalar-kinds.ts';
import { DiskInfo } from './disk.ts';
import { ResourceProviderID } from './id.ts';
import { Labels } from './label.ts';
import { ValueRanges, ValueScalar, ValueSet, valueType } from './value.ts';
import type { ValueType } from './value.ts';

/** Who made a reservation: the agent's operator at its start, or someone while it runs. */
export type ReservationType = 'UNKNOWN' | 'STATIC' | 'DYNAMIC';

const reservationType = openEnum<ReservationType>({ UNKNOWN: 0, STATIC: 1, DYNAMIC: 2 });

/** To whom a resource is allocated. */
export interface AllocationInfo {
  readonly role?: string;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Resource.AllocationInfo`. */
export const AllocationInfo: MessageCodec<AllocationInfo> = defineMessage<AllocationInfo>(
  'mesos.Resource.AllocationInfo',
  mesos.Resource.AllocationInfo,
  { role: optional(1, string) },
);

/** For whom a resource is set aside. */
export interface ReservationInfo {
  /** Who reserved it. */
  readonly principal?: string;
  readonly labels?: Labels;
  /** Only in `reservations`; in the deprecated `reservation` the role of the resource counts. */
  readonly role?: string;
  readonly type?: ReservationType;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Resource.ReservationInfo`. */
export const ReservationInfo: MessageCodec<ReservationInfo> = defineMessage<ReservationInfo>(
  'mesos.Resource.ReservationInfo',
  mesos.Resource.ReservationInfo,
  {
    principal: optional(1, string),
    labels: optional(2, message(Labels)),
    role: optional(3, string),
    type: optional(4, reservationType),
  },
);

/** Marks a resource that may be taken back at any time. */
export interface RevocableInfo {
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Resource.RevocableInfo`. */
export const RevocableInfo: MessageCodec<RevocableInfo> = defineMessage<RevocableInfo>(
  'mesos.Resource.RevocableInfo',
  mesos.Resource.RevocableInfo,
  {},
);

/** Marks a resource that several tasks may use at once. */
export interface SharedInfo {
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Resource.SharedInfo`. */
export const SharedInfo: MessageCodec<SharedInfo> = defineMessage<SharedInfo>(
  'mesos.Resource.SharedInfo',
  mesos.Resource.SharedInfo,
  {},
);

/** A quantity of something an agent offers, with what has been done to it. */
export interface Resource {
  /** Such as cpus, mem, disk, ports. */
  readonly name: string;
  /** Which of the next three holds. */
  readonly type: ValueType;
  readonly scalar?: ValueScalar;
  readonly ranges?: ValueRanges;
  readonly set?: ValueSet;
  /** Deprecated in favour of `reservations` and `allocationInfo`. */
  readonly role?: string;
  readonly disk?: DiskInfo;
  /** The one dynamic reservation of the format before refined reservations. */
  readonly reservation?: ReservationInfo;
  readonly revocable?: RevocableInfo;
  readonly shared?: SharedInfo;
  readonly allocationInfo?: AllocationInfo;
  /** Absent for the agent's own resources. */
  readonly providerId?: ResourceProviderID;
  /** Each narrows the one before; empty for unreserved. */
  readonly reservations: readonly ReservationInfo[];
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Resource`. */
export const Resource: MessageCodec<Resource> = defineMessage<Resource>(
  'mesos.Resource',
  mesos.Resource,
  {
    name: required(1, string),
    type: required(2, valueType),
    scalar: optional(3, message(ValueScalar)),
    ranges: optional(4, message(ValueRanges)),
    set: optional(5, message(ValueSet)),
    role: optional(6, string),
    disk: optional(7, message(DiskInfo)),
    reservation: optional(8, message(ReservationInfo)),
    revocable: optional(9, message(RevocableInfo)),
    shared: optional(10, message(SharedInfo)),
    allocationInfo: optional(11, message(AllocationInfo)),
    providerId: optional(12, message(ResourceProviderID)),
    reservations: repeated(13, message(ReservationInfo)),
  },
);
