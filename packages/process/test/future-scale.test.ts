// Results, discard requests and abandonment travel along chains without recursion, and what could
// be quadratic is linear.
import { describe, expect, jest, test } from '@jest/globals';
import { Completer } from '../src/futures/completer.ts';
import { Future } from '../src/futures/future.ts';
import { ManualClock } from './manual-clock.ts';

jest.setTimeout(60_000); // a busy machine takes ten times as long

const MILLION = 1_000_000;
const HUNDRED_THOUSAND = 100_000;

function chain(length: number): { completer: Completer<number>; tail: Future<number> } {
  const completer = new Completer<number>();
  let tail = completer.future;
  for (let i = 0; i < length; i += 1) tail = tail.andThen((n) => n + 1);
  return { completer, tail };
}

describe('a chain of 1,000,000 andThen', () => {
  test('passes a discard request up and the outcome down', () => {
    const { completer, tail } = chain(MILLION);
    completer.future.onDiscard(() => completer.discard());
    expect(tail.discard()).toBe(true);
    expect(tail.isDiscarded).toBe(true);
  });

  test('completes, and is abandoned before that', () => {
    const { completer, tail } = chain(MILLION);
    completer.abandon();
    expect(tail.isAbandoned).toBe(true);
    completer.set(0);
    expect(tail.value()).toBe(MILLION);
  });
});

describe('deep chains of other kinds', () => {
  test('100,000 futures associated one with the next, first to last', () => {
    const completers = Array.from({ length: HUNDRED_THOUSAND }, () => new Completer<number>());
    completers.reduce((completer, next) => {
      completer.associate(next.future);
      return next;
    });
    expectConnected(completers);
  });

  test('100,000 futures associated one with the next, last to first', () => {
    const completers = Array.from({ length: HUNDRED_THOUSAND }, () => new Completer<number>());
    completers.reduceRight((next, completer) => {
      completer.associate(next.future);
      return completer;
    });
    expectConnected(completers);
  });

  function expectConnected(completers: readonly Completer<number>[]): void {
    const [first, last] = [completers.at(0), completers.at(-1)] as [
      Completer<number>,
      Completer<number>,
    ];
    first.future.discard();
    expect(last.future.hasDiscard).toBe(true);
    last.abandon();
    expect(first.future.isAbandoned).toBe(true);
    last.set(7);
    expect(first.future.value()).toBe(7);
  }

  test('100,000 derivations of every kind, with a callback beside each', () => {
    const clock = new ManualClock();
    const completer = new Completer<number>();
    let called = 0;
    let tail = completer.future;
    for (let i = 0; i < HUNDRED_THOUSAND / 5; i += 1) {
      tail = tail
        .andThen((n) => Future.ready(n))
        .recover(() => 0)
        .repair(() => 0)
        .undiscardable()
        .after(clock, 1, () => 0)
        .onAny(() => (called += 1));
    }
    completer.set(7);
    expect([tail.value(), called, clock.waiting]).toEqual([7, HUNDRED_THOUSAND / 5, 0]);
  });

  test('100,000 futures, each of which waits for the one its callback returned', () => {
    const start = new Completer<number>();
    let left = HUNDRED_THOUSAND;
    const gates: Completer<number>[] = [];
    const step = (n: number): Future<number> | number => {
      left -= 1;
      if (left === 0) return n;
      const gate = new Completer<number>();
      gates.push(gate);
      return gate.future.andThen(step);
    };
    const tail = start.future.andThen(step);
    start.set(3);
    for (let gate = gates.pop(); gate !== undefined; gate = gates.pop()) gate.set(3);
    expect(tail.value()).toBe(3);
  });

  test('100,000 callbacks and derived futures of one future', () => {
    const completer = new Completer<number>();
    let sum = 0;
    for (let i = 0; i < HUNDRED_THOUSAND; i += 1) {
      completer.future.onReady((n) => (sum += n)).andThen((n) => (sum += n));
    }
    completer.set(1);
    expect(sum).toBe(2 * HUNDRED_THOUSAND);
  });
});

describe('the look for cycles', () => {
  test('costs little in a queue whose every job is waited for', () => {
    const gate = new Completer<number>();
    let queue = gate.future;
    const results: Future<number>[] = [];
    for (let i = 0; i < HUNDRED_THOUSAND; i += 1) {
      const job = new Completer<number>();
      results.push(job.future.andThen((n) => n)); // someone waits before the job is queued
      queue = queue.andThen((n) => n + 1);
      job.associate(queue);
    }
    gate.set(0);
    expect(results.at(-1)?.value()).toBe(HUNDRED_THOUSAND);
  });
});

describe('when callbacks recurse until the engine runs out of stack', () => {
  test('futures work as ever after that', () => {
    const reporter = (): void => undefined;
    const make = (): Completer<number> => new Completer<number>({ reporter });
    const completers = Array.from({ length: 50_000 }, make);
    completers.forEach(({ future }, i) => {
      future.onReady(() => undefined).onReady((n) => completers[i + 1]?.set(n));
    });
    completers[0]?.set(1);
    expect(completers.at(-1)?.future.isPending).toBe(true);
    const { completer, tail } = chain(1000);
    tail.onAny(() => undefined);
    completer.set(0);
    expect(tail.value()).toBe(1000);
  });
});
