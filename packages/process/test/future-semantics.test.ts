// What upstream's implementation does but its tests leave open, and what is different here.
import { describe, expect, jest, test } from '@jest/globals';
import type * as completerModule from '../src/futures/completer.ts';
import { Completer } from '../src/futures/completer.ts';
import { discardAll } from '../src/futures/discard-all.ts';
import type * as errorModule from '../src/futures/future-error.ts';
import { FutureError } from '../src/futures/future-error.ts';
import { Future, isFuture } from '../src/futures/future.ts';
import { undiscardable } from '../src/futures/undiscardable.ts';
import { ManualClock } from './manual-clock.ts';

type End = readonly [name: string, end: (completer: Completer<number>) => boolean];
const ENDS: readonly End[] = [
  ['set', (completer) => completer.set(1)],
  ['fail', (completer) => completer.fail('Failure')],
  ['discard', (completer) => completer.discard()],
];

/** The code of the error that `f` throws. */
function codeOf(f: () => unknown): unknown {
  try {
    f();
  } catch (error) {
    return (error as FutureError).code;
  }
  return undefined;
}

describe('completion', () => {
  test.each(ENDS)('after %s nothing changes the future any more', (_name, end) => {
    const completer = new Completer<number>();
    expect(end(completer)).toBe(true);
    const before = String(completer.future.onAny(() => undefined));
    for (const [, again] of ENDS) expect(again(completer)).toBe(false);
    expect(completer.associate(Future.ready(2))).toBe(false);
    expect(completer.abandon()).toBe(false);
    expect(completer.future.discard()).toBe(false);
    expect(String(completer.future)).toBe(before);
  });

  test('value and failure throw typed errors when there is none', () => {
    const pending = new Completer<number>().future;
    const failed = Future.failed('broken');
    expect(codeOf(() => pending.value())).toBe('FUTURE_NOT_READY');
    expect(codeOf(() => failed.value())).toBe('FUTURE_NOT_READY');
    expect(() => failed.value()).toThrow('value of a future that is Failed: broken');
    expect(codeOf(() => pending.failure())).toBe('FUTURE_NOT_FAILED');
    expect(codeOf(() => Future.ready(1).failure())).toBe('FUTURE_NOT_FAILED');
  });

  test('the error of a failed value() is the cause', () => {
    const error = new Error('broken');
    const failed = Future.failed<number>(error);
    const thrown = codeOfThrown(() => failed.value());
    expect(thrown.cause).toBe(error);
  });

  test('an Error is kept as it is through derived futures, with its cause', () => {
    const error = new TypeError('outer', { cause: new Error('inner') });
    const failed = Future.failed<number>(error);
    expect(
      failed
        .andThen((n) => n + 1)
        .undiscardable()
        .failure(),
    ).toBe(error);
  });

  test.each([undefined, null, 0, { broken: true }, Symbol('s')])(
    'a thrown %p becomes the cause of a FUTURE_REJECTED error',
    (thrown) => {
      const future = Future.ready(1).andThen(() => {
        throw thrown as unknown as Error;
      });
      expect(future.failure()).toMatchObject({ code: 'FUTURE_REJECTED', cause: thrown });
    },
  );

  test('a value that cannot be described still becomes a failure', () => {
    const hostile = {
      get [Symbol.toStringTag](): string {
        throw new Error('no tag');
      },
    };
    const future = Future.ready(1).andThen(() => {
      throw hostile as unknown as Error;
    });
    expect(future.failure().cause === hostile).toBe(true);
  });
});

function codeOfThrown(f: () => unknown): FutureError {
  try {
    f();
  } catch (error) {
    if (error instanceof FutureError) return error;
  }
  throw new Error('expected a FutureError');
}

describe('callbacks', () => {
  test('those of the reached state run first, then those of any, each in order', () => {
    const completer = new Completer<number>();
    const log: string[] = [];
    completer.future
      .onAny((f) => log.push(`any 1 ${f}`))
      .onReady((n) => log.push(`ready 1 ${n} ${completer.future}`))
      .onFailed(() => log.push('failed'))
      .onDiscarded(() => log.push('discarded'))
      .onAny(() => log.push('any 2'))
      .onReady(() => log.push('ready 2'));
    completer.future.andThen(() => log.push('derived'));
    completer.future.onAny(() => log.push('any 3'));
    completer.set(7);
    expect(log).toEqual(['ready 1 7 Ready', 'ready 2', 'any 1 Ready', 'any 2', 'derived', 'any 3']);
  });

  test('one registered inside a callback runs at once, before the stored ones', () => {
    const completer = new Completer<number>();
    const log: string[] = [];
    completer.future.onReady(() => {
      log.push('first');
      completer.future.onAny(() => log.push('registered inside'));
      completer.future.andThen(() => log.push('derived inside'));
    });
    completer.future.onReady(() => log.push('second'));
    completer.set(1);
    expect(log).toEqual(['first', 'registered inside', 'derived inside', 'second']);
  });

  test('what a completed future causes happens before the next callback of its source', () => {
    const completer = new Completer<number>();
    const log: string[] = [];
    completer.future.andThen((n) => n + 1).onReady(() => log.push('below'));
    completer.future.onAny(() => log.push('beside'));
    completer.set(1);
    expect(log).toEqual(['below', 'beside']);
  });

  test('completing another future inside a callback runs its callbacks before set returns', () => {
    const [outer, inner] = [new Completer<number>(), new Completer<number>()];
    const log: string[] = [];
    inner.future.andThen((n) => n).onAny(() => log.push('inner'));
    outer.future.onReady((n) => {
      inner.set(n);
      log.push('set returned');
    });
    outer.future.onReady(() => log.push('outer'));
    outer.set(1);
    expect(log).toEqual(['inner', 'set returned', 'outer']);
  });

  test('those for what did not happen are dropped at completion', () => {
    const completer = new Completer<number>();
    const dropped = jest.fn();
    const { future } = completer;
    future.onDiscard(dropped).onAbandoned(dropped).onFailed(dropped).onDiscarded(dropped);
    completer.set(1);
    future.discard();
    completer.abandon();
    future.onFailed(dropped).onDiscarded(dropped).onDiscard(dropped).onAbandoned(dropped);
    expect(dropped).not.toHaveBeenCalled();
  });

  test('onDiscard and onAbandoned go by the mark, even after completion', () => {
    const completer = new Completer<number>();
    completer.future.discard();
    completer.abandon();
    completer.set(1);
    const [discard, abandoned] = [jest.fn(), jest.fn()];
    completer.future.onDiscard(discard).onAbandoned(abandoned);
    expect(discard).toHaveBeenCalledTimes(1);
    expect(abandoned).toHaveBeenCalledTimes(1);
  });

  test('registration gives back the very future', () => {
    const { future } = new Completer<number>();
    const none = (): void => undefined;
    expect(future.onReady(none).onFailed(none).onDiscarded(none)).toBe(future);
    expect(future.onAny(none).onDiscard(none).onAbandoned(none)).toBe(future);
  });
});

describe('discard', () => {
  test('is a request, made once, and only of a pending future', () => {
    const { future } = new Completer<number>();
    const onDiscard = jest.fn();
    future.onDiscard(onDiscard);
    expect([future.discard(), future.discard()]).toEqual([true, false]);
    expect(onDiscard).toHaveBeenCalledTimes(1);
    expect([future.isPending, future.hasDiscard, future.isDiscarded]).toEqual([true, true, false]);
    const ready = Future.ready(1);
    expect([ready.discard(), ready.hasDiscard]).toEqual([false, false]);
  });

  test('all its callbacks run although the first one ends the future', () => {
    const completer = new Completer<number>();
    const log: string[] = [];
    const { future } = completer;
    future.onDiscard(() => completer.discard());
    future.onDiscard(() => log.push(`second sees ${future}`));
    future.onDiscarded(() => log.push('discarded'));
    future.discard();
    expect(log).toEqual(['discarded', 'second sees Discarded (with discard)']);
  });

  test('still reaches the future that repair starts after it', () => {
    const [source, inner] = [new Completer<number>(), new Completer<number>()];
    const future = source.future.repair(() => inner.future);
    future.discard();
    source.fail('Failure');
    expect(inner.future.hasDiscard).toBe(true);
    expect(future.isPending).toBe(true);
  });

  test('andThen of a future that became ready despite a request is discarded at once', () => {
    const completer = new Completer<number>();
    completer.future.discard();
    completer.set(1);
    const f = jest.fn();
    expect(completer.future.andThen(f).isDiscarded).toBe(true);
    expect(f).not.toHaveBeenCalled();
  });

  test('discardAll requests it of each, whatever the callbacks do to the collection', () => {
    const completers = [new Completer<number>(), new Completer<number>()];
    const futures = new Set(completers.map(({ future }) => future));
    completers[0]?.future.onDiscard(() => futures.clear());
    discardAll(futures);
    expect(completers.map(({ future }) => future.hasDiscard)).toEqual([true, true]);
  });
});

describe('associate', () => {
  test('takes the say from the completer', () => {
    const [completer, other] = [new Completer<number>(), new Completer<number>()];
    expect(completer.associate(other.future)).toBe(true);
    for (const [, end] of ENDS) expect(end(completer)).toBe(false);
    expect([completer.abandon(), completer.associate(Future.ready(1))]).toEqual([false, false]);
    expect(completer.future.isPending).toBe(true);
    other.set(5);
    expect(completer.future.value()).toBe(5);
  });

  test('goes one way: a request to the other future is not ours', () => {
    const [completer, other] = [new Completer<number>(), new Completer<number>()];
    completer.associate(other.future);
    other.future.discard();
    expect(completer.future.hasDiscard).toBe(false);
  });

  test('passes an earlier request on at once', () => {
    const [completer, other] = [new Completer<number>(), new Completer<number>()];
    completer.future.discard();
    expect(completer.associate(other.future)).toBe(true);
    expect(other.future.hasDiscard).toBe(true);
  });

  test('passes a request on in its turn among the callbacks', () => {
    const [completer, other] = [new Completer<number>(), new Completer<number>()];
    const log: string[] = [];
    completer.future.onDiscard(() => log.push('before'));
    completer.associate(other.future);
    completer.future.onDiscard(() => log.push('after'));
    other.future.onDiscard(() => log.push('other'));
    completer.future.discard();
    expect(log).toEqual(['before', 'other', 'after']);
  });

  test('takes over abandonment, from the start or later', () => {
    const [early, late, source] = [1, 2, 3].map(() => new Completer<number>()) as [
      Completer<number>,
      Completer<number>,
      Completer<number>,
    ];
    early.associate(Future.abandoned());
    late.associate(source.future);
    source.abandon();
    expect([early.future.isAbandoned, late.future.isAbandoned]).toEqual([true, true]);
  });

  test('set with a future is associate, so that no future holds a future', () => {
    const [completer, other] = [new Completer<number>(), new Completer<number>()];
    expect(completer.set(other.future)).toBe(true);
    expect(completer.set(1)).toBe(false);
    other.set(2);
    expect(completer.future.value()).toBe(2);
    expect(Future.ready(Future.ready(3)).value()).toBe(3);
  });
});

describe('FUTURE_CYCLE', () => {
  const cycle = { code: 'FUTURE_CYCLE', name: 'FutureError' };

  test('a future cannot follow itself', () => {
    const completer = new Completer<number>();
    expect(completer.associate(completer.future)).toBe(true);
    expect(completer.future.failure()).toMatchObject(cycle);
    expect(completer.future.failure()).toBeInstanceOf(FutureError);
    expect(completer.future.failure()).toBeInstanceOf(TypeError);
  });

  test.each([2, 3, 10])('a ring of %i associated futures fails', (size) => {
    const completers = Array.from({ length: size }, () => new Completer<number>());
    completers.forEach((completer, i) => {
      completer.associate((completers[(i + 1) % size] as Completer<number>).future);
    });
    for (const { future } of completers) expect(future.failure()).toMatchObject(cycle);
  });

  test('a ring through derived futures fails', () => {
    const completer = new Completer<number>();
    const future = completer.future
      .andThen((n) => n + 1)
      .repair(() => 0)
      .undiscardable();
    completer.set(future);
    expect(completer.future.failure()).toMatchObject(cycle);
    expect(future.value()).toBe(0);
  });

  test('a callback cannot return the future that waits for it', () => {
    const completer = new Completer<number>();
    const holder: { future?: Future<number> } = {};
    holder.future = completer.future.andThen(() => holder.future as Future<number>);
    completer.set(1);
    expect(holder.future.failure()).toMatchObject(cycle);
  });

  test('a ring closed while a discard request is under way fails', () => {
    const [a, b] = [new Completer<number>(), new Completer<number>()];
    b.future.onDiscard(() => b.associate(a.future));
    a.future.discard();
    a.associate(b.future);
    expect(a.future.failure()).toMatchObject(cycle);
    expect(b.future.failure()).toMatchObject(cycle);
  });

  test('a ring through after is none: the timer ends it', () => {
    const clock = new ManualClock();
    const completer = new Completer<number>();
    completer.associate(completer.future.after(clock, 10, () => 5));
    clock.advance(10);
    expect(completer.future.value()).toBe(5);
  });
});

describe('callbacks that throw', () => {
  const error = new Error('thrown');
  const throwing = (): never => {
    throw error;
  };

  test('make the derived future fail with the very error', () => {
    const clock = new ManualClock();
    expect(Future.ready(1).andThen(throwing).failure()).toBe(error);
    expect(Future.failed('first').recover(throwing).failure()).toBe(error);
    expect(Future.failed('first').repair(throwing).failure()).toBe(error);
    const late = Future.abandoned().after(clock, 1, throwing);
    clock.advance(1);
    expect(late.failure()).toBe(error);
  });

  test('stop no other callback, and the reporter hears of each', () => {
    const reporter = jest.fn();
    const completer = new Completer<number>({ reporter });
    const ran = jest.fn();
    const { future } = completer;
    future.onDiscard(throwing).onAbandoned(throwing).onReady(throwing).onAny(throwing);
    future.onDiscard(ran).onAbandoned(ran).onReady(ran).onAny(ran);
    future.discard();
    completer.abandon();
    completer.set(1);
    expect(ran).toHaveBeenCalledTimes(4);
    expect(reporter.mock.calls).toEqual([1, 2, 3, 4].map(() => [error, future]));
    future.onAny(throwing);
    expect(reporter).toHaveBeenCalledTimes(5);
  });
});

describe('recover and repair', () => {
  test('recover gets an abandoned future while it is pending', () => {
    const completer = new Completer<number>();
    const texts: string[] = [];
    const future = completer.future.recover((source) => {
      texts.push(String(source));
      return 5;
    });
    completer.abandon();
    expect(texts).toEqual(['Abandoned']);
    expect(future.value()).toBe(5);
    completer.fail('too late');
    expect(texts).toHaveLength(1);
  });

  test('recover of a future that is abandoned already runs at once', () => {
    expect(
      Future.abandoned<number>()
        .recover(() => 5)
        .value(),
    ).toBe(5);
  });

  test('recover may return the abandoned future itself, and follows it from then on', () => {
    const completer = new Completer<number>();
    const log: string[] = [];
    const future = completer.future.recover((source) => source);
    future.onReady(() => log.push('recovered'));
    completer.future.onReady(() => log.push('source'));
    completer.abandon();
    completer.set(1);
    expect(log).toEqual(['source', 'recovered']);
  });

  test('a value passes through both', () => {
    const never = jest.fn<() => number>();
    expect(Future.ready(1).recover(never).value()).toBe(1);
    expect(Future.ready(1).repair(never).value()).toBe(1);
    expect(never).not.toHaveBeenCalled();
  });

  test('repair lets discarding and abandonment through', () => {
    const never = jest.fn<() => number>();
    expect(Future.discarded().repair(never).isDiscarded).toBe(true);
    expect(Future.abandoned().repair(never).isAbandoned).toBe(true);
    expect(never).not.toHaveBeenCalled();
  });
});

describe('abandonment', () => {
  test('an abandoned source can still complete what was derived from it', () => {
    const completer = new Completer<number>();
    const future = completer.future.andThen((n) => n + 1);
    completer.abandon();
    expect([future.isPending, future.isAbandoned]).toEqual([true, true]);
    completer.set(1);
    expect([future.value(), future.isAbandoned]).toEqual([2, true]);
  });

  test('is told once', () => {
    const completer = new Completer<number>();
    const onAbandoned = jest.fn();
    completer.future.onAbandoned(onAbandoned);
    expect([completer.abandon(), completer.abandon()]).toEqual([true, false]);
    expect(onAbandoned).toHaveBeenCalledTimes(1);
  });

  test('undiscardable forwards it', () => {
    const completer = new Completer<number>();
    const future = undiscardable(completer.future);
    completer.abandon();
    expect(future.isAbandoned).toBe(true);
  });
});

describe('after', () => {
  test('a source completed at the same instant wins if it comes first', () => {
    const clock = new ManualClock();
    const completer = new Completer<string>();
    clock.after(5, () => completer.set('source'));
    const future = completer.future.after(clock, 5, () => 'timer');
    clock.advance(5);
    expect(future.value()).toBe('source');
    expect(clock.waiting).toBe(0);
  });

  test('the timer wins if it comes first, and the source has no say any more', () => {
    const clock = new ManualClock();
    const completer = new Completer<string>();
    const inner = new Completer<string>();
    const future = completer.future.after(clock, 5, () => inner.future);
    clock.after(5, () => completer.set('source'));
    clock.advance(5);
    expect(future.isPending).toBe(true);
    inner.set('timer');
    expect(future.value()).toBe('timer');
  });

  test('a timer that fires while the source completes, before its turn, wins as well', () => {
    const clock = new ManualClock();
    const [completer, inner] = [new Completer<string>(), new Completer<string>()];
    completer.future.onReady(() => {
      clock.advance(5);
    });
    const future = completer.future.after(clock, 5, () => inner.future);
    completer.set('source');
    expect(future.isPending).toBe(true);
    inner.set('timer');
    expect(future.value()).toBe('timer');
  });

  test('of an abandoned future is abandoned, yet the timer completes it', () => {
    const clock = new ManualClock();
    const future = Future.abandoned<number>().after(clock, 5, () => 1);
    expect(future.isAbandoned).toBe(true);
    clock.advance(5);
    expect(future.value()).toBe(1);
  });

  test('of a completed future needs no timer', () => {
    const clock = new ManualClock();
    expect(
      Future.ready(1)
        .after(clock, 5, () => 2)
        .value(),
    ).toBe(1);
    expect(clock.waiting).toBe(0);
  });

  test('a discard request that ends the source cancels the timer', () => {
    const clock = new ManualClock();
    const completer = new Completer<number>();
    completer.future.onDiscard(() => completer.discard());
    const future = completer.future.after(clock, 5, () => 2);
    future.discard();
    expect(future.isDiscarded).toBe(true);
    expect(clock.waiting).toBe(0);
  });

  test('a delay the clock refuses makes the result fail', () => {
    const future = new Completer<number>().future.after(new ManualClock(), NaN, () => 2);
    expect(future.failure()).toBeInstanceOf(RangeError);
  });

  test('many time-outs on one long-lived future leave nothing behind', () => {
    const clock = new ManualClock();
    const { future } = new Completer<number>();
    const one = future.after(clock, 5, () => 0);
    const size = JSON.stringify(Object.values(future).length);
    for (let i = 0; i < 1000; i += 1) future.after(clock, 1, () => 0);
    clock.advance(1);
    const [reactions] = Object.values(future as object).filter(Array.isArray) as unknown[][];
    expect(reactions).toEqual([one]);
    expect(JSON.stringify(Object.values(future).length)).toBe(size);
  });
});

describe('thenables and other copies of the package', () => {
  test('set with a promise follows it', async () => {
    const completer = new Completer<number>();
    completer.set(Promise.resolve(1));
    expect(completer.future.isPending).toBe(true);
    expect(completer.set(2)).toBe(false);
    expect(await completer.future).toBe(1);
  });

  test('a callback may return a promise; its rejection keeps the reason', async () => {
    const error = new Error('rejected');
    const future = Future.ready(1).andThen(() => Promise.reject<number>(error));
    await expect(future).rejects.toBe(error);
  });

  test('a then getter that throws makes the future fail', () => {
    const hostile = {
      get then(): never {
        throw new Error('no then');
      },
    };
    expect(
      Future.ready(1)
        .andThen(() => hostile)
        .failure().message,
    ).toBe('no then');
  });

  test('a thenable that completes the very future it is set to comes too late', () => {
    const completer = new Completer<number>();
    const results: boolean[] = [];
    const hostile = {
      get then() {
        results.push(completer.set(1), completer.fail('mine'), completer.abandon());
        return (resolve: (value: number) => void, reject: (reason: unknown) => void): void => {
          results.push(completer.discard());
          resolve(2);
          resolve(3);
          reject(new Error('ignored'));
          throw new Error('ignored');
        };
      },
    };
    expect(completer.set(hostile as unknown as PromiseLike<number>)).toBe(true);
    expect(results).toEqual([false, false, false, false]);
    expect(completer.future.value()).toBe(2);
  });

  test('isFuture goes by the brand', () => {
    expect([Future.ready(1), new Completer().future].map(isFuture)).toEqual([true, true]);
    const others = [undefined, null, 1, {}, Promise.resolve(), () => undefined, Future];
    expect(others.map(isFuture)).toEqual(others.map(() => false));
  });

  test('futures of two copies follow each other synchronously, with discard requests', () => {
    jest.isolateModules(() => {
      const copy = jest.requireActual<typeof completerModule>('../src/futures/completer.ts');
      const [ours, theirs] = [new Completer<number>(), new copy.Completer<number>()];
      expect(theirs.future).not.toBeInstanceOf(Future);
      expect(isFuture(theirs.future)).toBe(true);
      ours.set(theirs.future.andThen((n) => n + 1));
      const tail = ours.future.andThen((n) => n * 2);
      tail.discard();
      expect(theirs.future.hasDiscard).toBe(true);
      theirs.abandon();
      expect(tail.isAbandoned).toBe(true);
      theirs.fail('theirs');
      expect(tail.failure().message).toBe('theirs');
    });
  });

  test('a FutureError of another copy is an instance too', () => {
    jest.isolateModules(() => {
      const copy = jest.requireActual<typeof errorModule>('../src/futures/future-error.ts');
      expect(copy.cycleError()).toBeInstanceOf(FutureError);
      expect(new Error('other')).not.toBeInstanceOf(FutureError);
    });
  });
});
