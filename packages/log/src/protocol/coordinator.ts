import type { Action } from '@quorate/messages';
import { createMachine } from 'xstate';
import { lifecycleOf } from './lifecycle.ts';
import type { ImplicitPromiseOutcome } from './promise-phase.ts';
import { toPosition, toProposal } from './types.ts';
import type { Position, Proposal } from './types.ts';
import type { WriteOutcome } from './write-phase.ts';

/**
 * A coordinator must be elected before it may write, and has one write in flight at most.
 *
 * Any doubt about a write ends in `initial`, from where only a new election leads on: that one
 * finds out, by filling the position, whether the write in doubt was chosen.
 */
export const coordinatorMachine = createMachine({
  id: 'coordinator',
  initial: 'initial',
  states: {
    initial: { on: { elect: 'electing' } },
    electing: { on: { won: 'elected', lost: 'initial', aborted: 'initial' } },
    elected: { on: { write: 'writing', demote: 'initial' } },
    writing: { on: { written: 'elected', rejected: 'initial', aborted: 'initial' } },
  },
});

export type CoordinatorPhase = 'initial' | 'electing' | 'elected' | 'writing';
type CoordinatorMove =
  'elect' | 'won' | 'lost' | 'aborted' | 'write' | 'demote' | 'written' | 'rejected';

const lifecycle = lifecycleOf<CoordinatorPhase, CoordinatorMove>(coordinatorMachine);

/** How an election ended. */
export type ElectOutcome =
  /** Won; `position` is the last position of the log, and all up to it is learned locally. */
  | { readonly type: 'elected'; readonly position: Position }
  /** A quorum member has promised a higher number to another. Another attempt may succeed. */
  | { readonly type: 'rejected' }
  /** Too few replicas are voting. Another attempt may succeed once they have recovered. */
  | { readonly type: 'ignored' };

/** How a write ended. */
export type CoordinatorWriteOutcome =
  /** Chosen by a quorum and learned by the local replica. */
  | { readonly type: 'written'; readonly position: Position }
  /** Not elected: nothing was sent. */
  | { readonly type: 'not-elected' }
  /** Lost the election to another, in the middle of this write: it may have been chosen or not. */
  | { readonly type: 'demoted'; readonly by: 'rejected' | 'ignored' };

/** What is to be written at the next position. */
export type Value =
  | { readonly type: 'append'; readonly bytes: Uint8Array }
  | { readonly type: 'truncate'; readonly to: Position };

/** What the driver must do next. */
export type CoordinatorEffect =
  | { readonly type: 'read-promised' }
  | { readonly type: 'promise'; readonly proposal: Proposal }
  /** Fill what the local replica misses from 0 up to and including `to`. */
  | { readonly type: 'catch-up'; readonly proposal: Proposal; readonly to: Position }
  | { readonly type: 'write'; readonly proposal: Proposal; readonly action: Action }
  | { readonly type: 'learn'; readonly action: Action }
  | { readonly type: 'election-ended'; readonly outcome: ElectOutcome }
  | { readonly type: 'write-ended'; readonly outcome: CoordinatorWriteOutcome };

/**
 * The proposer that owns the end of the log once elected: an implicit promise for all positions,
 * catch-up of what is there already, then one write after the other, each with a single phase.
 */
export class CoordinatorLogic {
  #phase: CoordinatorPhase = lifecycle.initial;
  #proposal: Proposal = toProposal(0);
  #index: Position = toPosition(0);

  get phase(): CoordinatorPhase {
    return this.#phase;
  }

  /** The number of the last election, or a higher one that rejected it. */
  get proposal(): Proposal {
    return this.#proposal;
  }

  /** The position the next write goes to. Valid while elected or writing. */
  get index(): Position {
    return this.#index;
  }

  /** The last position of the log. Valid while elected or writing. */
  get last(): Position {
    return toPosition(this.#index - 1);
  }

  elect(): CoordinatorEffect {
    this.#move('elect');
    return { type: 'read-promised' };
  }

  /** @param promised the highest number the local replica has promised */
  onPromised(promised: Proposal): CoordinatorEffect {
    // After a lost election our own number is known to be too low, whatever the local replica says.
    this.#proposal = toProposal(Math.max(this.#proposal, promised) + 1);
    return { type: 'promise', proposal: this.#proposal };
  }

  onPromise(outcome: ImplicitPromiseOutcome): CoordinatorEffect {
    switch (outcome.type) {
      case 'ignored':
        this.#move('lost');
        return { type: 'election-ended', outcome: { type: 'ignored' } };
      case 'rejected':
        this.#raiseTo(outcome.proposal);
        this.#move('lost');
        return { type: 'election-ended', outcome: { type: 'rejected' } };
      case 'accepted':
        this.#index = outcome.end;
        // The fills use the next number: the one just promised for all positions would be
        // rejected by each of them. Our own stays, as it is the one promised for the new ones.
        return {
          type: 'catch-up',
          proposal: toProposal(this.#proposal + 1),
          to: outcome.end,
        };
    }
  }

  onCaughtUp(): CoordinatorEffect {
    const position = this.#index;
    this.#index = toPosition(position + 1);
    this.#move('won');
    return { type: 'election-ended', outcome: { type: 'elected', position } };
  }

  /** Only while elected. */
  write(value: Value): CoordinatorEffect {
    this.#move('write');
    const proposal = this.#proposal;
    return { type: 'write', proposal, action: actionOf(value, this.#index, proposal) };
  }

  onWrite(action: Action, outcome: WriteOutcome): CoordinatorEffect {
    if (outcome.type === 'accepted') return { type: 'learn', action: { ...action, learned: true } };
    // Going on as elected would reuse the number of the rival that rejected us, for positions
    // that only the rival holds promises for.
    if (outcome.type === 'rejected') this.#raiseTo(outcome.proposal);
    this.#move('rejected');
    return { type: 'write-ended', outcome: { type: 'demoted', by: outcome.type } };
  }

  onLearned(): CoordinatorEffect {
    const position = this.#index;
    this.#index = toPosition(position + 1);
    this.#move('written');
    return { type: 'write-ended', outcome: { type: 'written', position } };
  }

  /** The election or write in flight failed or was discarded: its outcome is unknown. */
  abort(): void {
    this.#move('aborted');
  }

  /** Only while elected. @returns the last position of the log */
  demote(): Position {
    this.#move('demote');
    return this.last;
  }

  #raiseTo(proposal: Proposal): void {
    if (proposal > this.#proposal) this.#proposal = proposal;
  }

  #move(move: CoordinatorMove): void {
    const next = lifecycle.next(this.#phase, move);
    if (next === undefined) {
      throw new Error(`a coordinator that is ${this.#phase} cannot take the event ${move}`);
    }
    this.#phase = next;
  }
}

function actionOf(value: Value, position: Position, proposal: Proposal): Action {
  switch (value.type) {
    case 'append':
      return {
        position,
        promised: proposal,
        performed: proposal,
        type: 'append',
        append: { bytes: value.bytes },
      };
    case 'truncate':
      return {
        position,
        promised: proposal,
        performed: proposal,
        type: 'truncate',
        truncate: { to: value.to },
      };
  }
}
