import type { ReplicaStatus } from '@quorate/messages';
import { Completer } from '@quorate/process';
import type { Future } from '@quorate/process';
import { backOff } from './back-off.ts';
import { CATCH_UP_TIMEOUT_MS, catchUp } from './catch-up.ts';
import type { Consensus } from './consensus.ts';
import { LogError } from '../errors.ts';
import type { LogEventListener } from '../events.ts';
import type { AnnounceOutcome } from '../protocol/announce.ts';
import type { Incarnation } from '../protocol/incarnations.ts';
import type { Reservation } from '../protocol/reserve.ts';
import { Recovery } from '../protocol/recover.ts';
import type { RecoverOutcome, RecoveryDiagnosis, RecoveryEffect } from '../protocol/recover.ts';
import type { Position } from '../protocol/types.ts';

/** The least wait after an undecided round; the most is twice that. */
const RECOVER_BACK_OFF_MS_MIN = 500;
/** How long a round may take before it is started again. */
export const RECOVER_TIMEOUT_MS = 10_000;
/** The first round of reserving a life; each later one has twice the time, up to that of other rounds. */
const RESERVE_TIMEOUT_MS_MIN = 1_000;

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
  readonly #steps: Recovery;
  /** With safe recovery: the life and start that are announced. */
  #self: Incarnation | undefined;
  /** What the last round found, if it came to no decision. */
  #found: RecoveryDiagnosis | undefined;
  readonly #completer = new Completer<void>();
  #stage: Future<unknown> | undefined;

  constructor(consensus: Consensus, options: RecoverOptions) {
    this.#consensus = consensus;
    this.#options = options;
    this.#steps = new Recovery(consensus.recovery);
  }

  run(): Future<void> {
    this.#completer.future.onDiscard(() => {
      this.#completer.discard();
      this.#stage?.discard();
    });
    if (this.#consensus.recovery === 'safe') this.#identify();
    else this.#perform(this.#steps.start());
    return this.#completer.future;
  }

  // ------------------------------------------------------------------------------- identity

  /** Finds out which life this is, and writes it down before anybody hears of it. */
  #identify(): void {
    this.#then(this.#consensus.replica.identity(), (identity) => {
      const { replicaId, incarnation, startCounter = 0 } = identity;
      if (incarnation !== undefined) this.#begin(replicaId, incarnation, startCounter);
      else
        this.#reserve({ replicaId, incarnation: 1, token: this.#consensus.runtime.ids.unique() });
    });
  }

  /** The disk does not say: it is the life after the last one that the others have heard of. */
  #reserve(reservation: Reservation, timeoutMs = RESERVE_TIMEOUT_MS_MIN): void {
    const { quorum, runtime } = this.#consensus;
    const { replicaId, incarnation } = reservation;
    const needed = Math.min(quorum, this.#options.clusterSize - 1);
    if (needed === 0) {
      this.#begin(replicaId, incarnation, 0);
      return;
    }
    const again = (): void =>
      this.#reserve(reservation, Math.min(timeoutMs * 2, RECOVER_TIMEOUT_MS));
    const reserving = this.#consensus.reserve(reservation, needed, timeoutMs);
    this.#then(reserving, (outcome) => {
      if (outcome.type === 'reserved') this.#begin(replicaId, incarnation, 0);
      else if (outcome.type === 'taken') {
        this.#reserve({ ...reservation, incarnation: outcome.highest + 1 });
      } else if (outcome.timedOut) {
        // Replicas that start together miss the first questions of each other.
        if (timeoutMs === RECOVER_TIMEOUT_MS) {
          runtime.logger.warn({ needed }, 'too few replicas answer for the recovery to begin');
        }
        again();
      } else this.#then(backOff(runtime, RECOVER_BACK_OFF_MS_MIN), again);
    });
  }

  #begin(replicaId: string, incarnation: number, startsBefore: number): void {
    const { replica, runtime } = this.#consensus;
    const startToken = runtime.ids.unique();
    const self = { replicaId, incarnation, startCounter: startsBefore + 1, startToken };
    this.#then(replica.identify(self), () => {
      this.#self = self;
      runtime.logger.info(self, 'the replica begins a start');
      this.#perform(this.#steps.start());
    });
  }

  #announce(): Future<AnnounceOutcome> {
    if (!this.#self) throw new Error('a start that is not identified cannot be announced');
    return this.#consensus.announce(this.#self, RECOVER_TIMEOUT_MS);
  }

  // ------------------------------------------------------------------------------- the way in

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
      case 'announce':
        this.#await(this.#announce(), (outcome) => this.#steps.onAnnounce(outcome));
        return;
      case 'save':
        this.#await(replica.update(effect.to, effect.adopted), () =>
          this.#onSaved(effect.from, effect.to),
        );
        return;
      case 'catch-up':
        this.#await(this.#catchUp(effect.begin, effect.end), () => this.#steps.onCaughtUp());
        return;
      case 'refused':
        this.#fail(outdated(this.#self, effect.known));
        return;
      case 'recovered':
        if (!this.#self) this.#completer.set(undefined);
        else this.#then(replica.announced(), () => this.#completer.set(undefined));
    }
  }

  #ask(status: ReplicaStatus): Future<RecoverOutcome> {
    const { clusterSize, autoInitialize } = this.#options;
    const { quorum } = this.#consensus;
    const self = this.#self;
    const question = { status, quorum, clusterSize, autoInitialize, ...(self && { self }) };
    return this.#consensus.recover(question, RECOVER_TIMEOUT_MS);
  }

  #onOutcome(status: ReplicaStatus, outcome: RecoverOutcome): RecoveryEffect {
    if (outcome.type === 'undecided') this.#report(status, outcome);
    else this.#found = undefined;
    return this.#steps.onOutcome(outcome);
  }

  /**
   * The answers of a round are of different moments: while a group initialises itself, some may vote by the
   * time that others have said to be empty. Whatever an operator would act on has to be found twice in a row.
   */
  #confirmed(diagnosis: RecoveryDiagnosis): RecoveryDiagnosis {
    const isFoundAgain = diagnosis === this.#found;
    this.#found = diagnosis;
    return isFoundAgain ? diagnosis : 'waiting-for-replicas';
  }

  #report(status: ReplicaStatus, outcome: RecoverOutcome & { readonly type: 'undecided' }): void {
    const { network, quorum, runtime } = this.#consensus;
    const { counts, unanswered } = outcome;
    const diagnosis = this.#confirmed(outcome.diagnosis);
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
    this.#then(stage, (value) => this.#perform(next(value)));
  }

  #then<T>(stage: Future<T>, next: (value: T) => void): void {
    this.#stage = stage;
    stage.onReady((value) => {
      if (!this.#completer.future.isPending) return;
      try {
        next(value);
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

function outdated(
  self: Incarnation | undefined,
  known: { readonly incarnation: number; readonly startCounter?: number },
): LogError {
  const mine = `start ${self?.startCounter ?? 0} of life ${self?.incarnation ?? 0}`;
  const theirs = `start ${known.startCounter ?? 0} of life ${known.incarnation}`;
  return new LogError(
    'REPLICA_OUTDATED',
    `the storage of ${self?.replicaId ?? 'the replica'} is older than what the group knows of it: ${mine} here, ${theirs} there; it is a backup or a copy and has forgotten promises: start with an empty directory`,
  );
}

/** What an operator can do about a group that cannot go on by itself. */
const ADVICE = {
  'not-initialised':
    'all replicas are empty: set autoInitialize, or run `quorate log initialize` for each of them',
  'initialisation-stuck':
    'a replica was emptied while the group was being initialised: if the log was never written to, empty all replicas and start again',
  'initialised-before':
    'all replicas are empty, and some say that they have been members of this group: bring their directories back; to begin anew, without what was written, remove the files `<path>.group` of all of them first',
  'quorum-lost':
    'fewer than a quorum of replicas know the log: bring the others back with their directories',
} as const;
