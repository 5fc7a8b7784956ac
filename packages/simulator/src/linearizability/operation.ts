import { LinearizabilityError } from './errors.ts';

/**
 * How an operation ended, as its client saw it.
 *
 * - `succeeded`: with this output, at this time;
 * - `failed`: definitely without effect. It places no constraint. A comparison that told its client
 *   that it failed is no failure in this sense, but an output;
 * - `unknown`: it may have taken effect at any time after it was invoked, or never.
 */
export type Outcome<Output> =
  | { readonly type: 'succeeded'; readonly at: number; readonly output: Output }
  | { readonly type: 'failed' }
  | { readonly type: 'unknown' };

/**
 * One operation of a client. Times are on a scale of one's own, only their order counts: an operation
 * was before another if it succeeded at an earlier time than the other was invoked. Operations that
 * touch at equal times are concurrent.
 */
export interface Operation<Input, Output> {
  readonly client: string;
  readonly input: Input;
  readonly invoked: number;
  readonly outcome: Outcome<Output>;
}

/** When an operation was over; `Infinity` for one that stays open to the end of the history. */
export function returnedAt({ outcome }: Operation<unknown, unknown>): number {
  return outcome.type === 'succeeded' ? outcome.at : Infinity;
}

/** When an operation ran, as it is named in messages. */
export function periodOf({ invoked, outcome }: Operation<unknown, unknown>): string {
  return outcome.type === 'succeeded' ? `from ${invoked} to ${outcome.at}` : `from ${invoked} on`;
}

/** Throws `HISTORY_INVALID` for times that are not finite, or an end before the beginning. */
export function checkTimes(history: readonly Operation<unknown, unknown>[]): void {
  for (const [index, { client, invoked, outcome }] of history.entries()) {
    const ended = outcome.type === 'succeeded' ? outcome.at : invoked;
    if (Number.isFinite(invoked) && Number.isFinite(ended) && invoked <= ended) continue;
    const message =
      `operation ${index}, of client ${client}, was invoked at ${invoked} and ended at ${ended}: ` +
      'times are finite, and an end is not before its beginning';
    throw new LinearizabilityError('HISTORY_INVALID', message);
  }
}
