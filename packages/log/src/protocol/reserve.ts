import type { RecoverResponse } from '@quorate/messages';
import { groupProblem } from './group.ts';
import type { GroupClaim } from './group.ts';
import { WAITING, decided } from './tally.ts';
import type { Tally, TallyStep } from './tally.ts';
import { NOT_SAFE } from './voters.ts';

/** A life that a disk asks for, before anybody hears of it. */
export interface Reservation {
  readonly replicaId: string;
  /** Which life: one more than any that is known or was asked for. */
  readonly incarnation: number;
  /** Stands for the disk that asks: no other one uses it. */
  readonly token: string;
}

export type ReserveOutcome =
  /** Enough others have written down that this disk has it: no later one will take the same. */
  | { readonly type: 'reserved' }
  /** It is too low: another disk of the replica has had, or asked for, this one. */
  | { readonly type: 'taken'; readonly highest: number }
  | { readonly type: 'undecided'; readonly timedOut: boolean };

/**
 * Reserves the number of a life with a quorum of the others, before it is announced to any. Any two
 * such quorums share a replica, so a life that anybody has ever heard of is known when the next one
 * is chosen, even if it was lost before a quorum had heard of it; otherwise a new life could be
 * taken for one that has ended. The replica's own answer does not count: its disk is what it lost.
 */
export class ReserveTally implements Tally<RecoverResponse, ReserveOutcome> {
  readonly #outstanding: Set<string>;
  readonly #reservation: Reservation;
  readonly #group: GroupClaim;
  readonly #needed: number;
  readonly #written = new Set<string>();

  /** @param needed how many others must write it down */
  constructor(
    group: GroupClaim,
    members: Iterable<string>,
    reservation: Reservation,
    needed: number,
  ) {
    this.#outstanding = new Set(members);
    this.#group = group;
    this.#reservation = reservation;
    this.#needed = needed;
  }

  onResponse(member: string, response: RecoverResponse): TallyStep<ReserveOutcome> {
    if (!this.#outstanding.has(member)) return WAITING;
    const { replicaId, known = [] } = response;
    const problem = replicaId === undefined ? NOT_SAFE : groupProblem(this.#group, response);
    if (problem || replicaId === undefined) {
      return { type: 'malformed', problem: problem ?? NOT_SAFE, next: this.onLost(member) };
    }
    this.#outstanding.delete(member);
    const { token, incarnation, replicaId: self } = this.#reservation;
    if (replicaId === self) return this.#decide();
    const {
      reserved = 0,
      reservedBy,
      ...entry
    } = known.find((each) => each.replicaId === self) ?? {
      incarnation: 0,
    };
    const isOurs = reserved === incarnation && reservedBy === token;
    if (isOurs && entry.incarnation < incarnation) this.#written.add(replicaId);
    else if (reserved >= incarnation || entry.incarnation >= incarnation) {
      return decided({ type: 'taken', highest: Math.max(reserved, entry.incarnation) });
    }
    return this.#decide();
  }

  onLost(member: string): TallyStep<ReserveOutcome> {
    this.#outstanding.delete(member);
    return this.#decide();
  }

  #decide(): TallyStep<ReserveOutcome> {
    if (this.#written.size >= this.#needed) return decided({ type: 'reserved' });
    return this.#outstanding.size === 0 ? decided({ type: 'undecided', timedOut: false }) : WAITING;
  }
}
