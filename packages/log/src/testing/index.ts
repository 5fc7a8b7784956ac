/**
 * For tests of what stands on a log: a whole group of replicas in virtual time; and for those who
 * write a storage, the suite it must pass.
 *
 * @packageDocumentation
 */
export { HeldStorage } from './held-storage.ts';
export { DatabaseWorkload } from './database-workload.ts';
export type { WorkloadBatch, WorkloadBounds } from './database-workload.ts';
export { ClusterNode } from './cluster-node.ts';
export type { LogClusterOptions, NodeGroup } from './cluster-node.ts';
export { LogCluster } from './log-cluster.ts';
export { startCluster } from './start-cluster.ts';
export type { StartClusterOptions } from './start-cluster.ts';
export { storageSuite } from './storage-suite.ts';
export type { StoragePlace, StorageSuiteOptions } from './storage-suite.ts';
