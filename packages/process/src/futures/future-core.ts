/**
 * The representation that `Future` and the propagation of results share.
 *
 * A future derived from another one is its own registration there: the callback sits in its
 * `result` until it has a result of its own. That keeps a link of a chain at two objects.
 */

/** Told once about a failed future that nobody looked at, and about a callback that threw. */
export type FailureReporter = (error: Error, future: PromiseLike<unknown>) => void;

/** Something registered with a future: a callback, or another future that depends on it. */
export interface Reaction {
  bits: number;
  result: unknown;
}

/** Told about a discard request: a callback, or a future to pass the request on to. */
export type DiscardEntry = (() => void) | FutureCore;

export interface FutureCore extends Reaction {
  /** Value or error; while pending, what the role needs to get there. */
  result: unknown;
  reactions: Reaction | Reaction[] | undefined;
  discards: DiscardEntry | DiscardEntry[] | undefined;
  /** The one future this one waits for. A registration counts only while it is the current one. */
  upstream: FutureCore | undefined;
  reporter: FailureReporter | undefined;
}

const PENDING = 0;
export const READY = 1;
export const FAILED = 2;
export const DISCARDED = 3;
export type Outcome = typeof READY | typeof FAILED | typeof DISCARDED;

export const STATE_MASK = 3;
/** A discard was requested; not a state. */
export const DISCARD = 4;
/** Nobody is left who could complete it; not a state. */
export const ABANDONED = 8;
/** Follows another future or a callback's: its completer has no say any more. */
export const ASSOCIATED = 16;
/** Someone would notice if it failed. */
export const LOOKED_AT = 32;

export const ROLE_MASK = 15 << 8;
export const NO_ROLE = 0;
export const FOLLOW = 1 << 8;
export const ON_READY = 2 << 8;
export const ON_FAILED = 3 << 8;
export const ON_DISCARDED = 4 << 8;
export const ON_ANY = 5 << 8;
export const ON_ABANDONED = 6 << 8;
export const MIRROR = 7 << 8; // follows, but keeps discard requests to itself
export const AND_THEN = 8 << 8;
export const RECOVER = 9 << 8;
export const REPAIR = 10 << 8;
export const AFTER = 11 << 8;
export const AWAIT = 12 << 8; // Promise/A+ then
export const AWAIT_ABANDONED = 13 << 8; // its rejection is on the way, and final

/**
 * Whether a role acts before all others at completion: the callbacks of the reached state come
 * before those of any state, and upstream sets an associated future by callbacks of the first kind.
 */
export function isSpecific(role: number): boolean {
  return role <= ON_DISCARDED;
}

export function stateOf(core: Reaction): number {
  return core.bits & STATE_MASK;
}

export function isPending(core: Reaction): boolean {
  return (core.bits & STATE_MASK) === PENDING;
}

export function addReaction(core: FutureCore, reaction: Reaction): void {
  const { reactions } = core;
  if (reactions === undefined) core.reactions = reaction;
  else if (Array.isArray(reactions)) reactions.push(reaction);
  else core.reactions = [reactions, reaction];
}

/** Undoes `addReaction`, so that a long-lived future does not collect what it will never serve. */
export function removeReaction(core: FutureCore, reaction: Reaction): void {
  core.reactions = without(core.reactions, reaction);
}

export function addDiscard(core: FutureCore, entry: DiscardEntry): void {
  const { discards } = core;
  if (discards === undefined) core.discards = entry;
  else if (Array.isArray(discards)) discards.push(entry);
  else core.discards = [discards, entry];
}

/** Stops waiting for the upstream future, and lets go of it. */
export function detach(core: FutureCore): void {
  const { upstream } = core;
  core.bits &= ~ROLE_MASK;
  core.result = undefined;
  core.upstream = undefined;
  if (core.discards === upstream) core.discards = undefined;
  else if (upstream !== undefined) core.discards = without(core.discards, upstream);
}

function without<E extends object>(list: E | E[] | undefined, entry: E): E | E[] | undefined {
  if (list === entry) return undefined;
  if (Array.isArray(list)) {
    const index = list.lastIndexOf(entry); // what goes is mostly what came last
    if (index >= 0) list.splice(index, 1);
  }
  return list;
}
