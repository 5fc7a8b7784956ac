// The 11 cases of upstream's collect_tests.cpp, by name and meaning, and more on `collect`,
// `awaitAll`, `awaitOne` and `select`.
import { describe, expect, jest, test } from '@jest/globals';
import { awaitAll, awaitOne, collect } from '../src/futures/collect.ts';
import { Completer } from '../src/futures/completer.ts';
import { Future } from '../src/futures/future.ts';
import { select } from '../src/futures/select.ts';
import { turn } from './turns.ts';

jest.setTimeout(60_000); // a busy machine takes ten times as long

type Completers<T> = [Completer<T>, Completer<T>, Completer<T>, Completer<T>];

function four<T>(): Completers<T> {
  return [new Completer<T>(), new Completer<T>(), new Completer<T>(), new Completer<T>()];
}

function futuresOf<T>(completers: readonly Completer<T>[]): Future<T>[] {
  return completers.map(({ future }) => future);
}

/** Two futures that end discarded when asked to. */
function obedient(): [Completer<number>, Completer<boolean>] {
  const pair: [Completer<number>, Completer<boolean>] = [new Completer(), new Completer()];
  pair[0].future.onDiscard(() => pair[0].discard());
  pair[1].future.onDiscard(() => pair[1].discard());
  return pair;
}

describe('CollectTest', () => {
  test('Ready: values come in the order of the futures', async () => {
    expect(collect([]).value()).toEqual([]);
    const completers = four<number>();
    const collected = collect(futuresOf(completers));
    for (const i of [4, 2, 1, 3]) completers[i - 1]?.set(i);
    await turn();
    expect(collected.value()).toEqual([1, 2, 3, 4]);
  });

  test('Failure: of different types; one that fails or is discarded fails them all', async () => {
    const [promise1, promise2] = [new Completer<number>(), new Completer<boolean>()];
    const both = collect([promise1.future, promise2.future]);
    promise1.set(42);
    await turn();
    expect(both.isPending).toBe(true);
    promise2.set(true);
    await turn();
    const [number, boolean] = both.value();
    expect([number, boolean]).toEqual([42, true]);

    const [promise3, promise4] = [new Completer<boolean>(), new Completer<boolean>()];
    const failed = collect([promise1.future, promise3.future]);
    const discarded = collect([promise1.future, promise4.future]);
    promise3.fail('failure');
    promise4.discard();
    expect([failed.isPending, discarded.isPending]).toEqual([true, true]);
    await turn();
    expect(failed.isFailed).toBe(true);
    expect(discarded.isFailed).toBe(true);
  });

  test('DiscardPropagation: goes to every future', async () => {
    const [promise1, promise2] = obedient();
    const collected = collect([promise1.future, promise2.future]);
    collected.discard();
    await turn();
    expect(collected.isDiscarded).toBe(true);
    expect([promise1.future.isDiscarded, promise2.future.isDiscarded]).toEqual([true, true]);
  });

  test('AbandonedPropagation: recover learns of it', async () => {
    const promise = new Completer<number>();
    const future = collect([promise.future])
      .recover((f): Future<[number]> => (f.isAbandoned ? Future.ready([42]) : f))
      .andThen(([value]) => value);
    promise.abandon();
    await turn();
    expect(future.value()).toBe(42);
  });
});

describe('AwaitTest', () => {
  test('Success: futures come in their order', async () => {
    expect(awaitAll([]).value()).toEqual([]);
    const completers = four<number>();
    const all = awaitAll(futuresOf(completers));
    for (const i of [4, 2, 1, 3]) completers[i - 1]?.set(i);
    await turn();
    expect(all.value().map((future) => future.value())).toEqual([1, 2, 3, 4]);
  });

  async function awaitWith(end: (completer: Completer<boolean>) => boolean) {
    const [promise1, promise2] = [new Completer<number>(), new Completer<boolean>()];
    const both = awaitAll([promise1.future, promise2.future]);
    promise1.set(42);
    await turn();
    expect(both.isPending).toBe(true);
    end(promise2);
    await turn();
    const [first, second] = both.value();
    expect(first.value()).toBe(42);
    return { second };
  }

  test('Failure: a failed future counts as complete', async () => {
    const { second } = await awaitWith((completer) => completer.fail('failure message'));
    expect(second.isFailed).toBe(true);
  });

  test('Discarded: a discarded future counts as complete', async () => {
    const { second } = await awaitWith((completer) => completer.discard());
    expect(second.isDiscarded).toBe(true);
  });

  test('DiscardPropagation: goes to every future', async () => {
    const [promise1, promise2] = obedient();
    const all = awaitAll([promise1.future, promise2.future]);
    all.discard();
    await turn();
    expect(all.isDiscarded).toBe(true);
    expect([promise1.future.isDiscarded, promise2.future.isDiscarded]).toEqual([true, true]);
  });

  test('AbandonedPropagation: recover learns of it', async () => {
    const promise = new Completer<number>();
    const future = awaitAll([promise.future, Future.abandoned<number>()])
      .recover((f) => (f.isAbandoned ? [Future.ready(42)] : f))
      .andThen(([first]) => first);
    promise.abandon();
    await turn();
    expect(future.value()).toBe(42);
  });

  const toText = (future: Future<number>): Future<string> =>
    awaitOne(future).andThen(({ future: f }) => f.andThen((i) => String(i)));

  test('AwaitSingleDiscard: breaks out of a chain that ignores the request', async () => {
    const promise = new Completer<number>();
    const future = toText(promise.future);
    future.discard();
    await turn();
    expect(future.isDiscarded).toBe(true);
    expect(promise.future.hasDiscard).toBe(true);
    expect(promise.future.isPending).toBe(true);
  });

  test('AwaitSingleAbandon: recover learns of it', async () => {
    const promise = new Completer<number>();
    const future = toText(promise.future).recover((f) => (f.isAbandoned ? 'hello' : f));
    promise.abandon();
    await turn();
    expect(future.value()).toBe('hello');
  });
});

describe.each<[string, (futures: Future<number>[]) => Future<unknown[]>]>([
  ['collect', (futures) => collect(futures)],
  ['awaitAll', (futures) => awaitAll(futures)],
])('%s', (_name, gather) => {
  test('is pending when the call returns, even if every future is ready', async () => {
    const future = gather([Future.ready(1)]);
    expect(future.isPending).toBe(true);
    await turn();
    expect(future.value()).toHaveLength(1);
  });

  test('never completes inside the call that completes the last future', async () => {
    const completer = new Completer<number>();
    const future = gather([completer.future]);
    completer.set(1);
    expect(future.isPending).toBe(true);
    await turn();
    expect(future.isReady).toBe(true);
  });

  test('asks every future to discard before the result is discarded', async () => {
    const completers = four<number>();
    const future = gather(futuresOf(completers));
    const seen: boolean[] = [];
    future.onDiscarded(() => seen.push(...futuresOf(completers).map((f) => f.hasDiscard)));
    future.discard();
    expect(completers.every((completer) => completer.future.hasDiscard)).toBe(true);
    await turn();
    expect(seen).toEqual([true, true, true, true]);
  });

  test('is discarded on request whatever the futures do', async () => {
    const completer = new Completer<number>();
    completer.future.onDiscard(() => completer.fail('too late'));
    const [late, early] = [gather([completer.future]), gather([Future.ready(1)])];
    late.discard();
    early.discard(); // decided, but not complete yet
    await turn();
    expect([late.isDiscarded, early.isDiscarded]).toEqual([true, true]);
  });

  test('takes the same future twice', async () => {
    const completer = new Completer<number>();
    const future = gather([completer.future, completer.future]);
    completer.set(1);
    await turn();
    expect(future.value()).toHaveLength(2);
  });

  test('takes 100,000 futures, and 100,000 times the same', async () => {
    const completer = new Completer<number>();
    const many = Array.from({ length: 100_000 }, () => new Completer<number>());
    const [different, same] = [gather(futuresOf(many)), gather(many.map(() => completer.future))];
    many.forEach((each, i) => each.set(i));
    completer.set(1);
    await turn();
    expect([different.value().length, same.value().length]).toEqual([100_000, 100_000]);
  });

  test('is not disturbed by a later change of the list', async () => {
    const list = [Future.ready(1), Future.ready(2)];
    const future = gather(list);
    list.pop();
    await turn();
    expect(future.value()).toHaveLength(2);
  });

  test('can complete although a future was abandoned for a while', async () => {
    const completer = new Completer<number>();
    const future = gather([completer.future]);
    completer.abandon();
    await turn();
    expect(future.isAbandoned).toBe(true);
    completer.set(1);
    await turn();
    expect(future.isReady).toBe(true);
  });

  test('lets go of the futures once its outcome is there', async () => {
    const [slow, fast] = [new Completer<number>(), new Completer<number>()];
    for (let i = 0; i < 100; i += 1) gather([slow.future, fast.future]).discard();
    await turn();
    expect(Object.values(slow.future).filter(Array.isArray)).toEqual([[]]);
  });
});

describe('collect', () => {
  test('says which future failed, and keeps its error', async () => {
    const error = new Error('disk full');
    const failed = collect([Future.ready(1), Future.failed<number>(error), Future.failed('later')]);
    const discarded = collect([Future.ready(1), Future.discarded<number>()]);
    expect([failed.isFailed, discarded.isFailed]).toEqual([false, false]);
    await turn();
    expect(failed.failure()).toMatchObject({
      code: 'FUTURE_COLLECT_FAILED',
      message: 'Collect failed: disk full (input 1)',
      cause: error,
    });
    expect(discarded.failure()).toMatchObject({
      message: 'Collect failed: future discarded (input 1)',
      cause: { code: 'FUTURE_DISCARDED' },
    });
  });

  test('sends no discard request when one fails', async () => {
    const [slow, failing] = [new Completer<number>(), new Completer<number>()];
    const future = collect([slow.future, failing.future]);
    failing.fail('failure');
    await turn();
    expect(future.isFailed).toBe(true);
    expect(slow.future.hasDiscard).toBe(false);
  });

  test('goes through 10,000 levels', async () => {
    const completer = new Completer<unknown>();
    let future: Future<unknown> = completer.future;
    for (let i = 0; i < 10_000; i += 1) future = collect([future]);
    completer.future.onDiscard(() => completer.discard());
    future.discard();
    expect(completer.future.isDiscarded).toBe(true);
    await turn();
    expect(future.isDiscarded).toBe(true);
  });
});

describe('select', () => {
  test('gives the first that becomes ready, and passes over those that end otherwise', () => {
    const completers = four<number>();
    const future = select(futuresOf(completers));
    completers[0].fail('failure');
    completers[1].discard();
    completers[2].abandon();
    expect(future.isPending).toBe(true);
    completers[3].set(1);
    expect(future.value().index).toBe(3);
    expect(future.value().future).toBe(completers[3].future);
  });

  test('is abandoned when none is left that could become ready, and not before', () => {
    const completers = four<number>();
    const future = select(futuresOf(completers));
    completers[0].fail('failure');
    completers[1].discard();
    completers[2].abandon();
    completers[2].fail('failure'); // not counted twice
    expect(future.isAbandoned).toBe(false);
    completers[3].abandon();
    expect([future.isPending, future.isAbandoned]).toEqual([true, true]);
    completers[3].set(1);
    expect(future.value().index).toBe(3);
  });

  test('of no futures is abandoned', () => {
    expect(select([]).isAbandoned).toBe(true);
  });

  test('lets go of the losers', () => {
    const { future: slow } = new Completer<number>();
    const kept = jest.fn();
    slow.onAny(kept);
    for (let i = 0; i < 100; i += 1) {
      const completer = new Completer<number>();
      const selected = select([slow, completer.future]);
      if (i % 2 === 0) completer.set(1);
      else selected.discard();
      expect(select([slow, Future.ready(1)]).isReady).toBe(true);
    }
    const [reactions] = Object.values(slow).filter(Array.isArray) as unknown[][];
    expect(reactions).toHaveLength(1);
  });
});
