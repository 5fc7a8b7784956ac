import type { Clock } from '@quorate/process';
import { PullGauge, TimerMetric, type Metrics } from '@quorate/process/metrics';

/** How long the times of stores are remembered. */
const STORE_HISTORY_MS = 24 * 3_600_000;

/** What the gauges show. */
export interface RegistrarGauges {
  readonly queuedOperations: () => number;
  /** Undefined before the recovery. */
  readonly registrySizeBytes: () => number | undefined;
}

/** The metrics of a registrar, under the names of Mesos' registrar. */
export class RegistrarMetrics implements Disposable {
  readonly fetch: TimerMetric;
  readonly store: TimerMetric;
  readonly #added: Disposable | undefined;

  /** @param metrics where they are added; nowhere if absent. Throws `METRIC_EXISTS` */
  constructor(clock: Clock, gauges: RegistrarGauges, metrics?: Metrics) {
    this.fetch = new TimerMetric('registrar/state_fetch', { clock });
    this.store = new TimerMetric('registrar/state_store', {
      clock,
      history: { windowMs: STORE_HISTORY_MS },
    });
    this.#added = metrics?.add(
      new PullGauge('registrar/queued_operations', gauges.queuedOperations),
      new PullGauge('registrar/registry_size_bytes', () => {
        const sizeBytes = gauges.registrySizeBytes();
        if (sizeBytes !== undefined) return sizeBytes;
        throw new Error('the registry has not been recovered yet');
      }),
      this.fetch,
      this.store,
    );
  }

  [Symbol.dispose](): void {
    this.#added?.[Symbol.dispose]();
  }
}
