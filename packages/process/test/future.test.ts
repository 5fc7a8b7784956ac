// The 26 cases of upstream's future_tests.cpp, by name and meaning. Callbacks run synchronously,
// so each state is looked at on the very next line. More cases: future-semantics.test.ts.
import { describe, expect, test } from '@jest/globals';
import { Completer } from '../src/futures/completer.ts';
import { Future } from '../src/futures/future.ts';
import { select } from '../src/futures/select.ts';
import { undiscardable } from '../src/futures/undiscardable.ts';
import { ManualClock } from './manual-clock.ts';

const HOUR_MS = 3_600_000;

describe('FutureTest', () => {
  test('Future: setting a value makes the future ready with it', () => {
    const completer = new Completer<boolean>();
    expect(completer.set(true)).toBe(true);
    expect(completer.future.isReady).toBe(true);
    expect(completer.future.value()).toBe(true);
  });

  describe('Stringify: every state and mark has its text', () => {
    const texts: [string, (completer: Completer<boolean>) => void][] = [
      ['Pending', () => undefined],
      ['Pending (with discard)', (c) => c.future.discard()],
      ['Abandoned', (c) => c.abandon()],
      ['Abandoned (with discard)', (c) => c.future.discard() && c.abandon()],
      ['Ready', (c) => c.set(true)],
      ['Ready (with discard)', (c) => c.future.discard() && c.set(true)],
      ['Failed: Failure', (c) => c.fail('Failure')],
      ['Failed (with discard): Failure', (c) => c.future.discard() && c.fail('Failure')],
      ['Discarded', (c) => c.discard()],
      ['Discarded (with discard)', (c) => c.future.discard() && c.discard()],
    ];
    test.each(texts)('%s', (text, act) => {
      const completer = new Completer<boolean>();
      act(completer);
      completer.future.onAny(() => undefined);
      expect(String(completer.future)).toBe(text);
    });

    test('Abandoned, for a future that never had a completer', () => {
      expect(String(Future.abandoned())).toBe('Abandoned');
    });
  });

  test('Associate: the outcome comes back, a discard request goes out', () => {
    const ready = new Completer<boolean>();
    expect(ready.associate(Future.ready(true))).toBe(true);
    expect(ready.future.value()).toBe(true);

    const [discarded, source2] = [new Completer<boolean>(), new Completer<boolean>()];
    discarded.associate(source2.future);
    source2.discard();
    expect(discarded.future.isDiscarded).toBe(true);

    const [failed, source3] = [new Completer<boolean>(), new Completer<boolean>()];
    failed.associate(source3.future);
    source3.fail('associate');
    expect(failed.future.isFailed).toBe(true);
    expect(failed.future.failure().message).toBe('associate');

    const requested = new Completer<boolean>();
    const other = Future.abandoned<boolean>();
    requested.associate(other);
    expect(other.isDiscarded).toBe(false);
    requested.future.discard();
    expect(other.hasDiscard).toBe(true);
    expect(other.isDiscarded).toBe(false);
  });

  test('OnAny: runs at once on a future that is ready', () => {
    let seen: boolean | undefined;
    Future.ready(true).onAny((future) => {
      seen = future.value();
    });
    expect(seen).toBe(true);
  });

  test('Then: the callback may return a value or a future', () => {
    const completer = new Completer<number>();
    completer.set(42);
    const viaFuture = completer.future.andThen((i) => Future.ready(String(i)));
    expect(viaFuture.value()).toBe('42');
    const viaValue = completer.future.andThen((i) => String(i));
    expect(viaValue.value()).toBe('42');
  });

  test('CallableOnce: of all callbacks only those that match the outcome run, once', () => {
    const completer = new Completer<void>();
    completer.set();
    expect(completer.future.andThen(() => 42).value()).toBe(42);
    let n = 0;
    const sum = completer.future
      .onReady(() => (n += 1))
      .onAny(() => (n += 10))
      .onFailed(() => (n += 100))
      .onDiscard(() => (n += 1000))
      .onDiscarded(() => (n += 10_000))
      .andThen(() => n);
    expect(sum.value()).toBe(11);
  });

  test('Repair: runs on failure and on nothing else', () => {
    const repair = (future: Future<number>): Future<number> => {
      expect(future.failure().message).toBe('Failure');
      return Future.ready(43);
    };
    const [first, second] = [new Completer<number>(), new Completer<number>()];
    const [future1, future2] = [first.future.repair(repair), second.future.repair(repair)];
    expect(future1.isPending).toBe(true);
    first.set(42);
    expect(future1.value()).toBe(42);
    second.fail('Failure');
    expect(future2.value()).toBe(43);
  });

  test('After1: the callback runs in time, although a discard was requested', () => {
    const clock = new ManualClock();
    let executed = false;
    const future = Future.abandoned<void>().after(clock, 42 * HOUR_MS, (source) => {
      expect(source.hasDiscard).toBe(true);
      executed = true;
      return Future.failed<void>('Failure');
    });
    expect(future.isPending).toBe(true);
    clock.advance(21 * HOUR_MS);
    expect(future.isPending).toBe(true);
    future.discard();
    expect(future.isPending).toBe(true);
    clock.advance(21 * HOUR_MS);
    expect(future.isFailed).toBe(true);
    expect(executed).toBe(true);
  });

  test('After2: completion cancels the timer', () => {
    const clock = new ManualClock();
    let executed = false;
    const completer = new Completer<void>();
    const future = completer.future.after(clock, 42 * HOUR_MS, () => {
      executed = true;
      return Future.failed<void>('Failure');
    });
    clock.advance(21 * HOUR_MS);
    expect(future.isPending).toBe(true);
    future.discard();
    expect(future.isPending).toBe(true);
    completer.set();
    expect(future.isReady).toBe(true);
    expect(clock.waiting).toBe(0);
    clock.advance(21 * HOUR_MS);
    expect(executed).toBe(false);
  });

  test('After3: once expired, source and result have let go of each other', () => {
    const clock = new ManualClock();
    const source = new Completer<void>();
    const future = source.future.after(clock, 1, (f) => {
      f.discard();
    });
    clock.advance(1);
    expect(future.isReady).toBe(true);
    expect(source.future.hasDiscard).toBe(true);
    expect(future.hasDiscard).toBe(false);
    expect(Object.values(source.future)).not.toContain(future);
    expect(Object.values(future)).not.toContain(source.future);
  });

  describe('Chain', () => {
    const second = (b: boolean): Future<string> => Future.ready(b ? 'true' : 'false');
    const third = (s: string): Future<string> => Future.ready(s);

    test('Chain: of a ready future', () => {
      expect(Future.ready(true).andThen(second).andThen(third).value()).toBe('true');
    });

    test('Chain: of a failed future', () => {
      const future = Future.failed<boolean>('The value is not positive (or zero)');
      expect(future.andThen(second).andThen(third).isFailed).toBe(true);
    });

    test('Chain: of a pending future that ends discarded', () => {
      const completer = new Completer<boolean>();
      const future = completer.future.andThen(second).andThen(third);
      expect(future.isPending).toBe(true);
      completer.discard();
      expect(future.isDiscarded).toBe(true);
    });
  });

  function discardedChain() {
    const [promise1, promise2] = [new Completer<boolean>(), new Completer<number>()];
    let executed = false;
    const future = Future.ready('hello world')
      .andThen(() => promise1.future)
      .andThen(() => {
        executed = true;
        return promise2.future;
      });
    expect(future.isPending).toBe(true);
    future.discard();
    expect(future.hasDiscard).toBe(true);
    expect(future.isPending).toBe(true);
    expect(promise1.future.hasDiscard).toBe(true); // its callback has run
    expect(promise2.future.hasDiscard).toBe(false); // its callback has not
    const expectNotExecuted = (): void => {
      expect(executed).toBe(false);
      expect(promise2.future.isPending).toBe(true);
    };
    return { future, promise1, expectNotExecuted };
  }

  test('Discard1: a request leaves the chain pending until the completer discards', () => {
    const { future, promise1, expectNotExecuted } = discardedChain();
    expect(promise1.discard()).toBe(true);
    expect(future.isDiscarded).toBe(true);
    expectNotExecuted();
  });

  test('Discard2: a value that arrives after the request discards the chain', () => {
    const { future, promise1, expectNotExecuted } = discardedChain();
    expect(promise1.set(true)).toBe(true);
    expect(future.isDiscarded).toBe(true);
    expectNotExecuted();
  });

  test('Discard3: a failure that arrives after the request wins over it', () => {
    const { future, promise1, expectNotExecuted } = discardedChain();
    expect(promise1.fail('failure message')).toBe(true);
    expect(future.isFailed).toBe(true);
    expectNotExecuted();
  });

  test('Select: gives the ready future; discarded, it leaves the others alone', () => {
    const completers = [1, 2, 3, 4].map(() => new Completer<number>());
    const futures = completers.map((completer) => completer.future);
    completers[0]?.set(42);
    const selected = select(futures).value();
    expect(selected.index).toBe(0);
    expect(selected.future).toBe(futures[0]);
    expect(selected.future.value()).toBe(42);

    const none = select(futures.slice(1));
    expect(none.isPending).toBe(true);
    none.discard();
    expect(none.isDiscarded).toBe(true);
    expect(futures.some((future) => future.hasDiscard)).toBe(false);
  });

  test('FromTry: a value makes a ready future, an error a failed one', () => {
    expect(Future.try(() => 1).value()).toBe(1);
    const failed = Future.try(() => {
      throw new Error('error');
    });
    expect(failed.isFailed).toBe(true);
  });

  test('FromTryFuture: a future is followed, an error makes a failed one', () => {
    expect(Future.try(() => Future.ready(1)).value()).toBe(1);
    const completer = new Completer<number>();
    const future = Future.try(() => completer.future);
    expect(future.isPending).toBe(true);
    completer.set(1);
    expect(future.value()).toBe(1);
    const failed = Future.try((): Future<number> => {
      throw new Error('error');
    });
    expect(failed.failure().message).toBe('error');
  });

  test('ArrowOperator: the value is at hand', () => {
    expect(Future.ready('hello').value().length).toBe(5);
  });

  test('UndiscardableFuture: a request is kept, yet the value arrives', () => {
    const completer = new Completer<number>();
    const future = undiscardable(completer.future);
    future.discard();
    expect(future.hasDiscard).toBe(true);
    expect(completer.future.hasDiscard).toBe(false);
    completer.set(42);
    expect(future.value()).toBe(42);
  });

  test('UndiscardableLambda: a request does not reach the future of the callback', () => {
    const completer = new Completer<number>();
    const future = Future.ready(2).andThen(
      undiscardable((multiplier: number) => completer.future.andThen((i) => i * multiplier)),
    );
    future.discard();
    expect(future.hasDiscard).toBe(true);
    expect(completer.future.hasDiscard).toBe(false);
    completer.set(42);
    expect(future.value()).toBe(84);
  });

  test('Abandoned: without a completer, or when the completer gives up', () => {
    expect(Future.abandoned().isAbandoned).toBe(true);
    const completer = new Completer<number>();
    expect(completer.future.isAbandoned).toBe(false);
    expect(completer.abandon()).toBe(true);
    expect(completer.future.isAbandoned).toBe(true);
    expect(completer.future.isPending).toBe(true);
  });

  test('AbandonedChain: travels along the chain', () => {
    const completer = new Completer<number>();
    const future = completer.future.andThen(() => undefined).andThen(() => 'hello world');
    completer.abandon();
    expect(future.isAbandoned).toBe(true);
  });

  test.each<[string, (completer: Completer<number>) => boolean]>([
    ['RecoverDiscarded', (completer) => completer.discard()],
    ['RecoverFailed', (completer) => completer.fail('Failure')],
    ['RecoverAbandoned', (completer) => completer.abandon()],
  ])('%s: recover gives another value', (_name, end) => {
    const completer = new Completer<number>();
    const future = completer.future.andThen(() => 'hello').recover(() => 'world');
    end(completer);
    expect(future.value()).toBe('world');
  });

  test('RecoverDiscard: a request before recover is forgotten, one after it is passed on', () => {
    const promise1 = new Completer<number>();
    const [promise2, promise3, promise4] = [1, 2, 3].map(() => new Completer<string>()) as [
      Completer<string>,
      Completer<string>,
      Completer<string>,
    ];
    const future = promise1.future
      .andThen(() => 'hello')
      .recover(() => promise2.future.andThen(() => promise3.future.andThen(() => promise4.future)));
    future.discard();
    promise1.discard();
    expect(promise2.future.hasDiscard).toBe(false);
    promise2.set('not world');
    expect(promise3.future.hasDiscard).toBe(false);
    promise3.set('also not world');
    expect(promise4.future.hasDiscard).toBe(false);
    future.discard();
    expect(promise4.future.hasDiscard).toBe(true);
    promise4.set('world');
    expect(future.value()).toBe('world');
  });
});
