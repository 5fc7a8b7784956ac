import type { RecoverRequest, RecoverResponse, ReplicaStatus } from '@quorate/messages';
import { dropped, NO_EFFECTS } from './acceptor-effect.ts';
import type { AcceptorEffect } from './acceptor-effect.ts';
import { joinGroup, merged, recordIncarnation } from './acceptor-incarnation.ts';
import { isVoting } from './acceptor-state.ts';
import type { AcceptorState } from './acceptor-state.ts';
import type { Adopted } from './incarnations.ts';
import { mayBecome } from './replica-status.ts';

/**
 * Every replica tells its status; bounds only one that has the log, as the others' mean nothing yet.
 *
 * With safe recovery the request announces a life of the asking replica. It is recorded first, and
 * what is told is told as of that write: whatever this replica promises or accepts later goes out
 * with the knowledge that earlier lives of the other one do not count any more. In any other order
 * two values can be chosen for one position.
 */
export function onRecover(
  state: AcceptorState,
  request: RecoverRequest,
): readonly AcceptorEffect[] {
  const effects = recordIncarnation(state, request);
  const { metadata, begin, end, safe } = state;
  if (!isVoting(state)) {
    const { status } = metadata;
    // A vote that was not announced yet counts for nothing. The bounds say that there is a log, and so that
    // it will be one without anybody's help.
    const response: RecoverResponse =
      status === 'voting' ? { status: 'recovering', begin, end } : { status };
    effects.push({ type: 'recover-response', response });
    return effects;
  }
  const { status, promised } = metadata;
  const response: RecoverResponse = { status, begin, end, ...(safe && { promised }) };
  effects.push({ type: 'recover-response', response });
  return effects;
}

/** The next status of the replica; with safe recovery also what a quorum remembers for it. */
export function onUpdateStatus(
  state: AcceptorState,
  status: ReplicaStatus,
  adopted: Adopted | undefined,
): readonly AcceptorEffect[] {
  const { metadata } = state;
  if (!mayBecome(metadata.status, status)) return dropped('status-transition');
  if (metadata.status === status && !adopted) return NO_EFFECTS;
  state.metadata = { ...metadata, status, ...(adopted && merged(state, adopted)) };
  const joining = status === 'voting' ? joinGroup(state) : NO_EFFECTS;
  return [...joining, { type: 'persist-metadata', metadata: state.metadata }];
}
