import { Completer } from '@quorate/process';
import type { Future, Timer } from '@quorate/process';
import type { Consensus } from './consensus.ts';
import { LogError } from '../errors.ts';
import { fill } from './fill.ts';
import { CatchUp } from '../protocol/catch-up.ts';
import type { CatchUpEffect } from '../protocol/catch-up.ts';
import type { IntervalSet } from '../protocol/interval-set.ts';
import { toProposal } from '../protocol/types.ts';
import type { Position, Proposal } from '../protocol/types.ts';

/** How long one position may take before it is started again. */
export const CATCH_UP_TIMEOUT_MS = 10_000;

/** How positions are caught up with. */
export interface CatchUpOptions {
  /** A proposal known to be high enough saves a rejection. Default 0. */
  readonly proposal?: Proposal;
  /** How long one position may take before it is started again. Default 10,000. */
  readonly timeoutMs?: number;
  /** Hears of each position that the local replica holds now. */
  readonly onPosition?: (position: Position) => void;
}

/**
 * Makes the local replica learn `positions`, in ascending order. Ready when it holds all of them
 * as learned. Retries for as long as it takes; discarding the future ends it at once.
 *
 * Fails with `CATCH_UP_FAILED`, or the code of the storage or network that failed. After Mesos
 * src/log/catchup.cpp.
 */
export function catchUp(
  consensus: Consensus,
  positions: IntervalSet,
  options: CatchUpOptions = {},
): Future<void> {
  return new CatchUpRun(consensus, positions, options).run();
}

class CatchUpRun {
  readonly #consensus: Consensus;
  readonly #options: CatchUpOptions;
  readonly #steps: CatchUp;
  readonly #completer = new Completer<void>();
  #stage: Future<unknown> | undefined;
  #timer: Timer | undefined;
  #position: Position | undefined;

  constructor(consensus: Consensus, positions: IntervalSet, options: CatchUpOptions) {
    this.#consensus = consensus;
    this.#options = options;
    this.#steps = new CatchUp(positions, options.proposal ?? toProposal(0));
  }

  run(): Future<void> {
    this.#completer.future.onDiscard(() => {
      this.#completer.discard();
      this.#leaveStage();
    });
    this.#completer.future.onAny(() => this.#timer?.cancel());
    this.#perform(this.#steps.start());
    return this.#completer.future;
  }

  #perform(effect: CatchUpEffect): void {
    const { replica } = this.#consensus;
    switch (effect.type) {
      case 'check':
        if (effect.isNew) this.#begin(effect.position);
        this.#await(replica.isMissing(effect.position), (missing) =>
          this.#steps.onChecked(missing),
        );
        return;
      case 'fill':
        this.#await(fill(this.#consensus, effect.position, effect.proposal), ({ promised }) =>
          this.#steps.onFilled(toProposal(promised)),
        );
        return;
      case 'caught-up':
        this.#end();
        this.#completer.set(undefined);
    }
  }

  /** A position starts: the one before it is done, unless it is the same again. */
  #begin(position: Position): void {
    if (position !== this.#position) this.#end();
    this.#position = position;
    this.#timer?.cancel();
    this.#timer = this.#consensus.runtime.clock.after(
      this.#options.timeoutMs ?? CATCH_UP_TIMEOUT_MS,
      () => this.#onTimeout(position),
    );
  }

  #end(): void {
    if (this.#position !== undefined) this.#options.onPosition?.(this.#position);
  }

  #onTimeout(position: Position): void {
    if (!this.#completer.future.isPending) return;
    this.#consensus.runtime.logger.info({ position }, 'catch-up of a position timed out: again');
    this.#leaveStage();
    this.#perform(this.#steps.onTimeout());
  }

  /** What the stage still brings is not wanted any more. */
  #leaveStage(): void {
    const stage = this.#stage;
    this.#stage = undefined;
    stage?.discard();
  }

  #await<T>(stage: Future<T>, next: (value: T) => CatchUpEffect): void {
    this.#stage = stage;
    stage.onReady((value) => {
      if (this.#stage !== stage || !this.#completer.future.isPending) return;
      try {
        this.#perform(next(value));
      } catch (error) {
        this.#completer.fail(this.#failure(error as Error));
      }
    });
    stage.onFailed((error) => {
      if (this.#stage !== stage) return;
      this.#completer.fail(this.#failure(error));
    });
  }

  #failure(error: Error): Error {
    if (error instanceof LogError) return error;
    const what = `could not catch up position ${String(this.#position)}: ${error.message}`;
    return new LogError('CATCH_UP_FAILED', what, { cause: error });
  }
}
