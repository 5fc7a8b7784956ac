import { breakWith, loop, proceed } from '@quorate/process';
import type { Future } from '@quorate/process';
import { LogError } from '../errors.ts';
import type { WriteOutcomeKnown } from '../errors.ts';
import type { Log } from '../log.ts';
import { backOff } from '../proposer/back-off.ts';
import type { Position } from '../protocol/types.ts';
import type { Writer } from '../writer.ts';

/** The least wait after an election that was lost; the most is twice that. */
const ELECTION_BACK_OFF_MS_MIN = 100;

type Write = (writer: Writer) => Future<Position>;

/**
 * The writer of a replica that several clients use. It is started when one of them writes, and again
 * after it lost its place: a write that is known not to be in the log is repeated for as long as its
 * client waits, one of which that is not known never.
 */
export class SharedWriter {
  readonly #log: Log;
  readonly #writer: Writer;
  #starting: Future<void> | undefined;
  #waiting = 0;

  constructor(log: Log) {
    this.#log = log;
    this.#writer = log.writer();
  }

  append(bytes: Uint8Array, timeoutMs: number): Future<Position> {
    return this.#write((writer) => writer.append(bytes), timeoutMs);
  }

  truncate(to: Position, timeoutMs: number): Future<Position> {
    return this.#write((writer) => writer.truncate(to), timeoutMs);
  }

  /** Fails as the writer does, and with `WRITE_TIMEOUT`. */
  #write(write: Write, timeoutMs: number): Future<Position> {
    let outcome: WriteOutcomeKnown = 'definite';
    let isLate = false;
    const attempt = (): Future<Position | undefined> => {
      if (isLate) throw timedOut(timeoutMs, 'definite');
      outcome = 'unknown';
      return write(this.#writer).repair((failed) => {
        if (!isRefusal(failed.failure())) return failed;
        outcome = 'definite';
        return undefined;
      });
    };
    const writing = loop(attempt, (position) =>
      position === undefined ? this.#start().andThen(() => proceed()) : breakWith(position),
    );
    writing.onFailed(() => undefined);
    this.#waiting++;
    const limited = writing.after(this.#log.runtime.clock, timeoutMs, (late) => {
      isLate = true;
      late.discard();
      throw timedOut(timeoutMs, outcome);
    });
    limited.onAny(() => this.#leave());
    return limited;
  }

  /** An election that nobody waits for any more would only drive out another writer. */
  #leave(): void {
    this.#waiting--;
    if (this.#waiting > 0) return;
    this.#starting?.discard();
    this.#starting = undefined;
  }

  #start(): Future<void> {
    if (this.#starting) return this.#starting.undiscardable();
    const starting = this.#elect();
    this.#starting = starting;
    starting.onAny(() => {
      if (this.#starting === starting) this.#starting = undefined;
    });
    return starting.undiscardable();
  }

  #elect(): Future<void> {
    return loop(
      // One that was given up takes the next with it, if that comes before it has ended.
      () => this.#writer.start().recover((ended) => (ended.isDiscarded ? undefined : ended)),
      (result) =>
        result?.type === 'elected'
          ? breakWith()
          : backOff(this.#log.runtime, ELECTION_BACK_OFF_MS_MIN).andThen(() => proceed()),
    );
  }
}

/** Nothing was sent, and another election may help. */
function isRefusal(error: Error): boolean {
  if (!(error instanceof LogError) || error.outcome !== 'definite') return false;
  return error.code === 'WRITER_NOT_STARTED' || error.code === 'WRITER_DEMOTED';
}

function timedOut(timeoutMs: number, outcome: WriteOutcomeKnown): LogError {
  const what =
    outcome === 'unknown'
      ? 'it may or may not be in the log'
      : 'it is not in the log: no writer was elected';
  return new LogError('WRITE_TIMEOUT', `the write did not end within ${timeoutMs} ms; ${what}`, {
    outcome,
  });
}
