/**
 * Metrics: counters, gauges and timers, snapshots of all, and statistics over time.
 *
 * @packageDocumentation
 */
export { Counter } from './counter.ts';
export { PullGauge, PushGauge } from './gauges.ts';
export type { HistoryOptions, Metric } from './metric.ts';
export { MetricsError } from './metrics-error.ts';
export type { MetricsErrorCode } from './metrics-error.ts';
export { Metrics } from './metrics.ts';
export type { MetricsSnapshot, SnapshotOptions } from './metrics.ts';
export { statisticsOf } from './statistics.ts';
export type { Statistics } from './statistics.ts';
export { TIME_SERIES_CAPACITY, TIME_SERIES_WINDOW_MS, TimeSeries } from './time-series.ts';
export type { TimedValue, TimeSeriesOptions } from './time-series.ts';
export { TimerMetric } from './timer-metric.ts';
export type { TimerMetricOptions, TimerUnit } from './timer-metric.ts';
