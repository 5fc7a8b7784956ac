import { describe, expect, test } from '@jest/globals';
import { Completer, Future, Process } from '@quorate/process';
import { expectFailed, virtualRuntime } from '@quorate/process/testing';
import { Counter, Metrics, PullGauge, PushGauge, TimerMetric } from '@quorate/process/metrics';

class GaugedProcess extends Process {
  get(): number {
    return 42;
  }

  fail(): number {
    throw new Error('failure');
  }
}

function world() {
  const { runtime, clock } = virtualRuntime();
  const pid = runtime.spawn(new GaugedProcess());
  return { runtime, clock, pid, metrics: new Metrics(runtime.clock) };
}

describe('MetricsTest', () => {
  test('Counter: counts up, and begins anew', () => {
    const counter = new Counter('test/counter');
    expect(counter.value()).toBe(0);
    counter.increment();
    counter.increment();
    expect(counter.value()).toBe(2);
    counter.reset();
    expect(counter.value()).toBe(0);
    counter.increment(42);
    expect([counter.value(), counter.statistics()]).toEqual([42, undefined]);
  });

  test('PullGauge: asks whoever knows, and fails with them', async () => {
    const { runtime, clock, pid } = world();
    const gauge = new PullGauge('test/gauge', runtime.defer(pid, 'get'));
    const [value, failing] = [gauge, new PullGauge('test/failed', runtime.defer(pid, 'fail'))].map(
      (one) => Future.try(() => one.value()).onFailed(() => undefined),
    );
    await clock.settle();
    expect(value?.value()).toBe(42);
    expect(failing?.failure().message).toBe('failure');
  });

  test('PushGauge: is told what it is, up and down', () => {
    const gauge = new PushGauge('test/gauge');
    expect(gauge.value()).toBe(0);
    gauge.increment();
    gauge.increment(42);
    expect(gauge.value()).toBe(43);
    gauge.decrement();
    gauge.decrement(42);
    expect(gauge.value()).toBe(0);
    gauge.set(42);
    expect([gauge.value(), gauge.statistics()]).toEqual([42, undefined]);
  });

  test('Statistics: a counter with a history knows what it was', async () => {
    const { clock } = world();
    const counter = new Counter('test/counter', { clock });
    for (let count = 0; count < 10; count++) {
      await clock.advance(1000);
      counter.increment();
    }
    const statistics = counter.statistics();
    expect(statistics).toMatchObject({ count: 11, min: 0, max: 10, p50: 5, p90: 9, p95: 9.5 });
    expect(statistics?.p99).toBeCloseTo(9.9, 10);
    expect(statistics?.p999).toBeCloseTo(9.99, 10);
    expect(statistics?.p9999).toBeCloseTo(9.999, 10);
  });

  test('THREADSAFE_Snapshot: has all values but those that fail, and says why', async () => {
    const { runtime, clock, pid, metrics } = world();
    const [counter, gauge] = [new Counter('test/counter'), new PushGauge('test/push_gauge')];
    const added = metrics.add(
      ...[counter, gauge, new PullGauge('test/gauge', runtime.defer(pid, 'get'))],
      ...[
        new PullGauge('test/fail', runtime.defer(pid, 'fail')),
        new PullGauge('test/const', () => 99),
      ],
    );
    counter.increment();
    const taken = metrics.snapshot();
    await clock.settle();
    expect(taken.value()).toEqual({
      values: { 'test/const': 99, 'test/counter': 1, 'test/gauge': 42, 'test/push_gauge': 0 },
      missing: { 'test/fail': 'failure' },
    });
    added[Symbol.dispose]();
    expect(metrics.snapshot().value()).toEqual({ values: {}, missing: {} });
  });

  test('SnapshotAlphabetical: names are in order', () => {
    const { metrics } = world();
    for (const name of ['b', 'd', 'a', 'c']) metrics.add(new Counter(name));
    expect(Object.keys(metrics.snapshot().value().values)).toEqual(['a', 'b', 'c', 'd']);
    expect(metrics.names).toEqual(['a', 'b', 'c', 'd']);
  });

  test('THREADSAFE_SnapshotTimeout: what is late is missing, and nothing else waits for it', async () => {
    const { clock, metrics } = world();
    metrics.add(new Counter('test/counter'));
    metrics.add(new PullGauge('test/late', () => new Completer<number>().future));
    metrics.add(new PullGauge('test/fail', () => Future.failed('failure')));
    const taken = metrics.snapshot({ timeoutMs: 2000 });
    await clock.advance(1999);
    expect(taken.isPending).toBe(true);
    await clock.advance(1);
    expect(taken.value()).toEqual({
      values: { 'test/counter': 0 },
      missing: { 'test/fail': 'failure', 'test/late': 'no value in 2000 ms' },
    });
    expect(
      await expectFailed(Future.try(() => metrics.snapshot({ timeoutMs: NaN }))),
    ).toMatchObject({
      code: 'DELAY_INVALID',
    });
  });

  test('a gauge that nobody answers for is missing at once, without a limit', async () => {
    const { runtime, clock, pid, metrics } = world();
    metrics.add(new PullGauge('test/gone', runtime.defer(pid, 'get')));
    metrics.add(new PullGauge('test/discarded', () => Future.discarded()));
    runtime.terminate(pid);
    await clock.settle();
    expect(metrics.snapshot().value()).toEqual({
      values: {},
      missing: { 'test/discarded': 'discarded', 'test/gone': 'nobody answers for it' },
    });
  });

  test('SnapshotStatistics: those with a history show what it comes to', async () => {
    const { clock, metrics } = world();
    const counter = new Counter('test/counter', { clock });
    metrics.add(counter);
    for (let count = 0; count < 10; count++) {
      await clock.advance(1000);
      counter.increment();
    }
    const { values } = metrics.snapshot().value();
    expect(values).toMatchObject({
      'test/counter': 10,
      'test/counter/count': 11,
      'test/counter/min': 0,
      'test/counter/max': 10,
      'test/counter/p50': 5,
      'test/counter/p90': 9,
      'test/counter/p95': 9.5,
    });
    expect(Object.keys(values)).toHaveLength(10);
  });

  test('Timer: how long it took the last time; stopped twice or unstarted is no error', async () => {
    const { clock } = world();
    const timer = new TimerMetric('test/timer', { clock, unit: 'ns' });
    expect(timer.name).toBe('test/timer_ns');
    timer.stop();
    expect(await expectFailed(Future.try(() => timer.value()))).toMatchObject({
      code: 'METRIC_NO_VALUE',
    });
    timer.start();
    await clock.advance(0.001);
    timer.stop();
    await clock.advance(5);
    timer.stop();
    expect(timer.value()).toBeCloseTo(1000, 6);
  });

  test('AsyncTimer: times the future, not the call, however it ends', async () => {
    const { runtime, clock } = world();
    const timer = new TimerMetric('test/timer', { clock, unit: 'us', history: {} });
    await clock.advance(1000);
    expect(timer.time(Future.ready(42)).value()).toBe(42);
    expect(timer.value()).toBe(0);
    const late = timer.time(runtime.after(2));
    timer.time(new Completer<void>().future);
    await clock.advance(2);
    expect([late.isReady, timer.value()]).toEqual([true, 2000]);
    const failing = new Completer<void>();
    timer.time(failing.future).onFailed(() => undefined);
    await clock.advance(3);
    failing.fail('failed');
    expect(timer.value()).toBe(3000);
    expect(timer.statistics()).toMatchObject({ count: 3, min: 0, max: 3000 });
  });
});

describe('bad input', () => {
  test('a name is taken once, and all of a list or none', () => {
    const { metrics } = world();
    metrics.add(new Counter('a'));
    const add = () => metrics.add(new Counter('b'), new Counter('a'));
    expect(add).toThrow(expect.objectContaining({ code: 'METRIC_EXISTS' }));
    expect(() => metrics.add(new Counter('c'), new Counter('c'))).toThrow('metric c');
    expect(metrics.names).toEqual(['a']);
    metrics.remove('a');
    expect(() => metrics.remove('a')).toThrow(expect.objectContaining({ code: 'METRIC_UNKNOWN' }));
  });

  test.each([
    ['an empty name', () => new Counter('')],
    ['a counter that goes down', () => new Counter('a').increment(-1)],
    ['a counter of NaN', () => new Counter('a').increment(NaN)],
    ['a gauge of infinity', () => new PushGauge('a').set(Infinity)],
    [
      'a unit that is none',
      () => new TimerMetric('a', { clock: world().clock, unit: 'days' as never }),
    ],
    ['a window of nothing', () => new Counter('a', { clock: world().clock, windowMs: 0 })],
    ['a capacity of 2', () => new Counter('a', { clock: world().clock, capacity: 2 })],
  ])('%s is refused', (_, act) => {
    expect(act).toThrow(expect.objectContaining({ code: 'METRIC_OPTION_INVALID' }));
  });
});
