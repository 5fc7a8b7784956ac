import type { Metadata } from '@quorate/messages';
import { begunToVote } from '../replica-view.ts';
import type { RecordChange, ReplicaView } from '../replica-view.ts';
import { valueOf } from '../log-message.ts';
import type { Checker } from './checker.ts';

/** Who has accepted what at one position under one proposal. */
interface Ballot {
  readonly value: string;
  /** What those knew that have it on a disk that still counts, at the moment they accepted it. */
  readonly holders: Map<string, Metadata | undefined>;
}

/**
 * At most one value is ever chosen at a position: held by a quorum under one proposal, at any
 * moment (L1). Seen on the disks, it is found before anybody learns of the second value.
 *
 * A replica that lost its disk goes on counting until it votes again: until then the quorum that
 * it was part of is remembered by the others, or by nobody. With one that knew already, when it
 * accepted, that the lost one begins another life, it makes no quorum: no proposer counts both.
 */
export class Agreement implements Checker {
  readonly invariant = 'agreement';
  readonly #quorum: number;
  readonly #ballots = new Map<number, Map<number, Ballot>>();
  readonly #chosen = new Map<number, { readonly value: string; readonly proposal: number }>();
  readonly #replaced = new Set<string>();

  constructor(quorum: number) {
    this.#quorum = quorum;
  }

  /** What was chosen at a position, if anything was. */
  chosen(position: number): string | undefined {
    return this.#chosen.get(position)?.value;
  }

  replaced({ address }: ReplicaView): void {
    this.#replaced.add(address);
  }

  durable(replica: ReplicaView, change: RecordChange): string | undefined {
    if (begunToVote(change)) this.#forget(replica.address);
    if (change.type !== 'action') return undefined;
    const { action } = change;
    if (action.performed === undefined || action.learned) return undefined;
    return this.#accepted(replica, action.position, action.performed, valueOf(action));
  }

  #accepted(
    { address, metadata }: ReplicaView,
    position: number,
    proposal: number,
    value: string,
  ): string | undefined {
    const ballots = this.#ballots.get(position) ?? new Map<number, Ballot>();
    this.#ballots.set(position, ballots);
    const ballot = ballots.get(proposal) ?? { value, holders: new Map() };
    ballots.set(proposal, ballot);
    if (ballot.value !== value) {
      return `proposal ${proposal} has two values at position ${position}: "${ballot.value}" and "${value}"`;
    }
    ballot.holders.set(address, metadata);
    if (counted(ballot.holders) < this.#quorum) return undefined;
    const before = this.#chosen.get(position);
    if (!before) this.#chosen.set(position, { value, proposal });
    else if (before.value !== value) {
      return `position ${position}: "${before.value}" was chosen under proposal ${before.proposal}, and now "${value}" under ${proposal}`;
    }
    return undefined;
  }

  /** It votes with a new disk: what the old one held does not count any more. */
  #forget(address: string): void {
    if (!this.#replaced.delete(address)) return;
    for (const ballots of this.#ballots.values()) {
      for (const { holders } of ballots.values()) holders.delete(address);
    }
  }
}

/** How many of those that hold a value count, of lives that none of the others knew to have ended. */
function counted(holders: Ballot['holders']): number {
  const all = [...holders.values()];
  return all.filter((holder) => !all.some((other) => knewEndOf(other, holder))).length;
}

function knewEndOf(other: Metadata | undefined, holder: Metadata | undefined): boolean {
  const { replicaId, incarnation } = holder ?? {};
  if (replicaId === undefined || incarnation === undefined) return false;
  const known = other?.known?.find((each) => each.replicaId === replicaId);
  return known !== undefined && known.incarnation > incarnation;
}
