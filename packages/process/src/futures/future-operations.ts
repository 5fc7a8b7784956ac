/** What completers and futures call. Everything a call causes has happened when it returns. */
import {
  ABANDONED,
  addDiscard,
  addReaction,
  AFTER,
  ASSOCIATED,
  DISCARD,
  type FutureCore,
  isPending,
  LOOKED_AT,
  MIRROR,
  ON_ABANDONED,
  ON_ANY,
  ON_FAILED,
  type Outcome,
  type Reaction,
  removeReaction,
  ROLE_MASK,
  STATE_MASK,
} from './future-core.ts';
import {
  apply,
  finish,
  type Handler,
  markAbandoned,
  notify,
  reactToAbandonment,
  reactToCompletion,
  requestDiscard,
  resolve,
  run,
} from './future-propagation.ts';
import { topFrame } from './future-stack.ts';

/** Completes a future for its completer; false if it has no say any more. */
export function complete(core: FutureCore, outcome: Outcome, result: unknown): boolean {
  if ((core.bits & (STATE_MASK | ASSOCIATED)) !== 0) return false;
  const next = finish(core, outcome, result);
  if (next !== undefined) run(next, topFrame());
  return true;
}

/** Completes a future with `value`, or makes it follow `value` if that is a future or thenable. */
export function completeWith(core: FutureCore, value: unknown): boolean {
  if ((core.bits & (STATE_MASK | ASSOCIATED)) !== 0) return false;
  const base = topFrame();
  run(resolve(core, value), base);
  return true;
}

/** Marks a future as one that nobody can complete. */
export function abandon(core: FutureCore): boolean {
  if ((core.bits & (STATE_MASK | ASSOCIATED | ABANDONED)) !== 0) return false;
  const base = topFrame();
  markAbandoned(core);
  run(undefined, base);
  return true;
}

/** Requests a discard. */
export function discard(core: FutureCore): boolean {
  const base = topFrame();
  const requested = requestDiscard(core);
  run(undefined, base);
  return requested;
}

/**
 * Makes a new future wait for `source` in the given role.
 *
 * @param held what the role needs: the callback, an `Expiry` or `Handlers`
 */
export function derive(source: FutureCore, derived: FutureCore, role: number, held: unknown): void {
  source.bits |= LOOKED_AT;
  derived.bits = role | ASSOCIATED;
  derived.result = held;
  derived.upstream = source;
  if (!isPending(source)) {
    const base = topFrame();
    run(reactToCompletion(source, derived), base);
    return;
  }
  if (role !== MIRROR) derived.discards = source;
  addReaction(source, derived);
  if ((source.bits & ABANDONED) !== 0) {
    const base = topFrame();
    run(reactToAbandonment(source, derived), base);
  }
}

/** Lets a future made by `after` follow what `f` returns, unless its source was faster. */
export function expire(derived: FutureCore, f: Handler): void {
  const { upstream: source } = derived;
  if ((derived.bits & ROLE_MASK) !== AFTER || source === undefined) return;
  const base = topFrame();
  removeReaction(source, derived);
  run(apply(derived, f, source), base);
}

/**
 * Registers a callback; `role` says for what.
 *
 * @returns what `removeReaction` takes; undefined if the callback has run or never will
 */
export function register(core: FutureCore, role: number, callback: Handler): Reaction | undefined {
  if (role === ON_ANY || role === ON_FAILED) core.bits |= LOOKED_AT;
  const reaction: Reaction = { bits: role, result: callback };
  if (role === ON_ABANDONED && (core.bits & ABANDONED) !== 0) {
    reactToAbandonment(core, reaction);
  } else if (isPending(core)) {
    addReaction(core, reaction);
    return reaction;
  } else {
    reactToCompletion(core, reaction);
  }
  return undefined;
}

/** Registers a callback for a discard request. */
export function registerDiscard(core: FutureCore, callback: () => void): void {
  if ((core.bits & DISCARD) !== 0) notify(core, callback, undefined);
  else if (isPending(core)) addDiscard(core, callback);
}
