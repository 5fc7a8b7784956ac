import type { Action } from '@quorate/messages';
import type { ExplicitPromiseOutcome } from './promise-phase.ts';
import type { WriteOutcome } from './write-phase.ts';
import { toProposal } from './types.ts';
import type { Position, Proposal } from './types.ts';

/** What the driver of a fill must do next. Every step asks for exactly one thing. */
export type FillEffect =
  | { readonly type: 'promise'; readonly proposal: Proposal; readonly position: Position }
  | { readonly type: 'write'; readonly proposal: Proposal; readonly action: Action }
  /** Wait a random time, so that two fills of one position drift apart, then `onBackedOff`. */
  | { readonly type: 'back-off' }
  | { readonly type: 'learn'; readonly action: Action }
  | { readonly type: 'filled'; readonly action: Action };

/**
 * Finds out what was chosen at one position, or gets a NOP chosen when nothing was: promise,
 * write, learn, with a higher proposal after each rejection.
 */
export class Fill {
  readonly #position: Position;
  #proposal: Proposal;
  #action: Action | undefined;

  constructor(position: Position, proposal: Proposal) {
    this.#position = position;
    this.#proposal = proposal;
  }

  start(): FillEffect {
    this.#action = undefined;
    return { type: 'promise', proposal: this.#proposal, position: this.#position };
  }

  onPromise(outcome: ExplicitPromiseOutcome): FillEffect {
    if (outcome.type !== 'accepted') return this.#backOff(outcome);
    const { action } = outcome;
    const proposal = this.#proposal;
    const value: Action = {
      ...(action ?? { type: 'nop', nop: {} }),
      position: this.#position,
      promised: proposal,
      performed: proposal,
    };
    this.#action = value;
    if (value.learned === true) return { type: 'learn', action: value };
    return { type: 'write', proposal, action: value };
  }

  onWrite(outcome: WriteOutcome): FillEffect {
    if (outcome.type !== 'accepted') return this.#backOff(outcome);
    this.#action = { ...this.#value(), learned: true };
    return { type: 'learn', action: this.#action };
  }

  onLearned(): FillEffect {
    return { type: 'filled', action: this.#value() };
  }

  onBackedOff(): FillEffect {
    return this.start();
  }

  /**
   * After a rejection only a higher number can succeed. When too few members vote the number is
   * as good as before: raising it would only provoke rejections elsewhere.
   */
  #backOff(outcome: { type: 'ignored' } | { type: 'rejected'; proposal: Proposal }): FillEffect {
    if (outcome.type === 'rejected') {
      this.#proposal = toProposal(Math.max(this.#proposal, outcome.proposal) + 1);
    }
    return { type: 'back-off' };
  }

  #value(): Action {
    if (this.#action) return this.#action;
    throw new Error(`no value for position ${this.#position}: the promise phase has not ended`);
  }
}
