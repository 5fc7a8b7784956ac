import { checkAmount, RecordedMetric } from './metric.ts';

/** A number that goes up and down, and is told so. (libprocess metrics/push_gauge.hpp) */
export class PushGauge extends RecordedMetric {
  #value = 0;

  value(): number {
    return this.#value;
  }

  /** Throws `METRIC_OPTION_INVALID` for what is no number. */
  set(value: number): void {
    this.#value = checkAmount(this.name, value);
  }

  increment(by = 1): void {
    this.set(this.#value + by);
  }

  decrement(by = 1): void {
    this.set(this.#value - by);
  }
}

/**
 * A number that is asked for when somebody wants to know: by a function that may ask a process. It
 * has to stay callable until the metric is removed. (libprocess metrics/pull_gauge.hpp)
 */
export class PullGauge extends RecordedMetric {
  readonly #read: () => number | PromiseLike<number>;

  constructor(name: string, read: () => number | PromiseLike<number>) {
    super(name);
    this.#read = read;
  }

  value(): number | PromiseLike<number> {
    return this.#read();
  }
}
