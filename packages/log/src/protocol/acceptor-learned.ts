import type { Action } from '@quorate/messages';
import { dropped } from './acceptor-effect.ts';
import type { AcceptorEffect } from './acceptor-effect.ts';
import type { Records } from './acceptor-input.ts';
import { hasValue, persist } from './acceptor-record.ts';
import { isLearned } from './acceptor-state.ts';
import type { AcceptorState } from './acceptor-state.ts';

/**
 * A value that was chosen is stored whatever this replica has promised, and in every status: it
 * cannot change any more. Nobody is answered.
 */
export function onLearned(
  state: AcceptorState,
  action: Action,
  records: Records,
): readonly AcceptorEffect[] {
  const { position } = action;
  if (action.learned !== true) return dropped('not-marked-learned');
  // Storing it would bring a deleted record back, and nothing would delete it again.
  if (position < state.begin) return dropped('truncated');
  // The first learned record stays, unless a peer tells that it has truncated the position since.
  const isTombstone = action.type === 'nop' && action.nop?.tombstone === true;
  if (isLearned(state, position) && !isTombstone) return dropped('already-learned');
  if (action.type === undefined) return onLearnedMark(state, action, records);
  return hasValue(action) ? persist(state, action) : dropped('no-value');
}

/**
 * The bare mark that a position is learned, without its value. It says that the value of proposal
 * `performed` was chosen; what this replica accepted under another number may be another value.
 */
function onLearnedMark(
  state: AcceptorState,
  mark: Action,
  records: Records,
): readonly AcceptorEffect[] {
  if (!state.unlearned.contains(mark.position)) return dropped('mark-unmatched');
  const record = records.get(mark.position);
  if (!record) return dropped('record-unavailable');
  const matches = record.performed !== undefined && record.performed === mark.performed;
  if (!matches || !hasValue(record)) return dropped('mark-unmatched');
  return persist(state, { ...record, learned: true });
}
