import type { Clock } from '../clocks/clock.ts';
import { Future } from '../futures/future.ts';
import { RecordedMetric } from './metric.ts';
import { MetricsError } from './metrics-error.ts';
import type { TimeSeriesOptions } from './time-series.ts';

/** The units of a timer: each is the ending of its metric's name. */
export type TimerUnit = 'ns' | 'us' | 'ms' | 'secs';

const UNIT_MS: Readonly<Record<TimerUnit, number>> = { ns: 1e-6, us: 1e-3, ms: 1, secs: 1000 };

/** What a timer measures with. */
export interface TimerMetricOptions {
  readonly clock: Clock;
  /** Default `ms`. */
  readonly unit?: TimerUnit;
  /** Remembers what was timed, if given. */
  readonly history?: TimeSeriesOptions;
}

/**
 * How long something took the last time, under the name and `_` and the unit. (libprocess
 * metrics/timer.hpp)
 */
export class TimerMetric extends RecordedMetric {
  readonly #clock: Clock;
  readonly #unitMs: number;
  #startMs: number | undefined;
  #last: number | undefined;

  /** Throws `METRIC_OPTION_INVALID`. */
  constructor(name: string, { clock, unit = 'ms', history }: TimerMetricOptions) {
    super(`${name}_${unit}`, history && { ...history, clock });
    if (!Object.hasOwn(UNIT_MS, unit)) {
      const message = `expected a unit of ${Object.keys(UNIT_MS).join(', ')}, got ${String(unit)}`;
      throw new MetricsError('METRIC_OPTION_INVALID', message);
    }
    this.#clock = clock;
    this.#unitMs = UNIT_MS[unit];
  }

  /** Fails with `METRIC_NO_VALUE` before anything was timed. */
  value(): number | PromiseLike<number> {
    if (this.#last !== undefined) return this.#last;
    return Future.failed(new MetricsError('METRIC_NO_VALUE', `${this.name} has timed nothing yet`));
  }

  /** Begins anew, if it was started before. */
  start(): void {
    this.#startMs = this.#clock.now();
  }

  /** Does nothing unless it was started. */
  stop(): void {
    if (this.#startMs === undefined) return;
    this.#finish(this.#startMs);
    this.#startMs = undefined;
  }

  /**
   * Times a future from now until it is complete, in whatever way; any number at a time.
   *
   * @returns a future that follows it, to be used in its place
   */
  time<T>(future: Future<T>): Future<T> {
    const startMs = this.#clock.now();
    future.onReady(() => this.#finish(startMs));
    return future.recover((ended) => {
      if (!ended.isPending) this.#finish(startMs);
      return ended;
    });
  }

  #finish(startMs: number): void {
    this.#last = (this.#clock.now() - startMs) / this.#unitMs;
    this.record(this.#last);
  }
}
