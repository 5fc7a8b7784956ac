import { describe, expect, test } from '@jest/globals';
import { Completer } from '@quorate/process';
import type { Future } from '@quorate/process';
import {
  expectDiscarded,
  expectFailed,
  expectReady,
  virtualRuntime,
} from '@quorate/process/testing';
import { Mutex, ReadWriteLock } from '@quorate/process/sync';
import type { LockGuard } from '@quorate/process/sync';
import fc from 'fast-check';

describe('MutexTest', () => {
  test('Lock: locked, released, locked again', () => {
    const mutex = new Mutex();
    mutex.lock().value().release();
    const guard = mutex.lock().value();
    expect(mutex.isLocked).toBe(true);
    guard.release();
    expect(mutex.isLocked).toBe(false);
  });

  test('Block: the second waits until the first has released it', () => {
    const mutex = new Mutex();
    const first = mutex.lock().value();
    const second = mutex.lock();
    expect(second.isPending).toBe(true);
    first.release();
    expect(second.isReady).toBe(true);
    expect(mutex.isLocked).toBe(true);
  });

  test('Queue: those who wait have it one after the other, in order', () => {
    const mutex = new Mutex();
    const first = mutex.lock().value();
    const [second, third] = [mutex.lock(), mutex.lock()];
    first.release();
    expect([second.isReady, third.isPending]).toEqual([true, true]);
    second.value().release();
    expect(third.isReady).toBe(true);
  });

  test('whoever is discarded while waiting is passed over', async () => {
    const mutex = new Mutex();
    const first = mutex.lock().value();
    const [second, third] = [mutex.lock(), mutex.lock()];
    second.discard();
    await expectDiscarded(second);
    first.release();
    expect(third.isReady).toBe(true);
  });

  test('a guard releases once, at the latest with its block', () => {
    const mutex = new Mutex();
    const waiting = (() => {
      using guard = mutex.lock().value();
      const [second, third] = [mutex.lock(), mutex.lock()];
      guard.release();
      expect([second.isReady, third.isPending]).toEqual([true, true]);
      return third;
    })();
    expect(waiting.isPending).toBe(true); // the block's end released nothing more
  });

  test('work under the lock releases it however it ends, also when it is discarded', async () => {
    const mutex = new Mutex();
    expect(await expectReady(mutex.withLock(() => 1))).toBe(1);
    const thrown = mutex.withLock(() => {
      throw new Error('thrown');
    });
    expect((await expectFailed(thrown)).message).toBe('thrown');
    const work = new Completer<number>();
    work.future.onDiscard(() => work.discard());
    const discarded = mutex.withLock(() => work.future);
    const next = mutex.lock();
    expect(next.isPending).toBe(true);
    discarded.discard();
    await expectDiscarded(discarded);
    expect(next.isReady).toBe(true);
    const abandoned = new Completer<number>();
    next.value().release();
    void mutex.withLock(() => abandoned.future);
    abandoned.abandon();
    expect(mutex.isLocked).toBe(false);
  });

  test('a lock asked for inside the hand-over waits for its turn', () => {
    const mutex = new Mutex();
    const first = mutex.lock().value();
    const order: string[] = [];
    mutex.lock().onReady((guard) => {
      order.push('second');
      mutex.lock().onReady(() => order.push('third'));
      order.push('still second');
      guard.release();
    });
    first.release();
    expect(order).toEqual(['second', 'still second', 'third']);
  });

  test('closing fails those who wait and those who come', async () => {
    const mutex = new Mutex();
    mutex.lock().value();
    const waiting = mutex.lock().onFailed(() => undefined);
    mutex[Symbol.dispose]();
    expect(await expectFailed(waiting)).toMatchObject({ code: 'SYNC_CLOSED' });
    expect(await expectFailed(mutex.lock())).toMatchObject({ code: 'SYNC_CLOSED' });
  });
});

describe('ReadWriteLockTest', () => {
  test('LockWhenUnlocked: a free lock is had at once, by a reader or the writer', () => {
    const lock = new ReadWriteLock();
    lock.readLock().value().release();
    lock.writeLock().value().release();
    expect(lock.readLock().isReady).toBe(true);
  });

  test('BlockReads: a writer keeps readers out', () => {
    const lock = new ReadWriteLock();
    const writer = lock.writeLock().value();
    const reader = lock.readLock();
    expect(reader.isPending).toBe(true);
    writer.release();
    expect(reader.isReady).toBe(true);
  });

  test('BlockWrites: a writer keeps other writers out', () => {
    const lock = new ReadWriteLock();
    const writer = lock.writeLock().value();
    const other = lock.writeLock();
    expect(other.isPending).toBe(true);
    writer.release();
    expect(other.isReady).toBe(true);
  });

  test('ConcurrentReads: readers share it, and hold off a writer until the last', () => {
    const lock = new ReadWriteLock();
    const readers = [1, 2, 3].map(() => lock.readLock().value());
    const writer = lock.writeLock();
    for (const reader of readers) {
      expect(writer.isPending).toBe(true);
      reader.release();
    }
    expect(writer.isReady).toBe(true);
  });

  test('NoStarvation: in order of arrival, readers in groups', () => {
    const lock = new ReadWriteLock();
    const w1 = lock.writeLock().value();
    const [r1, r2, w2, r3, r4] = [
      lock.readLock(),
      lock.readLock(),
      lock.writeLock(),
      lock.readLock(),
      lock.readLock(),
    ];
    const ready = (): string =>
      [r1, r2, w2, r3, r4].map(({ isReady }) => (isReady ? 1 : 0)).join('');
    w1.release();
    expect(ready()).toBe('11000');
    r1.value().release();
    expect(ready()).toBe('11000');
    r2.value().release();
    expect(ready()).toBe('11100');
    w2.value().release();
    expect(ready()).toBe('11111');
  });

  test('a writer that gives up lets the readers behind it in', async () => {
    const lock = new ReadWriteLock();
    lock.readLock().value();
    const writer = lock.writeLock();
    const reader = lock.readLock();
    expect(reader.isPending).toBe(true);
    writer.discard();
    await expectDiscarded(writer);
    expect(reader.isReady).toBe(true);
  });

  test('work under it gives its result; closing fails who waits', async () => {
    const lock = new ReadWriteLock();
    expect(await expectReady(lock.withWriteLock(() => 'written'))).toBe('written');
    expect(await expectReady(lock.withReadLock(() => 'read'))).toBe('read');
    lock.writeLock().value();
    const waiting = lock.readLock().onFailed(() => undefined);
    lock[Symbol.dispose]();
    expect(await expectFailed(waiting)).toMatchObject({ code: 'SYNC_CLOSED' });
  });
});

/** What a lock lets in at once, whatever is asked of it in which order. */
function checkLock(
  kinds: readonly ('read' | 'write')[],
  lock: (kind: 'read' | 'write') => Future<LockGuard>,
) {
  const step = fc.oneof(
    fc.constantFrom(...kinds).map((kind) => ({ type: 'lock', kind }) as const),
    fc.nat(20).map((index) => ({ type: 'release', index }) as const),
    fc.nat(20).map((index) => ({ type: 'discard', index }) as const),
  );
  return fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
    const asked: { readonly kind: 'read' | 'write'; readonly future: Future<LockGuard> }[] = [];
    const inside = () => asked.filter(({ future }) => future.isReady && !future.value().isReleased);
    for (const step of steps) {
      if (step.type === 'lock') asked.push({ kind: step.kind, future: lock(step.kind) });
      else if (step.type === 'release') inside()[step.index]?.future.value().release();
      else asked.filter(({ future }) => future.isPending)[step.index]?.future.discard();
      const held = inside();
      const isExclusive = held.length === 1 || held.every(({ kind }) => kind === 'read');
      expect(isExclusive).toBe(true);
      // First come, first served: nobody who waits is in front of somebody who is in.
      const firstWaiting = asked.findIndex(({ future }) => future.isPending);
      const lastIn = asked.findLastIndex(({ future }) => future.isReady);
      if (firstWaiting >= 0) expect(lastIn).toBeLessThan(firstWaiting);
      // Nobody waits for nothing.
      const next = asked[firstWaiting];
      if (next)
        expect(held.length > 0 && (next.kind === 'write' || held[0]?.kind === 'write')).toBe(true);
    }
    for (let left = inside(); left.length > 0; left = inside()) left[0]?.future.value().release();
    expect(asked.some(({ future }) => future.isPending)).toBe(false);
  });
}

test('a mutex lets in one at a time, in order, and lets nobody wait for nothing', () => {
  let mutex = new Mutex();
  fc.assert(
    checkLock(['write'], () => mutex.lock()).beforeEach(() => {
      mutex = new Mutex();
    }),
  );
});

test('a read-write lock lets in one writer or many readers, in order', () => {
  let lock = new ReadWriteLock();
  fc.assert(
    checkLock(['read', 'write'], (kind) =>
      kind === 'read' ? lock.readLock() : lock.writeLock(),
    ).beforeEach(() => {
      lock = new ReadWriteLock();
    }),
  );
});

test('locks need no runtime, and work with one', async () => {
  const { runtime, clock } = virtualRuntime();
  const mutex = new Mutex();
  const order: number[] = [];
  for (const number of [1, 2, 3]) {
    mutex
      .withLock(() => runtime.after(10).andThen(() => order.push(number)))
      .onAny(() => undefined);
  }
  await clock.advance(20);
  expect(order).toEqual([1, 2]);
});
