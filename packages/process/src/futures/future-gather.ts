import { microtask } from '../adapters/turn.ts';
import { Completer } from './completer.ts';
import {
  addDiscard,
  type FutureCore,
  ON_ABANDONED,
  ON_ANY,
  type Reaction,
  removeReaction,
} from './future-core.ts';
import { register } from './future-operations.ts';
import { coreOf, Future } from './future.ts';

/** Registrations with several futures, taken back when the outcome no longer depends on them. */
export class Registrations {
  readonly #cores: FutureCore[] = [];
  readonly #reactions: Reaction[] = [];

  /** Calls `onEnd` when `input` is complete, and `onAbandoned` when it is abandoned. */
  add<F extends Future<unknown>>(input: F, onEnd: () => void, onAbandoned: () => void): void {
    const core = coreOf(input);
    this.#keep(core, register(core, ON_ANY, onEnd));
    this.#keep(core, register(core, ON_ABANDONED, onAbandoned));
  }

  /** Otherwise an input that outlives many a `select` would remember each of them. */
  removeAll(): void {
    // Backwards, so that each is the last of its future: one input may be listed 100,000 times.
    for (let core = this.#cores.pop(); core !== undefined; core = this.#cores.pop()) {
      const reaction = this.#reactions.pop();
      if (reaction !== undefined) removeReaction(core, reaction);
    }
  }

  #keep(core: FutureCore, reaction: Reaction | undefined): void {
    if (reaction === undefined) return;
    this.#cores.push(core);
    this.#reactions.push(reaction);
  }
}

/**
 * Waits for all inputs, as a process of its own would: its future completes in a microtask, never
 * inside the call that completes an input.
 *
 * @param refuse the error that a completed input makes the whole fail with, if any
 * @param result called once, when every input is complete and none was refused
 */
export function gather<F extends Future<unknown>, R>(
  inputs: readonly F[],
  refuse: (input: F, index: number) => Error | undefined,
  result: () => R,
): Future<R> {
  const [first] = inputs;
  if (first === undefined) return Future.ready(result());
  const { reporter } = coreOf(first);
  const completer = new Completer<R>(reporter && { reporter });
  const registrations = new Registrations();
  let left = inputs.length;
  let decide: (() => void) | undefined;
  const conclude = (): void => {
    decide?.();
    registrations.removeAll();
  };
  const schedule = (decision: () => void): void => {
    if (decide === undefined) microtask(conclude);
    decide = decision;
  };
  const onEnd = (input: F, index: number): void => {
    left -= 1;
    if (decide !== undefined) return;
    const error = refuse(input, index);
    if (error !== undefined) schedule(() => completer.fail(error));
    else if (left === 0) schedule(() => completer.set(result()));
  };
  const onAbandoned = (): void => {
    microtask(() => completer.abandon());
  };
  inputs.forEach((input, index) => {
    addDiscard(coreOf(completer.future), coreOf(input));
    registrations.add(
      input,
      () => {
        onEnd(input, index);
      },
      onAbandoned,
    );
  });
  // Registered behind the inputs: each has its request before the result is discarded. A request
  // wins over an outcome that is decided but not yet there.
  completer.future.onDiscard(() => {
    schedule(() => completer.discard());
  });
  return completer.future;
}
