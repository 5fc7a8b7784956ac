import type { RecoverResponse, ReplicaStatus } from '@quorate/messages';
import { createMachine } from 'xstate';
import { lifecycleOf } from './lifecycle.ts';
import type { GroupSize } from './quorum.ts';
import { WAITING, decided } from './tally.ts';
import type { Tally, TallyStep } from './tally.ts';
import { toPosition } from './types.ts';
import type { Position } from './types.ts';

/**
 * The way of a replica into the group, from its start on. Every name is a thing being waited for.
 *
 * `asking` is one round of the recover protocol. Auto-initialisation takes it twice, `empty` →
 * `starting` → `voting`: in a single step the first replica to vote would be the reason why the
 * others, still empty, never find a group in which all are new.
 */
export const recoveryMachine = createMachine({
  id: 'recovery',
  initial: 'reading-status',
  states: {
    'reading-status': { on: { 'is-voting': 'recovered', 'is-not-voting': 'asking' } },
    asking: {
      on: {
        'timed-out': 'asking',
        undecided: 'backing-off',
        'become-starting': 'saving-starting',
        'become-voting': 'saving-voting',
        'become-recovering': 'saving-recovering',
      },
    },
    'backing-off': { on: { 'backed-off': 'reading-status' } },
    'saving-starting': { on: { saved: 'asking' } },
    'saving-recovering': { on: { saved: 'catching-up' } },
    'catching-up': { on: { 'caught-up': 'saving-voting' } },
    'saving-voting': { on: { saved: 'recovered' } },
    recovered: { type: 'final' },
  },
});

export type RecoveryPhase =
  | 'reading-status'
  | 'asking'
  | 'backing-off'
  | 'saving-starting'
  | 'saving-recovering'
  | 'catching-up'
  | 'saving-voting'
  | 'recovered';
type RecoveryMove =
  | 'is-voting'
  | 'is-not-voting'
  | 'timed-out'
  | 'undecided'
  | 'become-starting'
  | 'become-voting'
  | 'become-recovering'
  | 'backed-off'
  | 'saved'
  | 'caught-up';

const lifecycle = lifecycleOf<RecoveryPhase, RecoveryMove>(recoveryMachine);

/** How many members answered with which status. */
export type StatusCounts = Readonly<Record<ReplicaStatus, number>>;

/** What one round of the recover protocol found. */
export type RecoverOutcome =
  /** A quorum votes: catch up from the lowest begin to the highest end of it. */
  | { readonly type: 'recovering'; readonly begin: Position; readonly end: Position }
  /** The group is new as a whole: take the next step of its initialisation. */
  | { readonly type: 'starting' }
  | { readonly type: 'voting' }
  /** Neither: ask again; at once after a time-out, as messages may have been lost. */
  | {
      readonly type: 'undecided';
      readonly timedOut: boolean;
      readonly diagnosis: RecoveryDiagnosis;
      readonly counts: StatusCounts;
      /** Members that were asked and have not answered. */
      readonly unanswered: readonly string[];
    };

/** Why a replica cannot join yet. */
export type RecoveryDiagnosis =
  /** Replicas are down, out of reach, or not yet on their own way in: wait. */
  | 'waiting-for-replicas'
  /** All are empty and auto-initialisation is off: an operator must initialise each of them. */
  | 'not-initialised'
  /** Some vote already while one is empty: it lost its disk in the middle of initialisation. */
  | 'initialisation-stuck'
  /** All have answered and fewer than a quorum still know the log: data may be lost. */
  | 'quorum-lost';

export interface RecoverQuestion extends GroupSize {
  /** The status of the replica that wants to join. */
  readonly status: ReplicaStatus;
  readonly autoInitialize: boolean;
}

/** Counts the responses to one recover request, each member once. */
export class RecoverTally implements Tally<RecoverResponse, RecoverOutcome> {
  readonly #question: RecoverQuestion;
  readonly #outstanding: Set<string>;
  readonly #counts: Record<ReplicaStatus, number> = {
    empty: 0,
    starting: 0,
    recovering: 0,
    voting: 0,
  };
  #begin = Infinity;
  #end = 0;
  readonly #lost: string[] = [];

  constructor(members: Iterable<string>, question: RecoverQuestion) {
    this.#outstanding = new Set(members);
    this.#question = question;
  }

  onResponse(member: string, response: RecoverResponse): TallyStep<RecoverOutcome> {
    if (!this.#outstanding.has(member)) return WAITING;
    const { status, begin, end } = response;
    if (status === 'voting') {
      if (begin === undefined || end === undefined) {
        const problem = 'is voting but does not say where its log begins and ends';
        return { type: 'malformed', problem, next: this.onLost(member) };
      }
      this.#begin = Math.min(this.#begin, begin);
      this.#end = Math.max(this.#end, end);
    }
    this.#outstanding.delete(member);
    this.#counts[status]++;
    return this.#decide();
  }

  onLost(member: string): TallyStep<RecoverOutcome> {
    if (this.#outstanding.delete(member)) this.#lost.push(member);
    return this.#undecided();
  }

  /** The outcome when nothing more is waited for. */
  onTimeout(): RecoverOutcome {
    return this.#outcome(true);
  }

  #undecided(): TallyStep<RecoverOutcome> {
    return this.#outstanding.size === 0 ? decided(this.#outcome(false)) : WAITING;
  }

  #outcome(timedOut: boolean): RecoverOutcome {
    return {
      type: 'undecided',
      timedOut,
      diagnosis: this.#diagnose(),
      counts: { ...this.#counts },
      unanswered: [...this.#outstanding, ...this.#lost],
    };
  }

  #decide(): TallyStep<RecoverOutcome> {
    const { quorum, clusterSize, autoInitialize, status } = this.#question;
    const { empty, starting, voting } = this.#counts;
    // First, whatever our own status is: that includes a replica that crashed while catching up,
    // as the bounds are not kept on disk.
    if (voting >= quorum) {
      return decided({
        type: 'recovering',
        begin: toPosition(this.#begin),
        end: toPosition(this.#end),
      });
    }
    if (autoInitialize && status === 'empty' && empty + starting >= clusterSize) {
      return decided({ type: 'starting' });
    }
    if (autoInitialize && status === 'starting' && starting + voting >= clusterSize) {
      return decided({ type: 'voting' });
    }
    return this.#undecided();
  }

  #diagnose(): RecoveryDiagnosis {
    const { clusterSize, autoInitialize } = this.#question;
    const { empty, starting, recovering, voting } = this.#counts;
    if (empty + starting + recovering + voting < clusterSize) return 'waiting-for-replicas';
    if (voting + recovering === 0) {
      if (autoInitialize) return 'waiting-for-replicas';
      return starting === 0 ? 'not-initialised' : 'initialisation-stuck';
    }
    if (empty === 0 && recovering === 0) {
      return autoInitialize ? 'waiting-for-replicas' : 'initialisation-stuck';
    }
    return starting > 0 ? 'initialisation-stuck' : 'quorum-lost';
  }
}

/** What the driver of a recovery must do next. */
export type RecoveryEffect =
  | { readonly type: 'read-status' }
  | { readonly type: 'ask'; readonly status: ReplicaStatus }
  /** Wait a random time, so that replicas that change their status together drift apart. */
  | { readonly type: 'back-off' }
  /** Make the new status durable. */
  | { readonly type: 'save'; readonly from: ReplicaStatus; readonly to: ReplicaStatus }
  | { readonly type: 'catch-up'; readonly begin: Position; readonly end: Position }
  | { readonly type: 'recovered' };

/** Leads a replica from its start until it votes. */
export class Recovery {
  #phase: RecoveryPhase = lifecycle.initial;
  #status: ReplicaStatus = 'empty';
  #bounds: { readonly begin: Position; readonly end: Position } | undefined;

  get phase(): RecoveryPhase {
    return this.#phase;
  }

  start(): RecoveryEffect {
    return { type: 'read-status' };
  }

  onStatus(status: ReplicaStatus): RecoveryEffect {
    this.#status = status;
    this.#move(status === 'voting' ? 'is-voting' : 'is-not-voting');
    return status === 'voting' ? { type: 'recovered' } : { type: 'ask', status };
  }

  onOutcome(outcome: RecoverOutcome): RecoveryEffect {
    switch (outcome.type) {
      case 'undecided':
        this.#move(outcome.timedOut ? 'timed-out' : 'undecided');
        return outcome.timedOut ? { type: 'ask', status: this.#status } : { type: 'back-off' };
      case 'starting':
        this.#move('become-starting');
        return this.#save('starting');
      case 'voting':
        this.#move('become-voting');
        return this.#save('voting');
      case 'recovering':
        this.#bounds = outcome;
        this.#move('become-recovering');
        return this.#save('recovering');
    }
  }

  onBackedOff(): RecoveryEffect {
    this.#move('backed-off');
    return { type: 'read-status' };
  }

  /** The status asked for last is durable. */
  onSaved(status: ReplicaStatus): RecoveryEffect {
    this.#status = status;
    this.#move('saved');
    if (status === 'voting') return { type: 'recovered' };
    if (status === 'starting') return { type: 'ask', status };
    return { type: 'catch-up', ...this.#boundsToCatchUp() };
  }

  onCaughtUp(): RecoveryEffect {
    this.#move('caught-up');
    return this.#save('voting');
  }

  #save(to: ReplicaStatus): RecoveryEffect {
    return { type: 'save', from: this.#status, to };
  }

  /**
   * Nothing beyond the highest end of a voting quorum can have been chosen, or promised to a
   * coordinator by a quorum; all below its lowest begin was truncated by agreement. A group that
   * truncated beyond its end (Mesos allows it) begins after it ends: then the last position holds
   * the truncation, and catching it up moves our own begin.
   */
  #boundsToCatchUp(): { begin: Position; end: Position } {
    if (!this.#bounds) throw new Error('no bounds to catch up to: the protocol has not ended');
    const { begin, end } = this.#bounds;
    return { begin: begin < end ? begin : end, end };
  }

  #move(move: RecoveryMove): void {
    const next = lifecycle.next(this.#phase, move);
    if (next === undefined) {
      throw new Error(`a recovery that is ${this.#phase} cannot take the event ${move}`);
    }
    this.#phase = next;
  }
}
