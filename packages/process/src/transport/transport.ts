import type { DeadLetterReason } from '../dead-letters.ts';
import type { Clock } from '../clocks/clock.ts';
import type { Logger } from '../logger.ts';
import type { Pid } from '../pid.ts';

/** Bytes under a name on their way from one process to another. */
export interface Message {
  readonly from: Pid;
  readonly to: Pid;
  readonly name: string;
  readonly body: Uint8Array;
  /** What it belongs to, as W3C `traceparent` has it or any other text. */
  readonly trace?: string | undefined;
}

/** Where a transport delivers: the runtime. */
export interface TransportReceiver {
  /** Gives whether it was taken: false when no such process is known. */
  receive(message: Message): boolean;
  /** The connection to `address` broke, or could not be made. */
  disconnected(address: string): void;
  /** A message that was to be sent, and will not be: it becomes a dead letter. */
  lost(message: Message, reason: DeadLetterReason): void;
  /** Of the runtime: for what a transport has to say. Default: nowhere. */
  readonly logger?: Logger;
  /** Of the runtime. Default: that of the machine. */
  readonly clock?: Clock;
}

/**
 * Moves messages between runtimes: at most once, and in order from one runtime to another as long
 * as the connection holds.
 */
export interface Transport {
  /** The address others reach this runtime by: the part of a pid behind `@`. */
  readonly address: string;
  /** Called once, by the runtime that owns this transport, before anything is sent. */
  bind(receiver: TransportReceiver): void;
  /** Sends, or drops what cannot be sent: its sender is not told, as on a real network. */
  send(message: Message): void;
  /** Keeps a connection to `address`, so that its loss is noticed. Idempotent. */
  connect(address: string): void;
  close(): Promise<void>;
}

/**
 * Sees each message before it is put into a mailbox, local ones too. `deliver` may be called at
 * once, later, or never: tests drop, hold and reorder messages with it.
 */
export type MessageFilter = (message: Message, deliver: () => void) => void;
