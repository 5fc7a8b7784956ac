import type { RecordChange, ReplicaView } from '../replica-view.ts';
import { valueOf } from '../log-message.ts';
import type { Checker } from './checker.ts';

/**
 * What is learned at a position is one value, over all replicas and for all time (L1), it was
 * accepted by a quorum under one proposal before (L2), and a learned record is never overwritten
 * with another value (L9). A tombstone stands for a value that was truncated.
 */
export class LearnedValues implements Checker {
  readonly invariant = 'learned-values';
  readonly #quorum: number;
  readonly #learned = new Map<number, string>();
  /** Who has ever accepted, by position, proposal and value. */
  readonly #accepted = new Map<number, Map<string, Set<string>>>();

  constructor(quorum: number) {
    this.#quorum = quorum;
  }

  durable(replica: ReplicaView, change: RecordChange): string | undefined {
    if (change.type !== 'action' || change.action.performed === undefined) return undefined;
    const { action, before } = change;
    if (action.nop?.tombstone) return undefined;
    const { position } = action;
    const value = valueOf(action);
    if (!action.learned) {
      if (before?.learned && position >= replica.begin) {
        return `${replica.address} overwrites its learned position ${position} with "${value}"`;
      }
      this.#accept(replica.address, position, `${action.performed} ${value}`);
      return undefined;
    }
    const known = this.#learned.get(position);
    if (known !== undefined) {
      return known === value
        ? undefined
        : `${replica.address} learned "${value}" at position ${position}, where "${known}" was learned before`;
    }
    if (!this.#wasAccepted(position, value)) {
      return `${replica.address} learned "${value}" at position ${position}, which no quorum has accepted`;
    }
    this.#learned.set(position, value);
    return undefined;
  }

  #accept(address: string, position: number, ballot: string): void {
    const ballots = this.#accepted.get(position) ?? new Map<string, Set<string>>();
    this.#accepted.set(position, ballots);
    const holders = ballots.get(ballot);
    if (holders) holders.add(address);
    else ballots.set(ballot, new Set([address]));
  }

  #wasAccepted(position: number, value: string): boolean {
    for (const [ballot, holders] of this.#accepted.get(position) ?? []) {
      const isOfValue = ballot.slice(ballot.indexOf(' ') + 1) === value;
      if (isOfValue && holders.size >= this.#quorum) return true;
    }
    return false;
  }
}
