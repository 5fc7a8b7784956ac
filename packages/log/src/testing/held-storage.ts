import type { Action } from '@quorate/messages';
import { memoryStorage } from '../memory-storage.ts';
import type { RestoredState } from '../protocol/restore.ts';
import type { Position } from '../protocol/types.ts';
import type { Storage, StorageBatch } from '../storage.ts';

interface HeldWrite {
  readonly batch: StorageBatch;
  readonly resolve: (result: Promise<void>) => void;
}

/**
 * A storage whose writes wait until the test lets them through: for what must not happen before a
 * write is durable, which no kill of a process shows (the page cache survives it).
 */
export class HeldStorage implements Storage {
  readonly #inner: Storage;
  readonly #held: HeldWrite[] = [];
  readonly #batches: StorageBatch[] = [];
  readonly #running = new Set<Promise<void>>();
  #isHolding = false;
  #overlaps = 0;
  #reads = 0;

  /** @param inner where the writes go in the end; default `memoryStorage()` */
  constructor(inner: Storage = memoryStorage()) {
    this.#inner = inner;
  }

  /** All batches handed over so far, held or not. */
  get batches(): readonly StorageBatch[] {
    return this.#batches;
  }

  /** How many writes are waiting. */
  get held(): number {
    return this.#held.length;
  }

  /** How many operations began while a write was under way: the contract of `Storage` allows none. */
  get overlaps(): number {
    return this.#overlaps;
  }

  /** How many times records were read, after the start. */
  get reads(): number {
    return this.#reads;
  }

  /** Holds writes back from now on. */
  hold(): void {
    this.#isHolding = true;
  }

  /** Lets the write that waits longest through; resolves when it is done. */
  async release(): Promise<void> {
    const write = this.#held.shift();
    if (!write) throw new Error('no write is held');
    const done = this.#inner.persist(write.batch);
    write.resolve(done);
    await done;
  }

  /** Makes the write that waits longest fail. */
  fail(error: Error): void {
    const write = this.#held.shift();
    if (!write) throw new Error('no write is held');
    write.resolve(Promise.reject(error));
  }

  /** Lets everything through, and holds nothing back any more. */
  async releaseAll(): Promise<void> {
    this.#isHolding = false;
    while (this.#held.length > 0) await this.release();
  }

  restore(): Promise<RestoredState> {
    return this.#inner.restore();
  }

  async persist(batch: StorageBatch): Promise<void> {
    this.#noteOverlap();
    this.#batches.push(batch);
    const writing = this.#isHolding
      ? new Promise<void>((resolve) => this.#held.push({ batch, resolve }))
      : this.#inner.persist(batch);
    this.#running.add(writing);
    try {
      await writing;
    } finally {
      this.#running.delete(writing);
    }
  }

  read(position: Position): Promise<Action | undefined> {
    this.#noteOverlap();
    this.#reads++;
    return this.#inner.read(position);
  }

  readRange(from: Position, to: Position): Promise<readonly Action[]> {
    this.#noteOverlap();
    this.#reads++;
    return this.#inner.readRange(from, to);
  }

  compact(): Promise<void> {
    return this.#inner.compact?.() ?? Promise.resolve();
  }

  /** Waits for writes that are held, as a storage must for what is in flight. */
  async close(): Promise<void> {
    await Promise.allSettled(this.#running);
    await this.#inner.close();
  }

  #noteOverlap(): void {
    if (this.#running.size > 0) this.#overlaps++;
  }
}
