import type {
  LearnedMessage,
  PromiseRequest,
  PromiseResponse,
  RecoverResponse,
  WriteRequest,
  WriteResponse,
} from '@quorate/messages';
import type { Operation } from '../log/history.ts';
import type { RecordChange, ReplicaView } from '../log/replica-view.ts';

/** A message between replicas, decoded. */
export type LogMessage =
  | { readonly type: 'promise-request'; readonly message: PromiseRequest }
  | { readonly type: 'promise-response'; readonly message: PromiseResponse }
  | { readonly type: 'write-request'; readonly message: WriteRequest }
  | { readonly type: 'write-response'; readonly message: WriteResponse }
  | { readonly type: 'recover-response'; readonly message: RecoverResponse }
  | { readonly type: 'learned'; readonly message: LearnedMessage };

/**
 * Holds one property of a replicated log against everything that happens. Each method returns
 * what is wrong, or undefined.
 */
export interface Checker {
  /** Names the property in a violation. */
  readonly invariant: string;
  /** A replica sends a message: what it says must be backed by `replica`, its durable records. */
  sent?(replica: ReplicaView, message: LogMessage): string | undefined;
  /** A change has become durable. */
  durable?(replica: ReplicaView, change: RecordChange): string | undefined;
  /** A batch is handed to the disk while `others` are under way. */
  writing?(replica: ReplicaView, others: number): string | undefined;
  /** The disk of a replica was replaced or wiped. */
  replaced?(replica: ReplicaView): void;
  /** A client's operation begins. */
  invoked?(operation: Operation): void;
  /** A client's operation has returned. */
  returned?(operation: Operation): string | undefined;
  /** At the end, when all replicas are up and have caught up. */
  finished?(replicas: readonly ReplicaView[]): string | undefined;
}

/** The value of an action as text that is equal iff the values are. */
export function valueOf(action: {
  readonly append?: { readonly bytes: Uint8Array };
  readonly truncate?: { readonly to: number };
}): string {
  if (action.append) return `append ${new TextDecoder().decode(action.append.bytes)}`;
  return action.truncate ? `truncate to ${action.truncate.to}` : 'nop';
}
