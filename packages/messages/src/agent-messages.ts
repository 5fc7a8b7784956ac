/** How masters and agents agree on resources; packages `mesos.internal` and `mesos.internal.slave`. */
import { mesos } from './gen/messages.js';
import { optional, repeated, required } from './field.ts';
import { defineMessage, message } from './message-codec.ts';
import type { MessageCodec } from './message-codec.ts';
import { bool } from './scalar-kinds.ts';
import { FrameworkID, OperationID, ResourceProviderID, SlaveID, UUID } from './mesos/id.ts';
import { OfferOperation } from './mesos/offer-operation.ts';
import { ResourceOperation } from './mesos/operation.ts';
import { Resource } from './mesos/resource.ts';
import { ResourceProviderInfo } from './mesos/resource-provider.ts';

const generated = mesos.internal;

/** What an agent keeps of its own resources on its disk; those of resource providers are not here. */
export interface ResourceState {
  /** Those that are pending or whose status updates wait to be acknowledged. */
  readonly operations: readonly ResourceOperation[];
  /** All that the agent has. */
  readonly resources: readonly Resource[];
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.slave.ResourceState`. */
export const ResourceState: MessageCodec<ResourceState> = defineMessage<ResourceState>(
  'mesos.internal.slave.ResourceState',
  generated.slave.ResourceState,
  {
    operations: repeated(1, message(ResourceOperation)),
    resources: repeated(2, message(Resource)),
  },
);

/** From the master: what the agent must make durable. */
export interface CheckpointResourcesMessage {
  readonly resources: readonly Resource[];
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.CheckpointResourcesMessage`. */
export const CheckpointResourcesMessage: MessageCodec<CheckpointResourcesMessage> =
  defineMessage<CheckpointResourcesMessage>(
    'mesos.internal.CheckpointResourcesMessage',
    generated.CheckpointResourcesMessage,
    {
      resources: repeated(1, message(Resource)),
    },
  );

/** The version of an agent's or a resource provider's resources. */
export interface ResourceVersionUUID {
  /** Absent for the agent itself. */
  readonly resourceProviderId?: ResourceProviderID;
  readonly uuid: UUID;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.ResourceVersionUUID`. */
export const ResourceVersionUUID: MessageCodec<ResourceVersionUUID> =
  defineMessage<ResourceVersionUUID>(
    'mesos.internal.ResourceVersionUUID',
    generated.ResourceVersionUUID,
    {
      resourceProviderId: optional(1, message(ResourceProviderID)),
      uuid: required(2, message(UUID)),
    },
  );

/** From the master: apply an operation. */
export interface ApplyOperationMessage {
  /** Absent if an operator asked for it. */
  readonly frameworkId?: FrameworkID;
  readonly operationInfo: OfferOperation;
  readonly operationUuid: UUID;
  /** The version of the resources that the operation was meant for. */
  readonly resourceVersionUuid: ResourceVersionUUID;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.ApplyOperationMessage`. */
export const ApplyOperationMessage: MessageCodec<ApplyOperationMessage> =
  defineMessage<ApplyOperationMessage>(
    'mesos.internal.ApplyOperationMessage',
    generated.ApplyOperationMessage,
    {
      frameworkId: optional(1, message(FrameworkID)),
      operationInfo: required(2, message(OfferOperation)),
      operationUuid: required(3, message(UUID)),
      resourceVersionUuid: required(4, message(ResourceVersionUUID)),
    },
  );

/** An operation that the master asks about. */
export interface ReconciledOperation {
  /** Absent if only the framework's name is known. */
  readonly operationUuid?: UUID;
  readonly resourceProviderId?: ResourceProviderID;
  readonly operationId?: OperationID;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.ReconcileOperationsMessage.Operation`. */
export const ReconciledOperation: MessageCodec<ReconciledOperation> =
  defineMessage<ReconciledOperation>(
    'mesos.internal.ReconcileOperationsMessage.Operation',
    generated.ReconcileOperationsMessage.Operation,
    {
      operationUuid: optional(1, message(UUID)),
      resourceProviderId: optional(2, message(ResourceProviderID)),
      operationId: optional(3, message(OperationID)),
    },
  );

/** From the master: how are these operations? */
export interface ReconcileOperationsMessage {
  readonly operations: readonly ReconciledOperation[];
  /** Set if a framework asks; decides how the agent answers about operations it does not know. */
  readonly frameworkId?: FrameworkID;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.ReconcileOperationsMessage`. */
export const ReconcileOperationsMessage: MessageCodec<ReconcileOperationsMessage> =
  defineMessage<ReconcileOperationsMessage>(
    'mesos.internal.ReconcileOperationsMessage',
    generated.ReconcileOperationsMessage,
    {
      operations: repeated(1, message(ReconciledOperation)),
      frameworkId: optional(2, message(FrameworkID)),
    },
  );

/** Operations that are pending or whose status updates wait to be acknowledged. */
export interface AgentOperations {
  readonly operations: readonly ResourceOperation[];
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.UpdateSlaveMessage.Operations`. */
export const AgentOperations: MessageCodec<AgentOperations> = defineMessage<AgentOperations>(
  'mesos.internal.UpdateSlaveMessage.Operations',
  generated.UpdateSlaveMessage.Operations,
  {
    operations: repeated(1, message(ResourceOperation)),
  },
);

/** A resource provider of an agent. */
export interface AgentResourceProvider {
  readonly info?: ResourceProviderInfo;
  readonly totalResources: readonly Resource[];
  readonly operations: AgentOperations;
  readonly resourceVersionUuid: UUID;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.UpdateSlaveMessage.ResourceProvider`. */
export const AgentResourceProvider: MessageCodec<AgentResourceProvider> =
  defineMessage<AgentResourceProvider>(
    'mesos.internal.UpdateSlaveMessage.ResourceProvider',
    generated.UpdateSlaveMessage.ResourceProvider,
    {
      info: optional(1, message(ResourceProviderInfo)),
      totalResources: repeated(2, message(Resource)),
      operations: required(3, message(AgentOperations)),
      resourceVersionUuid: required(4, message(UUID)),
    },
  );

/** The resource providers of an agent. */
export interface AgentResourceProviders {
  readonly providers: readonly AgentResourceProvider[];
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.UpdateSlaveMessage.ResourceProviders`. */
export const AgentResourceProviders: MessageCodec<AgentResourceProviders> =
  defineMessage<AgentResourceProviders>(
    'mesos.internal.UpdateSlaveMessage.ResourceProviders',
    generated.UpdateSlaveMessage.ResourceProviders,
    {
      providers: repeated(1, message(AgentResourceProvider)),
    },
  );

/** From the agent: its resources and operations have changed. */
export interface UpdateSlaveMessage {
  readonly slaveId: SlaveID;
  readonly oversubscribedResources: readonly Resource[];
  /** Whether `oversubscribedResources` counts; absent counts as true. */
  readonly updateOversubscribedResources?: boolean;
  /** Of the agent itself. */
  readonly operations?: AgentOperations;
  readonly resourceVersionUuid?: UUID;
  /** All of the agent's; absent for no change. */
  readonly resourceProviders?: AgentResourceProviders;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.internal.UpdateSlaveMessage`. */
export const UpdateSlaveMessage: MessageCodec<UpdateSlaveMessage> =
  defineMessage<UpdateSlaveMessage>(
    'mesos.internal.UpdateSlaveMessage',
    generated.UpdateSlaveMessage,
    {
      slaveId: required(1, message(SlaveID)),
      oversubscribedResources: repeated(2, message(Resource)),
      updateOversubscribedResources: optional(5, bool),
      operations: optional(6, message(AgentOperations)),
      resourceVersionUuid: optional(7, message(UUID)),
      resourceProviders: optional(8, message(AgentResourceProviders)),
    },
  );
