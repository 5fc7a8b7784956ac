import { begunToVote } from '../replica-view.ts';
import type { RecordChange, ReplicaView } from '../replica-view.ts';
import type { LogMessage } from '../log-message.ts';
import type { Checker } from './checker.ts';

/**
 * A replica that begins to vote has caught up (L11): it has learned every position that had been
 * learned anywhere when it first asked how to come back, unless that is truncated. A quorum that
 * answers later knows all of those.
 */
export class CompleteCatchUp implements Checker {
  readonly invariant = 'complete-catch-up';
  /** The highest position that anybody has ever learned. */
  #learned = -1;
  /** Where the log begins by the latest truncation that anybody has learned. */
  #begin = 0;
  /** Of each replica that comes back: the highest position learned by anybody when it first asked. */
  readonly #asked = new Map<string, number>();

  sent({ address }: ReplicaView, { type }: LogMessage): undefined {
    if (type === 'recover-request' && !this.#asked.has(address)) {
      this.#asked.set(address, this.#learned);
    }
  }

  replaced({ address }: ReplicaView): void {
    this.#asked.delete(address);
  }

  durable(replica: ReplicaView, change: RecordChange): string | undefined {
    if (change.type === 'action' && change.action.learned) {
      this.#learned = Math.max(this.#learned, change.action.position);
    }
    this.#begin = Math.max(this.#begin, replica.begin);
    return begunToVote(change) ? this.#votes(replica) : undefined;
  }

  #votes({ address, actions, begin }: ReplicaView): string | undefined {
    const asked = this.#asked.get(address) ?? -1;
    // The next time it comes back it asks anew.
    this.#asked.delete(address);
    for (let position = Math.max(this.#begin, begin); position <= asked; position++) {
      if (!actions.get(position)?.learned) {
        return `${address} votes and has not learned position ${position}, which was learned before it asked`;
      }
    }
    return undefined;
  }
}
