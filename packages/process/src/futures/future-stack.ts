/**
 * The work that is left to do, kept on the heap.
 *
 * Callbacks run inside the call that causes them, depth first, just as recursion would run them;
 * yet a chain of a million futures needs no more stack than a single one.
 */

import { type FutureCore, isSpecific, type Reaction, ROLE_MASK } from './future-core.ts';

/** Several pieces of work, done one at a time. */
export interface Frame {
  readonly below: Frame | undefined;
  /** Does one piece; takes the frame off before it does the last one. */
  advance(): void;
}

let top: Frame | undefined;
let depth = 0;

/** What a new frame has below it. */
export function topFrame(): Frame | undefined {
  return top;
}

export function pushFrame(frame: Frame): void {
  top = frame;
}

function popFrame(frame: Frame): void {
  top = frame.below;
}

/**
 * Does everything above `base`, that is, what the call in progress has caused.
 *
 * The outermost call clears the stack whatever `base` says: where a callback made the engine run
 * out of stack, frames of the call that broke off are still waiting for their turn.
 */
export function unwind(base: Frame | undefined): void {
  const end = depth === 0 ? undefined : base;
  depth += 1;
  try {
    while (top !== end && top !== undefined) top.advance();
  } finally {
    depth -= 1;
  }
}

/** The reactions to a completion: those of the reached state first, then all others. */
export class CompletionFrame implements Frame {
  readonly below = top;
  readonly #core: FutureCore;
  readonly #reactions: readonly Reaction[];
  readonly #serve: (core: FutureCore, reaction: Reaction) => void;
  #index = 0;
  #specific = true;

  constructor(
    core: FutureCore,
    reactions: readonly Reaction[],
    serve: (core: FutureCore, reaction: Reaction) => void,
  ) {
    this.#core = core;
    this.#reactions = reactions;
    this.#serve = serve;
  }

  advance(): void {
    const reactions = this.#reactions;
    while (this.#index < reactions.length) {
      const reaction = reactions[this.#index] as Reaction;
      this.#index += 1;
      if (isSpecific(reaction.bits & ROLE_MASK) !== this.#specific) continue;
      if (!this.#specific && this.#index === reactions.length) popFrame(this);
      this.#serve(this.#core, reaction);
      return;
    }
    if (this.#specific) {
      this.#specific = false;
      this.#index = 0;
    } else {
      popFrame(this);
    }
  }
}

/** A list of one entry or more, served in order. */
export class ListFrame<E> implements Frame {
  readonly below = top;
  readonly #core: FutureCore;
  readonly #list: readonly E[];
  readonly #serve: (core: FutureCore, entry: E) => void;
  #index = 0;

  constructor(core: FutureCore, list: readonly E[], serve: (core: FutureCore, entry: E) => void) {
    this.#core = core;
    this.#list = list;
    this.#serve = serve;
  }

  advance(): void {
    const entry = this.#list[this.#index] as E;
    this.#index += 1;
    if (this.#index === this.#list.length) popFrame(this);
    this.#serve(this.#core, entry);
  }
}
