import type { RecoveryWaiting } from '@quorate/log';
import type { NamedChecker } from '../../checks.ts';
import type { Operation } from '../history.ts';
import type { LogMessage } from '../log-message.ts';
import type { RecordChange, ReplicaView } from '../replica-view.ts';

/**
 * Holds one property of a replicated log against everything that happens. Each method returns
 * what is wrong, or undefined.
 */
export interface Checker extends NamedChecker {
  /** A replica sends a message: what it says must be backed by `replica`, its durable records. */
  sent?(replica: ReplicaView, message: LogMessage): string | undefined;
  /** A change has become durable. */
  durable?(replica: ReplicaView, change: RecordChange): string | undefined;
  /** A batch is handed to the disk while `others` are under way. */
  writing?(replica: ReplicaView, others: number): string | undefined;
  /** The disk of a replica was replaced or wiped. */
  replaced?(replica: ReplicaView): void;
  /** A replica that does not vote yet says why, with what all have on their disks. */
  waits?(event: RecoveryWaiting, replicas: readonly ReplicaView[]): string | undefined;
  /** A client's operation begins. */
  invoked?(operation: Operation): void;
  /** A client's operation has returned. */
  returned?(operation: Operation): string | undefined;
  /** At the end, when all replicas are up and have caught up. */
  finished?(replicas: readonly ReplicaView[]): string | undefined;
}
