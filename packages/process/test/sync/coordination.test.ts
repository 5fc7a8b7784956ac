import { describe, expect, test } from '@jest/globals';
import { Completer } from '@quorate/process';
import {
  expectDiscarded,
  expectFailed,
  expectReady,
  virtualRuntime,
} from '@quorate/process/testing';
import {
  CountDownLatch,
  Once,
  Owned,
  RateLimiter,
  type Shared,
  StateMachine,
  Timeout,
} from '@quorate/process/sync';

describe('LimiterTest', () => {
  const INTERVAL_MS = 2.5; // two in 5 ms

  function limited() {
    const { clock } = virtualRuntime();
    const limiter = new RateLimiter({ permits: 2, perMs: 5, clock });
    return { clock, limiter };
  }

  test('Acquire: the first at once, each of the others an interval later', async () => {
    const { clock, limiter } = limited();
    const [first, second, third] = [limiter.acquire(), limiter.acquire(), limiter.acquire()];
    expect([first.isReady, second.isPending]).toEqual([true, true]);
    await clock.advance(INTERVAL_MS);
    expect([second.isReady, third.isPending]).toEqual([true, true]);
    await clock.advance(INTERVAL_MS);
    expect(third.isReady).toBe(true);
  });

  test('DiscardMiddle: whoever gives up costs no permit', async () => {
    const { clock, limiter } = limited();
    const [first, second, third, fourth] = [
      limiter.acquire(),
      limiter.acquire(),
      limiter.acquire(),
      limiter.acquire(),
    ];
    expect(first.isReady).toBe(true);
    second.discard();
    await expectDiscarded(second);
    await clock.advance(INTERVAL_MS);
    expect([third.isReady, fourth.isPending]).toEqual([true, true]);
    await clock.advance(INTERVAL_MS);
    expect(fourth.isReady).toBe(true);
  });

  test('DiscardLast: whoever comes later still waits for the interval', async () => {
    const { clock, limiter } = limited();
    expect(limiter.acquire().isReady).toBe(true);
    limiter.acquire().discard();
    const third = limiter.acquire();
    expect(third.isPending).toBe(true);
    await clock.advance(INTERVAL_MS);
    expect(third.isReady).toBe(true);
  });

  test('a pause saves no permits', async () => {
    const { clock, limiter } = limited();
    expect(limiter.acquire().isReady).toBe(true);
    await clock.advance(1000);
    expect(limiter.acquire().isReady).toBe(true);
    expect(limiter.acquire().isPending).toBe(true);
  });

  test('closing discards those who wait', async () => {
    const { limiter } = limited();
    limiter.acquire();
    const waiting = limiter.acquire();
    limiter[Symbol.dispose]();
    await expectDiscarded(waiting);
    expect(await expectFailed(limiter.acquire())).toMatchObject({ code: 'SYNC_CLOSED' });
  });

  test.each([
    [0, 1],
    [-1, 1],
    [NaN, 1],
    [1, 0],
    [Infinity, 1],
    [1, Infinity],
  ])('%d permits in %d ms are refused', (permits, perMs) => {
    expect(() => new RateLimiter({ permits, perMs })).toThrow(
      expect.objectContaining({ code: 'SYNC_OPTION_INVALID' }),
    );
  });
});

describe('CountDownLatchTest', () => {
  test('Triggered: ready with the last of so many times; more do nothing', () => {
    const latch = new CountDownLatch(5);
    for (let left = 5; left > 0; left--) {
      expect([latch.triggered.isPending, latch.count]).toEqual([true, left]);
      latch.decrement();
    }
    latch.decrement();
    expect([latch.triggered.isReady, latch.count]).toEqual([true, 0]);
    expect(new CountDownLatch(0).triggered.isReady).toBe(true);
  });

  test('Threads: several wait, and one that gives up ends it for nobody', () => {
    const latch = new CountDownLatch();
    const [one, other] = [latch.triggered, latch.triggered];
    one.discard();
    latch.decrement();
    expect(other.isReady).toBe(true);
    expect(() => new CountDownLatch(-1)).toThrow(
      expect.objectContaining({ code: 'SYNC_OPTION_INVALID' }),
    );
  });
});

test('Once: the first call does it, and all have its result', async () => {
  const work = new Completer<number>();
  let calls = 0;
  const once = new Once(() => {
    calls++;
    return work.future;
  });
  expect(once.isBegun).toBe(false);
  const [first, second] = [once.get(), once.get()];
  first.discard();
  expect([work.future.hasDiscard, once.isBegun]).toEqual([false, true]);
  work.set(7);
  expect([await expectReady(second), once.get().value(), calls]).toEqual([7, 7, 1]);
});

describe('StateMachineTest', () => {
  test('Transition: from the right state only; what it calls gives the result', async () => {
    const machine = new StateMachine<'off' | 'on'>('off');
    expect(machine.transition('off', 'on', () => 42).value()).toBe(42);
    let called = false;
    const refused = machine.transition('off', 'on', () => (called = true));
    expect(await expectFailed(refused)).toMatchObject({ code: 'SYNC_STATE_INVALID' });
    expect([machine.state, called]).toEqual(['on', false]);
    const thrown = machine.transition('on', 'off', () => {
      throw new Error('thrown');
    });
    expect((await expectFailed(thrown)).message).toBe('thrown');
    expect(machine.state).toBe('off');
  });

  test('Is: tells the state', () => {
    const machine = new StateMachine<'off' | 'on'>('off');
    expect([machine.is('off'), machine.is('on')]).toEqual([true, false]);
  });

  test('When: ready in that state, or when it comes; before what the step calls', () => {
    const machine = new StateMachine<'off' | 'on'>('off');
    const [now, later] = [machine.when('off'), machine.when('on')];
    expect([now.isReady, later.isPending]).toEqual([true, true]);
    machine.transition('off', 'on', () => expect(later.isReady).toBe(true)).value();
    expect(machine.when('on').isReady).toBe(true);
  });
});

describe('OwnedTest', () => {
  test('Access: the value can be read and written', () => {
    const owned = new Owned({ count: 1 });
    owned.value.count++;
    expect(owned.value).toEqual({ count: 2 });
  });

  test('Null: what was given away is not here', () => {
    const owned = new Owned(1);
    owned.release();
    expect(owned.isHeld).toBe(false);
    expect(() => owned.value).toThrow(expect.objectContaining({ code: 'SYNC_OWNERSHIP_LOST' }));
    expect(() => owned.share()).toThrow(expect.objectContaining({ code: 'SYNC_OWNERSHIP_LOST' }));
  });

  test('Share: gives it to many, and counts them', () => {
    const owned = new Owned('value');
    const shared = owned.share();
    expect([owned.isHeld, shared.value, shared.isUnique]).toEqual([false, 'value', true]);
    const copy = shared.clone();
    expect(shared.isUnique).toBe(false);
    copy.release();
    copy.release();
    expect(shared.isUnique).toBe(true);
  });

  test('Release: the value goes to whoever asked, and is not disposed of', () => {
    const disposed: string[] = [];
    {
      using kept = new Owned('kept', (value) => disposed.push(value));
      using given = new Owned('given', (value) => disposed.push(value));
      expect([kept.value, given.release()]).toEqual(['kept', 'given']);
    }
    expect(disposed).toEqual(['kept']);
  });
});

describe('SharedTest', () => {
  test('ConstAccess: all see the same value', () => {
    const shared = new Owned({ count: 1 }).share();
    expect(shared.clone().value).toBe(shared.value);
  });

  test('Null: a handle that was given back has nothing', () => {
    const shared: Shared<number> = new Owned(1).share();
    shared.release();
    expect(() => shared.value).toThrow(expect.objectContaining({ code: 'SYNC_OWNERSHIP_LOST' }));
    expect(() => shared.clone()).toThrow(expect.objectContaining({ code: 'SYNC_OWNERSHIP_LOST' }));
  });

  test('Reset: the value is let go of with the last handle', () => {
    const disposed: string[] = [];
    const shared = new Owned('value', (value) => disposed.push(value)).share();
    const copy = shared.clone();
    shared[Symbol.dispose]();
    expect([disposed, copy.isUnique]).toEqual([[], true]);
    copy.release();
    expect(disposed).toEqual(['value']);
  });

  test('Own: ready when all other handles were given back; asked for once', async () => {
    const disposed: string[] = [];
    const shared = new Owned('value', (value) => disposed.push(value)).share();
    const [one, other] = [shared.clone(), shared.clone()];
    const owning = shared.own();
    expect(() => shared.value).toThrow();
    expect(await expectFailed(one.own())).toMatchObject({ code: 'SYNC_OWNERSHIP_LOST' });
    expect(owning.isPending).toBe(true);
    one.release();
    expect(owning.isPending).toBe(true);
    other.release();
    expect(owning.value().value).toBe('value');
    expect(disposed).toEqual([]);
  });
});

test('a timeout passes on its clock, and never leaves less than nothing', async () => {
  const { clock } = virtualRuntime();
  const timeout = Timeout.in(clock, 100);
  await clock.advance(40);
  expect([timeout.remainingMs, timeout.isExpired]).toEqual([60, false]);
  await clock.advance(100);
  expect([timeout.remainingMs, timeout.isExpired]).toEqual([0, true]);
  expect(Timeout.in(clock, -5).isExpired).toBe(true);
  expect(Timeout.in(clock, Infinity)).toMatchObject({ remainingMs: Infinity, isExpired: false });
});
