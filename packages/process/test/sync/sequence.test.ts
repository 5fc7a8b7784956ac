import { describe, expect, test } from '@jest/globals';
import { Completer } from '@quorate/process';
import {
  expectDiscarded,
  expectFailed,
  expectReady,
  virtualRuntime,
} from '@quorate/process/testing';
import { Executor, runAsync, Sequence } from '@quorate/process/sync';

function gated(sequence: Sequence, log: string[], name: string) {
  const gate = new Completer<string>();
  gate.future.onDiscard(() => log.push(`asked to discard ${name}`));
  const future = sequence.add(() => {
    log.push(`begin ${name}`);
    return gate.future;
  });
  return { gate, future };
}

describe('SequenceTest', () => {
  test('Serialize: the second begins when the first is complete', () => {
    const [sequence, log] = [new Sequence(), [] as string[]];
    const [first, second] = [gated(sequence, log, 'a'), gated(sequence, log, 'b')];
    expect([log, sequence.length]).toEqual([['begin a'], 1]);
    first.gate.set('A');
    expect(first.future.value()).toBe('A');
    expect(log).toEqual(['begin a', 'begin b']);
    second.gate.set('B');
    expect(second.future.value()).toBe('B');
  });

  test('DiscardOne: one that waits is taken out, and the others are not', async () => {
    const [sequence, log] = [new Sequence(), [] as string[]];
    const [first, second, third] = ['a', 'b', 'c'].map((name) => gated(sequence, log, name));
    second?.future.discard();
    if (second) await expectDiscarded(second.future);
    first?.gate.set('A');
    third?.gate.set('C');
    expect(log).toEqual(['begin a', 'begin c']);
    expect(third?.future.value()).toBe('C');
  });

  test('DiscardAll: closing discards what waits, and asks what runs to discard', async () => {
    const [sequence, log] = [new Sequence(), [] as string[]];
    const [first, ...others] = ['a', 'b', 'c', 'd'].map((name) => gated(sequence, log, name));
    sequence[Symbol.dispose]();
    for (const { future } of others) await expectDiscarded(future);
    first?.gate.set('A');
    expect(first?.future.value()).toBe('A');
    expect(log).toEqual(['begin a', 'asked to discard a']);
    const late = sequence.add(() => 1);
    expect(await expectFailed(late)).toMatchObject({ code: 'SYNC_CLOSED' });
  });

  test('Random: a hundred never overlap', async () => {
    const { runtime, clock } = virtualRuntime();
    const sequence = new Sequence();
    let inside = 0;
    let ended = 0;
    for (let number = 0; number < 100; number++) {
      const work = () => {
        expect(++inside).toBe(1);
        return runtime.after(runtime.random.intBelow(5)).andThen(() => {
          inside--;
          ended++;
        });
      };
      sequence.add(work).onFailed((error) => {
        throw error;
      });
    }
    await clock.advance(500);
    expect(ended).toBe(100);
  });

  test('what runs is asked to discard, and the next one waits until it has ended', async () => {
    const [sequence, log] = [new Sequence(), [] as string[]];
    const [first] = [gated(sequence, log, 'a'), gated(sequence, log, 'b')];
    first.future.discard();
    expect(log).toEqual(['begin a', 'asked to discard a']);
    first.gate.discard();
    await expectDiscarded(first.future);
    expect(log).toEqual(['begin a', 'asked to discard a', 'begin b']);
  });

  test('the next one begins after a failure, a throw and an abandoned one, too', async () => {
    const sequence = new Sequence();
    const failing = sequence.add(() => {
      throw new Error('thrown');
    });
    expect((await expectFailed(failing)).message).toBe('thrown');
    const lost = new Completer<void>();
    sequence.add(() => lost.future);
    const last = sequence.add(async () => Promise.resolve('last'));
    expect(last.isPending).toBe(true);
    lost.abandon();
    expect(await expectReady(last)).toBe('last');
  });

  test('holds no more than its limit', async () => {
    const sequence = new Sequence({ limit: 1 });
    sequence.add(() => new Completer<void>().future);
    sequence.add(() => 1);
    expect(await expectFailed(sequence.add(() => 2))).toMatchObject({ code: 'SYNC_FULL' });
    for (const limit of [0, -1, 1.5, NaN]) {
      expect(() => new Sequence({ limit })).toThrow(
        expect.objectContaining({ code: 'SYNC_OPTION_INVALID' }),
      );
    }
  });
});

describe('ProcessTest', () => {
  test('Executor_Execute: functions run one after the other, and give what they return', async () => {
    const { runtime, clock } = virtualRuntime();
    const executor = new Executor(runtime);
    const log: string[] = [];
    const first = executor.execute(async () => {
      log.push('begin');
      await runtime.after(5);
      log.push('end');
      return 'first';
    });
    const second = executor.execute(() => log.push('second'));
    expect(log).toEqual([]);
    await clock.advance(5);
    expect([first.value(), second.value(), log]).toEqual(['first', 3, ['begin', 'end', 'second']]);
  });

  test('Executor_Defer: a deferred function runs in its turn, and not once stopped', async () => {
    const { runtime, clock } = virtualRuntime();
    const executor = new Executor(runtime);
    const double = executor.defer((value: number) => value * 2);
    const doubled = double(21);
    expect(doubled.isPending).toBe(true);
    await clock.settle();
    expect(doubled.value()).toBe(42);
    executor.stop();
    await clock.settle();
    expect(double(1).isAbandoned).toBe(true);
  });

  test('Async: a function runs by itself, and its future is given as it is', async () => {
    const { runtime, clock } = virtualRuntime();
    const completer = new Completer<number>();
    const running = runAsync(() => completer.future, runtime);
    await clock.settle();
    const { future } = running.value();
    expect(future.isPending).toBe(true);
    completer.set(1);
    expect(future.value()).toBe(1);
    expect(runtime.processes()).toEqual([]);
  });
});
