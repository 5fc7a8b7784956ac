import { checkAmount, RecordedMetric } from './metric.ts';
import type { HistoryOptions } from './metric.ts';
import { MetricsError } from './metrics-error.ts';

/** Counts what happens; it never goes down, but to 0. (libprocess metrics/counter.hpp) */
export class Counter extends RecordedMetric {
  #count = 0;

  constructor(name: string, history?: HistoryOptions) {
    super(name, history);
    this.record(0);
  }

  value(): number {
    return this.#count;
  }

  /** Throws `METRIC_OPTION_INVALID` below 0. */
  increment(by = 1): void {
    if (checkAmount(this.name, by) < 0) {
      const message = `${this.name} counts up, not by ${by}; use a PushGauge for what goes down`;
      throw new MetricsError('METRIC_OPTION_INVALID', message);
    }
    this.#count += by;
    this.record(this.#count);
  }

  /** Begins at 0 again. */
  reset(): void {
    this.#count = 0;
    this.record(0);
  }
}
