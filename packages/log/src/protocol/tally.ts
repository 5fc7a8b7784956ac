/** What a response changed. */
export type TallyStep<Outcome> =
  | { readonly type: 'waiting' }
  | { readonly type: 'decided'; readonly outcome: Outcome }
  /** The response was not counted: the text says why, for the log. */
  | { readonly type: 'malformed'; readonly problem: string; readonly next: TallyStep<Outcome> };

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
