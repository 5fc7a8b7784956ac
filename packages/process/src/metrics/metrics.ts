import type { Clock } from '../clocks/clock.ts';
import type { Timer } from '../clocks/timer-source.ts';
import { Completer } from '../futures/completer.ts';
import { Future } from '../futures/future.ts';
import type { Metric } from './metric.ts';
import { MetricsError } from './metrics-error.ts';

/** The metrics at one time. */
export interface MetricsSnapshot {
  /** By name, in alphabetical order; with `/count`, `/p50` and so on of those that have a history. */
  readonly values: Readonly<Record<string, number>>;
  /** Why those are missing that had no value, or none in time. */
  readonly missing: Readonly<Record<string, string>>;
}

/** How long a snapshot may take. */
export interface SnapshotOptions {
  /** How long to wait for gauges, in milliseconds on the clock. Default: as long as it takes. */
  readonly timeoutMs?: number;
}

/** Percentiles and the like that a snapshot shows. */
const SHOWN = ['count', 'min', 'max', 'p50', 'p90', 'p95', 'p99', 'p999', 'p9999'] as const;

/** All metrics of a program, or of a runtime. (libprocess metrics/metrics.hpp) */
export class Metrics {
  readonly #clock: Clock;
  readonly #metrics = new Map<string, Metric>();

  /** @param clock for the time limit of snapshots, such as `runtime.clock` */
  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get names(): readonly string[] {
    return [...this.#metrics.keys()].sort();
  }

  /**
   * Takes metrics in, until the result is disposed of. Throws `METRIC_EXISTS`, and takes none in then.
   */
  add(...metrics: readonly Metric[]): Disposable {
    const names = metrics.map(({ name }) => name);
    const taken = names.find(
      (name, index) => this.#metrics.has(name) || names.indexOf(name) < index,
    );
    if (taken !== undefined) {
      throw new MetricsError(
        'METRIC_EXISTS',
        `there is a metric ${taken} already; remove it first`,
      );
    }
    for (const metric of metrics) this.#metrics.set(metric.name, metric);
    return {
      [Symbol.dispose]: () => {
        for (const metric of metrics) {
          if (this.#metrics.get(metric.name) === metric) this.#metrics.delete(metric.name);
        }
      },
    };
  }

  /** Throws `METRIC_UNKNOWN`. */
  remove(name: string): void {
    if (this.#metrics.delete(name)) return;
    throw new MetricsError('METRIC_UNKNOWN', `there is no metric ${name}; see names`);
  }

  /**
   * What all metrics are now. One that fails, that nobody answers for, or that takes longer than the
   * limit is missing, and hinders no other.
   */
  snapshot({ timeoutMs = Infinity }: SnapshotOptions = {}): Future<MetricsSnapshot> {
    return new SnapshotTaking([...this.#metrics.values()], this.#clock, timeoutMs).future;
  }
}

/** A snapshot that is being taken. */
class SnapshotTaking {
  readonly #completer = new Completer<MetricsSnapshot>();
  readonly #metrics: readonly Metric[];
  readonly #values = new Map<string, number>();
  readonly #missing = new Map<string, string>();
  readonly #timer: Timer;
  #left: number;

  constructor(metrics: readonly Metric[], clock: Clock, timeoutMs: number) {
    this.#metrics = metrics;
    this.#left = metrics.length;
    // Cancelled at the end: snapshots must not leave timers behind.
    this.#timer = clock.after(timeoutMs, () => this.#finish(`no value in ${timeoutMs} ms`));
    for (const metric of metrics) this.#ask(metric);
    if (metrics.length === 0) this.#finish('');
  }

  get future(): Future<MetricsSnapshot> {
    return this.#completer.future;
  }

  #ask(metric: Metric): void {
    const answer = Future.try(() => metric.value());
    answer
      .onReady((value) => this.#take(metric, value))
      .onFailed((error) => this.#miss(metric, error.message))
      .onDiscarded(() => this.#miss(metric, 'discarded'))
      .onAbandoned(() => this.#miss(metric, 'nobody answers for it'));
  }

  #take(metric: Metric, value: number): void {
    this.#values.set(metric.name, value);
    const statistics = metric.statistics?.();
    for (const part of statistics ? SHOWN : []) {
      if (statistics) this.#values.set(`${metric.name}/${part}`, statistics[part]);
    }
    this.#countDown();
  }

  #miss(metric: Metric, reason: string): void {
    this.#missing.set(metric.name, reason);
    this.#countDown();
  }

  #countDown(): void {
    this.#left--;
    if (this.#left === 0) this.#finish('');
  }

  #finish(reason: string): void {
    this.#timer.cancel();
    const late = this.#metrics.filter(
      ({ name }) => !this.#values.has(name) && !this.#missing.has(name),
    );
    const missing = [...this.#missing, ...late.map(({ name }) => [name, reason] as const)];
    this.#completer.set({
      values: Object.fromEntries([...this.#values].sort(byName)),
      missing: Object.fromEntries(missing.sort(byName)),
    });
  }
}

function byName([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number {
  return left < right ? -1 : 1;
}
