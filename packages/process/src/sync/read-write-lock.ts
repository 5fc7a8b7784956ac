import { Future } from '../futures/future.ts';
import { LockGuard, whileHeld } from './lock-guard.ts';
import { SyncError } from './sync-error.ts';
import { WaitQueue } from './wait-queue.ts';

/**
 * Many readers, or one writer. Whoever comes while somebody waits gets in line, so that readers do not
 * starve a writer; when a writer is done all readers in front of the next writer come in together.
 * (libprocess rwlock.hpp)
 */
export class ReadWriteLock implements Disposable {
  readonly #waiting = new WaitQueue<LockGuard, 'read' | 'write'>();
  #readers = 0;
  #isWriting = false;
  #isClosed = false;

  /** Ready with a reader's lock. Fails with `SYNC_CLOSED`. */
  readLock(): Future<LockGuard> {
    return this.#lock('read');
  }

  /** Ready with the writer's lock. Fails with `SYNC_CLOSED`. */
  writeLock(): Future<LockGuard> {
    return this.#lock('write');
  }

  /** Runs `work` as a reader, and gives its result. Fails with `SYNC_CLOSED`. */
  withReadLock<T>(work: () => T | PromiseLike<T>): Future<T> {
    return whileHeld(this.readLock(), work);
  }

  /** Runs `work` as the writer, and gives its result. Fails with `SYNC_CLOSED`. */
  withWriteLock<T>(work: () => T | PromiseLike<T>): Future<T> {
    return whileHeld(this.writeLock(), work);
  }

  /** Fails those who wait, and whoever comes later, with `SYNC_CLOSED`. */
  [Symbol.dispose](): void {
    this.#isClosed = true;
    this.#waiting.close('the lock');
  }

  #lock(kind: 'read' | 'write'): Future<LockGuard> {
    if (this.#isClosed) return Future.failed(new SyncError('SYNC_CLOSED', 'the lock was closed'));
    const waiting = this.#waiting.join(kind);
    // A reader that is discarded may be all that keeps a writer's successors waiting.
    waiting.onDiscarded(() => this.#admit());
    this.#admit();
    return waiting;
  }

  #admit(): void {
    for (;;) {
      const kind = this.#waiting.front();
      if (kind === undefined || this.#isWriting) return;
      if (kind === 'write' && this.#readers > 0) return;
      if (kind === 'write') this.#isWriting = true;
      else this.#readers++;
      this.#waiting.serve(() => this.#guard(kind));
    }
  }

  #guard(kind: 'read' | 'write'): LockGuard {
    return new LockGuard(() => {
      if (kind === 'write') this.#isWriting = false;
      else this.#readers--;
      this.#admit();
    });
  }
}
