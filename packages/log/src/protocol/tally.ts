/** What a response changed. */
export type TallyStep<Outcome> =
  | { readonly type: 'waiting' }
  | { readonly type: 'decided'; readonly outcome: Outcome }
  /** The response was not counted. */
  | {
      readonly type: 'malformed';
      readonly problem: PeerProblem;
      readonly next: TallyStep<Outcome>;
    };

/** Why an answer of a member is not counted. */
export interface PeerProblem {
  readonly code: PeerProblemCode;
  /** In words that follow the name of the member. */
  readonly text: string;
}

export type PeerProblemCode =
  /** It does not say which life of which replica it is: it runs with recovery `mesos`. */
  | 'PEER_NOT_SAFE'
  /** It answers under the identity of another member. */
  | 'PEER_IDENTITY_TWICE'
  /** It belongs to another cluster. */
  | 'PEER_CLUSTER_MISMATCH'
  /** Its quorum and ours need not overlap. */
  | 'PEER_QUORUM_MISMATCH'
  /** The answer makes no sense. */
  | 'PEER_ANSWER_INVALID';

export function invalidAnswer(text: string): PeerProblem {
  return { code: 'PEER_ANSWER_INVALID', text };
}

/**
 * Turns the responses to one broadcast into one outcome. Members are named by the text of their
 * pid. Once a step has decided, no further input may be given.
 */
export interface Tally<Response, Outcome> {
  onResponse(member: string, response: Response): TallyStep<Outcome>;
  /** `member` will not answer any more. */
  onLost(member: string): TallyStep<Outcome>;
}

/** The step of an input that decides nothing. */
export const WAITING: TallyStep<never> = { type: 'waiting' };

export function decided<Outcome>(outcome: Outcome): TallyStep<Outcome> {
  return { type: 'decided', outcome };
}
