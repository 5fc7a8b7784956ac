// `then`: standard, asynchronous, and true to discard requests and abandonment. The public suite
// runs in promises-aplus.test.ts.
import { describe, expect, jest, test } from '@jest/globals';
import { Completer } from '../src/futures/completer.ts';
import { Future } from '../src/futures/future.ts';
import { turn } from './turns.ts';

describe('then', () => {
  test('calls back in a microtask, never inside the call', async () => {
    const log: string[] = [];
    const future = Future.ready(1).then((n) => log.push(`value ${n}`));
    log.push('after');
    await future;
    expect(log).toEqual(['after', 'value 1']);
  });

  test('calls back in the order of registration, across futures', async () => {
    const [a, b] = [new Completer<number>(), new Completer<number>()];
    const log: string[] = [];
    a.future.then(() => log.push('a1'));
    b.future.then(() => log.push('b1'));
    a.future.then(() => log.push('a2'));
    b.set(1);
    a.set(1);
    await turn();
    expect(log).toEqual(['b1', 'a1', 'a2']);
  });

  test('await gives the value, or throws the very error', async () => {
    const error = new Error('broken');
    expect(await Future.ready(1)).toBe(1);
    await expect(Future.failed(error)).rejects.toBe(error);
    await expect(Promise.all([Future.ready(1), Future.ready('a')])).resolves.toEqual([1, 'a']);
  });

  test('passes a discard request on, and calls onFulfilled all the same', async () => {
    const completer = new Completer<number>();
    const future = completer.future.then((n) => n + 1);
    expect(future.discard()).toBe(true);
    expect(completer.future.hasDiscard).toBe(true);
    completer.set(1);
    expect(await future).toBe(2);
  });

  test('passes a discard request on to the future that onFulfilled returned', async () => {
    const inner = new Completer<number>();
    const future = Future.ready(1).then(() => inner.future);
    await turn();
    future.discard();
    expect(inner.future.hasDiscard).toBe(true);
    inner.set(2);
    expect(await future).toBe(2);
  });

  test('rejects with FUTURE_DISCARDED if the source ends discarded', async () => {
    await expect(Future.discarded()).rejects.toMatchObject({ code: 'FUTURE_DISCARDED' });
    const future = Future.discarded().then(() => 1);
    await turn();
    expect(future.failure()).toMatchObject({ code: 'FUTURE_DISCARDED' });
  });

  test('rejects with FUTURE_ABANDONED, for good, if the source is abandoned', async () => {
    const completer = new Completer<number>();
    const [early, onFulfilled] = [completer.future.then().onAny(() => undefined), jest.fn()];
    const reasons: unknown[] = [];
    completer.future.then(onFulfilled, (reason) => reasons.push(reason));
    completer.abandon();
    completer.set(1); // too late for those who were told
    await turn();
    expect(early.failure()).toMatchObject({ code: 'FUTURE_ABANDONED' });
    expect(reasons).toMatchObject([{ code: 'FUTURE_ABANDONED' }]);
    expect(onFulfilled).not.toHaveBeenCalled();
    expect(await completer.future).toBe(1); // not for those who come now
  });

  test('await of a future that never had a completer does not hang', async () => {
    await expect(Future.abandoned()).rejects.toMatchObject({ code: 'FUTURE_ABANDONED' });
  });

  test.each([undefined, null, 0, 'text', { code: 1 }])(
    'hands the thrown %p to onRejected as it is',
    async (thrown) => {
      const future = Future.ready(1).then(() => {
        throw thrown as unknown as Error;
      });
      expect(await future.then(undefined, (reason) => [reason])).toEqual([thrown]);
    },
  );

  test('100,000 links complete', async () => {
    const completer = new Completer<number>();
    let future = completer.future;
    for (let i = 0; i < 100_000; i += 1) future = future.then((n) => n + 1);
    completer.set(0);
    expect(await future).toBe(100_000);
  });
});
