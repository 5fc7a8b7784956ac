import type { Future } from './future.ts';

/** A completer that nobody can use any more, though its future waits. */
export interface Leak {
  /** Where the completer was made. */
  readonly stack: string;
}

interface Watched {
  readonly future: WeakRef<Future<unknown>>;
  readonly stack: string;
}

let registry: FinalizationRegistry<Watched> | undefined;

/**
 * Tells of completers that were dropped while somebody still holds their futures: those stay
 * pending for ever, which `abandon()` would have said. For development: it takes a stack trace for each
 * future, and hears of a leak only when the engine collects it, if ever. Nothing else depends on it.
 *
 * @returns dispose of it to stop; one detector at a time
 */
export function detectLeaks(report: (leak: Leak) => void): Disposable {
  const mine = new FinalizationRegistry<Watched>(({ future, stack }) => {
    const left = future.deref();
    if (left?.isPending !== true || left.isAbandoned) return;
    report({ stack });
  });
  registry = mine;
  return {
    [Symbol.dispose]: () => {
      if (registry === mine) registry = undefined;
    },
  };
}

/** Internal to this package. */
export function watchForLeak(completer: object, future: Future<unknown>): void {
  if (!registry) return;
  // As text: an error that has not been printed yet holds on to the frames, and they to the completer.
  const { stack = '' } = new Error('made here');
  registry.register(completer, { future: new WeakRef(future), stack });
}
