import type { WriteResponse } from '@quorate/messages';
import { Ballot } from './ballot.ts';
import { WAITING, decided, invalidAnswer } from './tally.ts';
import type { PeerProblem, Tally, TallyStep } from './tally.ts';
import type { Position, Proposal } from './types.ts';
import { Voters } from './voters.ts';
import type { RecoveryMode } from './voters.ts';

/** The outcome of asking a quorum to accept a value at a position. */
export type WriteOutcome =
  /** A quorum accepted: the value is chosen. */
  | { readonly type: 'accepted' }
  /** A member has promised `proposal`, which is higher. The value may have been chosen or not. */
  | { readonly type: 'rejected'; readonly proposal: Proposal }
  /** Too few members vote at the moment. The value may still be chosen later. */
  | { readonly type: 'ignored' };

/** What was asked of every member. */
export interface WriteQuestion {
  readonly proposal: Proposal;
  readonly position: Position;
}

/** Counts the responses to a write request. */
export class WriteTally implements Tally<WriteResponse, WriteOutcome> {
  readonly #ballot: Ballot;
  readonly #question: WriteQuestion;
  readonly #voters: Voters;
  #highestRejection = 0;

  constructor(
    quorum: number,
    members: Iterable<string>,
    question: WriteQuestion,
    mode: RecoveryMode = 'mesos',
  ) {
    this.#ballot = new Ballot(quorum, members);
    this.#voters = new Voters(mode);
    this.#question = question;
  }

  onResponse(member: string, response: WriteResponse): TallyStep<WriteOutcome> {
    if (!this.#ballot.awaits(member)) return WAITING;
    const problem = this.#problemOf(member, response);
    if (problem !== undefined) {
      return { type: 'malformed', problem, next: this.onLost(member) };
    }
    switch (typeOf(response)) {
      case 'ignored':
        this.#ballot.ignore(member);
        break;
      case 'reject':
        this.#ballot.reject(member);
        this.#highestRejection = Math.max(this.#highestRejection, response.proposal);
        break;
      case 'accept':
        this.#ballot.accept(member);
    }
    for (const retired of this.#voters.admit(member, response)) this.#ballot.withdraw(retired);
    return this.#decide();
  }

  onLost(member: string): TallyStep<WriteOutcome> {
    this.#ballot.lose(member);
    return this.#decide();
  }

  #problemOf(member: string, response: WriteResponse): PeerProblem | undefined {
    const { proposal, position } = this.#question;
    if (response.position !== position) {
      return invalidAnswer(
        `answered for position ${response.position}, but ${position} was written`,
      );
    }
    const type = typeOf(response);
    if (type === 'ignored') return undefined;
    const problem = this.#voters.problemOf(member, response);
    if (problem !== undefined) return problem;
    switch (type) {
      case 'reject':
        return this.#voters.problemOfRejection(proposal, response.proposal);
      case 'accept':
        return response.proposal === proposal
          ? undefined
          : invalidAnswer(`accepted proposal ${response.proposal}, but ${proposal} was written`);
    }
  }

  #decide(): TallyStep<WriteOutcome> {
    const { verdict, rejected } = this.#ballot;
    if (verdict === 'undecided') return WAITING;
    if (rejected > 0) {
      return decided({ type: 'rejected', proposal: this.#highestRejection as Proposal });
    }
    return decided({ type: verdict === 'quorum' ? 'accepted' : 'ignored' });
  }
}

/** Peers older than Mesos 0.26 send no type: to them, what is not okay is a rejection. */
function typeOf(response: WriteResponse): 'accept' | 'reject' | 'ignored' {
  return response.type ?? (response.okay ? 'accept' : 'reject');
}
