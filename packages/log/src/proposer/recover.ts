import type { ReplicaStatus } from '@quorate/messages';
import { Completer } from '@quorate/process';
import type { Future } from '@quorate/process';
import { backOff } from './back-off.ts';
import { CATCH_UP_TIMEOUT_MS, catchUp } from './catch-up.ts';
import type { Consensus } from './consensus.ts';
import { LogError } from '../errors.ts';
import type { LogEventListener } from '../events.ts';
import { Recovery } from '../protocol/recover.ts';
import type { RecoverOutcome, RecoveryEffect } from '../protocol/recover.ts';
import type { Position } from '../protocol/types.ts';

/** The least wait after an undecided round; the most is twice that. */
const RECOVER_BACK_OFF_MS_MIN = 500;
/** How long a round may take before it is started again. */
export const RECOVER_TIMEOUT_MS = 10_000;

/** Of which group a replica recovers, and how. */
export interface RecoverOptions {
  /** How many replicas the group has; auto-initialisation waits for all of them. */
  readonly clusterSize: number;
  /** Whether a group of which all replicas are empty may initialise itself. */
  readonly autoInitialize: boolean;
  readonly onEvent: LogEventListener;
}

/**
 * Leads the local replica to the status `voting`. Ready when it votes, durably. Retries for as
 * long as it takes, and says through `onEvent` what it is waiting for; discarding the future ends
 * it at once, wherever it stands.
 *
 * Fails with `RECOVERY_FAILED`, or the code of the storage or network that failed. After Mesos
 * src/log/recover.cpp.
 */
export function recover(consensus: Consensus, options: RecoverOptions): Future<void> {
  return new RecoverRun(consensus, options).run();
}

class RecoverRun {
  readonly #consensus: Consensus;
  readonly #options: RecoverOptions;
  readonly #steps = new Recovery();
  readonly #completer = new Completer<void>();
  #stage: Future<unknown> | undefined;

  constructor(consensus: Consensus, options: RecoverOptions) {
    this.#consensus = consensus;
    this.#options = options;
  }

  run(): Future<void> {
    this.#completer.future.onDiscard(() => {
      this.#completer.discard();
      this.#stage?.discard();
    });
    this.#perform(this.#steps.start());
    return this.#completer.future;
  }

  #perform(effect: RecoveryEffect): void {
    const { replica, runtime } = this.#consensus;
    switch (effect.type) {
      case 'read-status':
        this.#await(replica.status(), (status) => this.#steps.onStatus(status));
        return;
      case 'ask':
        this.#await(this.#ask(effect.status), (outcome) => this.#onOutcome(effect.status, outcome));
        return;
      case 'back-off':
        this.#await(backOff(runtime, RECOVER_BACK_OFF_MS_MIN), () => this.#steps.onBackedOff());
        return;
      case 'save':
        this.#await(replica.update(effect.to), () => this.#onSaved(effect.from, effect.to));
        return;
      case 'catch-up':
        this.#await(this.#catchUp(effect.begin, effect.end), () => this.#steps.onCaughtUp());
        return;
      case 'recovered':
        this.#completer.set(undefined);
    }
  }

  #ask(status: ReplicaStatus): Future<RecoverOutcome> {
    const { clusterSize, autoInitialize } = this.#options;
    const { quorum } = this.#consensus;
    const question = { status, quorum, clusterSize, autoInitialize };
    return this.#consensus.recover(question, RECOVER_TIMEOUT_MS);
  }

  #onOutcome(status: ReplicaStatus, outcome: RecoverOutcome): RecoveryEffect {
    if (outcome.type === 'undecided') this.#report(status, outcome);
    return this.#steps.onOutcome(outcome);
  }

  #report(status: ReplicaStatus, outcome: RecoverOutcome & { readonly type: 'undecided' }): void {
    const { network, quorum, runtime } = this.#consensus;
    const { diagnosis, counts, unanswered } = outcome;
    const event = {
      type: 'recovery-waiting',
      diagnosis,
      status,
      counts,
      unanswered,
      members: network.size,
      quorum,
      clusterSize: this.#options.clusterSize,
    } as const;
    if (diagnosis === 'waiting-for-replicas') runtime.logger.info(event, 'recovery is waiting');
    else runtime.logger.warn(event, ADVICE[diagnosis]);
    this.#options.onEvent(event);
  }

  #onSaved(from: ReplicaStatus, to: ReplicaStatus): RecoveryEffect {
    this.#consensus.runtime.logger.info({ from, to }, 'the status of the replica has changed');
    this.#options.onEvent({ type: 'status', from, to });
    return this.#steps.onSaved(to);
  }

  /** What is here already (a crash may have interrupted an earlier catch-up) is left out. */
  #catchUp(begin: Position, end: Position): Future<void> {
    const consensus = this.#consensus;
    const { onEvent } = this.#options;
    return consensus.replica.missing(begin, end).andThen((positions) =>
      catchUp(consensus, positions, {
        timeoutMs: CATCH_UP_TIMEOUT_MS,
        onPosition: (position) => onEvent({ type: 'catch-up', position, begin, end }),
      }),
    );
  }

  #await<T>(stage: Future<T>, next: (value: T) => RecoveryEffect): void {
    this.#stage = stage;
    stage.onReady((value) => {
      if (!this.#completer.future.isPending) return;
      try {
        this.#perform(next(value));
      } catch (error) {
        this.#fail(error as Error);
      }
    });
    stage.onFailed((error) => this.#fail(error));
  }

  #fail(error: Error): void {
    const failure =
      error instanceof LogError
        ? error
        : new LogError('RECOVERY_FAILED', `recovery failed: ${error.message}`, { cause: error });
    this.#completer.fail(failure);
  }
}

/** What an operator can do about a group that cannot go on by itself. */
const ADVICE = {
  'not-initialised':
    'all replicas are empty: set autoInitialize, or run `quorate log initialize` for each of them',
  'initialisation-stuck':
    'a replica was emptied while the group was being initialised: if the log was never written to, empty all replicas and start again',
  'quorum-lost':
    'fewer than a quorum of replicas know the log: bring the others back with their directories',
} as const;
