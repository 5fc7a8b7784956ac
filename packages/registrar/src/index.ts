/**
 * The official record of a cluster's agents, kept through versioned state.
 *
 * @packageDocumentation
 */
export { RegistrarError } from './errors.ts';
export type { OperationOutcome, RegistrarErrorCode, RegistrarErrorOptions } from './errors.ts';
export {
  deactivateAgent,
  drainAgent,
  markAgentDrained,
  reactivateAgent,
} from './drain-operations.ts';
export type { DrainOptions } from './drain-operations.ts';
export { FrameworkRecords } from './framework-records.ts';
export type { FrameworkRecord } from './framework-records.ts';
export { AGENT_REREGISTER_TIMEOUT_MS } from './master-options.ts';
export type { MasterEvent, MasterOptions } from './master-options.ts';
export { Master } from './master.ts';
export {
  startMaintenance,
  stopMaintenance,
  updateMaintenanceSchedule,
} from './maintenance-operations.ts';
export { missingCapabilities } from './minimum-capabilities.ts';
export { QUOTA_AMOUNT_MAX, QUOTA_MEGABYTES_MAX, updateQuota } from './quota-operations.ts';
export { admitResourceProvider, removeResourceProvider } from './resource-provider-operations.ts';
export { updateWeights } from './weight-operations.ts';
export {
  admitAgent,
  markAgentGone,
  markAgentReachable,
  markAgentUnreachable,
  prune,
  readmitAgent,
  removeAgent,
  reregisterAgent,
} from './operations.ts';
export {
  FETCH_TIMEOUT_MS,
  OPERATION_QUEUE_LENGTH_MAX,
  REGISTRY_VARIABLE_NAME,
  STORE_TIMEOUT_MS,
} from './registrar-options.ts';
export type { RegistrarOptions } from './registrar-options.ts';
export { Registrar } from './registrar.ts';
export { performOperation } from './registry-draft.ts';
export type { PerformResult } from './registry-draft.ts';
export { mutated, refused, UNCHANGED } from './registry-operation.ts';
export type {
  OperationResult,
  RegistryEdit,
  RegistryFields,
  RegistryOperation,
  RegistryView,
} from './registry-operation.ts';
