import type { RecoveryWaiting } from '@quorate/log';
import type { ReplicaView } from '../replica-view.ts';
import type { Checker } from './checker.ts';

/**
 * A replica that says of its group that it cannot go on by itself is right (R4, R6): no quorum has
 * `voting` on its disks. What it says is acted upon.
 */
export class TrueDiagnoses implements Checker {
  readonly invariant = 'true-diagnoses';
  readonly #quorum: number;

  constructor(quorum: number) {
    this.#quorum = quorum;
  }

  waits({ diagnosis }: RecoveryWaiting, replicas: readonly ReplicaView[]): string | undefined {
    if (diagnosis === 'waiting-for-replicas') return undefined;
    const voting = replicas.filter(({ metadata }) => metadata?.status === 'voting');
    if (voting.length < this.#quorum) return undefined;
    const names = voting.map(({ address }) => address).join(', ');
    return `a replica says "${diagnosis}" while ${names} vote`;
  }
}
