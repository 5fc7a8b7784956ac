import { FutureError } from './future-error.ts';
import { gather } from './future-gather.ts';
import type { Future } from './future.ts';

/** The type of the value of a future. */
export type ValueOf<F> = F extends Future<infer V> ? V : never;

/**
 * Waits until all futures are ready, and gives their values in the order of the futures.
 *
 * The first that fails or is discarded makes the result fail with a `FutureError`
 * `FUTURE_COLLECT_FAILED` whose message names its index and whose `cause` is its failure; the
 * others go on. An abandoned one makes the result abandoned. A discard request goes to every
 * future and then makes the result discarded, whatever they do.
 *
 * The result completes in a microtask, never inside this call or that which completes a future;
 * without futures it is ready at once. Source: libprocess collect.hpp.
 */
export function collect<F extends readonly Future<unknown>[] | []>(
  futures: F,
): Future<{ -readonly [I in keyof F]: ValueOf<F[I]> }>;
export function collect<T>(futures: Iterable<Future<T>>): Future<T[]>;
export function collect<T>(futures: Iterable<Future<T>>): Future<T[]> {
  const inputs = [...futures];
  return gather(inputs, collectError, () => inputs.map((input) => input.value()));
}

/**
 * Waits until all futures are complete in any way, and gives them in the same order; it never
 * fails. Abandonment, discard requests and the time of completion are as in `collect`.
 *
 * Source: `await` in libprocess collect.hpp.
 */
export function awaitAll<F extends readonly Future<unknown>[] | []>(
  futures: F,
): Future<{ -readonly [I in keyof F]: F[I] }>;
export function awaitAll<F extends Future<unknown>>(futures: Iterable<F>): Future<F[]>;
export function awaitAll<F extends Future<unknown>>(futures: Iterable<F>): Future<F[]> {
  const inputs = [...futures];
  return gather(
    inputs,
    () => undefined,
    () => inputs,
  );
}

/**
 * Waits until one future is complete in any way. It lets a chain go on when it is discarded even
 * though `future` ignores the request; else it is as `awaitAll`.
 */
export function awaitOne<F extends Future<unknown>>(future: F): Future<{ readonly future: F }> {
  return gather(
    [future],
    () => undefined,
    () => ({ future }),
  );
}

function collectError(input: Future<unknown>, index: number): Error | undefined {
  if (input.isReady) return undefined;
  const cause = input.isFailed
    ? input.failure()
    : new FutureError('FUTURE_DISCARDED', 'future discarded');
  const message = `Collect failed: ${cause.message} (input ${index})`;
  return new FutureError('FUTURE_COLLECT_FAILED', message, { cause });
}
