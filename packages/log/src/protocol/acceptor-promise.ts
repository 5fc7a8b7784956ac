import type { Action, PromiseResponse } from '@quorate/messages';
import { dropped } from './acceptor-effect.ts';
import type { AcceptorEffect } from './acceptor-effect.ts';
import type { Records } from './acceptor-input.ts';
import { persist, promisedAt } from './acceptor-record.ts';
import { hasRecord, isVoting } from './acceptor-state.ts';
import type { AcceptorState } from './acceptor-state.ts';
import { isJump } from './proposal-jump.ts';

/** A promise for every position this replica has no record of. */
export function onImplicitPromise(
  state: AcceptorState,
  proposal: number,
): readonly AcceptorEffect[] {
  const { metadata } = state;
  if (!isVoting(state)) return respondToPromise(ignoredPromise(proposal));
  // The same number twice is refused too: two coordinators may have chosen it independently, and
  // one number must not be promised to both.
  if (proposal <= metadata.promised) return respondToPromise(rejectedPromise(metadata.promised));
  if (isJump(state, proposal)) return dropped('proposal-jump');
  state.metadata = { ...metadata, promised: proposal };
  return [
    { type: 'persist-metadata', metadata: state.metadata },
    {
      type: 'promise-response',
      // The proposer fills all up to the highest end of a quorum, and writes on behind it.
      response: { okay: true, proposal, position: state.end, type: 'accept' },
    },
  ];
}

/** A promise for one position, by a proposer that wants to learn or fill it. */
export function onExplicitPromise(
  state: AcceptorState,
  proposal: number,
  position: number,
  records: Records,
): readonly AcceptorEffect[] {
  if (!isVoting(state)) return respondToPromise(ignoredPromise(proposal));
  if (position < state.begin) return respondToPromise(tombstone(state, proposal, position));
  if (!hasRecord(state, position)) return promiseHole(state, proposal, position);

  const record = records.get(position);
  if (!record) return dropped('record-unavailable');
  // The position's own promise counts, not the implicit one: whoever holds that one fills what
  // has a record by explicit promises, too.
  const promised = promisedAt(record);
  if (proposal <= promised) return respondToPromise(rejectedPromise(promised));
  if (isJump(state, proposal, promised)) return dropped('proposal-jump');
  return [
    ...persist(state, { ...record, promised: proposal }),
    {
      type: 'promise-response',
      // As it was before: the proposer must see what was accepted under which number.
      response: { okay: true, proposal, action: record, type: 'accept' },
    },
  ];
}

/** The first promise of a position is recorded there, and from then on its own counts. */
function promiseHole(
  state: AcceptorState,
  proposal: number,
  position: number,
): readonly AcceptorEffect[] {
  // The implicit promise covers this position: without the comparison this replica would accept
  // for two proposers, and each of them might find a quorum.
  const { promised } = state.metadata;
  if (proposal <= promised) return respondToPromise(rejectedPromise(promised));
  if (isJump(state, proposal)) return dropped('proposal-jump');
  return [
    ...persist(state, { position, promised: proposal }),
    { type: 'promise-response', response: { okay: true, proposal, position, type: 'accept' } },
  ];
}

/**
 * The answer for a truncated position: whatever it held, nobody will ask for it again. It is
 * marked as learned, or the proposer would go on to a write that this replica ignores, and would
 * never end. No number is compared, as nothing is promised.
 */
function tombstone(state: AcceptorState, proposal: number, position: number): PromiseResponse {
  const { promised } = state.metadata;
  const action: Action = {
    position,
    promised,
    performed: promised,
    learned: true,
    type: 'nop',
    nop: { tombstone: true },
  };
  return { okay: true, proposal, action, type: 'accept' };
}

function ignoredPromise(proposal: number): PromiseResponse {
  // `okay` is what peers before Mesos 0.26 look at; to them this is a rejection.
  return { okay: false, proposal, type: 'ignored' };
}

function rejectedPromise(promised: number): PromiseResponse {
  return { okay: false, proposal: promised, type: 'reject' };
}

function respondToPromise(response: PromiseResponse): readonly AcceptorEffect[] {
  return [{ type: 'promise-response', response }];
}
