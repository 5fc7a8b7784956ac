import type { Action } from '@quorate/messages';
import { LogError } from '../../src/errors.ts';
import { memoryStorage } from '../../src/memory-storage.ts';
import type { RestoredState } from '../../src/protocol/restore.ts';
import type { Position } from '../../src/protocol/types.ts';
import type { Storage, StorageBatch } from '../../src/storage.ts';

/** A storage in memory whose writes fail from a moment on, as those of a dying disk do. */
export class FailingStorage implements Storage {
  readonly #storage = memoryStorage();
  #failing = false;

  failFromNowOn(): void {
    this.#failing = true;
  }

  restore(): Promise<RestoredState> {
    return this.#storage.restore();
  }

  persist(batch: StorageBatch): Promise<void> {
    if (!this.#failing) return this.#storage.persist(batch);
    return Promise.reject(new LogError('STORAGE_FAILED', 'the disk is dying'));
  }

  read(position: Position): Promise<Action | undefined> {
    return this.#storage.read(position);
  }

  readRange(from: Position, to: Position): Promise<readonly Action[]> {
    return this.#storage.readRange(from, to);
  }

  close(): Promise<void> {
    return this.#storage.close();
  }
}
