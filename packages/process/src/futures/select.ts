import { Completer } from './completer.ts';
import { Registrations } from './future-gather.ts';
import { coreOf, type Future } from './future.ts';

/** The future that became ready first, and where it stood among the others. */
export interface Selected<F> {
  readonly index: number;
  readonly future: F;
}

/**
 * Waits until one of the futures is ready, and tells which.
 *
 * Those that fail or are discarded do not count; when none is left that could become ready, the
 * result is abandoned. A discard request makes the result discarded at once, and leaves the
 * futures alone. Source: libprocess future.hpp.
 */
export function select<F extends Future<unknown>>(futures: Iterable<F>): Future<Selected<F>> {
  const inputs = [...futures];
  const reporter = inputs[0] && coreOf(inputs[0]).reporter;
  const completer = new Completer<Selected<F>>(reporter && { reporter });
  const registrations = new Registrations();
  let left = inputs.length;
  const onOut = (): void => {
    left -= 1;
    if (left === 0) completer.abandon();
  };
  if (left === 0) completer.abandon();
  completer.future.onDiscard(() => {
    completer.discard();
    registrations.removeAll();
  });
  inputs.forEach((future, index) => {
    const onEnd = (): void => {
      if (!future.isReady) {
        if (!future.isAbandoned) onOut(); // else it is out already
      } else if (completer.set({ index, future })) {
        registrations.removeAll();
      }
    };
    registrations.add(future, onEnd, onOut);
  });
  if (!completer.future.isPending) registrations.removeAll();
  return completer.future;
}
