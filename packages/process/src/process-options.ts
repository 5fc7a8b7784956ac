import { ProcessError } from './process-error.ts';

/**
 * What becomes of an event for a mailbox that is full. It is a dead letter in any case; system events
 * (`exited`, terminate) are never dropped.
 *
 * - `reject`: the new one is not taken; a call fails with `MAILBOX_FULL`
 * - `drop-newest`: the new one is not taken; a call is abandoned
 * - `drop-oldest`: the oldest one makes room; a call is abandoned
 */
export type OverflowPolicy = 'reject' | 'drop-newest' | 'drop-oldest';

/**
 * What an `async` handler means for the next event.
 *
 * - `interleaved`: it is served when the handler gives way, at its first `await`. Between two `await`s
 *   nothing else runs, but whatever was read before one may have changed behind it.
 * - `serialized`: it is served when the handler has come to its end. A handler that waits for its own
 *   process, or for one that waits for it, waits for ever: see `Runtime.waits`.
 */
export type HandlerMode = 'interleaved' | 'serialized';

/** What a process is called, what its mailbox holds, and how its handlers take turns. */
export interface ProcessOptions {
  /** The id to spawn under. Default: one generated from `idPrefix`. */
  readonly id?: string;
  /** The prefix of a generated id: `worker` gives `worker(1)`, `worker(2)`, … per runtime. */
  readonly idPrefix?: string;
  /** Events its mailbox holds, system events not counted in. 1 or more. Default: the runtime's. */
  readonly mailboxLimit?: number;
  /** Default `reject`. */
  readonly overflow?: OverflowPolicy;
  /** Default `interleaved`. */
  readonly handlers?: HandlerMode;
}

const OVERFLOW: readonly unknown[] = ['reject', 'drop-newest', 'drop-oldest'];
const HANDLERS: readonly unknown[] = ['interleaved', 'serialized'];

/** Throws `OPTION_INVALID`. The id is checked when it is spawned. */
export function checkProcessOptions({ mailboxLimit, overflow, handlers }: ProcessOptions): void {
  if (mailboxLimit !== undefined && !(Number.isSafeInteger(mailboxLimit) && mailboxLimit >= 1)) {
    throw invalid('mailboxLimit', mailboxLimit, 'an integer from 1');
  }
  if (overflow !== undefined && !OVERFLOW.includes(overflow)) {
    throw invalid('overflow', overflow, OVERFLOW.join(', '));
  }
  if (handlers !== undefined && !HANDLERS.includes(handlers)) {
    throw invalid('handlers', handlers, HANDLERS.join(', '));
  }
}

function invalid(name: string, value: unknown, expected: string): ProcessError {
  const message = `expected ${name} of a process to be ${expected}, got ${String(value)}`;
  return new ProcessError('OPTION_INVALID', message);
}
