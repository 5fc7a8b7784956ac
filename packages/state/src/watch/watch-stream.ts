import type { Future } from '@quorate/process';
import type { ChangeListener } from './change-listener.ts';

/** A value as it was read, and what tells it from the one before. */
export interface Observed<T> {
  readonly value: T;
  /** Equal to that of the value before if nothing has changed. */
  readonly version: unknown;
}

/** What can be watched. */
export interface WatchSource<T> {
  /** Calls the listener for every change from now on; returns what ends it. */
  subscribe(listener: ChangeListener): () => void;
  /** The value as of now; undefined if there is none yet. */
  read(): Future<Observed<T> | undefined>;
}

/** How something is watched. */
export interface WatchOptions {
  /** Ends the iteration, as leaving the loop does. */
  readonly signal?: AbortSignal;
}

const DONE = { done: true, value: undefined } as const;

/**
 * The values of something that changes: first the one as of now, then one for each change that was not
 * followed by another before the iteration asked for it. The last value is never left out.
 *
 * `next` rejects once with what ended the source or failed the reading; the iteration is over then.
 * Leaving the loop, `return()` and an abort end it at once, without an error, and hold nothing.
 */
export class WatchStream<T> implements AsyncIterableIterator<T, undefined> {
  readonly #source: WatchSource<T>;
  readonly #unsubscribe: () => void;
  readonly #signal: AbortSignal | undefined;
  readonly #onAbort = (): void => this.#end();
  /** Subscribed before anything is read, so that a change meanwhile leads to another look. */
  #isDirty = true;
  #isEnded = false;
  #failure: Error | undefined;
  #version: unknown = NOTHING;
  #reading: Future<unknown> | undefined;
  #wake: () => void = () => undefined;
  /** Calls of `next` that overlap are served one after the other. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(source: WatchSource<T>, { signal }: WatchOptions = {}) {
    this.#source = source;
    this.#signal = signal;
    this.#unsubscribe = source.subscribe({
      changed: () => {
        this.#isDirty = true;
        this.#wake();
      },
      ended: (error) => {
        this.#failure ??= error;
        this.#wake();
      },
    });
    if (signal?.aborted) this.#end();
    else signal?.addEventListener('abort', this.#onAbort, { once: true });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<T, undefined>> {
    const next = this.#last.then(() => this.#next());
    this.#last = next.catch(() => undefined);
    return next;
  }

  return(): Promise<IteratorResult<T, undefined>> {
    this.#end();
    return Promise.resolve(DONE);
  }

  async #next(): Promise<IteratorResult<T, undefined>> {
    for (;;) {
      if (this.#isEnded) return DONE;
      if (this.#failure) throw this.#fail(this.#failure);
      if (this.#isDirty) {
        const observed = await this.#read();
        if (observed) return { done: false, value: observed.value };
      } else {
        await new Promise<void>((resolve) => (this.#wake = resolve));
      }
    }
  }

  /** Undefined if there is nothing new, or the iteration has ended meanwhile. */
  async #read(): Promise<Observed<T> | undefined> {
    this.#isDirty = false;
    try {
      const reading = this.#source.read();
      this.#reading = reading;
      const observed = await reading;
      if (this.#isEnded || !observed || observed.version === this.#version) return undefined;
      this.#version = observed.version;
      return observed;
    } catch (error) {
      if (this.#isEnded) return undefined;
      throw this.#fail(error);
    } finally {
      this.#reading = undefined;
    }
  }

  #fail(error: unknown): unknown {
    this.#end();
    return error;
  }

  #end(): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#unsubscribe();
    this.#signal?.removeEventListener('abort', this.#onAbort);
    this.#reading?.discard();
    this.#wake();
  }
}

/** Unlike any version. */
const NOTHING = Symbol('nothing read yet');
