import type { ReplicaStatus } from '@quorate/messages';
import { createMachine } from 'xstate';
import { lifecycleOf } from './lifecycle.ts';

/**
 * The life of a replica. Only a voting one answers promises and writes.
 *
 * A replica that starts with nothing may have lost what it once promised, so it votes only after
 * it has caught up with a quorum that remembers (`recovering`), or when all replicas of the group
 * agree that there is nothing to remember (`starting`). There is no way back: a replica that has
 * voted is never empty again, except by the loss of its disk.
 */
export const replicaStatusMachine = createMachine({
  id: 'replica-status',
  initial: 'empty',
  states: {
    empty: { on: { start: 'starting', recover: 'recovering' } },
    starting: { on: { vote: 'voting', recover: 'recovering' } },
    recovering: { on: { vote: 'voting' } },
    voting: {},
  },
});

type StatusEvent = 'start' | 'recover' | 'vote' | 'empty';

const lifecycle = lifecycleOf<ReplicaStatus, StatusEvent>(replicaStatusMachine);

const EVENT_TOWARDS: { readonly [S in ReplicaStatus]: StatusEvent } = {
  empty: 'empty',
  starting: 'start',
  recovering: 'recover',
  voting: 'vote',
};

/** Whether a replica may go from one status to the other. Staying where it is is always allowed. */
export function mayBecome(from: ReplicaStatus, to: ReplicaStatus): boolean {
  return from === to || lifecycle.next(from, EVENT_TOWARDS[to]) === to;
}
