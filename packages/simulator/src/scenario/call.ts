import type { Future } from '@quorate/process';

/** How a call ended, for its line and for the checkers. */
export interface CallEnd {
  readonly text: string;
  readonly outcome: 'succeeded' | 'failed' | 'unknown';
  readonly code?: string;
}

/** Something that was asked of a replica, whose outcome is shown when it comes. */
export class Call<T = unknown> {
  /** `append "a"`. */
  readonly name: string;
  readonly #future: Future<T>;
  readonly #onEnd: (end: CallEnd) => void;
  #isPending = true;

  /** @param shown the outcome in words */
  constructor(
    name: string,
    future: Future<T>,
    onEnd: (end: CallEnd, value?: T) => void,
    shown: (value: T) => string,
  ) {
    this.name = name;
    this.#future = future;
    this.#onEnd = onEnd;
    future.onReady((value) => {
      if (!this.#isPending) return;
      this.#isPending = false;
      onEnd({ text: shown(value), outcome: 'succeeded' }, value);
    });
    future.onFailed((error) => this.#end(endOf(error)));
    future.onDiscarded(() => this.#end({ text: 'discarded', outcome: 'unknown' }));
    future.onAbandoned(() => this.#end({ text: 'abandoned', outcome: 'unknown' }));
  }

  get isPending(): boolean {
    return this.#isPending;
  }

  discard(): void {
    this.#future.discard();
  }

  /** Whoever made it has crashed. */
  lose(): void {
    this.#end({ text: 'lost with the program', outcome: 'unknown' });
  }

  #end(end: CallEnd): void {
    if (!this.#isPending) return;
    this.#isPending = false;
    this.#onEnd(end);
  }
}

function endOf(error: Error): CallEnd {
  const code = 'code' in error ? String(error.code) : error.name;
  const outcome = 'outcome' in error ? String(error.outcome) : undefined;
  return {
    text: outcome === undefined ? code : `${code}, outcome ${outcome}`,
    outcome: outcome === 'definite' ? 'failed' : 'unknown',
    code,
  };
}
