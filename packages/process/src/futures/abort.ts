import type { Future } from './future.ts';

/**
 * Passes an abort on to a future as a discard request, at once if the signal is aborted already.
 * Nothing is kept of either once the future is complete.
 *
 * @returns the future
 */
export function discardOnAbort<T>(future: Future<T>, signal: AbortSignal): Future<T> {
  const discard = (): void => void future.discard();
  if (signal.aborted) {
    discard();
    return future;
  }
  signal.addEventListener('abort', discard, { once: true });
  return future.onAny(() => signal.removeEventListener('abort', discard));
}

/**
 * A signal that aborts when a discard of the future is requested, for work that takes one, such as
 * `fetch`. Never once the future is complete.
 */
export function abortOnDiscard(future: Future<unknown>): AbortSignal {
  const controller = new AbortController();
  future.onDiscard(() => controller.abort());
  return controller.signal;
}
