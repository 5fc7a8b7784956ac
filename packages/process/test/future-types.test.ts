// What the compiler infers: each assignment below is checked in both directions by `tsc`.
import { expect, test } from '@jest/globals';
import { awaitAll, awaitOne, collect } from '../src/futures/collect.ts';
import { Completer } from '../src/futures/completer.ts';
import { Future, isFuture } from '../src/futures/future.ts';
import { breakWith, type ControlFlow, loop, proceed } from '../src/futures/loop.ts';
import { select } from '../src/futures/select.ts';
import { undiscardable } from '../src/futures/undiscardable.ts';

type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Compiles only if the type of `_value` is exactly `B`. */
function is<B>(): <A>(
  _value: A,
  ..._same: Same<A, B> extends true ? [] : ['types differ']
) => void {
  return () => undefined;
}

const number = Future.ready(1);
const text = Future.ready('a');
const coin = (): boolean => [0, 1].length === 2;

test('derived futures', () => {
  is<Future<number>>()(number);
  is<Future<string>>()(number.andThen((n) => n.toFixed()));
  is<Future<string>>()(number.andThen((n) => Future.ready(n.toFixed())));
  is<Future<string>>()(number.andThen(async (n) => n.toFixed()));
  is<Future<string | number>>()(number.andThen((n) => (coin() ? text : n)));
  is<Future<string | number>>()(
    number.andThen((n) => (coin() ? Future.ready('a') : Future.ready(n))),
  );
  is<Future<void>>()(number.andThen(() => {}));
  is<Future<number | undefined>>()(number.andThen((n) => (coin() ? n : undefined)));
  is<Future<number | string>>()(number.recover(() => 'a'));
  is<Future<number | string>>()(number.recover(() => text));
  is<Future<number>>()(number.recover((future) => (coin() ? future : 1)));
  is<Future<number>>()(number.repair(() => number));
  is<Future<number | boolean | string>>()(number.repair(() => (coin() ? text : coin())));
  is<Future<number | null>>()(number.after({ after: () => ({ cancel: coin }) }, 1, () => null));
  is<Future<number>>()(number.undiscardable());
  is<Future<number>>()(number.then());
  is<Future<string | boolean>>()(
    number.then(
      () => 'a',
      () => coin(),
    ),
  );
  expect(number.andThen((n) => n).value()).toBe(1);
});

test('explicit and generic type arguments', () => {
  const generic = <T>(future: Future<T>): Future<T> => future.andThen((value) => value);
  const list = <T>(futures: readonly Future<T>[]): Future<T[]> => collect(futures);
  is<Future<number>>()(generic(number));
  is<Future<string>>()(number.andThen<string>(() => text));
  const wide: Future<number | string> = number;
  const like: PromiseLike<number> = number;
  is<Promise<number>>()(Promise.resolve(like));
  expect(list([number]).isPending && wide.isReady).toBe(true);
});

test('constructors and completers', () => {
  is<Future<void>>()(Future.ready());
  is<Future<number>>()(Future.ready(Promise.resolve(1)));
  is<Future<never>>()(Future.discarded());
  is<Future<number>>()(Future.abandoned<number>());
  is<Future<number>>()(Future.try(() => number));
  const assigned: Future<string> = Future.discarded();
  const nothing = new Completer<void>();
  expect(nothing.set()).toBe(true);
  const unknown: unknown = number;
  if (isFuture(unknown)) is<Future<unknown>>()(unknown);
  expect(assigned.isDiscarded).toBe(true);
});

test('combinators', () => {
  is<Future<number[]>>()(collect([number, number].slice()));
  is<Future<[number, string]>>()(collect([number, text]));
  is<Future<number[]>>()(collect(new Set([number])));
  is<Future<[Future<number>, Future<string>]>>()(awaitAll([number, text]));
  is<Future<Future<number>[]>>()(awaitAll(new Set([number])));
  is<Future<{ readonly future: Future<number> }>>()(awaitOne(number));
  expect(select([number, text]).value().index).toBe(0);
  const chosen: Future<number> | Future<string> = select([number, text]).value().future;
  expect(chosen.value()).toBe(1);
  const shielded = undiscardable((n: number) => Future.ready(`${n}`));
  is<Future<string>>()(shielded(1));
});

test('loops', () => {
  const body = (n: number) => (n > 0 ? breakWith('done') : proceed());
  is<Future<string>>()(loop(() => number, body));
  is<Future<string>>()(
    loop(
      () => 1,
      (n) => (n > 0 ? breakWith('done') : proceed()),
    ),
  );
  is<Future<void>>()(
    loop(
      () => 1,
      () => breakWith(),
    ),
  );
  is<Future<boolean>>()(
    loop(
      () => 1,
      (): Future<ControlFlow<boolean>> => Future.ready(breakWith(coin())),
    ),
  );
  expect(loop(() => 1, body).value()).toBe('done');
});
