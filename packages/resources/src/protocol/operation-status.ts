import { isTerminalOperationState, OperationStatus, UUID } from '@quorate/messages';
import type { ResourceOperation } from '@quorate/messages';
import { checkMessage, sameMessage } from './check-message.ts';

export function isTerminal(operation: ResourceOperation): boolean {
  return isTerminalOperationState(operation.latestStatus.state);
}

/**
 * Whether an operation has to be remembered through a crash. Volumes are not made at one stroke, so
 * those that are under way are; of the others only the outcome that waits to be acknowledged is.
 * (Mesos src/slave/slave.cpp, `checkpointResourceState`)
 */
export function isCheckpointed(operation: ResourceOperation): boolean {
  if (isTerminal(operation)) return operation.latestStatus.uuid !== undefined;
  return operation.info.type === 'CREATE' || operation.info.type === 'DESTROY';
}

/**
 * An operation with one more status. The same one again changes nothing, and a terminal one stays
 * the latest for good. (Mesos src/slave/slave.cpp, `updateOperation`)
 */
export function withStatus(
  operation: ResourceOperation,
  status: OperationStatus,
): ResourceOperation {
  checkMessage(OperationStatus, status, 'the status of an operation', 'OPERATION_INVALID');
  const isKnown = operation.statuses.some(
    ({ uuid }) => uuid && status.uuid && sameMessage(UUID, uuid, status.uuid),
  );
  return {
    ...operation,
    latestStatus: isTerminal(operation) ? operation.latestStatus : status,
    statuses: isKnown ? operation.statuses : [...operation.statuses, status],
  };
}
