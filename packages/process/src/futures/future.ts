import { FUTURE_BRAND, hasFutureBrand } from './future-brand.ts';
import {
  ABANDONED,
  AFTER,
  AND_THEN,
  AWAIT,
  DISCARD,
  DISCARDED,
  FAILED,
  type FailureReporter,
  type FutureCore,
  isPending,
  LOOKED_AT,
  MIRROR,
  ON_ABANDONED,
  ON_ANY,
  ON_DISCARDED,
  ON_FAILED,
  ON_READY,
  READY,
  RECOVER,
  REPAIR,
  STATE_MASK,
} from './future-core.ts';
import { FutureError, toError } from './future-error.ts';
import {
  abandon,
  complete,
  completeWith,
  derive,
  discard,
  expire,
  register,
  registerDiscard,
} from './future-operations.ts';
import type { Expiry, Handler, Handlers } from './future-propagation.ts';
import type { TimerSource } from '../clocks/timer-source.ts';

/** Makes a pending future, to be completed through its core. Internal to this package. */
export let pendingFuture: <T>(reporter: FailureReporter | undefined) => Future<T>;

/**
 * A result that may not be there yet, in the way of libprocess: pending, then once and for good
 * ready, failed or discarded.
 *
 * Two marks go beside the state. A discard request (`discard()`, `hasDiscard`) asks whoever works
 * on the result to stop; only they can make the future discarded. An abandoned future
 * (`isAbandoned`) is pending with nobody left to complete it.
 *
 * Callbacks run synchronously: inside the call that completes the future, or inside the call that
 * registers them if it is complete. Those for the reached state run first, then those of `onAny`
 * and the derived futures, each group in the order of registration. An error thrown by an `onX`
 * callback stops no other callback and goes to the failure reporter. So does, once, the failure of
 * a future that nobody has looked at by the end of the turn; `then` alone is asynchronous.
 *
 * Source: libprocess future.hpp, whose `then` is `andThen` here.
 */
export class Future<T> implements PromiseLike<T> {
  // Shared with future-propagation.ts as a FutureCore.
  protected bits = 0;
  protected result: unknown = undefined;
  protected reactions: FutureCore['reactions'] = undefined;
  protected discards: FutureCore['discards'] = undefined;
  protected upstream: FutureCore['upstream'] = undefined;
  protected reporter: FailureReporter | undefined;

  static {
    pendingFuture = (reporter) => new Future(reporter);
  }

  private constructor(reporter: FailureReporter | undefined) {
    this.reporter = reporter;
  }

  get [FUTURE_BRAND](): true {
    return true;
  }

  /** A future that is ready; a future or thenable is followed, since none holds another one. */
  static ready<T>(value: T | PromiseLike<T>): Future<T>;
  static ready(): Future<void>;
  static ready<T>(value?: T | PromiseLike<T>): Future<T | undefined> {
    const future = pendingFuture<T | undefined>(undefined);
    completeWith(coreOf(future), value);
    return future;
  }

  /** A future that failed with `error`; a string becomes the message of an `Error`. */
  static failed<T = never>(error: Error | string): Future<T> {
    const future = pendingFuture<T>(undefined);
    complete(coreOf(future), FAILED, failureOf(error));
    return future;
  }

  /** A future that ended discarded. */
  static discarded<T = never>(): Future<T> {
    const future = pendingFuture<T>(undefined);
    complete(coreOf(future), DISCARDED, undefined);
    return future;
  }

  /** A future that nobody will ever complete: pending, and abandoned from the start. */
  static abandoned<T = never>(): Future<T> {
    const future = pendingFuture<T>(undefined);
    abandon(coreOf(future));
    return future;
  }

  /** Calls `f` now: the future follows what it returns, or fails with what it throws. */
  static try<T>(f: () => T | PromiseLike<T>): Future<T> {
    const future = pendingFuture<T>(undefined);
    try {
      completeWith(coreOf(future), f());
    } catch (thrown) {
      complete(coreOf(future), FAILED, toError(thrown));
    }
    return future;
  }

  /** Not complete yet; true also of an abandoned future. */
  get isPending(): boolean {
    return (this.bits & STATE_MASK) === 0;
  }

  /** Completed with a value. */
  get isReady(): boolean {
    return (this.bits & STATE_MASK) === READY;
  }

  /** Completed with an error. Reading it counts as looking at the failure. */
  get isFailed(): boolean {
    this.bits |= LOOKED_AT;
    return (this.bits & STATE_MASK) === FAILED;
  }

  /** Completed as discarded; see `hasDiscard` for a mere request. */
  get isDiscarded(): boolean {
    return (this.bits & STATE_MASK) === DISCARDED;
  }

  /** Nobody was left to complete it. Stays true if a derived future is completed all the same. */
  get isAbandoned(): boolean {
    return (this.bits & ABANDONED) !== 0;
  }

  /** A discard was requested while it was pending. Stays true after completion. */
  get hasDiscard(): boolean {
    return (this.bits & DISCARD) !== 0;
  }

  /**
   * The value of a ready future.
   *
   * @throws FutureError `FUTURE_NOT_READY` in any other state; `cause` is the failure, if any
   */
  value(): T {
    if (this.isReady) return this.result as T;
    const state = String(this);
    const options = this.isFailed ? { cause: this.result } : undefined;
    throw new FutureError('FUTURE_NOT_READY', `value of a future that is ${state}`, options);
  }

  /**
   * The error of a failed future.
   *
   * @throws FutureError `FUTURE_NOT_FAILED` in any other state
   */
  failure(): Error {
    if (this.isFailed) return this.result as Error;
    throw new FutureError('FUTURE_NOT_FAILED', `failure of a future that is ${String(this)}`);
  }

  /**
   * Asks for the work on this future to stop. The future stays pending until whoever works on it
   * discards, completes or fails it.
   *
   * @returns true iff this is the first request and the future is pending
   */
  discard(): boolean {
    return discard(coreOf(this));
  }

  /** Calls `f` with the value once it is ready. */
  onReady(f: (value: T) => void): this {
    register(coreOf(this), ON_READY, f as Handler);
    return this;
  }

  /** Calls `f` with the error once it failed. */
  onFailed(f: (error: Error) => void): this {
    register(coreOf(this), ON_FAILED, f as Handler);
    return this;
  }

  /** Calls `f` once it ended discarded. */
  onDiscarded(f: () => void): this {
    register(coreOf(this), ON_DISCARDED, f);
    return this;
  }

  /** Calls `f` with this future once it is complete in any way. */
  onAny(f: (future: Future<T>) => void): this {
    register(coreOf(this), ON_ANY, f as Handler);
    return this;
  }

  /** Calls `f` once a discard is requested; not if the future completes first. */
  onDiscard(f: () => void): this {
    registerDiscard(coreOf(this), f);
    return this;
  }

  /** Calls `f` once nobody is left to complete the future. */
  onAbandoned(f: () => void): this {
    register(coreOf(this), ON_ABANDONED, f);
    return this;
  }

  /**
   * Calls `f` synchronously with the value once it is ready, and gives a future for what `f`
   * returns: a value, or a future or thenable to follow. A throw makes it failed.
   *
   * Failure, discarding and abandonment pass through without a call of `f`. A discard request goes
   * to this future or, once `f` returned one, to that. If this future becomes ready although its
   * discard was requested, `f` is not called and the result is discarded.
   */
  andThen<U>(f: (value: T) => U | PromiseLike<U>): Future<U>;
  andThen<R>(f: (value: T) => R): Future<Awaited<R>>;
  andThen<U>(f: (value: T) => U | PromiseLike<U>): Future<U> {
    return deriveFrom(coreOf(this), AND_THEN, f);
  }

  /**
   * Passes a value through; if this future failed, was discarded or abandoned instead, follows
   * what `f` returns. An abandoned future is still pending when `f` gets it.
   *
   * Earlier discard requests do not reach the future that `f` returns, later ones do.
   */
  recover<U>(f: (future: Future<T>) => U | PromiseLike<U>): Future<T | U>;
  recover<R>(f: (future: Future<T>) => R): Future<T | Awaited<R>>;
  recover<U>(f: (future: Future<T>) => U | PromiseLike<U>): Future<T | U> {
    return deriveFrom(coreOf(this), RECOVER, f);
  }

  /** As `recover`, for a failure only: discarding and abandonment pass through. */
  repair<U>(f: (future: Future<T>) => U | PromiseLike<U>): Future<T | U>;
  repair<R>(f: (future: Future<T>) => R): Future<T | Awaited<R>>;
  repair<U>(f: (future: Future<T>) => U | PromiseLike<U>): Future<T | U> {
    return deriveFrom(coreOf(this), REPAIR, f);
  }

  /**
   * Follows this future; if it has not completed `delayMs` from now, calls `f` with it and follows
   * what `f` returns instead.
   *
   * A discard request goes to this future and stops neither the timer nor `f`, which can tell by
   * `hasDiscard`. If this future is abandoned so is the result, yet `f` completes it in time.
   *
   * @param clock whose time counts
   * @param delayMs milliseconds, fractions allowed; what the clock refuses makes the result fail
   */
  after<U>(
    clock: TimerSource,
    delayMs: number,
    f: (future: Future<T>) => U | PromiseLike<U>,
  ): Future<T | U>;
  after<R>(
    clock: TimerSource,
    delayMs: number,
    f: (future: Future<T>) => R,
  ): Future<T | Awaited<R>>;
  after<U>(
    clock: TimerSource,
    delayMs: number,
    f: (future: Future<T>) => U | PromiseLike<U>,
  ): Future<T | U> {
    return deriveAfter(coreOf(this), clock, delayMs, f);
  }

  /** Follows this future, but keeps discard requests to itself. */
  undiscardable(): Future<T> {
    return deriveFrom(coreOf(this), MIRROR, undefined);
  }

  /**
   * The standard Promise/A+ method, so that `await` works: the callbacks run in a microtask.
   *
   * A discard request goes on to this future, but never keeps `onFulfilled` from being called. If
   * this future ends discarded, the reason is a `FutureError` `FUTURE_DISCARDED`; if it is
   * abandoned, one with `FUTURE_ABANDONED`, even should this future be completed after that.
   */
  then<A = T, B = never>(
    onFulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Future<A | B> {
    const handlers: Handlers = { onFulfilled, onRejected };
    return deriveFrom(coreOf(this), AWAIT, handlers);
  }

  /** `Pending`, `Abandoned`, `Ready`, `Discarded` or `Failed`, with what else is known. */
  toString(): string {
    const suffix = this.hasDiscard ? ' (with discard)' : '';
    const state = this.bits & STATE_MASK;
    if (state === READY) return `Ready${suffix}`;
    if (state === DISCARDED) return `Discarded${suffix}`;
    if (state === FAILED) return `Failed${suffix}: ${(this.result as Error).message}`;
    return (this.isAbandoned ? 'Abandoned' : 'Pending') + suffix;
  }
}

/** Whether `value` is a future, of this or of another loaded copy of this package. */
export function isFuture(value: unknown): value is Future<unknown> {
  return hasFutureBrand(value);
}

/** A future as propagation sees it. Internal to this package. */
export function coreOf(future: Future<unknown>): FutureCore {
  return future as unknown as FutureCore;
}

/** The error to fail with; what is neither error nor string is kept as the `cause`. Internal. */
export function failureOf(error: unknown): Error {
  return typeof error === 'string' ? new Error(error) : toError(error);
}

function deriveFrom<U>(source: FutureCore, role: number, held: unknown): Future<U> {
  const derived = pendingFuture<U>(source.reporter);
  derive(source, coreOf(derived), role, held);
  return derived;
}

function deriveAfter<U>(
  source: FutureCore,
  clock: TimerSource,
  delayMs: number,
  f: (future: never) => unknown,
): Future<U> {
  const expiry: Expiry = { timer: undefined };
  const future = deriveFrom<U>(source, AFTER, expiry);
  if (!isPending(source)) return future;
  const derived = coreOf(future);
  try {
    expiry.timer = clock.after(delayMs, () => {
      expire(derived, f as Handler);
    });
  } catch (thrown) {
    expire(derived, () => {
      throw thrown;
    });
  }
  return future;
}
