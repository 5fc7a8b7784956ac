import { macrotask } from '../adapters/turn.ts';
import type { Future } from '../futures/future.ts';
import type { VirtualClock } from '../clocks/virtual-clock.ts';

/** How long, in real time, the functions below let the event loop turn before they give up. */
const PATIENCE_MS = 4_000;

/** Lets the event loop turn until `future` is ready and gives its value; throws otherwise. */
export async function expectReady<T>(future: Future<T>): Promise<T> {
  await turnUntil(() => !future.isPending);
  if (!future.isReady) throw unexpected('ready', future);
  return future.value();
}

/** Expects `future` to fail, with an error of this `code` when one is given; gives the error. */
export async function expectFailed(future: Future<unknown>, code?: string): Promise<Error> {
  future.onFailed(() => undefined);
  await turnUntil(() => !future.isPending);
  if (!future.isFailed) throw unexpected('failed', future);
  const failure = future.failure();
  const actual = (failure as { code?: unknown }).code;
  if (code !== undefined && actual !== code) {
    throw new Error(`expected a failure with code ${code}, got ${String(actual)}`, {
      cause: failure,
    });
  }
  return failure;
}

/** Expects `future` to end discarded. */
export async function expectDiscarded(future: Future<unknown>): Promise<void> {
  await turnUntil(() => !future.isPending);
  if (!future.isDiscarded) throw unexpected('discarded', future);
}

/** Expects that nobody can complete `future` any more. */
export async function expectAbandoned(future: Future<unknown>): Promise<void> {
  await turnUntil(() => future.isAbandoned || !future.isPending);
  if (!future.isAbandoned) throw unexpected('abandoned', future);
}

/** Settles the clock and expects `future` to be pending still. */
export async function expectPending(future: Future<unknown>, clock: VirtualClock): Promise<void> {
  await clock.settle();
  if (!future.isPending) throw unexpected('pending', future);
}

/**
 * Lets the event loop turn `count` times: for tests that hold I/O back, which `settle` would wait
 * for.
 */
export async function turns(count = 20): Promise<void> {
  for (let turn = 0; turn < count; turn++) {
    await new Promise<void>((resolve) => macrotask(resolve));
  }
}

async function turnUntil(done: () => boolean): Promise<void> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  while (!done()) {
    if (performance.now() > giveUpAt) return;
    await turns(1);
  }
}

function unexpected(expected: string, future: Future<unknown>): Error {
  const options = future.isFailed ? { cause: future.failure() } : undefined;
  return new Error(`expected a future that is ${expected}, got: ${future}`, options);
}
