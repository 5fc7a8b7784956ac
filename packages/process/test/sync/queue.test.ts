import { describe, expect, test } from '@jest/globals';
import { expectDiscarded, expectFailed } from '@quorate/process/testing';
import { Queue } from '@quorate/process/sync';
import fc from 'fast-check';

describe('QueueTest', () => {
  test('Block: whoever comes first waits for a value', () => {
    const queue = new Queue<string>();
    const got = queue.get();
    expect(got.isPending).toBe(true);
    queue.put('a');
    expect([got.value(), queue.size]).toEqual(['a', 0]);
  });

  test('Noblock: a value waits for whoever comes', () => {
    const queue = new Queue<string>();
    queue.put('a');
    expect(queue.size).toBe(1);
    expect(queue.get().value()).toBe('a');
  });

  test('Queue: those who wait are served in order, one value each', () => {
    const queue = new Queue<number>();
    const [first, second, third] = [queue.get(), queue.get(), queue.get()];
    queue.put(1);
    queue.put(2);
    expect([first.value(), second.value(), third.isPending]).toEqual([1, 2, true]);
    queue.put(3);
    expect(third.value()).toBe(3);
  });

  test('Discard: whoever gives up is passed over', async () => {
    const queue = new Queue<number>();
    const [first, second] = [queue.get(), queue.get()];
    first.discard();
    await expectDiscarded(first);
    queue.put(1);
    expect(second.value()).toBe(1);
  });

  test('holds no more than its limit', () => {
    const queue = new Queue<number>({ limit: 2 });
    queue.put(1);
    queue.put(2);
    expect(() => queue.put(3)).toThrow(expect.objectContaining({ code: 'SYNC_FULL' }));
    expect(queue.get().value()).toBe(1);
    queue.put(3);
    for (const limit of [0, -1, NaN, 1.5]) {
      expect(() => new Queue({ limit })).toThrow(
        expect.objectContaining({ code: 'SYNC_OPTION_INVALID' }),
      );
    }
  });

  test('closed, gives what it holds and then fails; takes nothing more', async () => {
    const queue = new Queue<number>();
    queue.put(1);
    queue.close();
    expect(() => queue.put(2)).toThrow(expect.objectContaining({ code: 'SYNC_CLOSED' }));
    expect(queue.get().value()).toBe(1);
    expect(await expectFailed(queue.get())).toMatchObject({ code: 'SYNC_CLOSED' });
    const other = new Queue<number>();
    const waiting = other.get().onFailed(() => undefined);
    other.close();
    expect(await expectFailed(waiting)).toMatchObject({ code: 'SYNC_CLOSED' });
  });

  test('a loop takes values until it is closed and empty', async () => {
    const queue = new Queue<number>();
    const taken: number[] = [];
    const looping = (async () => {
      for await (const value of queue) taken.push(value);
    })();
    queue.put(1);
    queue.put(2);
    await new Promise(setImmediate);
    queue.put(3);
    queue.close();
    await looping;
    expect(taken).toEqual([1, 2, 3]);
  });

  test('a loop that is left takes nothing more', async () => {
    const queue = new Queue<number>();
    for (const value of [1, 2, 3]) queue.put(value);
    for await (const value of queue) if (value === 2) break;
    expect(queue.size).toBe(1);
  });
});

test('values come out in the order in which they went in, each once', () => {
  const step = fc.constantFrom('put', 'get', 'discard');
  fc.assert(
    fc.property(fc.array(step, { maxLength: 100 }), (steps) => {
      const queue = new Queue<number>();
      const got = [];
      let next = 0;
      for (const step of steps) {
        if (step === 'put') queue.put(next++);
        else if (step === 'get') got.push(queue.get());
        else got.find(({ isPending }) => isPending)?.discard();
      }
      const values = got.filter(({ isReady }) => isReady).map((future) => future.value());
      expect(values).toEqual(values.map((_, index) => index));
      expect(queue.size).toBe(next - values.length);
      if (queue.size > 0) expect(got.some(({ isPending }) => isPending)).toBe(false);
    }),
  );
});
