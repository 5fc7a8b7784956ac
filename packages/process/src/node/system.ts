import { availableParallelism, freemem, loadavg, totalmem } from 'node:os';
import { defaultRuntime } from '../default-runtime.ts';
import { PullGauge } from '../metrics/gauges.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Pid } from '../pid.ts';
import { Process } from '../process.ts';
import type { Runtime } from '../runtime.ts';

/** The machine, in the words of libprocess' `/system/stats.json`. */
export interface SystemStats {
  /** Processes that ran or wanted to, on average; 0 on Windows. */
  readonly avg_load_1min: number;
  readonly avg_load_5min: number;
  readonly avg_load_15min: number;
  /** Processors that this program may use. */
  readonly cpus_total: number;
  readonly mem_total_bytes: number;
  readonly mem_free_bytes: number;
}

/** Where the process and its gauges live. */
export interface SystemOptions {
  /** Where the gauges are to be. */
  readonly metrics: Metrics;
  /** Default: the default runtime. */
  readonly runtime?: Runtime;
}

/** Names of gauges, and what they show. */
const GAUGES = {
  'system/load_1min': 'avg_load_1min',
  'system/load_5min': 'avg_load_5min',
  'system/load_15min': 'avg_load_15min',
  'system/cpus_total': 'cpus_total',
  'system/mem_total_bytes': 'mem_total_bytes',
  'system/mem_free_bytes': 'mem_free_bytes',
} as const satisfies Readonly<Record<string, keyof SystemStats>>;

/** Knows the machine, and has gauges for it as long as it lives. */
export class SystemProcess extends Process {
  declare readonly self: Pid<SystemProcess>;
  readonly #metrics: Metrics;
  #gauges: Disposable | undefined;

  constructor(metrics: Metrics) {
    super({ id: 'system' });
    this.#metrics = metrics;
  }

  stats(): SystemStats {
    const [oneMinute = 0, fiveMinutes = 0, fifteenMinutes = 0] = loadavg();
    return {
      avg_load_1min: oneMinute,
      avg_load_5min: fiveMinutes,
      avg_load_15min: fifteenMinutes,
      cpus_total: availableParallelism(),
      mem_total_bytes: totalmem(),
      mem_free_bytes: freemem(),
    };
  }

  protected override initialize(): void {
    const { runtime, self } = this;
    const gauges = Object.entries(GAUGES).map(
      ([name, key]) =>
        new PullGauge(name, () => runtime.dispatch(self, 'stats').andThen((stats) => stats[key])),
    );
    this.#gauges = this.#metrics.add(...gauges);
  }

  protected override finalize(): void {
    this.#gauges?.[Symbol.dispose]();
  }
}

/**
 * Spawns the process `system`, and with it the gauges `system/load_1min`, `_5min`, `_15min`,
 * `system/cpus_total`, `system/mem_total_bytes` and `system/mem_free_bytes`.
 *
 * It ends at once with `METRIC_EXISTS` if one of them is there. Throws what `runtime.spawn` does.
 */
export function spawnSystem({ metrics, runtime }: SystemOptions): Pid<SystemProcess> {
  return (runtime ?? defaultRuntime()).spawn(new SystemProcess(metrics));
}
