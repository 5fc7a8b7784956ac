import { ResourceError } from '../errors.ts';

/** Scalars count in thousandths, so that what adds up on paper adds up here too. */
const PARTS = 1000;

/**
 * A scalar as a whole number of thousandths, rounded to the nearest, halves away from zero.
 * (Mesos src/common/values.cpp)
 *
 * Throws `RESOURCE_INVALID` for what is no number or too large to count: above about 9.0e12.
 */
export function toThousandths(value: number): number {
  const thousandths = Math.sign(value) * Math.round(Math.abs(value) * PARTS);
  if (Number.isSafeInteger(thousandths)) return thousandths + 0; // no negative zero
  throw new ResourceError('RESOURCE_INVALID', `expected a scalar below 9.0e12, got ${value}`);
}

/** The scalar of a number of thousandths. */
export function fromThousandths(thousandths: number): number {
  if (!Number.isSafeInteger(thousandths)) {
    const message = `the scalar of ${thousandths} thousandths is too large to count`;
    throw new ResourceError('RESOURCE_INVALID', message);
  }
  // In two parts: the only division that is not exact is of a number below a thousand, so that all
  // programs that compute this get the same double.
  const rest = thousandths % PARTS;
  return (thousandths - rest) / PARTS + rest / PARTS;
}

export function addScalars(left: number, right: number): number {
  return fromThousandths(toThousandths(left) + toThousandths(right));
}

export function subtractScalars(left: number, right: number): number {
  return fromThousandths(toThousandths(left) - toThousandths(right));
}
