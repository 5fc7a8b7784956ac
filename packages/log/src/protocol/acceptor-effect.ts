import type {
  Action,
  Metadata,
  PromiseResponse,
  RecoverResponse,
  WriteResponse,
} from '@quorate/messages';

/**
 * What the driver must do about an input. What is to be persisted comes first, and must be durable
 * before a response leaves: an accept that a crash can take back is no accept.
 */
export type AcceptorEffect =
  | { readonly type: 'persist-metadata'; readonly metadata: Metadata }
  /** Write down, apart from the records, that the replica is a voting member of a named group. */
  | { readonly type: 'persist-membership'; readonly memberOf: string }
  | { readonly type: 'persist-action'; readonly action: Action }
  /** Delete the records below `to`, in the write that persists the action before. */
  | { readonly type: 'truncate'; readonly to: number }
  | { readonly type: 'promise-response'; readonly response: PromiseResponse }
  | { readonly type: 'write-response'; readonly response: WriteResponse }
  | { readonly type: 'recover-response'; readonly response: RecoverResponse }
  /** Nothing is done and nobody is answered. */
  | { readonly type: 'dropped'; readonly reason: DropReason };

/** Why an input comes to nothing. */
export type DropReason =
  | 'truncated' // about a position below the begin of the log
  | 'already-learned' // the position's value is known, and never changes: nothing to do
  | 'not-marked-learned' // a learned message whose action is not marked so
  | 'no-value' // the action declares a type without its payload, or was never performed
  | 'mark-unmatched' // a mark without a value, and the value held here is of another proposal
  | 'record-unavailable' // the record could not be read
  | 'proposal-jump' // with safe recovery: a number so high that it would use up those below it
  | 'status-transition'; // the replica's life does not go this way

/** There is nothing to be done. */
export const NO_EFFECTS: readonly AcceptorEffect[] = [];

/** Nothing is done, and this is why. */
export function dropped(reason: DropReason): readonly AcceptorEffect[] {
  return [{ type: 'dropped', reason }];
}
