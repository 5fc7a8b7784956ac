import { macrotask } from '../adapters/turn.ts';
import { type FailureReporter, type FutureCore, LOOKED_AT } from './future-core.ts';
import { toError } from './future-error.ts';

let defaultReporter: FailureReporter = throwOutside;
let unseen: FutureCore[] = [];

/**
 * Replaces what happens to the failures of futures without a reporter of their own: a failed
 * future nobody has looked at by the end of the turn, and an error thrown by a callback such as
 * `onReady`'s. At first such an error is thrown from a turn of its own, so that it ends the
 * program as an uncaught exception does.
 *
 * @param reporter undefined restores that first behaviour
 */
export function setUnhandledFailureReporter(reporter: FailureReporter | undefined): void {
  defaultReporter = reporter ?? throwOutside;
}

/** Keeps a failed future in mind until the end of the turn, then reports it if still unseen. */
export function noteFailure(core: FutureCore): void {
  if (unseen.length === 0) macrotask(reportUnseen);
  unseen.push(core);
}

/** Reports an error that a callback of `core` threw: no result is left to carry it. */
export function reportThrown(core: FutureCore, thrown: unknown): void {
  report(core, toError(thrown));
}

function reportUnseen(): void {
  const failed = unseen;
  unseen = [];
  for (const core of failed) {
    if ((core.bits & LOOKED_AT) === 0) report(core, core.result as Error);
  }
}

function report(core: FutureCore, error: Error): void {
  const reporter = core.reporter ?? defaultReporter;
  try {
    reporter(error, core as unknown as PromiseLike<unknown>);
  } catch (thrown) {
    throwOutside(error);
    throwOutside(toError(thrown));
  }
}

/** Throws it from a turn of its own, where nobody catches it: it ends a Node program. */
export function throwOutside(error: Error): void {
  macrotask(() => {
    throw error;
  });
}
