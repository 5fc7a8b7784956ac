import type { Operation } from '../history.ts';
import type { RecordChange, ReplicaView } from '../replica-view.ts';
import type { Checker } from './checker.ts';

/** Nothing is truncated that no client asked to truncate: `to` is one that was asked for (L10). */
export class AskedTruncations implements Checker {
  readonly invariant = 'asked-truncations';
  readonly #asked = new Set<number>();

  invoked({ to }: Operation): void {
    if (to !== undefined) this.#asked.add(to);
  }

  durable({ address }: ReplicaView, change: RecordChange): string | undefined {
    if (change.type !== 'action') return undefined;
    const { position, truncate } = change.action;
    if (!truncate || this.#asked.has(truncate.to)) return undefined;
    return `${address} has a truncation to ${truncate.to} at position ${position}, for which nobody asked`;
  }
}
