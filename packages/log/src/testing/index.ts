/**
 * For tests of what stands on a log: a whole group of replicas in virtual time; and for those who
 * write a storage, the suite it must pass.
 *
 * @packageDocumentation
 */
export { ClusterNode, LogCluster } from './log-cluster.ts';
export type { LogClusterOptions } from './log-cluster.ts';
export { startCluster } from './start-cluster.ts';
export type { StartClusterOptions } from './start-cluster.ts';
export { storageSuite } from './storage-suite.ts';
export type { StoragePlace, StorageSuiteOptions } from './storage-suite.ts';
