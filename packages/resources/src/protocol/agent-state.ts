import { formatUuid, OfferOperation, ResourceOperation, ResourceState } from '@quorate/messages';
import type { OperationStatus, UUID } from '@quorate/messages';
import { ResourceError } from '../errors.ts';
import { applyCheckpointedResources } from './agent-resources.ts';
import { checkMessage, sameMessage } from './check-message.ts';
import { checkVolumeIds } from './operand.ts';
import { isCheckpointed, isTerminal, withStatus } from './operation-status.ts';
import { applyOperation, conversionsOf } from './operation.ts';
import { Resources } from './resources.ts';

const UUID_BYTES = 16;

/** What an agent knows of its resources. */
export interface AgentState {
  /** As its operator has configured them. */
  readonly configured: Resources;
  /** The same ones with all reservations and volumes. */
  readonly total: Resources;
  /** Those that have not come to their end, by their uuid, in the order in which they were added. */
  readonly operations: ReadonlyMap<string, ResourceOperation>;
}

/**
 * The state of an agent that remembers this. Throws `RESOURCES_INCOMPATIBLE`, or
 * `RESOURCE_INVALID` and `OPERATION_INVALID` for what is no state.
 */
export function agentState(configured: Resources, remembered?: ResourceState): AgentState {
  const { resources = [], operations = [] } = remembered ?? {};
  const checkpointed = Resources.from(resources);
  checkVolumeIds(checkpointed);
  return {
    configured,
    total: applyCheckpointedResources(configured, checkpointed),
    operations: new Map(operations.map((operation) => [uuidText(operation.uuid), operation])),
  };
}

/** What an agent in this state has to remember. */
export function toResourceState({ total, operations }: AgentState): ResourceState {
  return {
    operations: [...operations.values()].filter(isCheckpointed),
    resources: total.checkpointed().toArray(),
  };
}

/** Whether an agent that remembers the one need not write the other. Their order says nothing. */
export function sameResourceState(left: ResourceState, right: ResourceState): boolean {
  const [a, b] = [left, right].map(({ operations }) => ({ operations, resources: [] }));
  if (!a || !b || !sameMessage(ResourceState, a, b)) return false;
  return Resources.from(left.resources).equals(Resources.from(right.resources));
}

/** All of the reservations and volumes at once. Throws as `agentState` does. */
export function setCheckpointed(state: AgentState, checkpointed: Resources): AgentState {
  checkVolumeIds(checkpointed);
  return { ...state, total: applyCheckpointedResources(state.configured, checkpointed) };
}

/**
 * One more operation. Known already, it changes nothing. Throws `OPERATION_INVALID`,
 * `OPERATION_UNSUPPORTED` or `RESOURCE_INVALID` for what could never be applied.
 */
export function addOperation(state: AgentState, operation: ResourceOperation): AgentState {
  checkMessage(ResourceOperation, operation, 'an operation', 'OPERATION_INVALID');
  const uuid = checkUuid(operation.uuid);
  const known = state.operations.get(uuid);
  if (known) {
    checkSame(known, operation);
    return state;
  }
  if (isTerminal(operation)) {
    const message = `operation ${uuid} is ${operation.latestStatus.state} already; add it while it is pending`;
    throw new ResourceError('OPERATION_INVALID', message);
  }
  conversionsOf(operation.info);
  return withOperation(state, operation);
}

/**
 * One more status of an operation. The first terminal one settles it; if it is OPERATION_FINISHED, the
 * operation is applied. Throws `OPERATION_UNKNOWN`, `OPERATION_INVALID`, or what applying it does.
 */
export function updateOperation(
  state: AgentState,
  uuid: UUID,
  status: OperationStatus,
): AgentState {
  const before = knownOperation(state, uuid);
  const after = withStatus(before, status);
  const isFinished = !isTerminal(before) && status.state === 'OPERATION_FINISHED';
  const total = isFinished ? applyOperation(state.total, before.info) : state.total;
  return withOperation({ ...state, total }, after);
}

/** Forgets an operation. Throws `OPERATION_INVALID` for one that has not come to its end. */
export function removeOperation(state: AgentState, uuid: UUID): AgentState {
  const operations = new Map(state.operations);
  const operation = operations.get(uuidText(uuid));
  if (!operation) return state;
  if (!isTerminal(operation)) {
    const message = `operation ${uuidText(uuid)} is ${operation.latestStatus.state}; give it a terminal status first`;
    throw new ResourceError('OPERATION_INVALID', message);
  }
  operations.delete(uuidText(uuid));
  return { ...state, operations };
}

/** Throws `OPERATION_UNKNOWN`. */
export function knownOperation({ operations }: AgentState, uuid: UUID): ResourceOperation {
  const operation = operations.get(uuidText(uuid));
  if (operation) return operation;
  const message = `there is no operation ${uuidText(uuid)}: it was never added, or has been removed`;
  throw new ResourceError('OPERATION_UNKNOWN', message);
}

function withOperation(state: AgentState, operation: ResourceOperation): AgentState {
  const operations = new Map(state.operations).set(uuidText(operation.uuid), operation);
  return { ...state, operations };
}

function uuidText({ value }: UUID): string {
  return formatUuid(value);
}

function checkUuid(uuid: UUID): string {
  if (uuid.value.length === UUID_BYTES) return uuidText(uuid);
  const message = `the uuid of an operation has ${uuid.value.length} bytes; it needs ${UUID_BYTES}`;
  throw new ResourceError('OPERATION_INVALID', message);
}

/** Two with one uuid are the same order, or one of them would get lost. */
function checkSame(known: ResourceOperation, operation: ResourceOperation): void {
  if (sameMessage(OfferOperation, known.info, operation.info)) return;
  const message = `there is another operation ${uuidText(known.uuid)}; each needs a uuid of its own`;
  throw new ResourceError('OPERATION_INVALID', message);
}
