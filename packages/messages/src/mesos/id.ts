/** Identifiers of package `mesos`. */
import { mesos } from '../gen/messages.js';
import { optional, required } from '../field.ts';
import { defineMessage, recursiveMessage } from '../message-codec.ts';
import type { MessageCodec } from '../message-codec.ts';
import { bytes, string } from '../scalar-kinds.ts';

/** An agent, named by the master that first registered it: `<master id>-S<n>`. */
export interface SlaveID {
  readonly value: string;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.SlaveID`. */
export const SlaveID: MessageCodec<SlaveID> = defineMessage<SlaveID>(
  'mesos.SlaveID',
  mesos.SlaveID,
  { value: required(1, string) },
);

/** A resource provider, renamed with every registration. */
export interface ResourceProviderID {
  readonly value: string;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.ResourceProviderID`. */
export const ResourceProviderID: MessageCodec<ResourceProviderID> =
  defineMessage<ResourceProviderID>('mesos.ResourceProviderID', mesos.ResourceProviderID, {
    value: required(1, string),
  });

/** A framework. It keeps its id when its scheduler fails over. */
export interface FrameworkID {
  readonly value: string;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.FrameworkID`. */
export const FrameworkID: MessageCodec<FrameworkID> = defineMessage<FrameworkID>(
  'mesos.FrameworkID',
  mesos.FrameworkID,
  { value: required(1, string) },
);

/** An offer of resources. */
export interface OfferID {
  readonly value: string;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.OfferID`. */
export const OfferID: MessageCodec<OfferID> = defineMessage<OfferID>(
  'mesos.OfferID',
  mesos.OfferID,
  { value: required(1, string) },
);

/** A task, named by its framework; unique there while the task is active. */
export interface TaskID {
  readonly value: string;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.TaskID`. */
export const TaskID: MessageCodec<TaskID> = defineMessage<TaskID>('mesos.TaskID', mesos.TaskID, {
  value: required(1, string),
});

/** An executor, named by its framework; unique there among the active ones of an agent. */
export interface ExecutorID {
  readonly value: string;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.ExecutorID`. */
export const ExecutorID: MessageCodec<ExecutorID> = defineMessage<ExecutorID>(
  'mesos.ExecutorID',
  mesos.ExecutorID,
  { value: required(1, string) },
);

/** An operation on resources, named by its framework; unique there. */
export interface OperationID {
  readonly value: string;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.OperationID`. */
export const OperationID: MessageCodec<OperationID> = defineMessage<OperationID>(
  'mesos.OperationID',
  mesos.OperationID,
  { value: required(1, string) },
);

/** A container, named by its agent. */
export interface ContainerID {
  readonly value: string;
  /** The container around a nested one. */
  readonly parent?: ContainerID;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.ContainerID`. */
export const ContainerID: MessageCodec<ContainerID> = defineMessage<ContainerID>(
  'mesos.ContainerID',
  mesos.ContainerID,
  {
    value: required(1, string),
    parent: optional(
      2,
      recursiveMessage('mesos.ContainerID', () => ContainerID),
    ),
  },
);

/** 16 random bytes that name something. */
export interface UUID {
  readonly value: Uint8Array;
  readonly unknownFields?: readonly Uint8Array[];
}

/** Codec of `mesos.UUID`. */
export const UUID: MessageCodec<UUID> = defineMessage<UUID>('mesos.UUID', mesos.UUID, {
  value: required(1, bytes),
});
