import { Completer } from '../futures/completer.ts';
import { Future } from '../futures/future.ts';
import { SyncError } from './sync-error.ts';

/** A value, and how many hold it. */
interface Held<T> {
  readonly value: T;
  readonly dispose: ((value: T) => void) | undefined;
  holders: number;
  /** Whoever waits to be the only one. */
  successor: Completer<Owned<T>> | undefined;
}

/**
 * A value that one party has, with nobody beside it; what C++ does by destructors is done here by
 * `release` or `using`. (libprocess owned.hpp)
 */
export class Owned<T> implements Disposable {
  #held: { readonly value: T; readonly dispose: ((value: T) => void) | undefined } | undefined;

  /** @param dispose is called with the value when it is let go of without being given away */
  constructor(value: T, dispose?: (value: T) => void) {
    this.#held = { value, dispose };
  }

  /** Whether the value is here, not released and not shared. */
  get isHeld(): boolean {
    return this.#held !== undefined;
  }

  /** Throws `SYNC_OWNERSHIP_LOST`. */
  get value(): T {
    return this.#take(false).value;
  }

  /** Gives the value away for many to hold; it is not here any more. Throws `SYNC_OWNERSHIP_LOST`. */
  share(): Shared<T> {
    return Shared.of(this.#take(true));
  }

  /** Gives the value away, for the caller to look after. Throws `SYNC_OWNERSHIP_LOST`. */
  release(): T {
    return this.#take(true).value;
  }

  /** Lets go of the value, if it is here. */
  [Symbol.dispose](): void {
    const held = this.#held;
    this.#held = undefined;
    held?.dispose?.(held.value);
  }

  #take(isLast: boolean) {
    const held = this.#held;
    if (!held) throw lost('owned');
    if (isLast) this.#held = undefined;
    return held;
  }
}

/**
 * A handle of a value that many hold. Each handle is released by whoever has it; the value goes with the
 * last, or to whoever has asked to own it. (libprocess shared.hpp)
 */
export class Shared<T> implements Disposable {
  #held: Held<T> | undefined;

  private constructor(held: Held<T>) {
    this.#held = held;
    held.holders++;
  }

  /** @internal */
  static of<T>(owned: {
    readonly value: T;
    readonly dispose: ((value: T) => void) | undefined;
  }): Shared<T> {
    return new Shared({ ...owned, holders: 0, successor: undefined });
  }

  /** Throws `SYNC_OWNERSHIP_LOST` once this handle was released. */
  get value(): T {
    return this.#get().value;
  }

  /** Whether this is the only handle. */
  get isUnique(): boolean {
    return this.#held?.holders === 1;
  }

  /** One more handle. Throws `SYNC_OWNERSHIP_LOST`. */
  clone(): Shared<T> {
    return new Shared(this.#get());
  }

  /** Gives this handle back. Again does nothing. */
  release(): void {
    const held = this.#held;
    this.#held = undefined;
    if (held) drop(held);
  }

  [Symbol.dispose](): void {
    this.release();
  }

  /**
   * Asks to have the value alone; this handle is released at once. Ready when all others are. Cannot be
   * taken back. Fails with `SYNC_OWNERSHIP_LOST` if somebody has asked before.
   */
  own(): Future<Owned<T>> {
    const held = this.#held;
    if (!held || held.successor) return Future.failed(lost('shared'));
    const successor = new Completer<Owned<T>>();
    held.successor = successor;
    this.release();
    return successor.future;
  }

  #get(): Held<T> {
    if (!this.#held) throw lost('shared');
    return this.#held;
  }
}

function drop<T>(held: Held<T>): void {
  held.holders--;
  if (held.holders > 0) return;
  const { value, dispose, successor } = held;
  if (successor) successor.set(new Owned(value, dispose));
  else dispose?.(value);
}

function lost(what: string): SyncError {
  return new SyncError(
    'SYNC_OWNERSHIP_LOST',
    `the ${what} value was given away, or asked for before`,
  );
}
