import type { Action, WriteRequest, WriteResponse } from '@quorate/messages';
import { dropped } from './acceptor-effect.ts';
import type { AcceptorEffect } from './acceptor-effect.ts';
import type { Records } from './acceptor-input.ts';
import { isSameValue, persist, promisedAt } from './acceptor-record.ts';
import { hasRecord, isLearned, isVoting } from './acceptor-state.ts';
import type { AcceptorState } from './acceptor-state.ts';
import { isJump } from './proposal-jump.ts';

/** A value for one position, by a proposer that a quorum has promised its number. */
export function onWrite(
  state: AcceptorState,
  request: WriteRequest,
  records: Records,
): readonly AcceptorEffect[] {
  const { proposal, position } = request;
  if (!isVoting(state)) {
    return respondToWrite({ okay: false, proposal, position, type: 'ignored' });
  }
  // No answer: the proposer finds out by an explicit promise, which gives it a tombstone.
  if (position < state.begin) return dropped('truncated');
  if (hasRecord(state, position)) {
    const record = records.get(position);
    return record ? overwrite(state, request, record) : dropped('record-unavailable');
  }
  const { promised } = state.metadata;
  if (proposal < promised) return rejectWrite(promised, position);
  return accept(state, request, promised, undefined);
}

function overwrite(
  state: AcceptorState,
  request: WriteRequest,
  record: Action,
): readonly AcceptorEffect[] {
  const promised = promisedAt(record);
  if (request.proposal < promised) return rejectWrite(promised, request.position);
  // The learned message may have overtaken this write (MESOS-1271), or another proposer may have
  // finished the position.
  if (isLearned(state, record.position)) return writeLearned(request, record);
  return accept(state, request, promised, record);
}

/**
 * What was chosen is chosen under every later number: the proposer may count it, or an election that
 * fills this position would wait for an answer until it is started again. Mesos stays silent. A write
 * of another value comes from a proposer that has missed a truncation; it finds out by a promise.
 */
function writeLearned(request: WriteRequest, record: Action): readonly AcceptorEffect[] {
  if (!isSameValue(request, record)) return dropped('already-learned');
  const { proposal, position } = request;
  return respondToWrite({ okay: true, proposal, position, type: 'accept' });
}

/**
 * Accepting a number promises it as well, even when the promise request never came here. Mesos
 * keeps the lower promise; then a write of an older coordinator that was held up on its way
 * would replace what a quorum, this replica included, has chosen since.
 */
function accept(
  state: AcceptorState,
  request: WriteRequest,
  promised: number,
  record: Action | undefined,
): readonly AcceptorEffect[] {
  const { proposal, position } = request;
  if (isJump(state, proposal, promised)) return dropped('proposal-jump');
  const action = acceptedAction(request, Math.max(promised, proposal), record);
  if (!action) return dropped('no-value');
  const effects = persist(state, action);
  effects.push({
    type: 'write-response',
    response: { okay: true, proposal, position, type: 'accept' },
  });
  return effects;
}

type MutableAction = { -readonly [K in keyof Action]: Action[K] };

/** The record that accepts `request`; undefined when the request has no value to accept. */
function acceptedAction(
  request: WriteRequest,
  promised: number,
  record: Action | undefined,
): Action | undefined {
  const { proposal, position, learned, type } = request;
  const action: MutableAction = { position, promised, performed: proposal, type };
  if (learned !== undefined) action.learned = learned;
  if (record?.unknownFields) action.unknownFields = record.unknownFields;
  switch (type) {
    case 'nop':
      if (!request.nop) return matchingMark(request, record);
      // Rebuilt empty: tombstones are made by replicas that truncated, never by a write.
      action.nop = {};
      return action;
    case 'append':
      if (!request.append) return matchingMark(request, record);
      action.append = request.append;
      return action;
    case 'truncate':
      if (!request.truncate) return matchingMark(request, record);
      action.truncate = request.truncate;
      return action;
  }
}

/**
 * A write marked as learned may leave its value out when this replica has accepted it before. It
 * has only if the number is the same: under another one it may hold another value.
 */
function matchingMark(request: WriteRequest, record: Action | undefined): Action | undefined {
  if (request.learned !== true || record?.type !== request.type) return undefined;
  return record.performed === request.proposal ? { ...record, learned: true } : undefined;
}

function rejectWrite(promised: number, position: number): readonly AcceptorEffect[] {
  return respondToWrite({ okay: false, proposal: promised, position, type: 'reject' });
}

function respondToWrite(response: WriteResponse): readonly AcceptorEffect[] {
  return [{ type: 'write-response', response }];
}
