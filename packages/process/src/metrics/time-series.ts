import { MetricsError } from './metrics-error.ts';

/** How long values are kept by default: two weeks. */
export const TIME_SERIES_WINDOW_MS = 14 * 24 * 3_600_000;
/** How many values are kept by default. */
export const TIME_SERIES_CAPACITY = 1000;
const CAPACITY_MIN = 3;

/** How long, and how many values, a time series keeps. */
export interface TimeSeriesOptions {
  /** How old a value may become, in milliseconds. Default two weeks. */
  readonly windowMs?: number;
  /** How many values are kept; the older they are the farther apart. 3 or more. Default 1,000. */
  readonly capacity?: number;
}

/** A value, and when it was. */
export interface TimedValue {
  readonly timeMs: number;
  readonly value: number;
}

/**
 * Values over time. Old ones are forgotten, though never the newest; when there are too many, every
 * other one of the older half goes, one at a time. (libprocess timeseries.hpp)
 */
export class TimeSeries {
  readonly #windowMs: number;
  readonly #capacity: number;
  /** In the order of time. */
  readonly #values: TimedValue[] = [];
  /** Which value goes next; undefined to begin at the oldest again. */
  #next: number | undefined;

  /** Throws `METRIC_OPTION_INVALID`. */
  constructor(options: TimeSeriesOptions = {}) {
    const { windowMs = TIME_SERIES_WINDOW_MS, capacity = TIME_SERIES_CAPACITY } = options;
    if (!(windowMs > 0)) {
      const message = `expected windowMs to be a number above 0, got ${windowMs}`;
      throw new MetricsError('METRIC_OPTION_INVALID', message);
    }
    if (!Number.isSafeInteger(capacity) || capacity < CAPACITY_MIN) {
      const message = `expected capacity to be an integer from ${CAPACITY_MIN}, got ${capacity}`;
      throw new MetricsError('METRIC_OPTION_INVALID', message);
    }
    this.#windowMs = windowMs;
    this.#capacity = capacity;
  }

  get size(): number {
    return this.#values.length;
  }

  /** The newest one. */
  get latest(): TimedValue | undefined {
    return this.#values.at(-1);
  }

  /** All values, or those of a span of time, its ends included; the oldest first. */
  get(fromMs = -Infinity, toMs = Infinity): readonly TimedValue[] {
    return this.#values.filter(({ timeMs }) => timeMs >= fromMs && timeMs <= toMs);
  }

  /**
   * Keeps a value, in place of one of the same time.
   *
   * @param nowMs what is too old by then is forgotten. Default: the value's own time
   */
  set(value: number, timeMs: number, nowMs = timeMs): void {
    const index = this.#indexBehind(timeMs);
    if (index < this.#values.length) this.#next = undefined;
    const isSameTime = this.#values[index - 1]?.timeMs === timeMs;
    this.#values.splice(isSameTime ? index - 1 : index, isSameTime ? 1 : 0, { timeMs, value });
    this.truncate(nowMs);
    this.#sparsify();
  }

  /** Forgets what is too old at this time, but for the newest. */
  truncate(nowMs: number): void {
    const expired = Math.min(this.#indexBehind(nowMs - this.#windowMs), this.#values.length - 1);
    if (expired <= 0) return;
    this.#values.splice(0, expired);
    const next = (this.#next ?? 0) - expired;
    this.#next = next > 0 ? next : undefined;
  }

  #sparsify(): void {
    while (this.#values.length > this.#capacity) {
      const next = this.#next;
      const isOver = next === undefined || next > Math.floor(this.#values.length / 2);
      const index = isOver ? 1 : next; // the oldest stays
      this.#values.splice(index, 1);
      this.#next = index + 1;
    }
  }

  /** Where the first value behind this time is. */
  #indexBehind(timeMs: number): number {
    let [low, high] = [0, this.#values.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#values[middle]?.timeMs ?? 0) <= timeMs) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
