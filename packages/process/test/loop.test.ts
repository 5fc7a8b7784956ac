// The 4 cases of upstream's loop_tests.cpp, by name and meaning, and more.
import { describe, expect, jest, test } from '@jest/globals';
import { macrotask } from '../src/adapters/turn.ts';
import { Completer } from '../src/futures/completer.ts';
import { Future } from '../src/futures/future.ts';
import {
  breakWith,
  type ControlFlow,
  loop,
  LOOP_STEPS_PER_TURN,
  proceed,
} from '../src/futures/loop.ts';
import { turn, until } from './turns.ts';

jest.setTimeout(60_000); // a busy machine takes ten times as long

const MILLION = 1_000_000;

describe('LoopTest', () => {
  test('Sync: runs until the body breaks, and lets others run meanwhile', async () => {
    let value = 1;
    const future = loop(
      () => value,
      (i) => (i === 0 ? breakWith() : proceed()),
    );
    expect(future.isPending).toBe(true);
    value = 0;
    await turn();
    expect(future.isReady).toBe(true);
  });

  test('Async: waits for what both functions return', () => {
    const [item, text] = [new Completer<number>(), new Completer<string>()];
    const seen: number[] = [];
    const future = loop(
      () => item.future,
      (i) => {
        seen.push(i);
        return text.future.andThen((s) => breakWith(s));
      },
    );
    expect(future.isPending).toBe(true);
    item.set(1);
    expect(seen).toEqual([1]);
    expect(future.isPending).toBe(true);
    text.set('Hello world!');
    expect(future.value()).toBe('Hello world!');
  });

  function obedient<T>(): Future<T> {
    const completer = new Completer<T>();
    completer.future.onDiscard(() => completer.discard());
    return completer.future;
  }

  test('DiscardIterate: the request reaches the future of iterate', () => {
    const item = obedient<number>();
    const future = loop(
      () => item,
      () => breakWith(),
    );
    expect(future.isPending).toBe(true);
    future.discard();
    expect(future.isDiscarded).toBe(true);
    expect(item.hasDiscard).toBe(true);
  });

  test('DiscardBody: the request reaches the future of the body', () => {
    const work = obedient<void>();
    const future = loop(
      () => 42,
      () => work.andThen(() => breakWith()),
    );
    expect(future.isPending).toBe(true);
    future.discard();
    expect(future.isDiscarded).toBe(true);
    expect(work.hasDiscard).toBe(true);
  });
});

describe('a loop', () => {
  test('makes 1,000,000 ready rounds without a deeper stack, and without starving timers', async () => {
    let rounds = 0;
    let turns = 0;
    const future = loop(
      () => Future.ready((rounds += 1)),
      (round) => Future.ready<ControlFlow<number>>(round < MILLION ? proceed() : breakWith(round)),
    );
    expect(rounds).toBe(LOOP_STEPS_PER_TURN);
    const count = (): void => {
      turns += 1;
      if (future.isPending) macrotask(count);
    };
    count();
    await until(() => !future.isPending);
    expect(future.value()).toBe(MILLION);
    expect(turns).toBeGreaterThan(900);
  });

  test('makes 100,000 rounds of which each waits', () => {
    let gate = new Completer<number>();
    const future = loop(
      () => (gate = new Completer<number>()).future,
      (i) => (i === 0 ? breakWith('end') : proceed()),
    );
    for (let i = 100_000; i >= 0; i -= 1) gate.set(i);
    expect(future.value()).toBe('end');
  });

  test('runs its first rounds synchronously in the caller', () => {
    let i = 0;
    const future = loop(
      () => (i += 1),
      (n) => (n === 10 ? breakWith(n) : proceed()),
    );
    expect(future.value()).toBe(10);
  });

  test('takes promises', async () => {
    let i = 0;
    const future = loop(
      () => Promise.resolve((i += 1)),
      async (n) => (n === 3 ? breakWith(n) : proceed()),
    );
    expect(await future).toBe(3);
  });

  test.each<[string, () => number | Future<number>, () => ControlFlow<number>]>([
    ['iterate throws', thrower, () => breakWith(1)],
    ['iterate fails', () => Future.failed('broken'), () => breakWith(1)],
    ['the body throws', () => 1, thrower],
  ])('fails alike if %s', (_what, iterate, body) => {
    expect(loop(iterate, body).failure().message).toBe('broken');
  });

  test('fails alike if the future of the body fails, now or later', () => {
    const completer = new Completer<ControlFlow<number>>();
    const [now, later] = [
      loop(
        () => 1,
        () => Future.failed<ControlFlow<number>>('broken'),
      ),
      loop(
        () => 1,
        () => completer.future,
      ),
    ];
    completer.fail('broken later');
    expect(now.failure().message).toBe('broken');
    expect(later.failure().message).toBe('broken later');
  });

  test('fails if the body gives no control flow', () => {
    const future = loop(
      () => 1,
      () => undefined as unknown as ControlFlow<number>,
    );
    expect(future.failure()).toMatchObject({ code: 'FUTURE_CONTROL_FLOW_INVALID' });
  });

  test('is discarded if a future is', () => {
    expect(
      loop(
        () => Future.discarded<number>(),
        () => breakWith(1),
      ).isDiscarded,
    ).toBe(true);
  });

  test('is abandoned with the future it waits for, and goes on if that completes', () => {
    const completer = new Completer<number>();
    const future = loop(
      () => completer.future,
      (n) => breakWith(n),
    );
    completer.abandon();
    expect(future.isAbandoned).toBe(true);
    completer.set(1);
    expect(future.value()).toBe(1);
  });

  test('passes a discard request to the future it waits for, and to each later one', () => {
    const gates = Array.from({ length: 3 }, () => new Completer<number>());
    let at = -1;
    const future = loop(
      () => (gates[(at += 1)] as Completer<number>).future,
      (n) => (n === 2 ? breakWith('ready all the same') : proceed()),
    );
    gates[0]?.set(0);
    future.discard();
    expect(gates.map((gate) => gate.future.hasDiscard)).toEqual([false, true, false]);
    gates[1]?.set(1);
    expect(gates.map((gate) => gate.future.hasDiscard)).toEqual([false, true, true]);
    gates[2]?.set(2);
    expect(future.value()).toBe('ready all the same');
    expect(future.hasDiscard).toBe(true);
  });

  test('a request that completes each future at once needs no deeper stack', async () => {
    let rounds = 0;
    const start = new Completer<number>();
    const future = loop(
      () => {
        rounds += 1;
        if (rounds === 1) return start.future;
        const completer = new Completer<number>();
        completer.future.onDiscard(() => completer.set(rounds));
        return completer.future;
      },
      (n) => (n === 100_000 ? breakWith(n) : proceed()),
    );
    future.discard();
    start.set(1);
    await until(() => !future.isPending);
    expect(future.value()).toBe(100_000);
  });

  test('follows a future it is broken with', () => {
    const completer = new Completer<number>();
    const future = loop(
      () => 1,
      () => breakWith(completer.future),
    );
    completer.set(3);
    expect(future.value()).toBe(3);
  });
});

describe('the context of a loop', () => {
  test('gets the first round and each that follows a wait', () => {
    const rounds: (() => void)[] = [];
    const gate = new Completer<number>();
    const body = jest.fn((n: number) => breakWith(n));
    const future = loop(() => gate.future, body, { context: (round) => rounds.push(round) });
    expect(rounds).toHaveLength(1);
    rounds.shift()?.();
    gate.set(1);
    expect(body).not.toHaveBeenCalled();
    rounds.shift()?.();
    expect(future.value()).toBe(1);
  });

  test('gets a long loop again and again', () => {
    const rounds: (() => void)[] = [];
    let i = 0;
    const future = loop(
      () => (i += 1),
      (n) => (n === 2 * LOOP_STEPS_PER_TURN + 1 ? breakWith(n) : proceed()),
      { context: (round) => rounds.push(round) },
    );
    let turns = 0;
    for (let round = rounds.shift(); round !== undefined; round = rounds.shift()) {
      turns += 1;
      round();
    }
    expect([turns, future.isReady]).toEqual([3, true]);
  });

  test('may call at once: the stack gets no deeper', () => {
    let i = 0;
    const depths: number[] = [];
    const last = 4 * LOOP_STEPS_PER_TURN;
    const future = loop(
      () => (i += 1),
      (n) => {
        if (n === 1 || n === last) depths.push(stackDepth());
        return n === last ? breakWith(n) : proceed();
      },
      {
        context(round) {
          round();
        },
      },
    );
    expect(future.value()).toBe(last);
    expect(depths[1]).toBe(depths[0]);
  });

  test('abandons the loop when its future is abandoned, and fails it alike', () => {
    const iterate = (): number => 1;
    const [gone, full] = [Future.abandoned(), Future.failed('mailbox full')];
    const body = (): ControlFlow<number> => breakWith(1);
    expect(loop(iterate, body, { context: () => gone }).isAbandoned).toBe(true);
    expect(loop(iterate, body, { context: () => full }).failure().message).toBe('mailbox full');
    expect(loop(iterate, body, { context: thrower }).failure().message).toBe('broken');
  });
});

function thrower(): never {
  throw new Error('broken');
}

function stackDepth(): number {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = Infinity;
  const depth = new Error('depth').stack?.split('\n').length ?? 0;
  Error.stackTraceLimit = limit;
  return depth;
}
