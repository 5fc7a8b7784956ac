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
 *   process, or for one that waits for it, waits for ever: see `waitsOf`.
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
export function checkProcessOptions({
  mailboxLimit = 1,
  overflow,
  handlers,
}: ProcessOptions): void {
  positiveInteger('mailboxLimit of a process', mailboxLimit);
  oneOf('overflow', OVERFLOW, overflow);
  oneOf('handlers', HANDLERS, handlers);
}

function oneOf(name: string, allowed: readonly unknown[], value: unknown): void {
  if (value !== undefined && !allowed.includes(value)) {
    throw invalid(`${name} of a process`, allowed.join(', '), value);
  }
}

/** The value. Throws `OPTION_INVALID`. */
export function positiveInteger(name: string, value: number): number {
  if (Number.isSafeInteger(value) && value >= 1) return value;
  throw invalid(name, 'an integer from 1', value);
}

function invalid(name: string, expected: string, value: unknown): ProcessError {
  const message = `expected ${name} to be ${expected}, got ${String(value)}`;
  return new ProcessError('OPTION_INVALID', message);
}
