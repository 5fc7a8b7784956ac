import type { Action } from '@quorate/messages';
import { Completer } from '@quorate/process';
import type { Future } from '@quorate/process';
import { backOff } from './back-off.ts';
import type { Consensus } from './consensus.ts';
import { Fill } from '../protocol/fill.ts';
import type { FillEffect } from '../protocol/fill.ts';
import type { Position, Proposal } from '../protocol/types.ts';

/** The least wait after a rejection; the most is twice that. */
const FILL_BACK_OFF_MS_MIN = 100;

/**
 * Finds out what was chosen at a position, or gets a NOP chosen there, and learns it. Retries for
 * as long as it takes; discarding the future ends it at once.
 *
 * @returns the learned action; its `promised` is the number it succeeded with
 */
export function fill(consensus: Consensus, position: Position, proposal: Proposal): Future<Action> {
  return new FillRun(consensus, position, proposal).run();
}

class FillRun {
  readonly #consensus: Consensus;
  readonly #fill: Fill;
  readonly #completer = new Completer<Action>();
  #stage: Future<unknown> | undefined;

  constructor(consensus: Consensus, position: Position, proposal: Proposal) {
    this.#consensus = consensus;
    this.#fill = new Fill(position, proposal);
  }

  run(): Future<Action> {
    this.#completer.future.onDiscard(() => {
      this.#completer.discard();
      this.#stage?.discard();
    });
    this.#perform(this.#fill.start());
    return this.#completer.future;
  }

  #perform(effect: FillEffect): void {
    const consensus = this.#consensus;
    switch (effect.type) {
      case 'promise':
        this.#await(consensus.promiseAt(effect.position, effect.proposal), (outcome) =>
          this.#fill.onPromise(outcome),
        );
        return;
      case 'write':
        this.#await(consensus.write(effect.proposal, effect.action), (outcome) =>
          this.#fill.onWrite(outcome),
        );
        return;
      case 'learn':
        this.#await(consensus.learn(effect.action), () => this.#fill.onLearned());
        return;
      case 'back-off':
        this.#await(backOff(consensus.runtime, FILL_BACK_OFF_MS_MIN), () =>
          this.#fill.onBackedOff(),
        );
        return;
      case 'filled':
        this.#completer.set(effect.action);
    }
  }

  #await<T>(stage: Future<T>, next: (value: T) => FillEffect): void {
    this.#stage = stage;
    stage.onReady((value) => {
      if (!this.#completer.future.isPending) return;
      try {
        this.#perform(next(value));
      } catch (error) {
        this.#completer.fail(error as Error);
      }
    });
    stage.onFailed((error) => {
      this.#completer.fail(error);
    });
  }
}
