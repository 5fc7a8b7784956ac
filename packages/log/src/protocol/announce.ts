import type { KnownIncarnation, RecoverResponse } from '@quorate/messages';
import { groupProblem } from './group.ts';
import type { GroupClaim } from './group.ts';
import { isLater } from './incarnations.ts';
import type { Incarnation } from './incarnations.ts';
import { WAITING, decided } from './tally.ts';
import type { Tally, TallyStep } from './tally.ts';
import { NOT_SAFE } from './voters.ts';

/** A quorum has heard of a later life, or a later start, of the replica that asks. */
export interface Outdated {
  readonly type: 'outdated';
  readonly known: { readonly incarnation: number; readonly startCounter?: number };
}

/** What announcing a start has come to. */
export type AnnounceOutcome =
  /** A quorum has recorded it: no earlier start counts any more. */
  | { readonly type: 'announced' }
  | Outdated
  | { readonly type: 'undecided'; readonly timedOut: boolean };

/** Counts who has recorded a start of a replica that has its disk. */
export class AnnounceTally implements Tally<RecoverResponse, AnnounceOutcome> {
  readonly #outstanding: Set<string>;
  readonly #self: Incarnation;
  readonly #group: GroupClaim;
  readonly #recorded = new Set<string>();

  constructor(group: GroupClaim, members: Iterable<string>, self: Incarnation) {
    this.#outstanding = new Set(members);
    this.#self = self;
    this.#group = group;
  }

  onResponse(member: string, response: RecoverResponse): TallyStep<AnnounceOutcome> {
    if (!this.#outstanding.has(member)) return WAITING;
    const { replicaId } = response;
    const problem = replicaId === undefined ? NOT_SAFE : groupProblem(this.#group, response);
    if (problem || replicaId === undefined) {
      return { type: 'malformed', problem: problem ?? NOT_SAFE, next: this.onLost(member) };
    }
    this.#outstanding.delete(member);
    const outdated = outdatedBy(response, this.#self);
    if (outdated) return decided(outdated);
    if (hasRecorded(response, this.#self)) this.#recorded.add(replicaId);
    return this.#decide();
  }

  onLost(member: string): TallyStep<AnnounceOutcome> {
    this.#outstanding.delete(member);
    return this.#decide();
  }

  #decide(): TallyStep<AnnounceOutcome> {
    if (this.#recorded.size >= this.#group.quorum) return decided({ type: 'announced' });
    return this.#outstanding.size === 0 ? decided({ type: 'undecided', timedOut: false }) : WAITING;
  }
}

/** Whether whoever answered has recorded this start of the replica that asked. */
export function hasRecorded({ known = [] }: RecoverResponse, self: Incarnation): boolean {
  return known.some(
    (each) =>
      each.replicaId === self.replicaId &&
      isSameCount(each, self) &&
      each.startToken === self.startToken,
  );
}

/** Whether whoever answered knows a later life or start of the replica that asked. */
export function outdatedBy(
  { known = [] }: RecoverResponse,
  self: Incarnation,
): Outdated | undefined {
  const later = known.find((each) => {
    if (each.replicaId !== self.replicaId) return false;
    // A copy of the disk was started as often: only one of the two has what was promised since.
    return isLater(each, self) || (isSameCount(each, self) && each.startToken !== self.startToken);
  });
  return later && { type: 'outdated', known: later };
}

function isSameCount(a: KnownIncarnation, b: Incarnation): boolean {
  return a.incarnation === b.incarnation && a.startCounter === b.startCounter;
}
