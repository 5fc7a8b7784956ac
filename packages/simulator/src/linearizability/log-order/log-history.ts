import { LinearizabilityError } from '../errors.ts';
import { checkTimes, periodOf } from '../operation.ts';
import type { Operation } from '../operation.ts';
import type { Violation } from '../violation.ts';

/** Values are texts, such as the hexadecimal form of bytes. Both ends of a read are included. */
export type LogInput =
  | { readonly type: 'append'; readonly value: string }
  | { readonly type: 'read'; readonly from: number; readonly to: number };

/** Of an append its position, of a read what it found; positions may be missing in between. */
export type LogOutput = number | readonly LogEntry[];

/** A value at a position. */
export interface LogEntry {
  readonly position: number;
  readonly value: string;
}

/** An append to a log, or a read of a range of it. */
export type LogOperation = Operation<LogInput, LogOutput>;

/** What a history of a log can violate. */
export type LogRule =
  | 'append-once'
  | 'no-future-reads'
  | 'one-value-per-position'
  | 'read-complete'
  | 'real-time-order'
  | 'unique-positions';

/** A rule that a history of a log violates, with the operations that show it. */
export type LogViolation = Violation<LogRule, LogInput, LogOutput>;

/** An append at the position that it was told, or where a read found it. */
export interface PlacedAppend extends LogEntry {
  readonly operation: LogOperation;
}

/** A read that ended. */
export interface LogRead {
  readonly from: number;
  readonly to: number;
  readonly entries: readonly LogEntry[];
  readonly operation: LogOperation;
}

/** A history sorted into what the rules look at. */
export interface LogHistory {
  /** By position. */
  readonly acknowledged: readonly PlacedAppend[];
  /** All appends by value, whatever became of them. */
  readonly appendsOf: ReadonlyMap<string, readonly LogOperation[]>;
  readonly reads: readonly LogRead[];
}

/** Throws `HISTORY_INVALID` for an output that is none of its operation. */
export function logHistoryOf(history: readonly LogOperation[]): LogHistory {
  checkTimes(history);
  const acknowledged: PlacedAppend[] = [];
  const appendsOf = new Map<string, LogOperation[]>();
  const reads: LogRead[] = [];
  for (const operation of history) {
    const { input, outcome } = operation;
    if (input.type === 'append') {
      const { value } = input;
      const same = appendsOf.get(value);
      if (same) same.push(operation);
      else appendsOf.set(value, [operation]);
      if (outcome.type !== 'succeeded') continue;
      acknowledged.push({ position: positionOf(outcome.output), value, operation });
    } else if (outcome.type === 'succeeded') {
      const { from, to } = input;
      reads.push({ from, to, entries: entriesOf(outcome.output), operation });
    }
  }
  acknowledged.sort(byPosition);
  return { acknowledged, appendsOf, reads };
}

export function byPosition(one: PlacedAppend, other: PlacedAppend): number {
  return one.position - other.position;
}

/** As it is named in messages. */
export function describeLogOperation(operation: LogOperation): string {
  const { client, input } = operation;
  const what =
    input.type === 'append' ? `append of ${input.value}` : `read from ${input.from} to ${input.to}`;
  return `client ${client}'s ${what} (${periodOf(operation)})`;
}

function positionOf(output: LogOutput): number {
  if (typeof output === 'number' && Number.isSafeInteger(output)) return output;
  throw invalid(`an append's output is a position, not ${JSON.stringify(output)}`);
}

function entriesOf(output: LogOutput): readonly LogEntry[] {
  if (typeof output !== 'number') return output;
  throw invalid(`a read's output is a list of entries, not ${output}`);
}

function invalid(message: string): LinearizabilityError {
  return new LinearizabilityError('HISTORY_INVALID', message);
}
