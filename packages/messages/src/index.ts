export { DecodeError, EncodeError, ProtoJsonError } from './errors.ts';
export type { DecodeErrorReason, EncodeErrorReason, FieldPlace } from './errors.ts';
export type { JsonValue } from './json-value.ts';
export type { MessageCodec } from './message-codec.ts';
export type { MessageType } from './message-type.ts';
export { formatProtoJson, fromProtoJson, toProtoJson } from './proto-json.ts';
export {
  Action,
  ActionAppend,
  ActionNop,
  ActionTruncate,
  KnownIncarnation,
  LearnedMessage,
  LegacyPromise,
  LogRecord,
  Metadata,
  PromiseRequest,
  PromiseResponse,
  RecoverRequest,
  RecoverResponse,
  WriteRequest,
  WriteResponse,
} from './log.ts';
export type {
  ActionType,
  LogRecordType,
  ReplicaStatus,
  ResponseType,
  GroupFields,
  SafeRecoveryFields,
} from './log.ts';
export { Entry, Operation, OperationDiff, OperationExpunge, OperationSnapshot } from './state.ts';
export type { OperationType } from './state.ts';
export { Address, DomainInfo, FaultDomain, RegionInfo, ZoneInfo } from './mesos/address.ts';
export { DrainConfig, DrainInfo, SlaveInfo } from './mesos/agent.ts';
export type { DrainState } from './mesos/agent.ts';
export {
  CheckStatusCommand,
  CheckStatusHttp,
  CheckStatusInfo,
  CheckStatusTcp,
} from './mesos/check.ts';
export type { CheckType } from './mesos/check.ts';
export { CgroupInfo, CgroupNetCls, ContainerStatus } from './mesos/container.ts';
export {
  CsiBlockVolume,
  CsiMountVolume,
  CsiStaticProvisioning,
  CsiVolume,
  CsiVolumeAccess,
  CsiVolumeCapability,
} from './mesos/csi-volume.ts';
export type { CsiAccessMode } from './mesos/csi-volume.ts';
export {
  DiskInfo,
  DiskPersistence,
  DiskSource,
  DiskSourceMount,
  DiskSourcePath,
} from './mesos/disk.ts';
export type { DiskSourceType } from './mesos/disk.ts';
export {
  ContainerID,
  ExecutorID,
  FrameworkID,
  OfferID,
  OperationID,
  ResourceProviderID,
  SlaveID,
  TaskID,
  UUID,
} from './mesos/id.ts';
export { Image, ImageAppc, ImageDocker } from './mesos/image.ts';
export type { ImageType } from './mesos/image.ts';
export { Label, Labels, Parameter, Parameters } from './mesos/label.ts';
export { MachineID, MachineInfo, Unavailability } from './mesos/machine.ts';
export type { MachineMode } from './mesos/machine.ts';
export { MasterCapability, MasterInfo } from './mesos/master.ts';
export type { MasterCapabilityType } from './mesos/master.ts';
export { NetworkAddress, NetworkInfo, PortMapping } from './mesos/network.ts';
export type { NetworkProtocol } from './mesos/network.ts';
export { Offer, OfferUrl } from './mesos/offer.ts';
export {
  OfferCreate,
  OfferCreateDisk,
  OfferDestroy,
  OfferDestroyDisk,
  OfferGrowVolume,
  OfferOperation,
  OfferReserve,
  OfferShrinkVolume,
  OfferUnreserve,
} from './mesos/offer-operation.ts';
export type { OfferOperationType } from './mesos/offer-operation.ts';
export { isTerminalOperationState, OperationStatus, ResourceOperation } from './mesos/operation.ts';
export type { OperationState } from './mesos/operation.ts';
export { ResourceProviderInfo } from './mesos/resource-provider.ts';
export {
  AllocationInfo,
  ReservationInfo,
  Resource,
  RevocableInfo,
  SharedInfo,
} from './mesos/resource.ts';
export type { ReservationType } from './mesos/resource.ts';
export { Credential, Secret, SecretReference, SecretValue } from './mesos/secret.ts';
export type { SecretType } from './mesos/secret.ts';
export { TaskResourceLimitation, TaskStatus } from './mesos/task.ts';
export type { TaskState, TaskStatusReason, TaskStatusSource } from './mesos/task.ts';
export { DurationInfo, TimeInfo } from './mesos/time.ts';
export {
  Attribute,
  Value,
  ValueRange,
  ValueRanges,
  ValueScalar,
  ValueSet,
  ValueText,
} from './mesos/value.ts';
export type { ValueType } from './mesos/value.ts';
export {
  DockerVolume,
  HostPath,
  MountPropagation,
  SandboxPath,
  Volume,
  VolumeSource,
} from './mesos/volume.ts';
export type {
  MountPropagationMode,
  SandboxPathType,
  VolumeMode,
  VolumeSourceType,
} from './mesos/volume.ts';
export { WeightInfo } from './mesos/weight.ts';
export { QuotaConfig, QuotaInfo } from './quota.ts';
export { MaintenanceSchedule, MaintenanceWindow } from './maintenance.ts';
export {
  RegistryResourceProvider,
  ResourceProviderRegistry,
} from './resource-provider-registry.ts';
export {
  StatusUpdate,
  StatusUpdateAcknowledgementMessage,
  StatusUpdateMessage,
  StatusUpdateRecord,
} from './status-update.ts';
export type { UpdateRecordType } from './update-record-type.ts';
export {
  AcknowledgeOperationStatusMessage,
  UpdateOperationStatusMessage,
  UpdateOperationStatusRecord,
} from './operation-update.ts';
export {
  AgentOperations,
  AgentResourceProvider,
  AgentResourceProviders,
  ApplyOperationMessage,
  CheckpointResourcesMessage,
  ReconcileOperationsMessage,
  ReconciledOperation,
  ResourceState,
  ResourceVersionUUID,
  UpdateSlaveMessage,
} from './agent-messages.ts';
export {
  GoneSlave,
  GoneSlaves,
  MinimumCapability,
  Registry,
  RegistryMachine,
  RegistryMachines,
  RegistryMaster,
  RegistryQuota,
  RegistrySlave,
  RegistrySlaves,
  RegistryWeight,
  UnreachableSlave,
  UnreachableSlaves,
} from './registry.ts';
export { formatUuid } from './uuid.ts';
