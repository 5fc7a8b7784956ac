import type { Action } from '@quorate/messages';
import type { Completer, Pid } from '@quorate/process';
import type { LogError } from '../errors.ts';
import type { AcceptorState } from '../protocol/acceptor-state.ts';
import type { AcceptorInput } from '../protocol/acceptor-input.ts';
import type { Position } from '../protocol/types.ts';
import type { Release } from './replica-batch.ts';

/** What waits in a replica's queue, in the order of arrival, wherever it came from. */
export type ReplicaRequest = ReplicaMessage | ReplicaCommand | ReplicaQuery | ReplicaRead;

/** A message of another process; nobody is told when it cannot be served. */
export interface ReplicaMessage {
  readonly type: 'message';
  readonly input: AcceptorInput;
  readonly from: Pid;
}

/** A local change: `update` is ready when durable, `learn` when the value is held in memory. */
export interface ReplicaCommand {
  readonly type: 'update' | 'learn';
  readonly input: AcceptorInput;
  readonly completer: Completer<void>;
}

/** A question that the state in memory answers. */
export interface ReplicaQuery {
  readonly type: 'query';
  /** Takes the answer from the state of this moment; it is given out later. */
  readonly ask: (state: AcceptorState) => Release;
  readonly fail: (error: LogError) => void;
}

/** A question for records. */
export interface ReplicaRead {
  readonly type: 'read';
  readonly from: Position;
  readonly to: Position;
  readonly completer: Completer<readonly Action[]>;
}

/** Tells whoever waits for a request that it cannot be served. */
export function failRequest(request: ReplicaRequest, error: LogError): void {
  switch (request.type) {
    case 'message':
      return;
    case 'query':
      request.fail(error);
      return;
    case 'update':
    case 'learn':
    case 'read':
      request.completer.fail(error);
  }
}

/** Roughly how much memory a request holds. */
export function sizeOf(request: ReplicaRequest): number {
  if (request.type === 'query' || request.type === 'read') return REQUEST_SIZE_BYTES;
  const { input } = request;
  if (input.type === 'write') return REQUEST_SIZE_BYTES + lengthOf(input.request.append?.bytes);
  if (input.type === 'learned') return REQUEST_SIZE_BYTES + lengthOf(input.action.append?.bytes);
  return REQUEST_SIZE_BYTES;
}

/** What a request takes beside its entry. */
const REQUEST_SIZE_BYTES = 256;

function lengthOf(bytes: Uint8Array | undefined): number {
  return bytes?.byteLength ?? 0;
}
