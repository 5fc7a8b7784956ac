import { Completer, Future } from '@quorate/process';
import type { LogError } from './errors.ts';

/**
 * The life of one log, as its callers see it: whatever they wait for begins once the replica has
 * recovered, and fails when the log ends, whatever it was waiting for at that moment.
 */
export class LogScope {
  readonly #recovered: Future<void>;
  readonly #pending = new Set<Pending<never>>();
  #ended: LogError | undefined;

  constructor(recovered: Future<void>) {
    this.#recovered = recovered;
  }

  /** Why the log has ended; undefined while it lives. */
  get ended(): LogError | undefined {
    return this.#ended;
  }

  /**
   * Starts `work` once the replica has recovered, and follows it. A discard ends the wait at once
   * before that, and is passed on afterwards.
   */
  run<T>(work: () => Future<T>): Future<T> {
    if (this.#ended) return Future.failed(this.#ended);
    const pending = new Pending<T>(work, () => this.#pending.delete(pending as Pending<never>));
    this.#pending.add(pending as Pending<never>);
    this.#recovered.onReady(() => pending.begin());
    this.#recovered.onFailed((error) => pending.fail(error));
    return pending.future;
  }

  /** Fails all that is waited for, and all that is asked for later. The first end counts. */
  end(error: LogError): void {
    if (this.#ended) return;
    this.#ended = error;
    for (const pending of [...this.#pending]) pending.fail(error);
  }
}

/**
 * One thing waited for. It follows its work by hand: a completer that is associated with another
 * future could no longer be failed. And it adds no callback to the future it gives out, so that a
 * failure nobody looks at is still reported.
 */
class Pending<T> {
  readonly #completer = new Completer<T>();
  readonly #work: () => Future<T>;
  readonly #onEnd: () => void;
  #working: Future<T> | undefined;

  constructor(work: () => Future<T>, onEnd: () => void) {
    this.#work = work;
    this.#onEnd = onEnd;
    this.#completer.future.onDiscard(() => {
      if (this.#working) this.#working.discard();
      else this.#end(() => this.#completer.discard());
    });
  }

  get future(): Future<T> {
    return this.#completer.future;
  }

  begin(): void {
    if (!this.future.isPending) return;
    const working = attempt(this.#work);
    this.#working = working;
    working.onReady((value) => this.#end(() => this.#completer.set(value)));
    working.onFailed((error) => this.#end(() => this.#completer.fail(error)));
    working.onDiscarded(() => this.#end(() => this.#completer.discard()));
  }

  fail(error: Error): void {
    this.#end(() => this.#completer.fail(error));
    this.#working?.discard();
  }

  #end(complete: () => void): void {
    this.#onEnd();
    complete();
  }
}

/** What `work` throws, for an argument that is not valid, is a failure like any other. */
function attempt<T>(work: () => Future<T>): Future<T> {
  try {
    return work();
  } catch (error) {
    return Future.failed(error as Error);
  }
}
