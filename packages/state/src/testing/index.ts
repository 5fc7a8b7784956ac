/**
 * For authors of storages: the suite every implementation of `Storage` passes.
 *
 * @packageDocumentation
 */
export { stateStorageSuite } from './state-storage-suite.ts';
export type { OpenedStorage, StateStorageSuiteOptions } from './state-storage-suite.ts';
