/**
 * The official record of a cluster's agents, kept through versioned state.
 *
 * @packageDocumentation
 */
export { RegistrarError } from './errors.ts';
export type { OperationOutcome, RegistrarErrorCode, RegistrarErrorOptions } from './errors.ts';
export {
  admitAgent,
  markAgentGone,
  markAgentReachable,
  markAgentUnreachable,
  prune,
  readmitAgent,
  removeAgent,
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
