import { reasonOf, StatusUpdateError } from '../errors.ts';
import type { StatusUpdateErrorCode } from '../errors.ts';
import { Fifo } from './fifo.ts';
import type { UpdateFormat } from './update-format.ts';

/** Bytes that an update, or its acknowledgement, may take on disk. */
export const RECORD_SIZE_BYTES_MAX = 16 * 1024 * 1024;

/**
 * One stream of status updates, as far as it is known.
 *
 * Source: Mesos src/status_update_manager/status_update_manager_process.hpp, `StatusUpdateStream`.
 */
export interface StreamState<Update> {
  /** Whether its records are kept on disk; the same for all its updates. */
  readonly checkpoint: boolean;
  /** Of its updates, which all have the same or none. */
  readonly frameworkId: string | undefined;
  /** Received and not acknowledged, the oldest first. Invariant: all of their uuids differ. */
  readonly pending: Fifo<Update>;
  /** The uuids of all updates ever received. Invariant: those of `pending` are among them. */
  readonly received: Set<string>;
  /** A terminal update was acknowledged: the stream is over. */
  terminated: boolean;
}

export type StreamInput<Update> =
  | { readonly type: 'update'; readonly update: Update; readonly checkpoint: boolean }
  | { readonly type: 'acknowledge'; readonly uuid: string };

/**
 * What a step comes to. A record has to be durable before anybody hears of the outcome.
 *
 * - `received`: the update is the last of the pending ones.
 * - `duplicate`: the update was received before; nothing changes.
 * - `acknowledged`: the front is gone; `isTerminal` if the stream is over.
 * - `refused`: nothing changes.
 */
export type StreamOutcome =
  | { readonly type: 'received'; readonly record: Uint8Array | undefined }
  | { readonly type: 'duplicate' }
  | {
      readonly type: 'acknowledged';
      readonly record: Uint8Array | undefined;
      readonly isTerminal: boolean;
    }
  | { readonly type: 'refused'; readonly error: StatusUpdateError };

export interface StreamStep<Update> {
  /** The stream afterwards; undefined if there still is none. */
  readonly state: StreamState<Update> | undefined;
  readonly outcome: StreamOutcome;
}

/**
 * Takes one update or acknowledgement. The state is changed in place, and is of no use any more if
 * the record cannot be written.
 *
 * A stream begins with its first update; one that is refused leaves no stream behind.
 */
export function stepStream<Update>(
  format: UpdateFormat<never, Update>,
  state: StreamState<Update> | undefined,
  input: StreamInput<Update>,
): StreamStep<Update> {
  try {
    return input.type === 'update'
      ? receive(format, state, input.update, input.checkpoint)
      : { state, outcome: acknowledge(format, state, input.uuid) };
  } catch (error) {
    return { state, outcome: { type: 'refused', error: toRefusal(format, error) } };
  }
}

function receive<Update>(
  format: UpdateFormat<never, Update>,
  before: StreamState<Update> | undefined,
  update: Update,
  checkpoint: boolean,
): StreamStep<Update> {
  const state = before ?? beginStream<Update>(checkpoint, format.frameworkOf(update));
  const uuid = checkUpdate(format, state, update, checkpoint);
  if (state.received.has(uuid)) return { state, outcome: { type: 'duplicate' } };
  const record = checkpoint ? checkRecord(format, format.encodeUpdate(update)) : undefined;
  state.received.add(uuid);
  state.pending.push(update);
  return { state, outcome: { type: 'received', record } };
}

/** A stream without updates. */
export function beginStream<Update>(
  checkpoint: boolean,
  frameworkId: string | undefined,
): StreamState<Update> {
  return { checkpoint, frameworkId, pending: new Fifo(), received: new Set(), terminated: false };
}

function checkUpdate<Update>(
  format: UpdateFormat<never, Update>,
  state: StreamState<Update>,
  update: Update,
  checkpoint: boolean,
): string {
  if (format.carriesLatest(update)) {
    const message = `this ${format.name} names a newest state itself; leave that to the manager`;
    throw refusal('UPDATE_CARRIES_LATEST', message);
  }
  if (state.checkpoint !== checkpoint) {
    const message = `a ${format.name} with checkpoint=${checkpoint} for a stream with checkpoint=${state.checkpoint}`;
    throw refusal('UPDATE_CHECKPOINT_MISMATCH', message);
  }
  const frameworkId = format.frameworkOf(update);
  if (state.frameworkId !== frameworkId) {
    const message = `a ${format.name} of ${frameworkName(frameworkId)} for a stream of ${frameworkName(state.frameworkId)}`;
    throw refusal('UPDATE_FRAMEWORK_MISMATCH', message);
  }
  const uuid = format.uuidOf(update);
  if (uuid !== undefined) return uuid;
  throw refusal('UPDATE_UUID_MISSING', `a ${format.name} without uuid; give each its own`);
}

/** What a recovery takes for damage, or for what a crash left, must not be written. */
function checkRecord({ name }: { readonly name: string }, record: Uint8Array): Uint8Array {
  if (record.length > 0 && record.length <= RECORD_SIZE_BYTES_MAX) return record;
  const message = `a record of a ${name} takes ${record.length} bytes; from 1 to ${RECORD_SIZE_BYTES_MAX} are allowed`;
  throw refusal('UPDATE_INVALID', message);
}

function acknowledge<Update>(
  format: UpdateFormat<never, Update>,
  state: StreamState<Update> | undefined,
  uuid: string,
): StreamOutcome {
  const front = state?.pending.first;
  if (!state || front === undefined) {
    // The update was sent twice, and so was its acknowledgement.
    const message = `an acknowledgement (uuid ${uuid}) for a stream in which no ${format.name} waits for one`;
    throw refusal('ACKNOWLEDGEMENT_UNEXPECTED', message);
  }
  const expected = format.uuidOf(front);
  if (uuid !== expected) {
    const message = `an acknowledgement with uuid ${uuid}, while the ${format.name} ${expected ?? ''} waits for one`;
    throw refusal('ACKNOWLEDGEMENT_DUPLICATE', message);
  }
  const record = state.checkpoint
    ? checkRecord(format, format.encodeAcknowledgement(front))
    : undefined;
  return { type: 'acknowledged', record, isTerminal: popFront(format, state, front) };
}

/** The front was acknowledged. Gives whether the stream is over. */
export function popFront<Update>(
  format: UpdateFormat<never, Update>,
  state: StreamState<Update>,
  front: Update,
): boolean {
  const isTerminal = format.isTerminal(front);
  state.pending.shift();
  state.terminated ||= isTerminal;
  return state.terminated;
}

/** A format is a user's: what it throws is about this update, and nothing has changed yet. */
function toRefusal({ name }: { readonly name: string }, error: unknown): StatusUpdateError {
  if (error instanceof StatusUpdateError) return error;
  const message = `this is no ${name}: ${reasonOf(error)}`;
  return new StatusUpdateError('UPDATE_INVALID', message, { cause: error, outcome: 'definite' });
}

function refusal(code: StatusUpdateErrorCode, message: string): StatusUpdateError {
  return new StatusUpdateError(code, message, { outcome: 'definite' });
}

function frameworkName(frameworkId: string | undefined): string {
  return frameworkId === undefined ? 'no framework' : `framework ${JSON.stringify(frameworkId)}`;
}
