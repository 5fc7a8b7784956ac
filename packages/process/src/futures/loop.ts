import { macrotask } from '../adapters/turn.ts';
import { Completer } from './completer.ts';
import { FutureError, toError } from './future-error.ts';
import { Future, isFuture } from './future.ts';

/** What a loop's body decides: another round, or the end with a value. */
export type ControlFlow<V> =
  { readonly type: 'continue' } | { readonly type: 'break'; readonly value: V };

/** Where a loop runs. */
export interface LoopOptions {
  /**
   * Where the loop runs: calls `round` once, now or later, such as
   * `(round) => dispatch(pid, round)`. It gets the first round, each that follows a wait, and each
   * that follows `LOOP_STEPS_PER_TURN` rounds without one. If it returns a future, such as that
   * dispatch's, the loop is abandoned with it.
   */
  readonly context?: (round: () => void) => unknown;
}

/** Rounds that a loop makes in one go before timers and I/O get their turn. */
export const LOOP_STEPS_PER_TURN = 1024;

const CONTINUE: ControlFlow<never> = Object.freeze({ type: 'continue' });

/** Tells a loop to make another round. */
export function proceed(): ControlFlow<never> {
  return CONTINUE;
}

/** Tells a loop to end with `value`. */
export function breakWith(): ControlFlow<void>;
export function breakWith<V>(value: V): ControlFlow<V>;
export function breakWith<V>(value?: V): ControlFlow<V | undefined> {
  return { type: 'break', value };
}

/**
 * Repeats `body(await iterate())` until the body breaks the loop with a value.
 *
 * Rounds follow each other synchronously, on the same stack, as long as neither function gives a
 * pending future; the first round too, unless a `context` is given. A failure, a throw or a
 * discarded future ends the loop alike, an abandoned one abandons it.
 *
 * A discard request goes to the future that the loop waits for now, and to each it waits for
 * later. It does not end the loop by itself: the body may still break with a value.
 * Source: libprocess loop.hpp.
 */
export function loop<T, V>(
  iterate: () => T | PromiseLike<T>,
  body: (value: T) => ControlFlow<V> | PromiseLike<ControlFlow<V>>,
  options?: LoopOptions,
): Future<V> {
  return new Loop<T, V>(iterate, body, options?.context).start();
}

type Stage = 'iterate' | 'body';

class Loop<T, V> {
  readonly #completer = new Completer<V>();
  readonly #iterate: () => unknown;
  readonly #body: (value: T) => unknown;
  readonly #context: LoopOptions['context'];
  #stage: Stage = 'iterate';
  #item: T | undefined;
  #waitingFor: Future<unknown> | undefined;
  #running = false;
  #again = false;

  constructor(
    iterate: () => unknown,
    body: (value: T) => unknown,
    context: LoopOptions['context'],
  ) {
    this.#iterate = iterate;
    this.#body = body;
    this.#context = context;
  }

  start(): Future<V> {
    const { future } = this.#completer;
    future.onDiscard(() => {
      this.#waitingFor?.discard();
    });
    if (this.#context === undefined) this.#run();
    else this.#enter(this.#run);
    return future;
  }

  /** Runs until it must wait. Called by itself, as a context may do, it lets the caller go on. */
  readonly #run = (): void => {
    this.#again = true;
    if (this.#running) return;
    this.#running = true;
    while (this.#again) {
      this.#again = false;
      this.#turn();
    }
    this.#running = false;
  };

  #turn(): void {
    let steps = 0;
    while (this.#step()) {
      if (this.#stage === 'body') continue;
      steps += 1;
      if (steps < LOOP_STEPS_PER_TURN) continue;
      if (this.#context === undefined) macrotask(this.#run);
      else this.#enter(this.#run);
      return;
    }
  }

  /** Calls one of the two functions; false if there is nothing more to do now. */
  #step(): boolean {
    let made: unknown;
    try {
      made = this.#stage === 'iterate' ? this.#iterate() : this.#body(this.#item as T);
    } catch (thrown) {
      this.#completer.fail(toError(thrown));
      return false;
    }
    if (isFuture(made)) return this.#await(made);
    return isThenable(made) ? this.#await(Future.ready(made)) : this.#take(made);
  }

  #await(future: Future<unknown>): boolean {
    if (this.#completer.future.hasDiscard) future.discard();
    if (!future.isPending) return this.#resume(future);
    this.#waitingFor = future;
    future.onAny(this.#onEnd).onAbandoned(this.#onAbandoned);
    return false;
  }

  readonly #onEnd = (future: Future<unknown>): void => {
    const next = (): void => {
      this.#waitingFor = undefined;
      if (this.#resume(future)) this.#run();
    };
    if (this.#context === undefined) next();
    else this.#enter(next);
  };

  readonly #onAbandoned = (): void => {
    this.#completer.abandon();
  };

  #resume(future: Future<unknown>): boolean {
    if (future.isReady) return this.#take(future.value());
    this.#completer.associate(future as Future<never>); // failed or discarded: so is the loop
    return false;
  }

  #take(value: unknown): boolean {
    if (this.#stage === 'iterate') {
      this.#item = value as T;
      this.#stage = 'body';
      return true;
    }
    this.#stage = 'iterate';
    this.#item = undefined;
    const flow = value as ControlFlow<V> | undefined;
    if (flow?.type === 'continue') return true;
    if (flow?.type === 'break') this.#completer.set(flow.value);
    else this.#completer.fail(invalidFlow(value));
    return false;
  }

  #enter(round: () => void): void {
    try {
      const entered = this.#context?.(round);
      if (!isFuture(entered)) return;
      entered.onAbandoned(this.#onAbandoned).onFailed((error) => this.#completer.fail(error));
      entered.onDiscarded(this.#onAbandoned);
    } catch (thrown) {
      this.#completer.fail(toError(thrown));
    }
  }
}

function isThenable(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as { then?: unknown }).then === 'function'
  );
}

function invalidFlow(value: unknown): FutureError {
  return new FutureError(
    'FUTURE_CONTROL_FLOW_INVALID',
    `a loop's body gave ${String(value)} instead of proceed() or breakWith(value)`,
  );
}
