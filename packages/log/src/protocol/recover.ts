import type { RecoverResponse, ReplicaStatus } from '@quorate/messages';
import { createMachine } from 'xstate';
import { hasRecorded, outdatedBy } from './announce.ts';
import type { AnnounceOutcome, Outdated } from './announce.ts';
import { KnownIncarnations } from './incarnations.ts';
import type { Adopted, Incarnation } from './incarnations.ts';
import { groupProblem } from './group.ts';
import type { GroupClaim } from './group.ts';
import { lifecycleOf } from './lifecycle.ts';
import type { GroupSize } from './quorum.ts';
import { WAITING, decided, invalidAnswer } from './tally.ts';
import type { PeerProblem, Tally, TallyStep } from './tally.ts';
import { toPosition } from './types.ts';
import type { Position } from './types.ts';
import { NOT_SAFE, Voters } from './voters.ts';
import type { RecoveryMode } from './voters.ts';

/**
 * The way of a replica into the group, from its start on. Every name is a thing being waited for.
 *
 * With safe recovery a start counts once a quorum has recorded it: a replica that votes already goes
 * through `announcing`, and the rounds of `asking` announce as well. One whose disk is older than
 * what the others know of it is `refused`.
 *
 * `asking` is one round of the recover protocol. Auto-initialisation takes it twice, `empty` →
 * `starting` → `voting`: in a single step the first replica to vote would be the reason why the
 * others, still empty, never find a group in which all are new.
 */
export const recoveryMachine = createMachine({
  id: 'recovery',
  initial: 'reading-status',
  states: {
    'reading-status': {
      on: { 'is-voting': 'recovered', 'is-unannounced': 'announcing', 'is-not-voting': 'asking' },
    },
    announcing: {
      on: {
        'timed-out': 'announcing',
        undecided: 'backing-off',
        announced: 'recovered',
        'is-outdated': 'refused',
      },
    },
    asking: {
      on: {
        'timed-out': 'asking',
        undecided: 'backing-off',
        'become-starting': 'saving-starting',
        'become-voting': 'saving-voting',
        'become-recovering': 'saving-recovering',
        'is-outdated': 'refused',
      },
    },
    'backing-off': { on: { 'backed-off': 'reading-status' } },
    'saving-starting': { on: { saved: 'asking' } },
    'saving-recovering': { on: { saved: 'catching-up' } },
    'catching-up': { on: { 'caught-up': 'saving-voting' } },
    'saving-voting': { on: { saved: 'recovered' } },
    recovered: { type: 'final' },
    refused: { type: 'final' },
  },
});

export type RecoveryPhase =
  | 'reading-status'
  | 'announcing'
  | 'asking'
  | 'backing-off'
  | 'saving-starting'
  | 'saving-recovering'
  | 'catching-up'
  | 'saving-voting'
  | 'recovered'
  | 'refused';
type RecoveryMove =
  | 'is-voting'
  | 'is-unannounced'
  | 'is-outdated'
  | 'announced'
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
  | {
      readonly type: 'recovering';
      readonly begin: Position;
      readonly end: Position;
      /** With safe recovery: what that quorum remembers. */
      readonly adopted?: Adopted;
    }
  | Outdated
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
  | 'quorum-lost'
  /** All are new, and some have been members of a group whose log is gone: not initialised anew. */
  | 'initialised-before';

export interface RecoverQuestion extends GroupSize {
  /** The status of the replica that wants to join. */
  readonly status: ReplicaStatus;
  readonly autoInitialize: boolean;
  /** With safe recovery: the life and start that the question announces. */
  readonly self?: Incarnation;
  /** With safe recovery: the group that the replica takes itself to be in. */
  readonly group?: GroupClaim;
}

/** Counts the responses to one recover request, each member once. */
export class RecoverTally implements Tally<RecoverResponse, RecoverOutcome> {
  readonly #question: RecoverQuestion;
  readonly #outstanding: Set<string>;
  readonly #answers = new Map<string, RecoverResponse>();
  readonly #voters: Voters;
  readonly #lost: string[] = [];

  constructor(members: Iterable<string>, question: RecoverQuestion) {
    this.#outstanding = new Set(members);
    this.#question = question;
    this.#voters = new Voters(question.self ? 'safe' : 'mesos');
  }

  onResponse(member: string, response: RecoverResponse): TallyStep<RecoverOutcome> {
    if (!this.#outstanding.has(member)) return WAITING;
    const { self } = this.#question;
    // First: one that knows a later life has not recorded this one, and never will.
    const outdated = self && outdatedBy(response, self);
    if (outdated) return decided(outdated);
    const problem = this.#problemOf(member, response);
    if (problem !== undefined) return { type: 'malformed', problem, next: this.onLost(member) };
    this.#outstanding.delete(member);
    this.#answers.set(member, response);
    // A vote of a life that has ended tells what nobody remembers any more.
    for (const retired of this.#voters.admit(member, response)) this.#answers.delete(retired);
    return this.#decide();
  }

  #problemOf(member: string, response: RecoverResponse): PeerProblem | undefined {
    const { status, begin, end, replicaId, promised } = response;
    const { self, group } = this.#question;
    if (self && replicaId === undefined) return NOT_SAFE;
    const stranger = group && groupProblem(group, response);
    if (stranger) return stranger;
    if (status !== 'voting') return undefined;
    if (begin === undefined || end === undefined) {
      return invalidAnswer('is voting but does not say where its log begins and ends');
    }
    if (!self) return undefined;
    if (promised === undefined) {
      return invalidAnswer('is voting but does not say what it has promised');
    }
    if (replicaId !== self.replicaId && !hasRecorded(response, self)) {
      return invalidAnswer('is voting but has not recorded what was announced');
    }
    return this.#voters.problemOf(member, response);
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
      counts: this.#counts,
      unanswered: [...this.#outstanding, ...this.#lost],
    };
  }

  get #counts(): StatusCounts {
    const counts = { empty: 0, starting: 0, recovering: 0, voting: 0 };
    for (const { status } of this.#answers.values()) counts[status]++;
    return counts;
  }

  /** How many have the log and vote as soon as their start is announced. */
  get #remembering(): number {
    const answers = [...this.#answers.values()];
    return answers.filter(({ status, end }) => status === 'recovering' && end !== undefined).length;
  }

  #decide(): TallyStep<RecoverOutcome> {
    const { quorum, clusterSize, autoInitialize, status } = this.#question;
    const { empty, starting, voting } = this.#counts;
    // First, whatever our own status is: that includes a replica that crashed while catching up,
    // as the bounds are not kept on disk.
    if (voting >= quorum) return decided(this.#recovering());
    // One that has been a member says that there was a log: nobody may take a new one for it.
    const isNew = autoInitialize && !this.#wasInitialised;
    if (isNew && status === 'empty' && empty + starting >= clusterSize) {
      return decided({ type: 'starting' });
    }
    if (autoInitialize && status === 'starting' && starting + voting >= clusterSize) {
      return decided({ type: 'voting' });
    }
    return this.#undecided();
  }

  get #wasInitialised(): boolean {
    return [...this.#answers.values()].some(({ memberOf }) => memberOf !== undefined);
  }

  #recovering(): RecoverOutcome {
    const voting = [...this.#answers.values()].filter(({ status }) => status === 'voting');
    const begin = toPosition(Math.min(...voting.map((answer) => answer.begin ?? Infinity)));
    const end = toPosition(Math.max(...voting.map((answer) => answer.end ?? 0)));
    if (!this.#question.self) return { type: 'recovering', begin, end };
    const promised = Math.max(...voting.map((answer) => answer.promised ?? 0));
    const known = new KnownIncarnations();
    for (const answer of voting) for (const each of answer.known ?? []) known.adopt(each);
    return { type: 'recovering', begin, end, adopted: { promised, known: known.list() } };
  }

  #diagnose(): RecoveryDiagnosis {
    const { quorum, clusterSize, autoInitialize } = this.#question;
    const { empty, starting, recovering, voting } = this.#counts;
    if (empty + starting + recovering + voting < clusterSize) return 'waiting-for-replicas';
    if (voting + this.#remembering >= quorum) return 'waiting-for-replicas';
    if (voting + recovering === 0) {
      if (starting === 0 && this.#wasInitialised) return 'initialised-before';
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
  /** With safe recovery: have a quorum record this start. */
  | { readonly type: 'announce' }
  /** Wait a random time, so that replicas that change their status together drift apart. */
  | { readonly type: 'back-off' }
  /** Make the new status durable. */
  | {
      readonly type: 'save';
      readonly from: ReplicaStatus;
      readonly to: ReplicaStatus;
      /** With safe recovery: what to take over in the same write. */
      readonly adopted?: Adopted;
    }
  | { readonly type: 'catch-up'; readonly begin: Position; readonly end: Position }
  | { readonly type: 'recovered' }
  /** The disk is older than what the others know of this replica: it must not be used. */
  | { readonly type: 'refused'; readonly known: Outdated['known'] };

/** Leads a replica from its start until it votes. */
export class Recovery {
  #phase: RecoveryPhase = lifecycle.initial;
  #status: ReplicaStatus = 'empty';
  #bounds: { readonly begin: Position; readonly end: Position } | undefined;
  readonly #mode: RecoveryMode;

  constructor(mode: RecoveryMode = 'mesos') {
    this.#mode = mode;
  }

  get phase(): RecoveryPhase {
    return this.#phase;
  }

  start(): RecoveryEffect {
    return { type: 'read-status' };
  }

  onStatus(status: ReplicaStatus): RecoveryEffect {
    this.#status = status;
    if (status !== 'voting') {
      this.#move('is-not-voting');
      return { type: 'ask', status };
    }
    const isSafe = this.#mode === 'safe';
    this.#move(isSafe ? 'is-unannounced' : 'is-voting');
    return { type: isSafe ? 'announce' : 'recovered' };
  }

  onAnnounce(outcome: AnnounceOutcome): RecoveryEffect {
    switch (outcome.type) {
      case 'announced':
        this.#move('announced');
        return { type: 'recovered' };
      case 'outdated':
        return this.#refuse(outcome);
      case 'undecided':
        this.#move(outcome.timedOut ? 'timed-out' : 'undecided');
        return { type: outcome.timedOut ? 'announce' : 'back-off' };
    }
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
        return this.#save('recovering', outcome.adopted);
      case 'outdated':
        return this.#refuse(outcome);
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

  #save(to: ReplicaStatus, adopted?: Adopted): RecoveryEffect {
    const from = this.#status;
    return { type: 'save', from, to, ...(adopted && { adopted }) };
  }

  #refuse({ known }: Outdated): RecoveryEffect {
    this.#move('is-outdated');
    return { type: 'refused', known };
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
