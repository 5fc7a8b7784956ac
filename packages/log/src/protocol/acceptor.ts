import { NO_EFFECTS } from './acceptor-effect.ts';
import type { AcceptorEffect } from './acceptor-effect.ts';
import { joinGroup, onIdentify, signed } from './acceptor-incarnation.ts';
import type { AcceptorInput, Records } from './acceptor-input.ts';
import { onLearned } from './acceptor-learned.ts';
import { onExplicitPromise, onImplicitPromise } from './acceptor-promise.ts';
import { isVoting } from './acceptor-state.ts';
import type { AcceptorState } from './acceptor-state.ts';
import { onRecover, onUpdateStatus } from './acceptor-status.ts';
import { onWrite } from './acceptor-write.ts';

/**
 * Serves one request by the rules of Paxos, as Mesos' replica does (src/log/replica.cpp).
 *
 * Changes `state` as if what is to be persisted already were: the driver keeps every response
 * back until it is, and throws the state away if it cannot be.
 */
export function step(
  state: AcceptorState,
  input: AcceptorInput,
  records: Records,
): readonly AcceptorEffect[] {
  const effects = serve(state, input, records);
  return state.safe ? effects.map((effect) => signed(state, effect)) : effects;
}

function serve(
  state: AcceptorState,
  input: AcceptorInput,
  records: Records,
): readonly AcceptorEffect[] {
  switch (input.type) {
    case 'promise':
      return input.request.position === undefined
        ? onImplicitPromise(state, input.request.proposal)
        : onExplicitPromise(state, input.request.proposal, input.request.position, records);
    case 'write':
      return onWrite(state, input.request, records);
    case 'learned':
      return onLearned(state, input.action, records);
    case 'recover':
      return onRecover(state, input.request ?? {});
    case 'update-status':
      return onUpdateStatus(state, input.status, input.adopted);
    case 'identify':
      return onIdentify(state, input.self);
    case 'announced':
      if (!state.safe) return NO_EFFECTS;
      state.safe.isAnnounced = true;
      return isVoting(state) ? joinGroup(state) : NO_EFFECTS;
    case 'regroup':
      if (state.safe) state.safe.group = input.group;
      return NO_EFFECTS;
  }
}
