import { describe, expect, test } from '@jest/globals';
import { SystemClock, VirtualClock } from '@quorate/process';
import type { Clock } from '@quorate/process';
import { virtualRuntime } from '@quorate/process/testing';

describe('VirtualClock', () => {
  test('nothing fires inside a call, equal deadlines fire in the order they were made', async () => {
    const clock = new VirtualClock({ startMs: 1_000 });
    const fired: string[] = [];
    clock.after(10, () => fired.push(`b at ${clock.now()}`));
    clock.after(10, () => fired.push(`c at ${clock.now()}`));
    clock.after(0, () => fired.push(`a at ${clock.now()}`));
    const advancing = clock.advance(10);
    expect(fired).toEqual([]);
    await advancing;
    expect(fired).toEqual(['a at 1000', 'b at 1010', 'c at 1010']);
  });

  test('a timer re-armed on the way fires on the way', async () => {
    const clock = new VirtualClock();
    const fired: number[] = [];
    const tick = (): void => {
      fired.push(clock.now());
      clock.after(10, tick);
    };
    clock.after(10, tick);
    await clock.advance(35);
    expect(fired).toEqual([10, 20, 30]);
    expect(clock.now()).toBe(35);
  });

  test('cancel says whether it came in time, also among timers of one instant', async () => {
    const clock = new VirtualClock();
    const fired: string[] = [];
    clock.after(5, () => fired.push(`cancelled: ${second.cancel()}`));
    const second = clock.after(5, () => fired.push('second'));
    const timer = clock.after(5, () => fired.push('third'));
    expect(timer.cancel()).toBe(true);
    expect(timer.cancel()).toBe(false);
    const last = clock.after(5, () => fired.push('fourth'));
    await clock.advance(5);
    expect(last.cancel()).toBe(false);
    expect(fired).toEqual(['cancelled: true', 'fourth']);
  });

  test('settle waits for timers of this instant, spawns and dispatches that follow from them', async () => {
    const { runtime, clock } = virtualRuntime();
    const order: string[] = [];
    clock.after(0, () => {
      order.push('timer');
      clock.after(0, () => {
        order.push('nested');
        void runtime.after(0).andThen(() => order.push('future'));
      });
    });
    await clock.settle();
    expect(order).toEqual(['timer', 'nested', 'future']);
  });

  test('resume lets time run from where it stands, pause keeps what was advanced', async () => {
    const clock = new VirtualClock();
    await clock.advance(60_000);
    clock.resume();
    await new Promise<void>((resolve) => clock.after(5, resolve));
    expect(() => clock.advance(1)).toThrow(expect.objectContaining({ code: 'CLOCK_NOT_PAUSED' }));
    await expect(clock.settle()).rejects.toMatchObject({ code: 'CLOCK_NOT_PAUSED' });
    clock.pause();
    const frozen = clock.now();
    expect(frozen).toBeGreaterThanOrEqual(60_005);
    expect(frozen).toBeLessThan(70_000);
    await clock.settle();
    expect(clock.now()).toBe(frozen);
  });

  test.each([NaN, -1, Infinity])('advance(%p) is refused', (ms) => {
    expect(() => new VirtualClock().advance(ms)).toThrow(
      expect.objectContaining({ code: 'DELAY_INVALID' }),
    );
  });
});

describe.each<[string, () => { clock: Clock; pass: (ms: number) => Promise<void> }]>([
  [
    'SystemClock',
    () => {
      const clock = new SystemClock();
      // Armed last, and no earlier than the timers of the test: it fires behind them.
      return { clock, pass: (ms) => new Promise((resolve) => clock.after(ms, resolve)) };
    },
  ],
  [
    'VirtualClock',
    () => {
      const clock = new VirtualClock();
      return { clock, pass: (ms) => clock.advance(ms) };
    },
  ],
])('the Clock interface: %s', (_name, make) => {
  test('delays below 0 count as 0; those beyond 2^31 and Infinity do not fire early', async () => {
    const { clock, pass } = make();
    const fired: string[] = [];
    clock.after(-5, () => fired.push('negative'));
    const far = [2 ** 31 - 1, 2 ** 31, 2 ** 53, Infinity].map((delay) =>
      clock.after(delay, () => fired.push(`${delay}`)),
    );
    await pass(2);
    expect(fired).toEqual(['negative']);
    expect(far.map((timer) => timer.cancel())).toEqual([true, true, true, true]);
  });

  test('a hundred thousand timers at one instant fire in order', async () => {
    const { clock, pass } = make();
    const count = 100_000;
    let expected = 0;
    let inOrder = true;
    for (let index = 0; index < count; index++) {
      clock.after(1, () => (inOrder &&= index === expected++));
    }
    await pass(2);
    expect({ expected, inOrder }).toEqual({ expected: count, inOrder: true });
  });

  test('many cancelled timers leave the others alone', async () => {
    const { clock, pass } = make();
    const fired: number[] = [];
    const timers = Array.from({ length: 1_000 }, (_, index) =>
      clock.after((index * 7919) % 10, () => fired.push(index)),
    );
    timers.forEach((timer, index) => index % 3 !== 0 && timer.cancel());
    await pass(20);
    expect(fired).toHaveLength(334);
    expect(fired.every((index) => index % 3 === 0)).toBe(true);
  });
});
