import { macrotask, microtask } from './adapters/turn.ts';
import { Ring } from './ring.ts';

/** Something that can be given a turn. */
export interface Runnable {
  /** Serves at most `budget` events and says how many it served. */
  run(budget: number): number;
  /** Whether it has more to serve. */
  readonly runnable: boolean;
}

/** Decides which of the processes that can go on has the next turn. */
export interface Scheduler {
  /** Whether nobody waits for a turn, or is having one. */
  readonly isIdle: boolean;
  /** Queues for a turn. The caller makes sure that nothing is queued twice. */
  add(runnable: Runnable): void;
  /** No turn is given any more. */
  stop(): void;
}

/**
 * Gives processes their turns, first come, first served.
 *
 * It drains in microtasks, which costs next to nothing, but after `turnBudget` events it lets the
 * event loop take a turn: otherwise two processes that keep messaging each other would starve
 * every timer and socket. The budget spans microtasks, because handlers that `await` come back in
 * new ones without the loop ever turning.
 */
export class RunQueue implements Scheduler {
  readonly #queue = new Ring<Runnable>();
  readonly #turnBudget: number;
  #budget: number;
  #armed = false; // a drain is scheduled
  #stopped = false;
  #draining = false;

  constructor(turnBudget: number) {
    this.#turnBudget = turnBudget;
    this.#budget = turnBudget;
  }

  get isIdle(): boolean {
    return this.#queue.length === 0 && !this.#draining;
  }

  add(runnable: Runnable): void {
    this.#queue.push(runnable);
    if (!this.#armed && !this.#draining) this.#arm();
  }

  stop(): void {
    this.#stopped = true;
  }

  #arm(): void {
    this.#armed = true;
    if (this.#budget > 0) microtask(this.#drain);
    else macrotask(this.#refill);
  }

  readonly #refill = (): void => {
    this.#budget = this.#turnBudget;
    this.#drain();
  };

  readonly #drain = (): void => {
    this.#armed = false;
    this.#draining = true;
    try {
      while (this.#budget > 0 && !this.#stopped) {
        const next = this.#queue.shift();
        if (!next) break;
        try {
          this.#budget -= next.run(this.#budget);
        } finally {
          // What is thrown is uncaught, and costs nobody a turn: the rest goes on in the next drain.
          if (next.runnable) this.#queue.push(next);
        }
      }
    } finally {
      this.#draining = false;
      if (this.#queue.length > 0 && !this.#stopped) this.#arm();
    }
  };
}
