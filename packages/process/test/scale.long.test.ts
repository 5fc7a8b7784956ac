// A million of what the other tests have a hundred thousand of: nothing overflows, and what would be
// quadratic does not come to an end.
import { describe, expect, test } from '@jest/globals';
import { Completer, Future, Process } from '@quorate/process';
import type { Pid } from '@quorate/process';
import { virtualRuntime } from '@quorate/process/testing';
import { eventLoopTurns } from './event-loop-turns.ts';

const MILLION = 1_000_000;

class Counter extends Process {
  declare readonly self: Pid<Counter>;
  next = 0;
  isInOrder = true;

  count(index: number): void {
    this.isInOrder &&= index === this.next++;
  }
}

test('a million timers at one instant reach a process in the order of their making, and the event loop turns meanwhile', async () => {
  const { runtime, clock } = virtualRuntime();
  const counter = new Counter();
  const pid = runtime.spawn(counter);
  for (let index = 0; index < MILLION; index++) runtime.delay(5, pid, 'count', index);
  using turns = eventLoopTurns();
  await clock.advance(5);
  expect([counter.next, counter.isInOrder]).toEqual([MILLION, true]);
  expect(turns.count).toBeGreaterThan(200); // 4,096 events in each
});

describe('a chain of a million futures', () => {
  function expectConnected(completers: readonly Completer<number>[]): void {
    const [first, last] = [completers.at(0), completers.at(-1)];
    if (!first || !last) throw new Error('a chain');
    first.future.discard();
    expect(last.future.hasDiscard).toBe(true);
    last.set(7);
    expect(first.future.value()).toBe(7);
  }

  test('associated one with the next, first to last', () => {
    const completers = Array.from({ length: MILLION }, () => new Completer<number>());
    completers.reduce((completer, next) => {
      completer.associate(next.future);
      return next;
    });
    expectConnected(completers);
  });

  test('associated one with the next, last to first', () => {
    const completers = Array.from({ length: MILLION }, () => new Completer<number>());
    completers.reduceRight((next, completer) => {
      completer.associate(next.future);
      return completer;
    });
    expectConnected(completers);
  });

  test('of then, as await makes it', async () => {
    let tail: Future<number> = Future.ready(0);
    for (let index = 0; index < MILLION; index++) tail = tail.then((n) => n + 1);
    expect(await tail).toBe(MILLION);
  });
});
