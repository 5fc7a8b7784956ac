import type { Operation } from '../history.ts';
import { valueOf } from '../log-message.ts';
import type { RecordChange, ReplicaView } from '../replica-view.ts';
import type { Checker } from './checker.ts';

/** No replica holds an entry that no client has asked to append (L2). */
export class AskedAppends implements Checker {
  readonly invariant = 'asked-appends';
  readonly #asked = new Set<string>();

  invoked({ type, value = '' }: Operation): void {
    if (type === 'append') this.#asked.add(`append ${value}`);
  }

  durable({ address }: ReplicaView, change: RecordChange): string | undefined {
    if (change.type !== 'action' || !change.action.append) return undefined;
    const value = valueOf(change.action);
    if (this.#asked.has(value)) return undefined;
    return `${address} has "${value}" at position ${change.action.position}, for which nobody asked`;
  }
}
