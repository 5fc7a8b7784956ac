import { diagnosticsChannel } from './adapters/channels.ts';
import type { DeadLetter } from './dead-letters.ts';
import type { Pid } from './pid.ts';

// What a runtime tells of itself through `node:diagnostics_channel`. Without subscribers a look at a
// flag per turn of a process is all that it costs.

/** `quorate:process:spawned` */
export interface SpawnedMessage {
  readonly pid: Pid;
  /** The name of its class. */
  readonly type: string;
}

/** `quorate:process:ended` */
export interface EndedMessage {
  readonly pid: Pid;
  /** The error it ended with; undefined when it was terminated. */
  readonly reason: Error | undefined;
}

/** `quorate:process:served`: after each event, or when an `async` handler has given way. */
export interface ServedMessage {
  readonly pid: Pid;
  readonly event: 'dispatch' | 'message' | 'exited' | 'terminate';
  /** The method or message name; undefined for a closure and for system events. */
  readonly name: string | undefined;
  readonly trace: string | undefined;
  /** On the runtime's clock. */
  readonly durationMs: number;
}

/** `quorate:process:unhandled-failure` */
export interface UnhandledFailureMessage {
  /** The runtime's. */
  readonly address: string;
  readonly error: Error;
}

/** The names of the channels, and what is published to each. */
export interface ProcessChannels {
  'quorate:process:spawned': SpawnedMessage;
  'quorate:process:ended': EndedMessage;
  'quorate:process:served': ServedMessage;
  'quorate:process:dead-letter': DeadLetter;
  'quorate:process:unhandled-failure': UnhandledFailureMessage;
}

interface TypedChannel<Name extends keyof ProcessChannels> {
  readonly hasSubscribers: boolean;
  publish(message: ProcessChannels[Name]): void;
}

function channel<Name extends keyof ProcessChannels>(name: Name): TypedChannel<Name> {
  return diagnosticsChannel(name);
}

export const spawned = channel('quorate:process:spawned');
export const ended = channel('quorate:process:ended');
export const served = channel('quorate:process:served');
export const deadLetter = channel('quorate:process:dead-letter');
export const unhandledFailure = channel('quorate:process:unhandled-failure');
