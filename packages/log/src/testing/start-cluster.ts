import type { LogOptions } from '../log-options.ts';
import type { LogClusterOptions } from './cluster-node.ts';
import { LogCluster } from './log-cluster.ts';

/** A cluster, and the logs on its nodes. */
export interface StartClusterOptions extends LogClusterOptions {
  /** Options for the log of every node. Default: auto-initialisation. */
  readonly log?: Partial<LogOptions>;
}

/** A cluster with a recovered log on every node: where most tests begin. */
export async function startCluster({ log, ...options }: StartClusterOptions): Promise<LogCluster> {
  const cluster = new LogCluster(options);
  for (const node of cluster.nodes) await node.openLog(log);
  for (const node of cluster.nodes) await cluster.ready(node.log.recovered);
  return cluster;
}
