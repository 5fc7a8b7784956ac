import type { Pid } from './pid.ts';

/** Why an event was not delivered. */
export type DeadLetterReason = 'no-such-process' | 'mailbox-full' | 'no-handler' | 'no-transport';

/** An event that was not delivered. */
export interface DeadLetter {
  readonly reason: DeadLetterReason;
  readonly to: Pid;
  /** The method or message name; undefined for a closure. */
  readonly name: string | undefined;
}
