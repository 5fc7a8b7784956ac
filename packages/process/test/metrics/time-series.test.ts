import { describe, expect, test } from '@jest/globals';
import { statisticsOf, TimeSeries } from '@quorate/process/metrics';
import fc from 'fast-check';

const SECOND_MS = 1000;

/** Each value at its own second. */
function fill(series: TimeSeries, from: number, to: number): void {
  for (let value = from; value <= to; value++) series.set(value, value * SECOND_MS);
}

function valuesOf(series: TimeSeries): readonly number[] {
  return series.get().map(({ value }) => value);
}

describe('TimeSeriesTest', () => {
  test('Set: the newest value is there', () => {
    const series = new TimeSeries();
    expect([series.size, series.latest]).toEqual([0, undefined]);
    series.set(1, 5);
    expect([series.size, series.latest]).toEqual([1, { timeMs: 5, value: 1 }]);
    series.set(2, 5); // at the same time
    expect(series.get()).toEqual([{ timeMs: 5, value: 2 }]);
  });

  test('Sparsify: every other value of the older half goes, round by round', () => {
    const series = new TimeSeries({ windowMs: Infinity, capacity: 10 });
    fill(series, 0, 9);
    const left: string[] = [];
    for (let value = 10; value <= 19; value++) {
      fill(series, value, value);
      left.push(valuesOf(series).join(' '));
    }
    expect(left).toEqual([
      '0 2 3 4 5 6 7 8 9 10',
      '0 2 4 5 6 7 8 9 10 11',
      '0 2 4 6 7 8 9 10 11 12',
      '0 2 4 6 8 9 10 11 12 13',
      '0 2 4 6 8 10 11 12 13 14',
      '0 4 6 8 10 11 12 13 14 15',
      '0 4 8 10 11 12 13 14 15 16',
      '0 4 8 11 12 13 14 15 16 17',
      '0 4 8 11 13 14 15 16 17 18',
      '0 4 8 11 13 15 16 17 18 19',
    ]);
  });

  test('Truncate: what is too old is forgotten, and the rounds go on', () => {
    const options = { windowMs: 10 * SECOND_MS, capacity: 10 };
    const simple = new TimeSeries(options);
    fill(simple, 0, 9);
    simple.set(10, 10 * SECOND_MS, 16 * SECOND_MS);
    expect(valuesOf(simple)).toEqual([7, 8, 9, 10]);

    // The clock stands still here while the values get later times.
    const series = new TimeSeries(options);
    const set = (value: number, nowS: number): void =>
      series.set(value, value * SECOND_MS, nowS * SECOND_MS);
    for (let value = 0; value <= 12; value++) set(value, 0);
    expect(valuesOf(series)).toEqual([0, 2, 4, 6, 7, 8, 9, 10, 11, 12]);
    series.truncate(12 * SECOND_MS);
    expect(valuesOf(series)).toEqual([4, 6, 7, 8, 9, 10, 11, 12]);
    set(13, 12);
    set(14, 12);
    set(15, 12);
    expect(valuesOf(series)).toEqual([4, 6, 8, 9, 10, 11, 12, 13, 14, 15]);
    series.truncate(19 * SECOND_MS);
    expect(valuesOf(series)).toEqual([10, 11, 12, 13, 14, 15]);
    for (let value = 16; value <= 20; value++) set(value, 19);
    expect(valuesOf(series)).toEqual([10, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
  });

  test('the newest value stays, however old it is', () => {
    const series = new TimeSeries({ windowMs: 10, capacity: 10 });
    series.set(1, 0);
    series.set(2, 1);
    series.truncate(1_000_000);
    expect(valuesOf(series)).toEqual([2]);
  });

  test('gives a span of time, its ends included; nothing if it is turned around', () => {
    const series = new TimeSeries();
    fill(series, 0, 5);
    const values = (from: number, to?: number) => series.get(from, to).map(({ value }) => value);
    expect([values(2000, 4000), values(4500), values(4000, 2000)]).toEqual([[2, 3, 4], [5], []]);
  });

  test('never holds more than its capacity, keeps the newest, and the order of time', () => {
    const steps = fc.array(fc.record({ at: fc.nat(500), capacity: fc.constant(0) }), {
      maxLength: 200,
    });
    fc.assert(
      fc.property(steps, fc.integer({ min: 3, max: 20 }), (all, capacity) => {
        const series = new TimeSeries({ windowMs: 100, capacity });
        let newest = -1;
        for (const { at } of all) {
          newest = Math.max(newest, at);
          series.set(at, at, newest);
          const times = series.get().map(({ timeMs }) => timeMs);
          expect(times.length).toBeLessThanOrEqual(capacity);
          expect(times).toEqual([...times].sort((a, b) => a - b));
          expect(series.latest?.timeMs).toBe(newest);
          expect(times.every((time) => time > newest - 100)).toBe(true);
        }
      }),
    );
  });
});

describe('StatisticsTest', () => {
  test('Empty: of nothing there are none', () => {
    expect(statisticsOf([])).toBeUndefined();
  });

  test('Single: of one value there are none', () => {
    expect(statisticsOf([0])).toBeUndefined();
  });

  test('StatisticsFromTimeSeries: percentiles lie between the values', () => {
    const series = new TimeSeries();
    for (let value = -5; value <= 5; value++) series.set(value, value + 10);
    const statistics = statisticsOf(valuesOf(series));
    expect(statistics).toMatchObject({
      ...{ count: 11, min: -5, max: 5, p25: -2.5, p50: 0, p75: 2.5, p90: 4, p95: 4.5 },
    });
    expect(statistics?.p99).toBeCloseTo(4.9, 10);
    expect(statistics?.p999).toBeCloseTo(4.99, 10);
    expect(statistics?.p9999).toBeCloseTo(4.999, 10);
  });

  test('StatisticsFromDurationList: whatever is a number will do', () => {
    const seconds = Array.from({ length: 11 }, (_, index) => index * 10 * SECOND_MS);
    expect(statisticsOf(seconds)).toMatchObject({
      ...{ count: 11, min: 0, max: 100_000, p25: 25_000, p50: 50_000, p75: 75_000, p90: 90_000 },
    });
  });

  test('percentiles rise from the least to the greatest value', () => {
    const values = fc.array(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), { minLength: 2 });
    fc.assert(
      fc.property(values, (all) => {
        const found = statisticsOf(all);
        if (!found) throw new Error('there are two or more');
        const { min, p25, p50, p75, p90, p95, p99, p999, p9999, max } = found;
        const rising = [min, p25, p50, p75, p90, p95, p99, p999, p9999, max];
        for (const [index, value] of rising.entries()) {
          expect(value).toBeGreaterThanOrEqual(rising[index - 1] ?? -Infinity);
        }
        expect([min, max]).toEqual([Math.min(...all), Math.max(...all)]);
      }),
    );
  });
});
