/** Status updates of operations, of package `mesos.internal`. */
import { mesos } from './gen/messages.js';
import { optional, required } from './field.ts';
import { defineMessage, message } from './message-codec.ts';
import type { MessageCodec } from './message-codec.ts';
import { FrameworkID, ResourceProviderID, SlaveID, UUID } from './mesos/id.ts';
import { OperationStatus } from './mesos/operation.ts';
import { updateRecordType } from './update-record-type.ts';
import type { UpdateRecordType } from './update-record-type.ts';

const generated = mesos.internal;

/** A change of the status of an operation. */
export interface UpdateOperationStatusMessage {
  readonly frameworkId?: FrameworkID;
  readonly slaveId?: SlaveID;
  readonly status: OperationStatus;
  /** That of the last update of the operation that waits to be acknowledged. */
  readonly latestStatus?: OperationStatus;
  /** Which operation; absent only in answers about operations that nobody knows. */
  readonly operationUuid?: UUID;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.UpdateOperationStatusMessage`. */
export const UpdateOperationStatusMessage: MessageCodec<UpdateOperationStatusMessage> =
  defineMessage<UpdateOperationStatusMessage>(
    'mesos.internal.UpdateOperationStatusMessage',
    generated.UpdateOperationStatusMessage,
    {
      frameworkId: optional(1, message(FrameworkID)),
      slaveId: optional(2, message(SlaveID)),
      status: required(3, message(OperationStatus)),
      latestStatus: optional(4, message(OperationStatus)),
      operationUuid: optional(5, message(UUID)),
    },
  );

/** One record of an operation's file of updates. */
export interface UpdateOperationStatusRecord {
  /** Which of the next two holds. */
  readonly type: UpdateRecordType;
  readonly update?: UpdateOperationStatusMessage;
  /** Of the status that was acknowledged. */
  readonly uuid?: UUID;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.UpdateOperationStatusRecord`. */
export const UpdateOperationStatusRecord: MessageCodec<UpdateOperationStatusRecord> =
  defineMessage<UpdateOperationStatusRecord>(
    'mesos.internal.UpdateOperationStatusRecord',
    generated.UpdateOperationStatusRecord,
    {
      type: required(1, updateRecordType),
      update: optional(2, message(UpdateOperationStatusMessage)),
      uuid: optional(3, message(UUID)),
    },
  );

/** From the framework: it has the status. */
export interface AcknowledgeOperationStatusMessage {
  /** Of the status. */
  readonly statusUuid: UUID;
  readonly operationUuid: UUID;
  /** Set if the resources are a resource provider's. */
  readonly resourceProviderId?: ResourceProviderID;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.AcknowledgeOperationStatusMessage`. */
export const AcknowledgeOperationStatusMessage: MessageCodec<AcknowledgeOperationStatusMessage> =
  defineMessage<AcknowledgeOperationStatusMessage>(
    'mesos.internal.AcknowledgeOperationStatusMessage',
    generated.AcknowledgeOperationStatusMessage,
    {
      statusUuid: required(1, message(UUID)),
      operationUuid: required(2, message(UUID)),
      resourceProviderId: optional(3, message(ResourceProviderID)),
    },
  );
