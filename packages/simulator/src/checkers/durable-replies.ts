import type { PromiseResponse, WriteResponse } from '@quorate/messages';
import type { ReplicaView } from '../log/replica-view.ts';
import type { Checker, LogMessage } from './checker.ts';

/**
 * A replica promises and accepts only what its disk remembers for certain, and only while it is
 * voting (L8): whatever it says must still be true when it comes back from a loss of power.
 */
export class DurableReplies implements Checker {
  readonly invariant = 'durable-replies';

  sent(replica: ReplicaView, { type, message }: LogMessage): string | undefined {
    if (type === 'promise-response') return checkPromise(replica, message);
    if (type === 'write-response') return checkWrite(replica, message);
    return undefined;
  }
}

function checkPromise(replica: ReplicaView, response: PromiseResponse): string | undefined {
  if (response.type !== 'accept') return undefined;
  const { address, metadata, actions } = replica;
  const { proposal, action } = response;
  const what = `${address} promised proposal ${proposal}`;
  if (metadata?.status !== 'voting') return `${what} as a replica that is ${statusOf(replica)}`;
  // An answer with a learned action, or from below the beginning, promises nothing new.
  if (action?.learned ?? false) return undefined;
  if (metadata.promised >= proposal) return undefined;
  // A promise for all positions names the end of the log, one for a single position its record.
  const position = action?.position ?? response.position;
  // Truncated in the same write: nobody will ask for it again.
  if (position !== undefined && position < replica.begin) return undefined;
  const record = position === undefined ? undefined : actions.get(position);
  // Learned in the same write: a value that was chosen needs no promise any more.
  if (record && (record.learned === true || record.promised >= proposal)) return undefined;
  return `${what}, and its disk does not know of it`;
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
