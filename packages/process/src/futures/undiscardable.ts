import type { Future } from './future.ts';

/** As `future.undiscardable()`. */
export function undiscardable<T>(future: Future<T>): Future<T>;
/** Makes a function whose futures keep discard requests to themselves; for use in `andThen`. */
export function undiscardable<A extends readonly unknown[], T>(
  f: (...args: A) => Future<T>,
): (...args: A) => Future<T>;
export function undiscardable<A extends readonly unknown[], T>(
  subject: Future<T> | ((...args: A) => Future<T>),
): Future<T> | ((...args: A) => Future<T>) {
  if (typeof subject !== 'function') return subject.undiscardable();
  return (...args) => subject(...args).undiscardable();
}
