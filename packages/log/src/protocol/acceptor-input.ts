import type {
  Action,
  PromiseRequest,
  RecoverRequest,
  ReplicaStatus,
  WriteRequest,
} from '@quorate/messages';
import { hasRecord, isVoting } from './acceptor-state.ts';
import type { AcceptorState } from './acceptor-state.ts';
import type { GroupClaim } from './group.ts';
import type { Adopted, Incarnation } from './incarnations.ts';

/** What a replica is asked or told. */
export type AcceptorInput =
  | { readonly type: 'promise'; readonly request: PromiseRequest }
  | { readonly type: 'write'; readonly request: WriteRequest }
  | { readonly type: 'learned'; readonly action: Action }
  | { readonly type: 'recover'; readonly request?: RecoverRequest }
  | {
      readonly type: 'update-status';
      readonly status: ReplicaStatus;
      /** With safe recovery: what a quorum remembers that this replica has forgotten. */
      readonly adopted?: Adopted;
    }
  /** With safe recovery: which life this is, and which start in it. */
  | { readonly type: 'identify'; readonly self: Incarnation }
  /** With safe recovery: a quorum has recorded this start. */
  | { readonly type: 'announced' }
  /** With safe recovery: the members of the group have changed. */
  | { readonly type: 'regroup'; readonly group: GroupClaim };

/** The records that `step` may ask for; at least the one that `recordNeeded` names. */
export interface Records {
  get(position: number): Action | undefined;
}

/**
 * The position whose record `step` must be given to serve `input`, if any.
 *
 * None for a write behind the end of the log, and none for the learned message that follows it:
 * the path of every append reads nothing.
 */
export function recordNeeded(state: AcceptorState, input: AcceptorInput): number | undefined {
  switch (input.type) {
    case 'promise':
    case 'write': {
      const { position } = input.request;
      if (position === undefined || !isVoting(state)) return undefined;
      return hasRecord(state, position) ? position : undefined;
    }
    case 'learned': {
      const { position, type } = input.action;
      return type === undefined && state.unlearned.contains(position) ? position : undefined;
    }
    case 'recover':
    case 'update-status':
    case 'identify':
    case 'announced':
    case 'regroup':
      return undefined;
  }
}
