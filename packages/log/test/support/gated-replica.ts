import type { Action, ReplicaStatus } from '@quorate/messages';
import { Completer } from '@quorate/process';
import type { Future, Pid } from '@quorate/process';
import type { LocalReplica, ReplicaIdentity } from '../../src/proposer/local-replica.ts';
import type { Adopted, Incarnation } from '../../src/protocol/incarnations.ts';
import type { IntervalSet } from '../../src/protocol/interval-set.ts';
import type { Position, Proposal } from '../../src/protocol/types.ts';

/** A status change that was made durable, and whose caller does not know yet. */
export interface HeldUpdate {
  readonly status: ReplicaStatus;
  release(): void;
}

/** Passes everything on to a replica, but holds back the answer to each status change. */
export class GatedReplica implements LocalReplica {
  readonly #replica: LocalReplica;
  readonly held: HeldUpdate[] = [];
  /** Lets later status changes through. */
  open = false;

  constructor(replica: LocalReplica) {
    this.#replica = replica;
  }

  get pid(): Pid {
    return this.#replica.pid;
  }

  identity(): Future<ReplicaIdentity> {
    return this.#replica.identity();
  }

  identify(self: Incarnation): Future<void> {
    return this.#replica.identify(self);
  }

  announced(): Future<void> {
    return this.#replica.announced();
  }

  update(status: ReplicaStatus, adopted?: Adopted): Future<void> {
    const updating = this.#replica.update(status, adopted);
    if (this.open) return updating;
    const gate = new Completer<void>();
    updating.onReady(() => this.held.push({ status, release: () => gate.set(undefined) }));
    return gate.future;
  }

  status(): Future<ReplicaStatus> {
    return this.#replica.status();
  }

  promised(): Future<Proposal> {
    return this.#replica.promised();
  }

  beginning(): Future<Position> {
    return this.#replica.beginning();
  }

  ending(): Future<Position> {
    return this.#replica.ending();
  }

  isMissing(position: Position): Future<boolean> {
    return this.#replica.isMissing(position);
  }

  missing(from: Position, to: Position): Future<IntervalSet> {
    return this.#replica.missing(from, to);
  }

  learn(action: Action): Future<void> {
    return this.#replica.learn(action);
  }
}
