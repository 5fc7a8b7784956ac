import { deadLetter as channel } from './diagnostics.ts';
import { toError } from './futures/future-error.ts';
import type { Pid } from './pid.ts';

/**
 * Why an event was not served. `process-ended`: it waited in the mailbox of one that ended;
 * `filtered`: a test took it out. Of a transport: `unreachable`, it waited for a connection that
 * could not be made or broke; `queue-full`, too much waits for that peer; `unsendable`, it is too
 * large, or its name or pids cannot be written.
 */
export type DeadLetterReason =
  | 'no-such-process'
  | 'process-ended'
  | 'mailbox-full'
  | 'no-handler'
  | 'no-transport'
  | 'filtered'
  | 'unreachable'
  | 'queue-full'
  | 'unsendable';

/** An event that was not served. */
export interface DeadLetter {
  readonly reason: DeadLetterReason;
  readonly to: Pid;
  /** Whether it was a call or a message. */
  readonly type: 'dispatch' | 'message';
  /** The method or message name; undefined for a closure. */
  readonly name: string | undefined;
}

/** Hears of each event that is not served. Called at once, whoever sent it waiting. */
export type DeadLetterListener = (letter: DeadLetter) => void;

/** What a runtime could not deliver: counted by reason, and told to whoever subscribes. */
export class DeadLetters {
  readonly #counts = new Map<DeadLetterReason, number>();
  #total = 0;
  readonly #listeners = new Set<DeadLetterListener>();
  readonly #reportFailure: (error: Error) => void;

  /** @internal */
  constructor(reportFailure: (error: Error) => void) {
    this.#reportFailure = reportFailure;
  }

  /** How many there were since the runtime was made. */
  get total(): number {
    return this.#total;
  }

  /** How many there were for this reason. */
  count(reason: DeadLetterReason): number {
    return this.#counts.get(reason) ?? 0;
  }

  /**
   * Tells `listener` of each from now on, until the result is disposed of. What it throws is
   * reported as a failure nobody looked at, and stops no delivery.
   */
  subscribe(listener: DeadLetterListener): Disposable {
    // Wrapped, so that one function can be subscribed twice.
    const hear: DeadLetterListener = (letter) => listener(letter);
    this.#listeners.add(hear);
    return { [Symbol.dispose]: () => void this.#listeners.delete(hear) };
  }

  /** @internal */
  add(letter: DeadLetter): void {
    this.#total++;
    this.#counts.set(letter.reason, this.count(letter.reason) + 1);
    if (channel.hasSubscribers) channel.publish(letter);
    for (const listener of [...this.#listeners]) {
      try {
        listener(letter);
      } catch (thrown) {
        this.#reportFailure(toError(thrown));
      }
    }
  }
}
