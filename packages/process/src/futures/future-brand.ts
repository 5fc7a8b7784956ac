/** Marks every future, whichever loaded copy of this package (ESM, CommonJS) it comes from. */
export const FUTURE_BRAND: unique symbol = Symbol.for('quorate.future/1');

/** Whether `value` carries the brand; true also for futures of another copy of this package. */
export function hasFutureBrand(value: unknown): boolean {
  return typeof value === 'object' && value !== null && FUTURE_BRAND in value;
}
