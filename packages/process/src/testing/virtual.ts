import { sequentialIds } from '../ids.ts';
import { MemoryNetwork } from '../transport/memory-network.ts';
import { seededRandom } from '../random.ts';
import { Runtime } from '../runtime.ts';
import type { RuntimeOptions } from '../runtime-options.ts';
import { VirtualClock } from '../clocks/virtual-clock.ts';
import { EventFilters } from './event-filters.ts';
import { MessageFilters } from './message-filters.ts';

/** A runtime whose time stands still until the test moves it, and whose chance repeats itself. */
export interface VirtualRuntime {
  readonly runtime: Runtime;
  readonly clock: VirtualClock;
  readonly filters: MessageFilters;
  readonly events: EventFilters;
}

/** Makes a `VirtualRuntime`. Unhandled failures are thrown outside any test: jest reports them. */
export function virtualRuntime(options: RuntimeOptions = {}): VirtualRuntime {
  const cluster = virtualCluster({ nodes: 0 });
  const { clock, filters, events } = cluster;
  return { clock, filters, events, runtime: cluster.add('node-1', options) };
}

/** Several runtimes on one virtual clock, joined by a memory network. */
export interface VirtualCluster {
  readonly clock: VirtualClock;
  readonly network: MemoryNetwork;
  readonly filters: MessageFilters;
  readonly events: EventFilters;
  readonly runtimes: readonly Runtime[];
  /** Adds a runtime: a later node, or one that comes back at the address of a halted one. */
  add(address: string, options?: RuntimeOptions): Runtime;
  /** Closes all runtimes. */
  close(): Promise<void>;
}

/** What the runtimes of a virtual cluster have in common. */
export interface VirtualClusterOptions {
  /** Runtimes to begin with, at addresses `node-1`, `node-2`, … */
  readonly nodes: number;
  /** Default 1. */
  readonly seed?: number;
}

/** Makes a `VirtualCluster`. */
export function virtualCluster(options: VirtualClusterOptions): VirtualCluster {
  const clock = new VirtualClock();
  const network = new MemoryNetwork();
  const filters = new MessageFilters();
  const events = new EventFilters();
  const runtimes: Runtime[] = [];
  const add = (address: string, more: RuntimeOptions = {}): Runtime => {
    const runtime = new Runtime({
      clock,
      random: seededRandom((options.seed ?? 1) * 1_000 + runtimes.length),
      // Not the same ones again when a node boots anew: ids are unique for good.
      ids: sequentialIds(`${address}-${runtimes.length}-`),
      transport: network.transport(address),
      messageFilter: filters.filter,
      eventFilter: events.filter,
      ...more,
    });
    runtimes.push(runtime);
    return runtime;
  };
  for (let node = 1; node <= options.nodes; node++) add(`node-${node}`);
  return {
    clock,
    network,
    filters,
    events,
    runtimes,
    add,
    close: async () => {
      for (const runtime of runtimes) await runtime.close();
    },
  };
}
