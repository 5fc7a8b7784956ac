import { LogError } from '../errors.ts';

/**
 * A place in the log: an integer from 0 to 2^53-1.
 *
 * Mesos goes up to 2^64-2; what is beyond a JavaScript number's exact range is refused, never
 * rounded to another position.
 */
export type Position = number & { readonly __brand: 'Position' };

/** The number of a proposer's attempt: an integer from 0 to 2^53-1. Higher numbers win. */
export type Proposal = number & { readonly __brand: 'Proposal' };

/** The largest position and the largest proposal. */
export const POSITION_MAX: Position = Number.MAX_SAFE_INTEGER as Position;

/** Throws `POSITION_INVALID` for anything but an integer from 0 to 2^53-1. */
export function toPosition(value: number): Position {
  if (Number.isSafeInteger(value) && value >= 0) return value as Position;
  throw new LogError('POSITION_INVALID', `position is ${describe(value)}; ${EXPECTED}`);
}

/** Throws `PROPOSAL_INVALID` for anything but an integer from 0 to 2^53-1. */
export function toProposal(value: number): Proposal {
  if (Number.isSafeInteger(value) && value >= 0) return value as Proposal;
  throw new LogError('PROPOSAL_INVALID', `proposal is ${describe(value)}; ${EXPECTED}`);
}

const EXPECTED = `expected an integer from 0 to ${Number.MAX_SAFE_INTEGER}`;

/** Callers without types may pass anything, such as a bigint or an object without toString. */
function describe(value: unknown): string {
  return typeof value === 'number' ? `${value}` : `a ${typeof value}`;
}
