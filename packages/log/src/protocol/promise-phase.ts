import type { Action, PromiseResponse } from '@quorate/messages';
import { Ballot } from './ballot.ts';
import { WAITING, decided, invalidAnswer } from './tally.ts';
import type { PeerProblem, Tally, TallyStep } from './tally.ts';
import type { Position, Proposal } from './types.ts';
import { Voters } from './voters.ts';
import type { RecoveryMode } from './voters.ts';

/** The group did not promise. */
export type PromiseRefusal =
  /** A member has promised `proposal`, which is the highest number heard of. Try a higher one. */
  | { readonly type: 'rejected'; readonly proposal: Proposal }
  /** Too few members vote at the moment. The same number may be tried again later. */
  | { readonly type: 'ignored' };

/** The outcome of asking a quorum to promise all positions beyond their end at once. */
export type ImplicitPromiseOutcome =
  { readonly type: 'accepted'; readonly end: Position } | PromiseRefusal;

/** The outcome of asking a quorum to promise one position. */
export type ExplicitPromiseOutcome =
  /** `action` is the value to carry on with; absent when the quorum knows of none. */
  { readonly type: 'accepted'; readonly action?: Action } | PromiseRefusal;

type ResponseType = 'accept' | 'reject' | 'ignored';

/** Peers older than Mesos 0.26 send no type: to them, what is not okay is a rejection. */
function typeOf(response: PromiseResponse): ResponseType {
  return response.type ?? (response.okay ? 'accept' : 'reject');
}

/** The part that both kinds of promise have in common: counting, and the highest rejection. */
abstract class PromiseTally<Outcome> implements Tally<PromiseResponse, Outcome | PromiseRefusal> {
  protected readonly proposal: Proposal;
  readonly #ballot: Ballot;
  readonly #voters: Voters;
  #highestRejection = 0;

  constructor(
    quorum: number,
    members: Iterable<string>,
    proposal: Proposal,
    mode: RecoveryMode = 'mesos',
  ) {
    this.#ballot = new Ballot(quorum, members);
    this.#voters = new Voters(mode);
    this.proposal = proposal;
  }

  onResponse(member: string, response: PromiseResponse): TallyStep<Outcome | PromiseRefusal> {
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
      case 'accept': {
        this.#ballot.accept(member);
        const early = this.onAccept(response);
        if (early !== undefined) return decided(early);
      }
    }
    for (const retired of this.#voters.admit(member, response)) this.#ballot.withdraw(retired);
    return this.#decide();
  }

  onLost(member: string): TallyStep<Outcome | PromiseRefusal> {
    this.#ballot.lose(member);
    return this.#decide();
  }

  /** Takes note of an accept. A result ends the phase before a quorum has answered. */
  protected abstract onAccept(response: PromiseResponse): Outcome | undefined;

  /** The outcome when a quorum accepted. */
  protected abstract accepted(): Outcome;

  /** What is wrong with an accept, beyond what is wrong with any response. */
  protected abstract problemOfAccept(response: PromiseResponse): PeerProblem | undefined;

  #problemOf(member: string, response: PromiseResponse): PeerProblem | undefined {
    const { proposal } = response;
    const type = typeOf(response);
    if (type === 'ignored') return undefined;
    const problem = this.#voters.problemOf(member, response);
    if (problem !== undefined) return problem;
    switch (type) {
      case 'reject':
        return this.#voters.problemOfRejection(this.proposal, proposal);
      case 'accept':
        return proposal === this.proposal
          ? this.problemOfAccept(response)
          : invalidAnswer(`accepted proposal ${proposal}, but ${this.proposal} was asked for`);
    }
  }

  #decide(): TallyStep<Outcome | PromiseRefusal> {
    const { verdict, rejected } = this.#ballot;
    if (verdict === 'undecided') return WAITING;
    // One rejection spoils a quorum: the member that rejected may belong to the quorum that a
    // rival has already won, so that our own would not be a promise of a whole quorum.
    if (rejected > 0) {
      return decided({ type: 'rejected', proposal: this.#highestRejection as Proposal });
    }
    return verdict === 'quorum' ? decided(this.accepted()) : decided({ type: 'ignored' });
  }
}

/** Counts the responses to a promise request for all positions beyond the end. */
export class ImplicitPromiseTally extends PromiseTally<ImplicitPromiseOutcome> {
  #end = 0;

  protected override onAccept(response: PromiseResponse): undefined {
    this.#end = Math.max(this.#end, response.position ?? 0);
  }

  /** The highest end of a quorum: no position beyond it can have a chosen value. */
  protected override accepted(): ImplicitPromiseOutcome {
    return { type: 'accepted', end: this.#end as Position };
  }

  protected override problemOfAccept({ position }: PromiseResponse): PeerProblem | undefined {
    return position === undefined
      ? invalidAnswer('accepted an implicit promise without its end')
      : undefined;
  }
}

/** Counts the responses to a promise request for one position. */
export class ExplicitPromiseTally extends PromiseTally<ExplicitPromiseOutcome> {
  readonly #position: Position;
  #highest: Action | undefined;

  constructor(
    quorum: number,
    members: Iterable<string>,
    proposal: Proposal,
    position: Position,
    mode: RecoveryMode = 'mesos',
  ) {
    super(quorum, members, proposal, mode);
    this.#position = position;
  }

  protected override onAccept({ action }: PromiseResponse): ExplicitPromiseOutcome | undefined {
    // What one member has learned was chosen by a quorum before: no need to hear the others, and
    // a rejection heard earlier does not matter. Members may differ here, as one that truncated
    // the position answers with a tombstone in place of the value: either is right.
    if (action?.learned === true) return { type: 'accepted', action };
    // Only promised, nothing written: says nothing about a value.
    if (action?.performed === undefined) return undefined;
    // The value of the highest proposal may have been chosen, so that is the one to carry on with.
    if (action.performed > (this.#highest?.performed ?? -1)) this.#highest = action;
    return undefined;
  }

  protected override accepted(): ExplicitPromiseOutcome {
    const action = this.#highest;
    return action ? { type: 'accepted', action } : { type: 'accepted' };
  }

  protected override problemOfAccept(response: PromiseResponse): PeerProblem | undefined {
    const { action } = response;
    const position = action ? action.position : response.position;
    if (position !== this.#position) {
      return invalidAnswer(
        `answered for position ${String(position)}, but ${this.#position} was asked for`,
      );
    }
    if (!action || (action.learned !== true && action.performed === undefined)) return undefined;
    const problem = problemOfValue(action);
    return problem === undefined ? undefined : invalidAnswer(problem);
  }
}

/** What is wrong with an action that claims to carry a value; undefined when nothing is. */
function problemOfValue(action: Action): string | undefined {
  switch (action.type) {
    case 'nop':
      return undefined;
    case 'append':
      return action.append ? undefined : `append at position ${action.position} has no bytes`;
    case 'truncate':
      return action.truncate ? undefined : `truncate at position ${action.position} has no target`;
    case undefined:
      return `action at position ${action.position} has no type`;
  }
}
