import { nanoidIds } from './adapters/nanoid-ids.ts';
import { SystemClock } from './adapters/system-clock.ts';
import { systemRandom } from './adapters/system-random.ts';
import type { Clock } from './clocks/clock.ts';
import type { DeadLetterListener } from './dead-letters.ts';
import { throwOutside } from './futures/future-failures.ts';
import type { IdSource } from './ids.ts';
import { silentLogger } from './logger.ts';
import type { Logger } from './logger.ts';
import type { Pid } from './pid.ts';
import { positiveInteger } from './process-options.ts';
import type { Random } from './random.ts';
import type { Scheduler } from './run-queue.ts';
import type { MessageFilter, Transport } from './transport/transport.ts';

/** Events one turn of the run queue serves before timers and sockets get theirs. */
export const TURN_BUDGET = 4096;
/** Events a mailbox holds at most. */
export const MAILBOX_LIMIT = 1_000_000;
/** How long `close()` waits for processes and I/O. */
export const CLOSE_TIMEOUT_MS = 30_000;

/** Everything that is not deterministic enters a runtime here. */
export interface RuntimeOptions {
  /** The address when there is no transport. Default: a unique one. */
  readonly address?: string;
  /** Default: real time. */
  readonly clock?: Clock;
  /** Default: the machine's cryptographic source. */
  readonly random?: Random;
  /** Default: nanoid. */
  readonly ids?: IdSource;
  /** How other runtimes are reached. Default: not at all. */
  readonly transport?: Transport;
  /** Any pino-shaped logger. Default: silent. */
  readonly logger?: Logger;
  /** Events a mailbox holds; past it the newest is dropped. 1 or more. Default 1,000,000. */
  readonly mailboxLimit?: number;
  /** Events served before the event loop turns. 1 or more. Default 4,096. */
  readonly turnBudget?: number;
  /**
   * Gives processes their turns: for simulations, which choose among those that can go on. It is
   * this runtime's alone. Default: first come, first served, `turnBudget` events at a time.
   */
  readonly scheduler?: Scheduler;
  /** On the clock. Default 30,000. */
  readonly closeTimeoutMs?: number;
  /**
   * Hears of each failure that nobody looked at by the end of the turn: a failed future without
   * callbacks, a `tell` whose handler threw. Default: throws it outside any handler, which ends a
   * Node program as an unhandled rejection does. Should it throw, both errors are thrown like that:
   * the process goes on with its other events, and no failure is hidden.
   */
  readonly onUnhandledFailure?: (error: Error) => void;
  /** Hears of each event that could not be delivered. Default: logged at `debug`. */
  readonly onDeadLetter?: DeadLetterListener;
  /** Sees each message before it is put into a mailbox: for tests. */
  readonly messageFilter?: MessageFilter;
  /** Sees each event, but for terminate, when it is about to be served; true drops it: for tests. */
  readonly eventFilter?: EventFilter;
}

/** An event, as an `EventFilter` sees it. */
export interface FilteredEvent {
  readonly type: 'dispatch' | 'message' | 'exited';
  readonly to: Pid;
  /** The method or message name; undefined for a closure and for `exited`. */
  readonly name: string | undefined;
  /** Who sent the message, or who has ended; undefined for a call. */
  readonly from: Pid | undefined;
}

/** Whether an event is dropped instead of being served. */
export type EventFilter = (event: FilteredEvent) => boolean;

/** The options with their defaults filled in. Throws `OPTION_INVALID`. */
export function checkOptions(options: RuntimeOptions): RuntimeSettings {
  const ids = options.ids ?? nanoidIds;
  const own = new SystemClock(); // costs nothing until it is used
  const logger = options.logger ?? silentLogger;
  return {
    ...options,
    clock: options.clock ?? own,
    ownClock: options.clock ? undefined : own,
    random: options.random ?? systemRandom,
    ids,
    address: options.transport?.address ?? options.address ?? `local-${ids.unique()}`,
    logger,
    mailboxLimit: positiveInteger('mailboxLimit', options.mailboxLimit ?? MAILBOX_LIMIT),
    turnBudget: positiveInteger('turnBudget', options.turnBudget ?? TURN_BUDGET),
    closeTimeoutMs: options.closeTimeoutMs ?? CLOSE_TIMEOUT_MS,
    onUnhandledFailure: options.onUnhandledFailure ?? throwOutside,
    onDeadLetter:
      options.onDeadLetter ??
      (({ reason, to, name }): void => logger.debug({ reason, to: `${to}`, name }, 'dead letter')),
  };
}

export interface RuntimeSettings extends RuntimeOptions {
  readonly clock: Clock;
  /** The same, if nobody else knows it. */
  readonly ownClock: SystemClock | undefined;
  readonly random: Random;
  readonly ids: IdSource;
  readonly address: string;
  readonly logger: Logger;
  readonly mailboxLimit: number;
  readonly turnBudget: number;
  readonly closeTimeoutMs: number;
  readonly onUnhandledFailure: (error: Error) => void;
  readonly onDeadLetter: DeadLetterListener;
}
