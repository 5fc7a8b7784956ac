import { checkPathSegment, joinPath } from '@quorate/checkpoint';
import {
  formatUuid,
  isTerminalOperationState,
  UpdateOperationStatusRecord,
} from '@quorate/messages';
import type { UpdateOperationStatusMessage } from '@quorate/messages';
import type { UpdateFormat } from './protocol/update-format.ts';
import { canonicalUuid, checkUuid } from './uuid.ts';

/** The uuid of an operation, in its text form. */
export type OperationUuid = string;

/**
 * The status updates of operations, as an agent's files `operation.updates` hold them.
 *
 * Source: Mesos src/status_update_manager/operation.cpp.
 */
export const operationUpdates: UpdateFormat<OperationUuid, UpdateOperationStatusMessage> = {
  name: 'operation status update',
  existingFile: 'refuse',
  streamKey: canonicalUuid,
  uuidOf: ({ status }) => status.uuid && checkUuid(status.uuid.value),
  frameworkOf: ({ frameworkId }) => frameworkId?.value,
  stateOf: ({ status }) => status.state,
  isTerminal: ({ status }) => isTerminalOperationState(status.state),
  carriesLatest: ({ latestStatus }) => latestStatus !== undefined,
  withLatest: (update, latest) => ({ ...update, latestStatus: latest.status }),
  encodeUpdate: (update) => UpdateOperationStatusRecord.encode({ type: 'UPDATE', update }),
  encodeAcknowledgement: ({ status: { uuid } }) =>
    UpdateOperationStatusRecord.encode({ type: 'ACK', ...(uuid && { uuid }) }),
  decode: (bytes) => {
    const { type, update, uuid } = UpdateOperationStatusRecord.decode(bytes);
    if (type === 'ACK') {
      return { type: 'acknowledgement', uuid: formatUuid(uuid?.value ?? new Uint8Array()) };
    }
    if (!update) throw new Error('a record of an update without the update');
    if (!update.status.uuid) throw new Error('a record of an update without uuid');
    checkUuid(update.status.uuid.value);
    return { type: 'update', update };
  },
};

/**
 * Where an agent keeps the updates of an operation: `<agent>/operations/<uuid>/operation.updates`.
 *
 * @param agentDirectory `<work_dir>/meta/slaves/<agent id>`
 */
export function operationUpdatesPath(agentDirectory: string, uuid: OperationUuid): string {
  const folder = checkPathSegment('operation uuid', operationUpdates.streamKey(uuid));
  return joinPath(agentDirectory, 'operations', folder, 'operation.updates');
}
