import type { ReplicaView } from '../replica-view.ts';
import type { Checker } from './checker.ts';

/** A replica has one write of its storage under way at most: a second could overtake the first. */
export class SingleWrites implements Checker {
  readonly invariant = 'single-writes';

  writing({ address }: ReplicaView, others: number): string | undefined {
    return others === 0
      ? undefined
      : `${address} writes while ${others} of its writes are under way`;
  }
}
