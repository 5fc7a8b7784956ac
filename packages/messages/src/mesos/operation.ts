/** The status of operations on resources, of package `mesos`. */
import { mesos } from '../gen/messages.js';
import { closedEnum } from '../enum-kind.ts';
import { optional, repeated, required } from '../field.ts';
import { defineMessage, message } from '../message-codec.ts';
import type { MessageCodec } from '../message-codec.ts';
import { string } from '../scalar-kinds.ts';
import { FrameworkID, OperationID, ResourceProviderID, SlaveID, UUID } from './id.ts';
import { OfferOperation } from './offer-operation.ts';
import { Resource } from './resource.ts';

/** How an operation is. */
export type OperationState =
  | 'OPERATION_UNSUPPORTED'
  | 'OPERATION_PENDING'
  | 'OPERATION_FINISHED'
  | 'OPERATION_FAILED'
  | 'OPERATION_ERROR'
  | 'OPERATION_DROPPED'
  | 'OPERATION_UNREACHABLE'
  | 'OPERATION_GONE_BY_OPERATOR'
  | 'OPERATION_RECOVERING'
  | 'OPERATION_UNKNOWN';

const operationState = closedEnum<OperationState>({
  OPERATION_UNSUPPORTED: 0,
  OPERATION_PENDING: 1,
  OPERATION_FINISHED: 2,
  OPERATION_FAILED: 3,
  OPERATION_ERROR: 4,
  OPERATION_DROPPED: 5,
  OPERATION_UNREACHABLE: 6,
  OPERATION_GONE_BY_OPERATOR: 7,
  OPERATION_RECOVERING: 8,
  OPERATION_UNKNOWN: 9,
});

const TERMINAL: ReadonlySet<OperationState> = new Set<OperationState>([
  'OPERATION_FINISHED',
  'OPERATION_FAILED',
  'OPERATION_ERROR',
  'OPERATION_DROPPED',
  'OPERATION_GONE_BY_OPERATOR',
]);

/** Whether nothing more comes of an operation in this state. */
export function isTerminalOperationState(state: OperationState): boolean {
  return TERMINAL.has(state);
}

/** How an operation is. */
export interface OperationStatus {
  /** Absent if the framework gave the operation none. */
  readonly operationId?: OperationID;
  readonly state: OperationState;
  /** For humans. */
  readonly message?: string;
  /** What the operation has made of its resources; only if it is finished. */
  readonly convertedResources: readonly Resource[];
  /** Set if the status is to be acknowledged. */
  readonly uuid?: UUID;
  readonly slaveId?: SlaveID;
  /** Set if the resources are a resource provider's. */
  readonly resourceProviderId?: ResourceProviderID;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.OperationStatus`. */
export const OperationStatus: MessageCodec<OperationStatus> = defineMessage<OperationStatus>(
  'mesos.OperationStatus',
  mesos.OperationStatus,
  {
    operationId: optional(1, message(OperationID)),
    state: required(2, operationState),
    message: optional(3, string),
    convertedResources: repeated(4, message(Resource)),
    uuid: optional(5, message(UUID)),
    slaveId: optional(6, message(SlaveID)),
    resourceProviderId: optional(7, message(ResourceProviderID)),
  },
);

/** An operation as agents and masters keep it. */
export interface ResourceOperation {
  readonly frameworkId?: FrameworkID;
  readonly slaveId?: SlaveID;
  readonly info: OfferOperation;
  readonly latestStatus: OperationStatus;
  /** All known ones, the oldest first. */
  readonly statuses: readonly OperationStatus[];
  /** The operation's own name, independent of the framework's. */
  readonly uuid: UUID;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.Operation`. */
export const ResourceOperation: MessageCodec<ResourceOperation> = defineMessage<ResourceOperation>(
  'mesos.Operation',
  mesos.Operation,
  {
    frameworkId: optional(1, message(FrameworkID)),
    slaveId: optional(2, message(SlaveID)),
    info: required(3, message(OfferOperation)),
    latestStatus: required(4, message(OperationStatus)),
    statuses: repeated(5, message(OperationStatus)),
    uuid: required(6, message(UUID)),
  },
);
