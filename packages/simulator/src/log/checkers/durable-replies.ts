import type { PromiseResponse, WriteResponse } from '@quorate/messages';
import type { ReplicaView } from '../replica-view.ts';
import type { LogMessage } from '../log-message.ts';
import type { Checker } from './checker.ts';

/**
 * A replica promises and accepts only what its disk remembers for certain, and only while it is
 * voting (L8): whatever it says must still be true when it comes back from a loss of power.
 */
export class DurableReplies implements Checker {
  readonly invariant = 'durable-replies';

  /** What was asked for single positions: an answer does not tell them from the end of the log. */
  readonly #asked = new Set<string>();

  sent(replica: ReplicaView, { type, message }: LogMessage): string | undefined {
    if (type === 'promise-request' && message.position !== undefined) {
      this.#asked.add(`${message.proposal} ${message.position}`);
    }
    if (type === 'promise-response') return this.#checkPromise(replica, message);
    if (type === 'write-response') return checkWrite(replica, message);
    return undefined;
  }

  #checkPromise(replica: ReplicaView, response: PromiseResponse): string | undefined {
    if (response.type !== 'accept') return undefined;
    const { address, metadata, actions } = replica;
    const { proposal, action } = response;
    const what = `${address} promised proposal ${proposal}`;
    if (metadata?.status !== 'voting') return `${what} as a replica that is ${statusOf(replica)}`;
    // An answer with a learned action, or from below the beginning, promises nothing new.
    if (action?.learned ?? false) return undefined;
    if (metadata.promised >= proposal) return undefined;
    const position = action?.position ?? response.position;
    const isForOne = action !== undefined || this.#asked.has(`${proposal} ${position}`);
    if (isForOne && position !== undefined) {
      // Truncated or learned in the same write: no promise has any effect on it any more.
      if (position < replica.begin) return undefined;
      const record = actions.get(position);
      if (record && (record.learned || record.promised >= proposal)) return undefined;
    }
    return `${what}, and its disk does not know of it`;
  }
}

function checkWrite(replica: ReplicaView, response: WriteResponse): string | undefined {
  if (response.type !== 'accept') return undefined;
  const { address, actions } = replica;
  const { proposal, position } = response;
  const what = `${address} accepted position ${position} under proposal ${proposal}`;
  if (replica.metadata?.status !== 'voting') {
    return `${what} as a replica that is ${statusOf(replica)}`;
  }
  if (position < replica.begin) return undefined;
  const record = actions.get(position);
  if (record?.learned) return undefined;
  if (record?.performed !== undefined && record.performed >= proposal) return undefined;
  return `${what}, and its disk does not know of it`;
}

function statusOf(replica: ReplicaView): string {
  return replica.metadata?.status ?? 'empty';
}
