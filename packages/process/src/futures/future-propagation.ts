/**
 * How completions, discard requests and abandonment travel from future to future.
 *
 * Each step changes one future, and leaves what follows from that to `run`: it gives back the
 * future it completed, or pushes a frame.
 */
import { FUTURE_BRAND } from './future-brand.ts';
import {
  ABANDONED,
  addDiscard,
  addReaction,
  AFTER,
  AND_THEN,
  ASSOCIATED,
  AWAIT,
  AWAIT_ABANDONED,
  detach,
  DISCARD,
  DISCARDED,
  type DiscardEntry,
  FAILED,
  FOLLOW,
  type FutureCore,
  isPending,
  LOOKED_AT,
  MIRROR,
  NO_ROLE,
  ON_ABANDONED,
  ON_ANY,
  ON_DISCARDED,
  ON_FAILED,
  ON_READY,
  type Outcome,
  type Reaction,
  READY,
  RECOVER,
  removeReaction,
  REPAIR,
  ROLE_MASK,
  STATE_MASK,
  stateOf,
} from './future-core.ts';
import { closesCycle } from './future-cycle.ts';
import { cycleError, FutureError, reasonOf, toError } from './future-error.ts';
import { noteFailure, reportThrown } from './future-failures.ts';
import { jobQueue } from './future-jobs.ts';
import {
  CompletionFrame,
  type Frame,
  ListFrame,
  pushFrame,
  topFrame,
  unwind,
} from './future-stack.ts';
import type { Cancellable } from '../clocks/timer-source.ts';

/** A completed future whose reactions have not run yet, if the step led to one. */
export type Next = FutureCore | undefined;

export type Handler = (argument: unknown) => unknown;

type Method = (...args: unknown[]) => unknown;

/** What a future made by `after` holds while it waits. */
export interface Expiry {
  timer: Cancellable | undefined;
}

/** What a future made by `then` holds while it waits; what is no function is ignored. */
export interface Handlers {
  readonly onFulfilled: unknown;
  readonly onRejected: unknown;
}

/** Runs what the completion of `next` causes, and every frame above `base`. */
export function run(next: Next, base: Frame | undefined): void {
  propagate(next);
  if (topFrame() !== base) unwind(base);
}

/** Goes along a chain as long as each future has one reaction; a fork becomes a frame. */
function propagate(completed: Next): void {
  let next = completed;
  while (next !== undefined) {
    const { reactions } = next;
    next.reactions = undefined;
    if (reactions === undefined) return;
    if (Array.isArray(reactions)) {
      pushFrame(new CompletionFrame(next, reactions, serveCompletion));
      return;
    }
    next = reactToCompletion(next, reactions);
  }
}

export function finish(core: FutureCore, outcome: Outcome, result: unknown): Next {
  core.bits = (core.bits & ~ROLE_MASK) | outcome;
  core.result = result;
  core.discards = undefined;
  core.upstream = undefined;
  if (outcome === FAILED && (core.bits & LOOKED_AT) === 0) noteFailure(core);
  return core.reactions === undefined ? undefined : core;
}

function copy(core: FutureCore, source: FutureCore): Next {
  return finish(core, stateOf(source) as Outcome, source.result);
}

/** The Promise/A+ resolution procedure, with futures followed by `follow`. */
export function resolve(core: FutureCore, value: unknown): Next {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) {
    return finish(core, READY, value);
  }
  core.bits |= ASSOCIATED; // what follows is foreign code: it must not complete the future
  let then: unknown;
  let isFuture: boolean;
  try {
    then = (value as { then?: unknown }).then;
    isFuture = typeof then === 'function' && FUTURE_BRAND in value;
  } catch (thrown) {
    return failWith(core, thrown);
  }
  if (typeof then !== 'function') return finish(core, READY, value);
  return isFuture ? follow(core, value as FutureCore) : adopt(core, value, then as Method);
}

/** Futures that wait for another one but are not registered there yet: see `follow`. */
let joining = 0;

function follow(core: FutureCore, other: FutureCore): Next {
  if (closesCycle(core, other, joining === 0)) return finish(core, FAILED, cycleError());
  core.bits = (core.bits & ~ROLE_MASK) | FOLLOW | ASSOCIATED;
  core.result = undefined;
  core.upstream = other;
  core.reporter ??= other.reporter;
  other.bits |= LOOKED_AT;
  if ((core.bits & DISCARD) !== 0) {
    joining += 1;
    pushFrame(new ListFrame(core, [other], serveJoin)); // served after what the request causes
    requestDiscard(other);
    return undefined;
  }
  if (isPending(other)) addDiscard(core, other);
  return join(core, other);
}

function join(core: FutureCore, other: FutureCore): Next {
  if (!isPending(other)) return copy(core, other);
  addReaction(other, core);
  if ((other.bits & ABANDONED) !== 0) markAbandoned(core);
  return undefined;
}

function adopt(core: FutureCore, thenable: object, then: Method): Next {
  let settled = false;
  const once = (step: (core: FutureCore, value: unknown) => Next) => (value: unknown) => {
    if (settled) return;
    settled = true;
    const base = topFrame();
    run(step(core, value), base);
  };
  const reject = once(failWith);
  try {
    Reflect.apply(then, thenable, [once(resolve), reject]);
  } catch (thrown) {
    reject(thrown);
  }
  return undefined;
}

function failWith(core: FutureCore, reason: unknown): Next {
  return finish(core, FAILED, toError(reason));
}

/** Completes a derived future with what its callback makes of `argument`. */
export function apply(core: FutureCore, f: Handler, argument: unknown): Next {
  detach(core);
  let value: unknown;
  try {
    value = f(argument);
  } catch (thrown) {
    return failWith(core, thrown);
  }
  return resolve(core, value);
}

export function requestDiscard(core: FutureCore): boolean {
  if ((core.bits & (STATE_MASK | DISCARD)) !== 0) return false;
  core.bits |= DISCARD;
  const { discards } = core;
  core.discards = undefined;
  if (discards !== undefined) {
    const entries = Array.isArray(discards) ? discards : [discards];
    pushFrame(new ListFrame(core, entries, serveDiscard));
  }
  return true;
}

export function markAbandoned(core: FutureCore): void {
  if ((core.bits & (STATE_MASK | ABANDONED)) !== 0) return;
  core.bits |= ABANDONED;
  const { reactions } = core;
  if (reactions === undefined) return;
  const snapshot = Array.isArray(reactions) ? [...reactions] : [reactions];
  pushFrame(new ListFrame(core, snapshot, serveAbandonment));
}

// ---- reactions

export function reactToCompletion(source: FutureCore, reaction: Reaction): Next {
  const role = reaction.bits & ROLE_MASK;
  switch (role) {
    case ON_ANY:
      return notify(source, reaction.result as Handler, source);
    case ON_READY:
    case ON_FAILED:
    case ON_DISCARDED:
      if (role !== CALLBACK_ROLES[stateOf(source)]) return undefined;
      return notify(source, reaction.result as Handler, source.result);
    case ON_ABANDONED:
      return undefined;
    default:
      return completeDerived(source, reaction as FutureCore, role);
  }
}

const CALLBACK_ROLES = [NO_ROLE, ON_READY, ON_FAILED, ON_DISCARDED] as const;

function completeDerived(source: FutureCore, derived: FutureCore, role: number): Next {
  // Recovered, expired or already told by an earlier registration: it waits for another one now.
  if (derived.upstream !== source) return undefined;
  const state = stateOf(source);
  switch (role) {
    case AND_THEN:
      if (state !== READY) return copy(derived, source);
      if ((source.bits & DISCARD) !== 0) return finish(derived, DISCARDED, undefined);
      return apply(derived, derived.result as Handler, source.result);
    case RECOVER:
      return state === READY ? copy(derived, source) : recover(derived, source);
    case REPAIR:
      if (state !== FAILED) return copy(derived, source);
      return apply(derived, derived.result as Handler, source);
    case AFTER:
      cancelTimer(source, (derived.result as Expiry).timer);
      return copy(derived, source);
    case AWAIT:
      queueAwait(derived);
      return undefined;
    case FOLLOW:
    case MIRROR:
      return copy(derived, source);
    default:
      return undefined; // AWAIT_ABANDONED
  }
}

export function reactToAbandonment(source: FutureCore, reaction: Reaction): Next {
  const role = reaction.bits & ROLE_MASK;
  if (role === ON_ABANDONED) {
    reaction.bits = NO_ROLE;
    return notify(source, reaction.result as Handler, undefined);
  }
  const derived = reaction as FutureCore; // of a callback, the next line makes an end
  if (derived.upstream !== source) return undefined;
  if (role === RECOVER) {
    removeReaction(source, derived);
    return recover(derived, source);
  }
  if (role === AWAIT) {
    derived.bits = (derived.bits & ~ROLE_MASK) | AWAIT_ABANDONED;
    queueAwait(derived);
  } else if (role !== AWAIT_ABANDONED) {
    markAbandoned(derived);
  }
  return undefined;
}

/** An earlier request must not discard what the callback starts; a later one still reaches it. */
function recover(derived: FutureCore, source: FutureCore): Next {
  derived.bits &= ~DISCARD;
  return apply(derived, derived.result as Handler, source);
}

export function notify(core: FutureCore, callback: Handler, argument: unknown): undefined {
  try {
    callback(argument);
  } catch (thrown) {
    reportThrown(core, thrown);
  }
}

function cancelTimer(source: FutureCore, timer: Cancellable | undefined): void {
  try {
    timer?.cancel();
  } catch (thrown) {
    reportThrown(source, thrown);
  }
}

/** What `then` owes its caller a microtask later. */
const queueAwait = jobQueue((derived: FutureCore): void => {
  const { upstream: source } = derived;
  if (source === undefined) return;
  const { onFulfilled, onRejected } = derived.result as Handlers;
  const abandoned = (derived.bits & ROLE_MASK) === AWAIT_ABANDONED;
  const ready = !abandoned && stateOf(source) === READY;
  const outcome = ready ? source.result : rejectionOf(source, abandoned);
  const handler = ready ? onFulfilled : onRejected;
  const base = topFrame();
  if (typeof handler !== 'function') run(finish(derived, ready ? READY : FAILED, outcome), base);
  else run(apply(derived, handler as Handler, ready ? outcome : reasonOf(outcome as Error)), base);
});

function rejectionOf(source: FutureCore, abandoned: boolean): Error {
  if (abandoned) {
    return new FutureError('FUTURE_ABANDONED', 'nobody is left who could complete the future');
  }
  if (stateOf(source) === FAILED) return source.result as Error;
  return new FutureError('FUTURE_DISCARDED', 'the future was discarded');
}

// ---- what frames do with each entry

function serveCompletion(core: FutureCore, reaction: Reaction): void {
  propagate(reactToCompletion(core, reaction));
}

function serveAbandonment(core: FutureCore, reaction: Reaction): void {
  propagate(reactToAbandonment(core, reaction));
}

function serveDiscard(core: FutureCore, entry: DiscardEntry): void {
  if (typeof entry === 'function') notify(core, entry, undefined);
  else requestDiscard(entry);
}

function serveJoin(core: FutureCore, other: FutureCore): void {
  joining -= 1;
  propagate(join(core, other));
}
