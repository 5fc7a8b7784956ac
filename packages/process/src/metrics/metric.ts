import type { Clock } from '../clocks/clock.ts';
import { MetricsError } from './metrics-error.ts';
import { statisticsOf } from './statistics.ts';
import type { Statistics } from './statistics.ts';
import { TimeSeries } from './time-series.ts';
import type { TimeSeriesOptions } from './time-series.ts';

/** A number with a name, such as `registrar/queued_operations`. */
export interface Metric {
  readonly name: string;
  /** What it is now; may fail, or take its time. */
  value(): number | PromiseLike<number>;
  /** Of its history; undefined if it keeps none, or fewer than two values. */
  statistics?(): Statistics | undefined;
}

/** How much of its past a metric remembers. */
export interface HistoryOptions extends TimeSeriesOptions {
  /** Whose time the values get. */
  readonly clock: Clock;
}

/** A metric that is told its value, and may remember what it was. */
export abstract class RecordedMetric implements Metric {
  readonly name: string;
  readonly #clock: Clock | undefined;
  readonly #history: TimeSeries | undefined;

  /** Throws `METRIC_OPTION_INVALID`. */
  constructor(name: string, history?: HistoryOptions) {
    if (typeof name !== 'string' || name === '') {
      throw new MetricsError('METRIC_OPTION_INVALID', `expected the name of a metric, got ${name}`);
    }
    this.name = name;
    this.#clock = history?.clock;
    this.#history = history && new TimeSeries(history);
  }

  abstract value(): number | PromiseLike<number>;

  statistics(): Statistics | undefined {
    return this.#history && statisticsOf(this.#history.get().map(({ value }) => value));
  }

  protected record(value: number): void {
    if (this.#clock) this.#history?.set(value, this.#clock.now());
  }
}

/** Throws `METRIC_OPTION_INVALID` unless it is a number that can be counted with. */
export function checkAmount(name: string, amount: number): number {
  if (Number.isFinite(amount)) return amount;
  throw new MetricsError('METRIC_OPTION_INVALID', `expected a number for ${name}, got ${amount}`);
}
