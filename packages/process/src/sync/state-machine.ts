import { Completer } from '../futures/completer.ts';
import { Future } from '../futures/future.ts';
import { SyncError } from './sync-error.ts';

/** A state, steps from one to another, and waiting for one. (libprocess state_machine.hpp) */
export class StateMachine<State> {
  #state: State;
  readonly #waiting = new Map<State, Completer<void>>();

  constructor(initial: State) {
    this.#state = initial;
  }

  get state(): State {
    return this.#state;
  }

  is(state: State): boolean {
    return this.#state === state;
  }

  /**
   * Goes from one state to another, tells those who wait for that one, and then calls `f`.
   *
   * @returns what `f` returns; fails with `SYNC_STATE_INVALID`, without a call of `f`, in another state
   */
  transition(from: State, to: State): Future<void>;
  transition<T>(from: State, to: State, f: () => T | PromiseLike<T>): Future<T>;
  transition<T>(from: State, to: State, f?: () => T | PromiseLike<T>): Future<T | undefined> {
    if (this.#state !== from) {
      const message = `expected the state ${String(from)}, and it is ${String(this.#state)}`;
      return Future.failed(new SyncError('SYNC_STATE_INVALID', message));
    }
    this.#state = to;
    const waiting = this.#waiting.get(to);
    this.#waiting.delete(to);
    waiting?.set(undefined);
    return f ? Future.try(f) : Future.ready(undefined);
  }

  /** Ready when it is in this state, now or at the next entry. */
  when(state: State): Future<void> {
    if (this.#state === state) return Future.ready();
    const waiting = this.#waiting.get(state) ?? new Completer<void>();
    this.#waiting.set(state, waiting);
    return waiting.future.undiscardable();
  }
}
