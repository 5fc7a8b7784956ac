import { describe, expect, test } from '@jest/globals';
import { Completer, Future } from '@quorate/process';
import { expectDiscarded, expectFailed, expectReady } from '@quorate/process/testing';
import { Mutex } from '../src/mutex.ts';

describe('Mutex', () => {
  test('work begins in order, each when the one before is complete', async () => {
    const mutex = new Mutex();
    const begun: number[] = [];
    const completers = [1, 2, 3].map(() => new Completer<number>());
    const results = completers.map(({ future }, index) =>
      mutex.run(() => {
        begun.push(index);
        return future;
      }),
    );
    expect(begun).toEqual([0]);
    completers[0]?.set(10);
    expect(begun).toEqual([0, 1]);
    completers[1]?.fail('no');
    expect(begun).toEqual([0, 1, 2]);
    completers[2]?.discard();
    expect(await expectReady(results[0] as Future<number>)).toBe(10);
    await expectFailed(results[1] as Future<number>);
    await expectDiscarded(results[2] as Future<number>);
    expect(await expectReady(mutex.run(() => Future.ready(1)))).toBe(1);
  });

  test('a discard of waiting work removes it, one of running work is passed on', async () => {
    const mutex = new Mutex();
    const running = new Completer<void>();
    const first = mutex.run(() => running.future);
    let hasBegun = false;
    const second = mutex.run(() => {
      hasBegun = true;
      return Future.ready();
    });
    second.discard();
    await expectDiscarded(second);
    first.discard();
    expect(running.future.hasDiscard).toBe(true);
    running.discard();
    await expectDiscarded(first);
    expect(hasBegun).toBe(false);
  });

  test('work that throws or is abandoned fails, and the next begins', async () => {
    const mutex = new Mutex();
    const throwing = mutex.run(() => {
      throw new Error('a bug');
    });
    expect((await expectFailed(throwing)).message).toBe('a bug');
    await expectFailed(
      mutex.run(() => Future.abandoned()),
      'STATE_CLOSED',
    );
    expect(await expectReady(mutex.run(() => Future.ready(1)))).toBe(1);
  });

  test('a thousand pieces of work that complete at once leave the stack alone', async () => {
    const mutex = new Mutex();
    const gate = new Completer<void>();
    mutex.run(() => gate.future);
    const results = Array.from({ length: 1_000 }, (_, n) => mutex.run(() => Future.ready(n)));
    gate.set(undefined);
    expect(await Promise.all(results)).toHaveLength(1_000);
  });
});
