import { LogError, reasonOf, toLogError } from './errors.ts';

/**
 * The part of the `Storage` contract that is the same wherever the records are: `restore` comes
 * first, a failed write poisons the storage, and nothing works after `close`.
 */
export class StorageGate {
  readonly #name: string;
  #restore: 'awaited' | 'started' | 'done' = 'awaited';
  /** Why nothing works any more. */
  #failure: LogError | undefined;
  #closing: Promise<void> | undefined;
  readonly #inFlight = new Set<Promise<unknown>>();

  /** @param name names the storage in errors */
  constructor(name: string) {
    this.#name = name;
  }

  async restore<T>(work: () => Promise<T>): Promise<T> {
    this.#check();
    if (this.#restore !== 'awaited') {
      throw new LogError('STORAGE_FAILED', `${this.#name} was restored before; open it anew`);
    }
    this.#restore = 'started';
    try {
      const restored = await this.#run(work);
      this.#restore = 'done';
      return restored;
    } catch (error) {
      this.#failure = toLogError('STORAGE_FAILED', `${this.#name} could not be opened`, error);
      throw this.#failure;
    }
  }

  async write<T>(work: () => Promise<T>): Promise<T> {
    this.#checkRestored();
    try {
      return await this.#run(work);
    } catch (error) {
      const what = `${this.#name} could not be written: ${reasonOf(error)}`;
      this.#failure = new LogError('STORAGE_FAILED', what, { cause: error });
      throw this.#failure;
    }
  }

  /** Reads, and work that loses nothing when it fails: the storage stays usable. */
  async read<T>(work: () => Promise<T>): Promise<T> {
    this.#checkRestored();
    try {
      return await this.#run(work);
    } catch (error) {
      throw toLogError('STORAGE_FAILED', `${this.#name} could not be read`, error);
    }
  }

  /** Runs `release` once nothing is in flight. Every call gives the result of the first. */
  close(release: () => Promise<void>): Promise<void> {
    this.#closing ??= Promise.allSettled(this.#inFlight).then(release);
    return this.#closing;
  }

  async #run<T>(work: () => Promise<T>): Promise<T> {
    const running = work();
    this.#inFlight.add(running);
    try {
      return await running;
    } finally {
      this.#inFlight.delete(running);
    }
  }

  #checkRestored(): void {
    this.#check();
    if (this.#restore === 'done') return;
    throw new LogError('STORAGE_FAILED', `${this.#name} is not open; await restore() first`);
  }

  #check(): void {
    if (this.#closing) throw new LogError('LOG_CLOSED', `${this.#name} is closed`);
    if (!this.#failure) return;
    throw new LogError(
      this.#failure.code,
      `${this.#name} is out of use: ${this.#failure.message}`,
      {
        cause: this.#failure,
      },
    );
  }
}
