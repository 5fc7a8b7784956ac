import type { RecordChange, ReplicaView } from '../replica-view.ts';
import type { Checker } from './checker.ts';

/**
 * On one disk a replica's promise never goes back, neither the one for all positions nor that of
 * a single one, and a value is accepted only under a proposal that is not lower than the promise
 * for its position (L6). The status goes forward only (R1).
 */
export class MonotonePromises implements Checker {
  readonly invariant = 'monotone-promises';

  durable(replica: ReplicaView, change: RecordChange): string | undefined {
    const { address } = replica;
    if (change.type === 'metadata') {
      const { metadata, before } = change;
      if (!before) return undefined;
      if (metadata.promised < before.promised) {
        return `${address} went back from its promise ${before.promised} to ${metadata.promised}`;
      }
      if (!MAY_FOLLOW[before.status]?.includes(metadata.status)) {
        return `${address} went from ${before.status} to ${metadata.status}`;
      }
      return undefined;
    }
    if (change.type !== 'action' || change.action.learned) return undefined;
    const { action, before } = change;
    const { position, promised, performed } = action;
    if (performed !== undefined && performed > promised) {
      return `${address} accepted position ${position} under ${performed}, and promises ${promised} for it`;
    }
    if (before && !before.learned && promised < before.promised) {
      return `${address} went back from its promise ${before.promised} for position ${position} to ${promised}`;
    }
    const wasPerformed = before?.performed;
    if (wasPerformed !== undefined && (performed ?? -1) < wasPerformed) {
      return `${address} replaced what it accepted at position ${position} under proposal ${wasPerformed} by ${performed ?? 'nothing'}`;
    }
    if (before && performed !== undefined && performed !== wasPerformed) {
      if (performed < before.promised) {
        return `${address} accepted position ${position} under ${performed}, having promised ${before.promised}`;
      }
    }
    return undefined;
  }
}

const MAY_FOLLOW: Readonly<Record<string, readonly string[]>> = {
  empty: ['empty', 'starting', 'recovering'],
  starting: ['starting', 'voting', 'recovering'],
  recovering: ['recovering', 'voting'],
  voting: ['voting'],
};
